// What is refused in a zone that the facilitator has locked: one place for all commands, whatever key, menu or hand asks for
// them. The server refuses what is written there all the same (packages/board/SPEC.md, Z): what it would refuse is refused
// here first, with words, so that nobody's work is set aside.
import type { Card, CardKind, Link } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { zoneOfKind, type BoardZone } from '@hearth/board/zones';
import type { BoardCommands } from './commands.tsx';
import type { BoardSession } from './session.tsx';

type Name = keyof BoardCommands;

/** These are about a zone that their arguments do not tell. */
const zoneOf: Partial<Record<Name, BoardZone>> = {
  addColumn: 'perspectives',
  changeColumn: 'perspectives',
  removeColumn: 'perspectives',
  composeMine: 'timeline',
  putIn: 'factors',
  renameTheme: 'factors',
  ungroup: 'factors',
  tidy: 'factors',
  tellDifferently: 'perspectives',
  answer: 'factors',
};

/** Only the first of their arguments tells what they are about; the next one is what somebody wrote. */
const aboutTheFirst: ReadonlySet<Name> = new Set<Name>(['add', 'answer', 'tellDifferently']);

/** These are about what is at both ends of a link. */
const aboutLink: ReadonlySet<Name> = new Set<Name>(['unlink', 'changeMeaning', 'markDiscussed']);
/** With a card, its links go. */
const takesLinks: ReadonlySet<Name> = new Set<Name>(['remove', 'removeAll']);

/** What a refused command gives back, where that is not nothing. */
const refusedAnswer: Partial<Record<Name, null | false>> = {
  add: null,
  addColumn: null,
  addBelow: null,
  answer: null,
  group: null,
  tellDifferently: null,
  link: false,
  mayLink: false,
  stepKind: false,
};

export const lockedWords = 'Locked by the facilitator just now.';

/** @param about  ids of cards, keys of groups, what is pasted; anything else is about no zone. */
export const isLocked = ({ locked, view }: Pick<BoardSession, 'locked' | 'view'>, about: unknown): boolean => {
  if (locked.size === 0) return false;
  if (Array.isArray(about)) return about.some((one) => isLocked({ locked, view }, one));
  if (typeof about === 'object' && about !== null && 'cards' in about)
    return (about.cards as readonly { kind: CardKind }[]).some(({ kind }) => locked.has(zoneOfKind[kind]));
  if (typeof about !== 'string') return false;
  const card = view.card(about as CardId);
  const kind = card?.kind ?? about.split('/', 1)[0];
  const zone = Object.entries(zoneOfKind).find(([one]) => one === kind)?.[1];
  return zone !== undefined && locked.has(zone);
};

const endsOf = (view: BoardSession['view'], isMeant: (link: Link) => boolean): CardId[] =>
  view.links().flatMap((link) => (isMeant(link) ? [link.from, link.to] : []));

/** What goes with cards that are removed. */
const goesWith = (view: BoardSession['view'], ids: readonly CardId[]): CardId[] => {
  const gone = new Set(ids.flatMap((id) => [id, ...tellingsOf(view.card(id))]));
  return endsOf(view, ({ from, to }) => gone.has(from) || gone.has(to));
};

const tellingsOf = (card: Card | undefined): CardId[] =>
  card?.kind === 'event' ? (card.tellings ?? []).map(({ id }) => id) : [];

const aboutOf = (name: Name, given: readonly unknown[], view: BoardSession['view']): unknown[] => {
  const [first] = given;
  if (name === 'open') return first === 'comments' ? [] : [given[1]];
  if (aboutLink.has(name)) return endsOf(view, ({ id }) => id === first);
  if (takesLinks.has(name)) return [first, goesWith(view, [first].flat() as CardId[])];
  return given.slice(0, aboutTheFirst.has(name) ? 1 : 2);
};

/** The same commands, refusing what is about a locked zone. @param onRefused  says why. */
export const guarded = (commands: BoardCommands, session: BoardSession, onRefused: () => void): BoardCommands => {
  if (session.locked.size === 0) return commands;
  const guard = (name: Name, act: (...given: never[]) => unknown) => {
    // Leaving a card without a word is possible all the same; so is talking about one. Undo looks at each step itself.
    if (name === 'leave' || name === 'undo' || name === 'redo') return act;
    return (...given: never[]): unknown => {
      const zone = zoneOf[name];
      const about = aboutOf(name, given, session.view);
      if (!(zone !== undefined && session.locked.has(zone)) && !isLocked(session, about)) return act(...given);
      onRefused();
      return refusedAnswer[name];
    };
  };
  const entries = Object.entries(commands) as [Name, (...given: never[]) => unknown][];
  return Object.fromEntries(entries.map(([name, act]) => [name, guard(name, act)])) as unknown as BoardCommands;
};
