// What an event on the board carries beside its words: a look at its picture, and, once it is selected, what was known then and
// now, how others told it, and its evidence within reach of the Tab key.
import { isPicture, type EventCard, type Evidence } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { ExternalLink, Lightbulb, Split, Undo2, Users } from 'lucide-react';
import { useParams } from '../../router/Router.tsx';
import { fileUrl } from '../../attachments/file-url.ts';
import { pictureWords } from '../../attachments/words.ts';
import { IconButton } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useCommands } from '../commands.tsx';
import { headline } from '../relations.ts';
import { useCard, useSession, useUi } from '../session.tsx';
import { isPicked } from '../picking.ts';
import { timeWords } from './time-entry.ts';
import { useTimelineView } from './timeline-view.ts';
import styles from './EventParts.module.css';

/** The first picture, small, where the card is wide enough; it is opened from the list below the words. */
export const EventPeek = ({ card }: { card: EventCard }) => {
  const { reviewId = '' } = useParams();
  const selected = useUi((ui) => isPicked(ui, card.id));
  const picture = card.files.find(isPicture);
  if (!picture || selected) return null;
  return (
    <img
      className={styles.peek}
      src={fileUrl(reviewId, picture.id, picture.thumbnail)}
      alt={pictureWords(picture)}
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  );
};

/** Signs in the card's head: hindsight, other tellings, an account that differs. */
export const EventSigns = ({ card }: { card: EventCard }) => {
  const asThen = useTimelineView((view) => view.asThen);
  const tellings = card.tellings?.length ?? 0;
  const differs = card.apart?.some(({ how }) => how === 'differently') === true;
  return (
    <>
      {card.knownNow !== undefined && !asThen && (
        <span className={styles.sign} title="Something about it is known only now">
          <Icon of={Lightbulb} size="s" />
        </span>
      )}
      {tellings > 0 && (
        <span className={styles.sign} title={`Told in ${tellings + 1} ways`}>
          <Icon of={Users} size="s" />
          {tellings + 1}
        </span>
      )}
      {differs && (
        <span className={styles.sign} title="Told differently by somebody else">
          <Icon of={Split} size="s" />
        </span>
      )}
    </>
  );
};

/** On the board only of the selected card: there is no room for more. */
export const EventMore = ({ card }: { card: EventCard }) => {
  const selected = useUi((ui) => isPicked(ui, card.id) && ui.editing !== card.id);
  const told = useTold(card);
  if (!selected || !told.some) return null;
  return (
    // What is done in here is not done to the card.
    <div
      className={styles.more}
      role="presentation"
      data-more
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Told card={card} told={told} />
      {told.links.length > 0 && (
        <ul className={styles.links} aria-label="Evidence">
          {told.links.map((link, index) => (
            <li key={`${link.url} ${index}`}>
              <a href={link.url} target="_blank" rel="noreferrer noopener" title={link.url}>
                <Icon of={ExternalLink} size="s" />
                <span>{link.label || link.url.replace(/^https?:\/\//i, '')}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** In lists, where there is room for it at all times. */
export const EventTold = ({ card }: { card: EventCard }) => {
  const told = useTold(card);
  return told.words ? (
    <div className={styles.more}>
      <Told card={card} told={told} />
    </div>
  ) : null;
};

interface ToldParts {
  knownNow: string | undefined;
  differing: readonly CardId[];
  links: readonly Evidence[];
  words: boolean;
  some: boolean;
}

const useTold = ({ knownThen, knownNow: hindsight, tellings = [], apart = [], evidence }: EventCard): ToldParts => {
  const asThen = useTimelineView((view) => view.asThen);
  const knownNow = asThen ? undefined : hindsight;
  const differing = apart.flatMap(({ id, how }) => (how === 'differently' ? [id] : []));
  const links = [...evidence, ...tellings.flatMap((telling) => telling.evidence)];
  const words = knownThen !== undefined || knownNow !== undefined || tellings.length + differing.length > 0;
  return { knownNow, differing, links, words, some: words || links.length > 0 };
};

const Told = ({ card, told: { knownNow, differing } }: { card: EventCard; told: ToldParts }) => (
  <>
    {card.knownThen !== undefined && (
      <p className={styles.known}>
        <b>Known then</b> {card.knownThen}
      </p>
    )}
    {knownNow !== undefined && (
      <p className={styles.hindsight}>
        <b>Known only now</b> {knownNow}
      </p>
    )}
    {card.tellings?.map((telling) => (
      <ToldBy key={telling.id} id={telling.id} card={card} />
    ))}
    {differing.map((id) => (
      <ToldApart key={id} id={id} />
    ))}
  </>
);

const ToldBy = ({ id, card }: { id: CardId; card: EventCard }) => {
  const { anchorMs, zone, canWrite } = useSession();
  const commands = useCommands();
  const telling = card.tellings?.find((one) => one.id === id);
  if (!telling) return null;
  const who = telling.author?.name ?? telling.lane;
  return (
    <p className={styles.told}>
      <span>
        <b>{[who, timeWords(telling, anchorMs(), zone)].filter(Boolean).join(', ')}</b> {telling.text}
      </span>
      {canWrite && (
        <IconButton
          icon={Undo2}
          label={`Make “${headline({ ...card, text: telling.text }, 40)}” a card of its own again`}
          onClick={() => commands.part(id)}
        />
      )}
    </p>
  );
};

const ToldApart = ({ id }: { id: CardId }) => {
  const { anchorMs, zone } = useSession();
  const other = useCard(id);
  if (other?.kind !== 'event') return null;
  const who = other.author?.name ?? other.lane;
  return (
    <p className={styles.told}>
      <span>
        <b>
          Told differently{who && `, ${who}`}, {timeWords(other, anchorMs(), zone)}
        </b>{' '}
        {other.text}
      </span>
    </p>
  );
};
