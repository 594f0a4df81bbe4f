// One zone of the board as a heading and its lists.
import type { Card, EventCard } from '@hearth/board/cards';
import { dated, gapsOf, undated } from '@hearth/board/timeline';
import { clock, counted, durationInWords } from '@hearth/review/time/words';
import { Plus } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { PrivateWriting } from '../../drafts/PrivateWriting.tsx';
import { AddHere } from '../cards/CardColumn.tsx';
import { useCommands } from '../commands.tsx';
import { Composer } from '../compose/Composer.tsx';
import { composerWords } from '../compose/composer-words.ts';
import { defaultGroup } from '../default-group.ts';
import { cardsIn, groupsOf, zoneNames, type BoardZone, type Group } from '../groups.ts';
import { useCards, useSession, useUi } from '../session.tsx';
import { zoneId } from '../Zone.tsx';
import { OutlineItem } from './OutlineItem.tsx';
import styles from './Outline.module.css';

export type OutlineLook = 'rows' | 'cards';

interface OutlineZoneProps {
  zone: BoardZone;
  look: OutlineLook;
  /** The phone has a composer of its own. */
  composers?: boolean;
}

export const OutlineZone = ({ zone, look, composers = true }: OutlineZoneProps) => {
  const { view } = useSession();
  const version = useSyncExternalStore(view.subscribe, () => zoneSignature(view, zone));
  // The signature stands for everything that this list shows; the cards render their own words.
  const groups = useMemo(() => {
    void version;
    return groupsOf(view)
      .filter((group) => group.zone === zone)
      .map((group) => ({ group, cards: cardsIn(view, group.key) }));
  }, [view, zone, version]);
  const total = groups.reduce((sum, { cards }) => sum + cards.length, 0);
  const first = groups.find(({ cards }) => cards.length > 0)?.cards[0] ?? null;

  return (
    <section
      id={zoneId(zone)}
      data-zone={zone}
      tabIndex={-1}
      aria-labelledby={`${zoneId(zone)}-name`}
      className={classes(styles.zone, styles[look])}
    >
      <ZoneHead zone={zone} total={total} composers={composers} />
      {zone === 'perspectives' && <PrivateWriting composer={composers} />}
      {zone === 'timeline' ? (
        <Events look={look} first={first} />
      ) : (
        groups
          .filter(({ cards }) => composers || cards.length > 0)
          .map(({ group, cards }) => (
            <GroupList
              key={group.key}
              group={group}
              cards={cards}
              titled={groups.length > 1}
              look={look}
              first={first}
              composers={composers}
            />
          ))
      )}
      {total === 0 && <p className={styles.nothing}>{emptyWords[zone]}</p>}
    </section>
  );
};

const emptyWords: Record<BoardZone, string> = {
  timeline: 'When did someone first notice?',
  perspectives: 'How did it look from where you stood?',
  factors: 'What made this possible?',
  learnings: 'What surprised you about how it works?',
  actions: 'No action is a good outcome too.',
};

const zoneSignature = (view: ReturnType<typeof useSession>['view'], zone: BoardZone): string =>
  groupsOf(view)
    .filter((group) => group.zone === zone)
    .map(
      (group) =>
        `${group.key} ${group.name} ${cardsIn(view, group.key)
          .map((card) => card.id)
          .join(' ')}`,
    )
    .join('\n');

const ZoneHead = ({ zone, total, composers }: { zone: BoardZone; total: number; composers: boolean }) => {
  const { view, ui, canWrite } = useSession();
  const commands = useCommands();
  const group = defaultGroup(view, zone);
  const composing = useUi((state) =>
    zone === 'timeline' && state.composing?.group.startsWith('event/') ? state.composing : null,
  );
  return (
    <>
      <h2 id={`${zoneId(zone)}-name`} className={styles.name}>
        {zoneNames[zone]} <span className="meta">{counted(total, 'card')}</span>
        {canWrite && composers && group !== null && (
          <Button look="line" icon={Plus} className={styles.add} onClick={() => commands.compose(group)}>
            {composerWords(group).add}
          </Button>
        )}
      </h2>
      {composing && composers && (
        <Composer
          key={composing.time}
          group={composing.group}
          time={composing.time}
          className={styles.composer}
          onClose={() => ui.set({ composing: null })}
        />
      )}
    </>
  );
};

interface GroupListProps {
  group: Group;
  cards: readonly Card[];
  titled: boolean;
  look: OutlineLook;
  first: Card | null;
  composers: boolean;
}

const GroupList = ({ group, cards, titled, look, first, composers }: GroupListProps) => (
  <>
    {titled && (
      <h3 className={styles.group}>
        {group.name} <span className="meta">{cards.length}</span>
      </h3>
    )}
    <ul className={styles.list} aria-label={group.name} data-group={group.key}>
      {cards.map((card) => (
        <li key={card.id} className={styles.item}>
          <OutlineItem id={card.id} look={look} first={card === first} />
        </li>
      ))}
    </ul>
    {composers && (
      <div className={styles.composer}>
        <AddHere group={group.key} />
      </div>
    )}
  </>
);

/** Events in the order of time, with the silences between them, then those of which only the order is known. */
const Events = ({ look, first }: { look: OutlineLook; first: Card | null }) => {
  const { zone, canWrite } = useSession();
  const commands = useCommands();
  const events = useCards('event');
  const timed = useMemo(() => dated(events), [events]);
  const gaps = useMemo(() => new Map(gapsOf(events).map((gap) => [gap.toMs, gap])), [events]);
  const waiting = useMemo(() => undated(events), [events]);
  const gapBefore = (event: EventCard & { at: number }, index: number) =>
    timed[index - 1]?.at === event.at ? undefined : gaps.get(event.at);
  return (
    <>
      <ol className={styles.list} aria-label="Events in the order of time">
        {timed.map((event, index) => {
          const gap = gapBefore(event, index);
          return [
            gap && (
              <li key={`gap ${gap.fromMs}`} className={styles.gap}>
                <span>{durationInWords((gap.toMs - gap.fromMs) / 60_000)}</span>
                <span>nothing noted</span>
                {canWrite && (
                  <button
                    type="button"
                    onClick={() => commands.compose('event/', `about ${clock((gap.fromMs + gap.toMs) / 2, zone)}`)}
                  >
                    Add a moment
                    <span className="vh">
                      {' '}
                      between {clock(gap.fromMs, zone)} and {clock(gap.toMs, zone)}
                    </span>
                  </button>
                )}
              </li>
            ),
            <li key={event.id} className={styles.item}>
              <OutlineItem id={event.id} look={look} first={event.id === first?.id} />
            </li>,
          ];
        })}
      </ol>
      {waiting.length > 0 && (
        <>
          <h3 className={styles.group}>
            Order unknown <span className="meta">{waiting.length}</span>
          </h3>
          <ul className={styles.list} aria-label="Events of which only the order is known">
            {waiting.map((event) => (
              <li key={event.id} className={styles.item}>
                <OutlineItem id={event.id} look={look} first={event.id === first?.id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
