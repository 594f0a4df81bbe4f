// Before the meeting: who is here, who is still missing, and the start.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { late } from '../shell/late.tsx';
import { AvatarStack } from '../design/Avatar.tsx';
import { Button } from '../design/Button.tsx';
import styles from './ControlBar.module.css';
import { lobbyWords } from './people.ts';
import { Missing } from './Missing.tsx';
import { ReadingOnly } from './ParticipantBar.tsx';
import { useCommand, useFacilitation } from './use-facilitation.ts';

/** Only who runs the meeting fetches it. */
const AgendaMenu = late(async () => (await import('../templates/AgendaMenu.tsx')).AgendaMenu, { onDemandOnly: true });

export const LobbyBar = ({ view }: { view: FacilitationView }) => {
  const { facilitates, takesPart, seat } = useFacilitation();
  const command = useCommand();
  return (
    <>
      <LobbyWords view={view} />
      {facilitates && (
        <div className={styles.end}>
          <AgendaMenu reviewId={seat.reviewId} meeting={view.state} />
          <Button look="ink" onClick={() => void command({ kind: 'start' })}>
            Start the review
          </Button>
        </div>
      )}
      {!takesPart && (
        <div className={styles.end}>
          <ReadingOnly />
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
        <strong>Not started yet</strong>{' '}
        <span className="small">
          {lobbyWords(view, seat.participantId)} <Missing view={view} />
        </span>
      </p>
    </div>
  );
};
