// How the timeline is looked at: its scale, its lanes, as it was known then. And what may be one moment told twice.
import type { EventCard } from '@hearth/board/cards';
import { counted } from '@hearth/review/time/words';
import { History, Maximize2, NotebookPen, Rows3, Split, ZoomIn, ZoomOut } from 'lucide-react';
import { Button, IconButton } from '../../design/Button.tsx';
import { Menu, type MenuItem } from '../../design/Menu.tsx';
import { useCommands } from '../commands.tsx';
import { useSession } from '../session.tsx';
import { laneModeNames, laneModes } from './lanes.ts';
import { changeTimelineView, useTimelineView } from './timeline-view.ts';
import { useTimelineActs } from './use-timeline-acts.ts';
import type { AxisView } from './use-axis.ts';
import styles from './Timeline.module.css';

export interface AxisToolsProps {
  view: AxisView;
  events: readonly EventCard[];
  /** How many pairs may be one moment. */
  alike: number;
}

export const AxisTools = ({ view, events, alike }: AxisToolsProps) => {
  const { canWrite } = useSession();
  const mode = useTimelineView((state) => state.lanes);
  const asThen = useTimelineView((state) => state.asThen);
  const commands = useCommands();
  const acts = useTimelineActs();
  const hindsight = events.some((event) => event.knownNow !== undefined);
  const items: MenuItem[] = [
    ...laneModes.map((lanes) => ({
      id: lanes,
      label: `Lanes ${laneModeNames[lanes].toLowerCase()}`,
      checked: mode === lanes,
      onSelect: acts[`lanes-${lanes}`],
    })),
    {
      id: 'then',
      label: 'As it was known then',
      icon: History,
      checked: asThen,
      apart: true,
      onSelect: acts['as-then'],
    },
    ...(canWrite
      ? [
          {
            id: 'mine',
            label: 'Note in my own lane',
            icon: NotebookPen,
            apart: true,
            onSelect: () => commands.composeMine(),
          },
          {
            id: 'same',
            label: alike > 0 ? `${counted(alike, 'moment')} told twice?` : 'Told twice? Compare lanes',
            icon: Split,
            onSelect: acts['compare-lanes'],
          },
        ]
      : []),
  ];
  return (
    <>
      {canWrite && alike > 0 && (
        <Button icon={Split} className={styles.moment} onClick={acts['compare-lanes']}>
          {alike} told twice?
        </Button>
      )}
      {(asThen || hindsight) && (
        <button
          type="button"
          className={styles.then}
          aria-pressed={asThen}
          title="Hides what came to be known only afterwards, for you alone"
          onClick={() => changeTimelineView({ asThen: !asThen })}
        >
          Known then
        </button>
      )}
      <Menu label="Lanes and what is shown" items={items}>
        {(trigger) => <IconButton icon={Rows3} label="Lanes and what is shown" {...trigger} />}
      </Menu>
      <IconButton
        icon={ZoomOut}
        label="Narrower time axis"
        title="Narrower time axis ( , )"
        disabled={view.stretch <= 1}
        onClick={() => view.zoom('out')}
      />
      <IconButton
        icon={ZoomIn}
        label="Wider time axis"
        title="Wider time axis ( . or Alt and the wheel)"
        disabled={view.stretch >= view.most}
        onClick={() => view.zoom('in')}
      />
      <IconButton
        icon={Maximize2}
        label="Whole incident at once"
        disabled={view.stretch === 1}
        onClick={() => view.zoom('whole')}
      />
    </>
  );
};
