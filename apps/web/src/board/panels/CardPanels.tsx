// The panel that is open for a card, whatever rendering of the board it was opened from.
import { useSession, useUi } from '../session.tsx';
import { focusCard } from '../focus.ts';
import { DetailsPanel } from './DetailsPanel.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import { MovePanel } from './MovePanel.tsx';

export const CardPanels = () => {
  const { ui } = useSession();
  const panel = useUi((state) => state.panel);
  if (panel === null) return null;
  const close = (): void => {
    ui.set({ panel: null });
    focusCard(panel.card);
  };
  switch (panel.kind) {
    case 'details':
      return <DetailsPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'link':
      return <LinkPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'move':
      return <MovePanel key={panel.card} id={panel.card} onClose={close} />;
  }
};
