// Taking part on a phone, in the block of the stage: the round and the vote, and a row to react and to wish for another pace.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { ChartNoAxesColumnDecreasing, SmilePlus } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { VotePanel } from '../votes/VotePanel.tsx';
import { askFor, isAsked } from './asked.ts';
import { PaceCounts, PaceMenu } from './PaceMenu.tsx';
import styles from './PhoneTakingPart.module.css';
import { reactButtonId } from './ReactionBar.tsx';
import { RisingInBar } from './RisingReactions.tsx';
import { RoundPanel } from './RoundPanel.tsx';
import { usePace } from './use-pace.ts';

export interface PhoneTakingPartProps {
  view: FacilitationView;
  /** Above a list: only what is under way. */
  brief: boolean;
}

export const PhoneTakingPart = ({ view, brief }: PhoneTakingPartProps) => {
  const { takesPart, facilitates } = useFacilitation();
  const pace = usePace();
  const { round, vote, results = [] } = view.state;
  // Whoever runs the meeting has the block full of other things then.
  const hasRoom = !facilitates || (!round && !vote);
  return (
    <>
      {round && (
        <div className={styles.under}>
          <RoundPanel view={view} />
        </div>
      )}
      {vote && (
        <div className={styles.under}>
          <VotePanel view={view} />
        </div>
      )}
      {!brief && takesPart && hasRoom && (
        <div className={styles.acts}>
          <RisingInBar />
          <Button
            id={reactButtonId}
            icon={SmilePlus}
            aria-haspopup="true"
            onClick={() => askFor(isAsked('reactions') ? null : 'reactions')}
          >
            React
          </Button>
          {pace.possible && <PaceMenu />}
          {results.length > 0 && (
            <Button icon={ChartNoAxesColumnDecreasing} onClick={() => askFor('votes')}>
              Results
            </Button>
          )}
          <PaceCounts view={view} />
        </div>
      )}
    </>
  );
};
