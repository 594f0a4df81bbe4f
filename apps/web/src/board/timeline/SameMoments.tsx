// Tellings of different lanes side by side: which may be the same moment, and what people make of it. A suggestion that is taken
// makes one card with both wordings; one that is not keeps both.
import type { EventCard } from '@hearth/board/cards';
import { sameMoments, type SameMoment } from '@hearth/board/same-moments';
import { durationInWords, listed } from '@hearth/review/time/words';
import { Merge } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useCommands } from '../commands.tsx';
import { eventIcons } from '../event-kinds.ts';
import { commonLane } from '../groups.ts';
import { headline } from '../relations.ts';
import { useCards, useSession } from '../session.tsx';
import { timeWords } from './time-entry.ts';
import styles from './SameMoments.module.css';

export const SameMoments = ({ onClose }: { onClose: () => void }) => {
  const events = useCards('event');
  const pairs = sameMoments(events);
  return (
    <Dialog
      title="Told twice?"
      width="wide"
      onClose={onClose}
      actions={
        <Button look="ink" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p className={styles.lead}>
        {pairs.length > 0
          ? 'These stand in different lanes, near each other in time, with words in common. Where they are one moment, join them: both wordings and both sources stay. Undo takes back one step.'
          : 'No two moments of different lanes look alike. When people note their own moments, each in a lane of their own, those that may be the same are shown here.'}
      </p>
      <ol className={styles.pairs} aria-label="Moments that may be told twice">
        {pairs.map((pair) => (
          <li key={`${pair.first.id} ${pair.other.id}`} className={styles.pair}>
            <Pair pair={pair} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
};

const Pair = ({ pair: { first, other, apartMs, shared } }: { pair: SameMoment }) => {
  const commands = useCommands();
  const { canWrite } = useSession();
  const named = `“${headline(first, 40)}” and “${headline(other, 40)}”`;
  return (
    <>
      <Telling event={first} shared={shared} />
      <Telling event={other} shared={shared} />
      <p className={styles.why}>
        {apartMs < 60_000 ? 'At the same time' : `${durationInWords(apartMs / 60_000)} apart`}; both say{' '}
        {listed(shared.slice(0, 4).map((word) => `“${word}”`))}
      </p>
      {canWrite && (
        <div className={styles.choices} role="group" aria-label={`What ${named} are`}>
          <Button look="line" icon={Merge} onClick={() => commands.join(first.id, other.id)}>
            One moment: join
          </Button>
          <Button onClick={() => commands.setApart(first.id, other.id, 'differently')}>
            Told differently: keep both
          </Button>
          <Button onClick={() => commands.setApart(first.id, other.id, 'another')}>Two moments</Button>
        </div>
      )}
    </>
  );
};

const Telling = ({ event, shared }: { event: EventCard; shared: readonly string[] }) => {
  const { anchorMs, zone } = useSession();
  const author = event.author?.name ?? '';
  const lane = event.lane === '' ? commonLane : event.lane;
  return (
    <article className={styles.telling}>
      <p className={styles.when}>
        <b>{timeWords(event, anchorMs(), zone)}</b>
        <Icon of={eventIcons[event.eventKind]} size="s" />
      </p>
      <p className={styles.words}>{marked(event.text, shared)}</p>
      <p className={styles.who}>{author === '' || author === lane ? lane : `${lane}, noted by ${author}`}</p>
    </article>
  );
};

/** The words that both have are marked, by their beginning: "call" in "calls" as well. */
const marked = (text: string, shared: readonly string[]) => {
  const stems = shared.map((word) => word.toLocaleLowerCase().slice(0, Math.max(3, word.length - 3)));
  return (text.trim() === '' ? 'without words' : text)
    .split(/([\p{L}\p{N}’'-]+)/u)
    .map((part, index) =>
      stems.some((stem) => part.toLocaleLowerCase().startsWith(stem)) ? <mark key={index}>{part}</mark> : part,
    );
};
