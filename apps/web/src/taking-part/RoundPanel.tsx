// A round as everybody sees it: the question, whose turn it is, who is next and who is still to come.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { ChevronRight } from 'lucide-react';
import { Avatar, AvatarStack } from '../design/Avatar.tsx';
import { Button } from '../design/Button.tsx';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import styles from './RoundPanel.module.css';
import { purposeNames, turnNow } from './rounds.ts';

export const RoundPanel = ({ view }: { view: FacilitationView }) => {
  const { facilitates, seat } = useFacilitation();
  const command = useCommand();
  const { round } = view.state;
  const turn = turnNow(view);
  if (!round || turn === null) return null;
  const { speaker, speakerId, next, place, of } = turn;
  const mine = speakerId === seat.participantId;
  const pass = (): void => {
    if (speakerId !== null) void command({ kind: 'end-turn', of: speakerId });
  };
  const later = round.order
    .slice(round.turn + 1)
    .flatMap((id) => view.people.find((person) => person.participantId === id) ?? []);
  return (
    <section className={styles.round} aria-label={purposeNames[round.purpose]}>
      <p className="meta">
        {purposeNames[round.purpose]}, {Math.min(place, of)} of {of}
      </p>
      {round.question !== '' && (
        <p className={styles.question} dir="auto">
          {round.question}
        </p>
      )}
      <div className={styles.turn}>
        {speaker && <Avatar name={speaker.name} decorative />}
        <p className={styles.words}>
          <strong>{mine ? 'It is your turn' : (speaker?.name ?? 'Somebody who has left')}</strong>
          {speaker && !speaker.here && <span className="small"> is not here just now</span>}
          {next && (
            <span className="small">
              {next.participantId === seat.participantId ? 'You are next' : `${next.name} is next`}
            </span>
          )}
        </p>
        {later.length > 1 && (
          <AvatarStack
            label="Still to come"
            size="s"
            max={6}
            people={later.map(({ participantId, name }) => ({ id: participantId, name }))}
          />
        )}
        <div className={styles.acts}>
          {(mine || facilitates) && speakerId !== null && (
            <Button look={mine ? 'ink' : 'line'} onClick={pass}>
              {next === null ? (
                'Finish the round'
              ) : (
                <>
                  <span className={styles.to}>
                    Pass on to {next.participantId === seat.participantId ? 'me' : next.name}
                  </span>
                  <ChevronRight size={16} aria-hidden="true" className={styles.on} />
                </>
              )}
            </Button>
          )}
          {facilitates && next !== null && (
            <Button onClick={() => void command({ kind: 'end-round' })}>End the round</Button>
          )}
        </div>
      </div>
    </section>
  );
};
