// While accepted rows go to the board, and once they stand there.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { counted } from '@hearth/review/time/words';
import { ArrowRight, Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, ButtonLink } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { statusText } from '../live/status.ts';
import type { PutState } from './use-put-on-board.ts';
import styles from './ImportPage.module.css';

interface ImportOutcomeProps {
  review: ReviewDetail;
  state: Exclude<PutState, { kind: 'idle' }>;
  onAgain: () => void;
}

export const ImportOutcome = ({ review, state, onAgain }: ImportOutcomeProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [state.kind]);
  switch (state.kind) {
    case 'putting':
      return (
        <section className={styles.outcome}>
          <h2 ref={heading} tabIndex={-1} className="sec">
            Putting {counted(state.count, 'event')} on the board
          </h2>
          <Notice lost={state.status.kind === 'offline'} title={`${state.durable} of ${state.count} saved.`}>
            {state.status.kind === 'offline' &&
              `${statusText(state.status)}. It goes on by itself when Hearth is back.`}
          </Notice>
        </section>
      );
    case 'done':
      return (
        <section className={styles.outcome}>
          <h2 ref={heading} tabIndex={-1} className="sec">
            {counted(state.added, 'event stands', 'events stand')} on the board
          </h2>
          <Notice icon={Check} title="Saved.">
            Everyone in the room sees them. Times, words and kinds can be changed there.
          </Notice>
          <ButtonLink to={`/reviews/${review.id}`} look="ink" large icon={ArrowRight}>
            Go to the board
          </ButtonLink>
        </section>
      );
    case 'failed':
      return (
        <section className={styles.outcome}>
          <h2 ref={heading} tabIndex={-1} className="sec">
            {state.added === 0
              ? 'Nothing was put on the board'
              : `${counted(state.added, 'event stands', 'events stand')} on the board, the rest does not`}
          </h2>
          <Notice
            live="alert"
            actions={
              state.added === 0 && (
                <Button look="line" onClick={onAgain}>
                  Try again
                </Button>
              )
            }
          >
            {state.advice}
          </Notice>
        </section>
      );
  }
};
