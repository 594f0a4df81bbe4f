// The panel that is open for a card, whatever rendering of the board it was opened from.
import { late } from '../../shell/late.tsx';
import { focusCard } from '../focus.ts';
<<<<<<< /work/main/apps/web/src/board/panels/CardPanels.tsx
import { CardSheet } from './CardSheet.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import { MovePanel } from './MovePanel.tsx';
=======
import { useSession, useUi } from '../session.tsx';

const DetailsPanel = late(async () => (await import('./DetailsPanel.tsx')).DetailsPanel);
const LinkPanel = late(async () => (await import('./LinkPanel.tsx')).LinkPanel);
const MovePanel = late(async () => (await import('./MovePanel.tsx')).MovePanel);
>>>>>>> apps/web/src/board/panels/CardPanels.tsx

export const CardPanels = () => {
  const { ui } = useSession();
  const panel = useUi((state) => state.panel);
  if (panel === null) return null;
  const close = (): void => {
    ui.set({ panel: null });
    focusCard(panel.card);
  };
  switch (panel.kind) {
    case 'actions':
      return <CardSheet key={panel.card} id={panel.card} onClose={close} />;
    case 'details':
      return <DetailsPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'link':
      return <LinkPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'move':
      return <MovePanel key={panel.card} id={panel.card} onClose={close} />;
  }
};
