// What everybody does in the bar besides hand and ready: react, wish for another pace, look at what was voted.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { ChartNoAxesColumnDecreasing, SmilePlus } from 'lucide-react';
import { IconButton } from '../design/Button.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { askFor, isAsked } from './asked.ts';
import { PaceCounts, PaceMenu } from './PaceMenu.tsx';
import { reactButtonId } from './ReactionBar.tsx';
import { RisingInBar } from './RisingReactions.tsx';
import styles from './TakingPartBar.module.css';
import { usePace } from './use-pace.ts';

export const TakingPartBar = ({ view }: { view: FacilitationView }) => {
  const { takesPart } = useFacilitation();
  const pace = usePace();
  const { status, results = [] } = view.state;
  return (
    <div className={styles.bar}>
      <RisingInBar />
      {status === 'running' && <PaceCounts view={view} />}
      {takesPart && status !== 'ended' && (
        <IconButton
          id={reactButtonId}
          icon={SmilePlus}
          label="React"
          title="React (Shift R)"
          aria-haspopup="true"
          onClick={() => askFor(isAsked('reactions') ? null : 'reactions')}
        />
      )}
      {pace.possible && <PaceMenu />}
      {results.length > 0 && (
        <IconButton
          icon={ChartNoAxesColumnDecreasing}
          label="Results of the votes"
          title="Results of the votes (V)"
          onClick={() => askFor('votes')}
        />
      )}
    </div>
  );
};
