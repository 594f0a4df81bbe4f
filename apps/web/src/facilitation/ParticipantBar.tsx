// The bar of those who take part, and of observers, who only read it.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { Check, Eye, Hand } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import styles from './ControlBar.module.css';
import { readyCount } from './people.ts';
import { ReadyPips } from './ReadyPips.tsx';
import { StageClock } from './StageClock.tsx';
import { StageName } from './StageName.tsx';
import { useFacilitation, useMyTurn, useRemaining } from './use-facilitation.ts';

export const ParticipantBar = ({ view }: { view: FacilitationView }) => {
  const remaining = useRemaining();
  const { takesPart } = useFacilitation();
  const ready = readyCount(view);
  return (
    <>
      <div className={styles.group}>
        <StageName state={view.state} />
      </div>
      {remaining && (
        <div className={styles.clockGroup}>
          <StageClock remaining={remaining} />
        </div>
      )}
      {ready.of > 0 && (
        <div className={styles.group}>
          <ReadyPips count={ready} />
        </div>
      )}
      <div className={styles.end}>{takesPart ? <TurnButtons /> : <ReadingOnly />}</div>
    </>
  );
};

/** Hand and Ready. */
const TurnButtons = () => {
  const turn = useMyTurn();
  return (
    <>
      <Button icon={Hand} aria-pressed={turn.handRaised} onClick={turn.toggleHand}>
        {turn.handWords}
        <kbd aria-hidden="true">H</kbd>
      </Button>
      <Button look="line" icon={Check} aria-pressed={turn.ready} onClick={turn.toggleReady}>
        {turn.ready ? 'Ready' : 'I am ready'}
        <kbd aria-hidden="true">R</kbd>
      </Button>
    </>
  );
};

/** Said once, in the bar. */
export const ReadingOnly = () => (
  <p className={styles.reading}>
    <Icon of={Eye} /> You are observing
  </p>
);
