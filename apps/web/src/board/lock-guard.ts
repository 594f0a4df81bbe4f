// What is refused in a zone that the facilitator has locked: one place for all commands, whatever key, menu or hand asks for
// them. A courtesy of the screens; the server takes what is written.
import type { CardKind } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import type { BoardCommands } from './commands.tsx';
import { zoneOfKind, type BoardZone } from '@hearth/board/zones';
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
  unlink: 'factors',
  changeMeaning: 'factors',
};

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

/** The same commands, refusing what is about a locked zone. @param onRefused  says why. */
export const guarded = (commands: BoardCommands, session: BoardSession, onRefused: () => void): BoardCommands => {
  if (session.locked.size === 0) return commands;
  const guard = (name: Name, act: (...given: never[]) => unknown) => {
    // Leaving a card without a word is possible all the same; so is talking about one. Words that are added are no key.
    if (name === 'leave' || name === 'undo' || name === 'redo') return act;
    return (...given: never[]): unknown => {
      const zone = zoneOf[name];
      const about: unknown[] =
        name === 'open' ? (given[0] === 'comments' ? [] : [given[1]]) : given.slice(0, name === 'add' ? 1 : 2);
      if (!(zone !== undefined && session.locked.has(zone)) && !isLocked(session, about)) return act(...given);
      onRefused();
      return refusedAnswer[name];
    };
  };
  const entries = Object.entries(commands) as [Name, (...given: never[]) => unknown][];
  return Object.fromEntries(entries.map(([name, act]) => [name, guard(name, act)])) as unknown as BoardCommands;
};
