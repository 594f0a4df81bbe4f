// What the stage has in store, offered once to those who run the meeting: a round to begin with, a vote.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { CircleDot, MessagesSquare } from 'lucide-react';
import { counted } from '@hearth/review/time/words';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { useCommand } from '../facilitation/use-facilitation.ts';
import { namesWords } from '../votes/vote-words.ts';
import { askFor } from './asked.ts';
import styles from './TakingPart.module.css';
import { offersOf } from './offers.ts';
import { purposeNames, roundPeople, roundQuestions } from './rounds.ts';

export const Offers = ({ view }: { view: FacilitationView }) => {
  const command = useCommand();
  /** What was begun or put aside, by visit. */
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const { round, vote, key } = offersOf(view.state);
  const putAside = (what: string): void => setDone((before) => new Set([...before, `${what} ${key}`]));
  const offered = (what: string): boolean => !done.has(`${what} ${key}`);
  // A round leaves nothing behind that would tell that it was held: whoever began it knows.
  const underWay = view.state.round !== undefined && offered('round');
  if (underWay) putAside('round');
  return (
    <>
      {round && offered('round') && (
        <Notice
          icon={MessagesSquare}
          live="none"
          offer
          className={styles.offer}
          title={`${purposeNames[round]}:`}
          actions={
            <>
              <Button
                look="line"
                onClick={() => {
                  void command({
                    kind: 'begin-round',
                    purpose: round,
                    question: roundQuestions[round][0] ?? '',
                    order: roundPeople(view.people).map(({ participantId }) => participantId),
                  });
                }}
              >
                Begin
              </Button>
              <Button onClick={() => askFor('round')}>Choose…</Button>
              <Button onClick={() => putAside('round')}>Not now</Button>
            </>
          }
        >
          {roundQuestions[round][0]}
        </Notice>
      )}
      {vote && offered('vote') && (
        <Notice
          icon={CircleDot}
          live="none"
          offer
          className={styles.offer}
          title={`A vote on the ${vote.on}?`}
          actions={
            <>
              <Button look="line" onClick={() => void command({ kind: 'open-vote', ...vote })}>
                Open the vote
              </Button>
              <Button onClick={() => putAside('vote')}>Not now</Button>
            </>
          }
        >
          {counted(vote.dots, 'dot')} each, {namesWords(vote.anonymous)}.
        </Notice>
      )}
    </>
  );
};
