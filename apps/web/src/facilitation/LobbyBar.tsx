// Before the meeting: who is here, and the start.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { AvatarStack } from '../design/Avatar.tsx';
import { Button } from '../design/Button.tsx';
import styles from './ControlBar.module.css';
import { namesInWords, runsTheRoom } from './people.ts';
import { useCommand, useFacilitation } from './use-facilitation.ts';

export const LobbyBar = ({ view }: { view: FacilitationView }) => {
  const { facilitates } = useFacilitation();
  const command = useCommand();
  return (
    <>
      <LobbyWords view={view} />
      {facilitates && (
        <div className={styles.end}>
          <Button look="ink" onClick={() => void command({ kind: 'start' })}>
            Start the review
          </Button>
        </div>
      )}
    </>
  );
};

const LobbyWords = ({ view }: { view: FacilitationView }) => {
  const { seat } = useFacilitation();
  const others = view.people.filter((person) => person.here && person.participantId !== seat.participantId);
  return (
    <div className={styles.lobby}>
      {others.length > 0 && (
        <AvatarStack
          label="Here already"
          size="s"
          max={6}
          people={others.map((person) => ({ id: person.participantId, name: person.name }))}
        />
      )}
      <p>
        <strong>Not started yet</strong> <span className="small">{lobbyWords(view, seat.participantId)}</span>
      </p>
    </div>
  );
};

/** Who is here, and whom the room waits for. */
export const lobbyWords = (view: FacilitationView, me: string): string => {
  const others = view.people.filter((person) => person.here && person.participantId !== me);
  const here =
    others.length === 0
      ? 'You are the first one here.'
      : `${namesInWords(others.map((person) => person.name))} ${others.length === 1 ? 'is' : 'are'} here.`;
  const mine = view.people.find((person) => person.participantId === me);
  if (mine && runsTheRoom(mine.role)) return here;
  const facilitator = view.people.find((person) => person.role === 'facilitator');
  return facilitator ? `${here} ${facilitator.name} starts the review.` : here;
};
