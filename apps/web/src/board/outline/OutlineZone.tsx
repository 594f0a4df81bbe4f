// One zone of the board as a heading and its lists.
import { cardKinds, type Card } from '@hearth/board/cards';
import { zoneOfKind, type BoardZone } from '@hearth/board/zones';
import { Plus } from 'lucide-react';
import { memo, useMemo, useSyncExternalStore } from 'react';
import { SimilarLine } from '../factors/late-parts.ts';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { PrivateWriting } from '../../drafts/PrivateWriting.tsx';
import { AddHere } from '../cards/CardColumn.tsx';
import { useCommands } from '../commands.tsx';
import { TimelineLine } from '../timeline/TimelineLine.tsx';
import { composerWords } from '../compose/composer-words.ts';
import { defaultGroup } from '../default-group.ts';
import { ToldDifferently } from '../differently/ToldDifferently.tsx';
import { cardsIn, groupsOf, themeOfKey, zoneNames, type Group } from '../groups.ts';
import { ZoneLock } from '../late-zone-lock.ts';
import { InZone, useSession, useUi } from '../session.tsx';
import { zoneId } from '../Zone.tsx';
import { OutlineEvents } from './OutlineEvents.tsx';
import { Fold } from './OutlineHeading.tsx';
import { OutlineItem } from './OutlineItem.tsx';
import { ThemeHead } from './OutlineTheme.tsx';
import { isFiltered, outlineOf, passes, useOutlineView } from './outline-view.ts';
import { useTalked } from './use-talked.ts';
import { zoneWords } from './zone-words.ts';
import styles from './Outline.module.css';

export type OutlineLook = 'rows' | 'cards';

interface OutlineZoneProps {
  zone: BoardZone;
  look: OutlineLook;
  /** The phone has a composer of its own. */
  composers?: boolean;
  /** Leaves out cards that are shown elsewhere on the same page. */
  without?: ReadonlySet<string> | undefined;
}

/** Rendered anew only when its structure changes: not for a letter typed in a card, nor for each that is saved. */
export const OutlineZone = memo((props: OutlineZoneProps) => (
  <InZone zone={props.zone}>
    <ZoneAsList {...props} />
  </InZone>
));
OutlineZone.displayName = 'OutlineZone';

