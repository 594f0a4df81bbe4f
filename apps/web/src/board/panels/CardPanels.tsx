// The panel that is open for a card, whatever rendering of the board it was opened from.
import { withTalk } from '../../comments/talk.tsx';
import { late } from '../../shell/late.tsx';
import { focusCard } from '../focus.ts';
import { useSession, useUi } from '../session.tsx';
// It takes the letters that follow its key: it is here from the start.
import { LinkPanel } from './LinkPanel.tsx';
import { changeTimelineView, useTimelineView } from '../timeline/timeline-view.ts';

const CardSheet = late(async () => (await import('./CardSheet.tsx')).CardSheet);
const MovePanel = late(async () => (await import('./MovePanel.tsx')).MovePanel, { holdsKeys: true });
const DetailsPanel = late(async () => (await import('./DetailsPanel.tsx')).DetailsPanel, { holdsKeys: true });

const GroupPanel = late(async () => (await import('./GroupPanel.tsx')).GroupPanel, { holdsKeys: true });
const WhyPanel = late(async () => (await import('../factors/WhyPanel.tsx')).WhyPanel, { holdsKeys: true });

const CardTalk = withTalk(
  late(async () => (await import('../../comments/CardTalk.tsx')).CardTalk, { holdsKeys: true }),
);
const ReactPanel = withTalk(late(async () => (await import('../../comments/ReactPanel.tsx')).ReactPanel));
const DifferentlyPanel = late(async () => (await import('../differently/DifferentlyPanel.tsx')).DifferentlyPanel, {
  holdsKeys: true,
});

const SameMoments = late(async () => (await import('../timeline/SameMoments.tsx')).SameMoments);

export const CardPanels = () => {
  const { ui } = useSession();
  const panel = useUi((state) => state.panel);
  const comparing = useTimelineView((view) => view.comparing);
  if (comparing) return <SameMoments onClose={() => changeTimelineView({ comparing: false })} />;
  if (panel === null) return null;
  const close = (): void => {
    ui.set({ panel: null });
    focusCard(panel.card);
  };
  switch (panel.kind) {
    case 'actions':
      return <CardSheet key={panel.card} id={panel.card} onClose={close} />;
    case 'comments':
      return <CardTalk key={panel.card} id={panel.card} onClose={close} />;
    case 'react':
      return <ReactPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'differently':
      return <DifferentlyPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'details':
      return <DetailsPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'group':
      return <GroupPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'why':
      return <WhyPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'link':
      return <LinkPanel key={panel.card} id={panel.card} onClose={close} />;
    case 'move':
      return <MovePanel key={panel.card} id={panel.card} onClose={close} />;
  }
};
