// Taking part on a phone, in the block of the stage: the round and the vote, and in its row the reactions and the pace.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { ChartNoAxesColumnDecreasing, SmilePlus } from 'lucide-react';
import { IconButton } from '../design/Button.tsx';
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
  const { round, vote } = view.state;
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
      {!brief && <PaceCounts view={view} line />}
    </>
  );
};

/** In the row of hand and ready. */
export const PhoneReact = ({ view }: { view: FacilitationView }) => {
  const { takesPart, facilitates } = useFacilitation();
  const pace = usePace();
  const { round, vote, results = [] } = view.state;
  // Whoever runs the meeting has the block full of other things then.
  if (!takesPart || (facilitates && (round !== undefined || vote !== undefined))) return null;
  return (
    <>
      <RisingInBar />
      <IconButton
        id={reactButtonId}
        icon={SmilePlus}
        label="React"
        aria-haspopup="true"
        onClick={() => askFor(isAsked('reactions') ? null : 'reactions')}
      />
      {pace.possible && <PaceMenu />}
      {results.length > 0 && (
        <IconButton icon={ChartNoAxesColumnDecreasing} label="Results of the votes" onClick={() => askFor('votes')} />
      )}
    </>
  );
};