const ZoneAsList = ({ zone, look, composers = true, without }: OutlineZoneProps) => {
  const session = useSession();
  const { view, canWrite } = session;
  const version = useSyncExternalStore(view.subscribe, () => zoneSignature(view, zone));
  const kind = useOutlineView((state) => state.kind);
  const mine = useOutlineView((state) => state.mine);
  const talked = useOutlineView((state) => state.talked);
  const folded = useOutlineView((state) => state.folded.has(zone));
  const filtered = isFiltered({ kind, mine, talked });
  /** What one is at is shown, whatever is left out. */
  const kept = useUi((ui) => (filtered ? ui.selected : null));
  const talkedAbout = useTalked();
  const composing = useUi((ui) => ui.composing?.group ?? null);
  // The signature stands for everything that this list shows; the cards render their own words.
  const { groups, all, above } = useMemo(() => {
    void version;
    const me = session.by().author?.id ?? null;
    const filter = { kind, mine, talked };
    const whole = groupsOf(view)
      .filter((group) => group.zone === zone)
      .map((group) => ({ group, cards: cardsIn(view, group.key) }));
    const isShown = (card: Card): boolean =>
      !without?.has(card.id) && (card.id === kept || passes(card, filter, me, (id) => talkedAbout.has(id)));
    const listed = whole.flatMap((one) => one.cards);
    const rest = listed.filter((card) => !without?.has(card.id)).length;
    return {
      groups: whole.map(({ group, cards }) => ({ group, cards: cards.filter(isShown) })),
      all: rest,
      above: listed.length - rest,
    };
  }, [session, view, zone, version, kind, mine, talked, talkedAbout, kept, without]);
  const cards = groups.flatMap((one) => one.cards);
  const first = cards[0] ?? null;
  const begins = groups.some(({ group }) => group.key === composing);
  if (filtered && cards.length === 0 && !begins) return null;

  return (
    <section
      id={zoneId(zone)}
      data-zone={zone}
      tabIndex={-1}
      aria-labelledby={`${zoneId(zone)}-name`}
      className={classes(styles.zone, styles[look])}
    >
      <ZoneHead zone={zone} cards={cards} all={all} above={above} composers={composers} />
      {!folded && (
        <>
          {zone === 'perspectives' && <PrivateWriting composer={composers} />}
          {zone === 'factors' && canWrite && cards.length > 1 && <SimilarLine wraps />}
          {zone === 'timeline' && cards.length > 0 && <TimelineLine notes={composers} />}
          {zone === 'timeline' ? (
            <OutlineEvents look={look} first={first?.id ?? null} shown={cards} gaps={!filtered} composers={composers} />
          ) : (
            groups
              .filter((one) => one.cards.length > 0 || (composers && (!filtered || one.group.key === composing)))
              .map((one) => (
                <GroupList
                  key={one.group.key}
                  group={one.group}
                  cards={one.cards}
                  titled={groups.length > 1}
                  look={look}
                  first={first}
                  composers={composers}
                />
              ))
          )}
          {zone === 'perspectives' && <ToldDifferently />}
          {all + above === 0 && <p className={styles.nothing}>{emptyWords[zone]}</p>}
        </>
      )}
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

type View = ReturnType<typeof useSession>['view'];

const signatures = new WeakMap<View, Map<BoardZone, { of: readonly unknown[]; signature: string }>>();

/** Tells the groups of a zone and which cards stand in them; read anew only when something of their kinds changed. */
const zoneSignature = (view: View, zone: BoardZone): string => {
  const known = signatures.get(view) ?? new Map<BoardZone, { of: readonly unknown[]; signature: string }>();
  signatures.set(view, known);
  const of = [
    ...cardKinds.filter((kind) => zoneOfKind[kind] === zone).map((kind) => view.list(kind)),
    view.columns(),
    view.themes(),
  ];
  const before = known.get(zone);
  if (before?.of.every((list, index) => list === of[index])) return before.signature;
  const signature = groupsOf(view)
    .filter((group) => group.zone === zone)
    .map(
      (group) =>
        `${group.key} ${group.name} ${cardsIn(view, group.key)
          .map((card) => card.id)
          .join(' ')}`,
    )
    .join('\n');
  known.set(zone, { of, signature });
  return signature;
};

interface ZoneHeadProps {
  zone: BoardZone;
  cards: readonly Card[];
  /** How many there are, shown or not. */
  all: number;
  /** How many more stand above the list. */
  above: number;
  composers: boolean;
}

const ZoneHead = ({ zone, cards, all, above, composers }: ZoneHeadProps) => {
  const { view, canWrite } = useSession();
  const outline = outlineOf(view);
  const commands = useCommands();
  const group = defaultGroup(view, zone);
  return (
    <h2 id={`${zoneId(zone)}-name`} className={styles.name}>
      <Fold heading={zone}>{zoneNames[zone]}</Fold> <span className="meta">{zoneWords(cards, all, above)}</span>
      {canWrite && composers && group !== null && (
        <Button
          look="line"
          icon={Plus}
          className={styles.add}
          onClick={() => {
            outline.set({ below: null });
            commands.compose(group);
          }}
        >
          {composerWords(group).add}
        </Button>
      )}
      <ZoneLock zone={zone} />
    </h2>
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

const GroupList = ({ group, cards, titled, look, first, composers }: GroupListProps) => {
  const folded = useOutlineView((view) => view.folded.has(group.key));
  return (
    <>
      {titled && <GroupHead group={group} cards={cards} />}
      {!(titled && folded) && (
        <>
          <ul className={styles.list} aria-label={group.name} data-group={group.key}>
            {cards.map((card) => (
              <li key={card.id} className={styles.item}>
                <OutlineItem id={card.id} look={look} first={card === first} placed={titled} />
              </li>
            ))}
          </ul>
          {composers && (
            <div className={styles.composer}>
              <AddHere group={group.key} />
            </div>
          )}
        </>
      )}
    </>
  );
};

const GroupHead = ({ group, cards }: { group: Group; cards: readonly Card[] }) => {
  const theme = themeOfKey(group.key);
  if (theme !== null) return <ThemeHead theme={theme} group={group} cards={cards} />;
  return (
    <h3 className={styles.group}>
      <Fold heading={group.key}>{group.name}</Fold> <span className="meta">{cards.length}</span>
    </h3>
  );
};
