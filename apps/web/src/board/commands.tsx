// What a person can do to the board, for every rendering of it: each does it, says it, and offers the way back.
import type { Card } from '@hearth/board/cards';
import type { Pasted } from '@hearth/board/clip';
import { pasteCards, removeCards } from '@hearth/board/many-cards';
import {
  addCard,
  addColumn,
  changeCard,
  changeColumn,
  moveCard,
  removeCard,
  removeColumn,
  type CardChange,
  type NewCard,
  type Place,
} from '@hearth/board/operations';
import type { CardId, ColumnId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { kinds } from '../design/kinds.ts';
import { useToast } from '../design/toast.tsx';
import { factorCommands, type FactorCommands } from './factors/factor-commands.ts';
import { differentlyCommands, type DifferentlyCommands } from './differently/differently-commands.ts';
import { focusCard } from './focus.ts';
import { cardsIn, groupKeyOf, groupsOf, type Group, type GroupKey } from './groups.ts';
import { listCommands, type ListCommands } from './list-commands.ts';
import { guarded, lockedWords } from './lock-guard.ts';
import { newCardId, newColumnId } from './new-id.ts';
import { headline } from './relations.ts';
import { useSession, type BoardSession, type CardPanel } from './session.tsx';
import type { Direction } from './spatial.ts';
import { timeWords, type EventTime } from './timeline/time-entry.ts';
import { timelineCommands, type TimelineCommands } from './timeline/timeline-commands.ts';

export interface BoardCommands extends DifferentlyCommands, ListCommands, FactorCommands, TimelineCommands {
  /** @returns the id of the new card, or null when there was nothing to write. */
  add(group: GroupKey, text: string, extra?: CardChange): CardId | null;
  addColumn(name: string, role: string): ColumnId | null;
  changeColumn(id: ColumnId, name: string, role: string): void;
  /** Only while nothing stands in it. */
  removeColumn(id: ColumnId): void;
  remove(id: CardId): void;
  /** In one step. @param words  what was done with them, before the count: "Removed". */
  removeAll(ids: readonly CardId[], words?: string): void;
  /** Adds cards and the links among them in one step, and selects them. @param note  said after what was added. */
  paste(pasted: Pasted, note?: string): void;
  change(id: CardId, change: CardChange): void;
  /** @param lane  when it moves to another one in the same step. */
  setTime(id: CardId, time: EventTime, lane?: string): void;
  /** Puts a card into a group of its own kind, at a place among its cards. */
  moveTo(id: CardId, group: GroupKey, place?: Place): void;
  /** One step by keyboard: among its neighbours, to the next column, or along the axis; a big one with `far`. */
  step(id: CardId, direction: Direction, far?: boolean): void;
  edit(id: CardId): void;
  open(panel: CardPanel, id: CardId): void;
  compose(group: GroupKey, time?: string): void;
  undo(): void;
  redo(): void;
}

export const boardCommands = (
  session: BoardSession,
  say: (words: string) => void,
  toast: (words: string, options?: { action?: { label: string; onSelect: () => void } }) => void,
): BoardCommands => {
  const { view, writer, ui, zone } = session;

  const groupAt = (key: GroupKey): Group | undefined => groupsOf(view).find((group) => group.key === key);

  const sayMoved = (id: CardId, group: Group): void => {
    const cards = cardsIn(view, group.key);
    const place = cards.findIndex((card) => card.id === id) + 1;
    say(`${headline(view.card(id))}: ${group.name}, ${place} of ${cards.length}`);
  };

  const moveTo = (id: CardId, key: GroupKey, place: Place = 'last'): void => {
    const group = groupAt(key) ?? laneOf(key);
    const card = view.card(id);
    if (!session.canWrite || !group || card?.kind !== group.kind) return;
    moveCard(writer, id, cardsIn(view, key), place, group.change);
    sayMoved(id, group);
    focusCard(id);
  };

  const stepAmong = (card: Card, by: -1 | 1): void => {
    const siblings = cardsIn(view, groupKeyOf(card));
    const neighbour = siblings[siblings.findIndex((other) => other.id === card.id) + by];
    if (!neighbour) return;
    moveTo(card.id, groupKeyOf(card), by < 0 ? { before: neighbour.id } : { after: neighbour.id });
  };

  const stepAcross = (card: Card, by: -1 | 1): boolean => {
    const groups = groupsOf(view).filter((group) => group.kind === card.kind);
    const here = groups.findIndex((group) => group.key === groupKeyOf(card));
    const next = groups[here + by];
    if (!next) return false;
    const index = cardsIn(view, groupKeyOf(card)).findIndex((other) => other.id === card.id);
    const before = card.kind === 'event' ? undefined : cardsIn(view, next.key)[index];
    moveTo(card.id, next.key, before ? { before: before.id } : 'last');
    return true;
  };

  const setTime = (id: CardId, time: EventTime, lane?: string): void => {
    if (!changeCard(writer, id, { ...time, ...(lane === undefined ? {} : { lane }) })) return;
    if (lane !== undefined) focusCard(id);
    say(`${headline(view.card(id))}: ${timeWords(time, session.anchorMs(), zone)}`);
  };

  /** @param after  told whether there was one; nothing where it was refused. */
  const takeStep = (which: 'undo' | 'redo', after: (done: boolean) => void): void => {
    if (session.lockedNow().size === 0) {
      after(writer.undo[which]() !== null);
      return;
    }
    void import('./turn-back.ts').then(({ turnBackUnlessLocked }) => {
      const turned = turnBackUnlessLocked(session, which);
      if (turned === 'locked') toast(lockedWords);
      else after(turned === 'done');
    });
  };

  /** Says what was done. What the offer takes back is this and nothing else. */
  const offerUndo = (words: string, after: () => void): void => {
    const done = writer.undo.undoStack.at(-1);
    toast(words, {
      action: {
        label: 'Undo',
        onSelect: () => {
          if (writer.undo.undoStack.at(-1) !== done) {
            toast('You have changed something since. Undo takes that back first.');
            return;
          }
          takeStep('undo', after);
        },
      },
    });
  };

  const remove = (id: CardId): void => {
    const card = view.card(id);
    if (!session.canWrite || !card) return;
    const siblings = cardsIn(view, groupKeyOf(card));
    const index = siblings.findIndex((other) => other.id === id);
    const next = siblings[index + 1] ?? siblings[index - 1];
    if (!removeCard(writer, id)) return;
    offerUndo(`Removed “${headline(card, 48)}”.`, () => focusCard(id));
    if (next) focusCard(next.id);
  };

  const step = (id: CardId, direction: Direction, far = false): void => {
    const card = view.card(id);
    if (!session.canWrite || !card) return;
    const forward = direction === 'right' || direction === 'down' ? 1 : -1;
    const level = direction === 'left' || direction === 'right';
    if (card.kind === 'event') {
      if (level) inTime.stepTime(id, forward, far);
      else if (!inTime.stepKind(id, forward)) stepAcross(card, forward);
    } else if (!level) stepAmong(card, forward);
    else if (!stepAcross(card, forward) && (card.kind === 'learning' || card.kind === 'question'))
      stepAmong(card, forward);
  };

  const compose = (group: GroupKey, time = ''): void => {
    if (session.canWrite) ui.set({ composing: { group, time } });
  };
  const inTime = timelineCommands(session, { say, offerUndo, setTime, compose });

  const turnBack = (which: 'undo' | 'redo'): void => {
    if (!session.canWrite) return;
    takeStep(which, (done) =>
      say(done ? (which === 'undo' ? 'Taken back' : 'Done again') : `Nothing of yours to ${which}`),
    );
  };

  return {
    ...differentlyCommands(session, say),
    ...listCommands(session, { say, moveTo, step, newCard: (id, group) => newCard(id, group, '', {}) }),
    ...factorCommands(session, { say, toast, offerUndo }),
    ...inTime,
    add: (key, text, extra = {}) => {
      const group = groupAt(key) ?? laneOf(key);
      const words = text.trim();
      if (!session.canWrite || !group || words === '') return null;
      const id = newCardId();
      if (!addCard(writer, newCard(id, group, words, extra), session.by())) return null;
      ui.set({ added: id });
      say(`${kinds[group.kind].name} added`);
      return id;
    },
    addColumn: (name, role) => {
      const id = newColumnId();
      if (!session.canWrite || name.trim() === '' || !addColumn(writer, { id, name: name.trim(), role: role.trim() }))
        return null;
      say(`Column for ${name.trim()} added`);
      return id;
    },
    changeColumn: (id, name, role) => {
      if (session.canWrite) changeColumn(writer, id, { name: name.trim(), role: role.trim() });
    },
    removeColumn: (id) => {
      if (session.canWrite && removeColumn(writer, id)) say('Column removed');
    },
    remove,
    removeAll: (ids, words = 'Removed') => {
      const [only, ...more] = ids;
      if (only !== undefined && more.length === 0 && words === 'Removed') {
        remove(only);
        return;
      }
      if (!session.canWrite) return;
      const count = removeCards(writer, ids);
      if (count > 0) offerUndo(`${words} ${counted(count, 'card')}.`, () => session.selectAll(ids));
    },
    paste: ({ cards, links }, note = '') => {
      const last = cards.at(-1);
      if (!session.canWrite || !last) return;
      pasteCards(writer, { cards, links }, session.by());
      const [kind, ...others] = new Set(cards.map((card) => card.kind));
      const words =
        kind !== undefined && others.length === 0
          ? counted(cards.length, kinds[kind].name.toLowerCase(), kinds[kind].plural.toLowerCase())
          : counted(cards.length, 'card');
      offerUndo(`Pasted ${words}.${note && ` ${note}`}`, () => undefined);
      session.selectAll(cards.map((card) => card.id));
      focusCard(last.id);
    },
    change: (id, change) => {
      if (session.canWrite) changeCard(writer, id, change);
    },
    setTime: (id, time, lane) => {
      if (session.canWrite) setTime(id, time, lane);
    },
    moveTo,
    step,
    edit: (id) => {
      if (!session.canWrite || !view.card(id)) return;
      session.select(id);
      ui.set({ editing: id, panel: null });
    },
    open: (kind, id) => {
      // What is said about a card may be read by all.
      if ((!session.canWrite && kind !== 'comments') || !view.card(id)) return;
      session.select(id);
      ui.set({ panel: { kind, card: id } });
    },
    compose,
    undo: () => turnBack('undo'),
    redo: () => turnBack('redo'),
  };
};

/** A lane that no event stands in yet is a group as well. */
const laneOf = (key: GroupKey): Group | undefined => {
  if (!key.startsWith('event/')) return undefined;
  const lane = key.slice('event/'.length);
  return { key, zone: 'timeline', kind: 'event', name: lane, change: { lane } };
};

const newCard = (id: CardId, group: Group, text: string, extra: CardChange): NewCard => {
  const fields = { ...group.change, ...extra };
  const base = { id, text, ...(fields.evidence ? { evidence: fields.evidence } : {}) };
  switch (group.kind) {
    case 'event':
      return {
        ...base,
        kind: 'event',
        at: fields.at ?? null,
        endAt: fields.endAt ?? null,
        precision: fields.precision ?? (fields.at == null ? 'unknown' : 'exact'),
        eventKind: fields.eventKind ?? 'action',
        lane: fields.lane ?? '',
        key: fields.key ?? false,
      };
    case 'perspective': {
      if (!fields.columnId) throw new Error('a perspective stands in a column');
      return { ...base, kind: 'perspective', columnId: fields.columnId, facet: fields.facet ?? 'saw' };
    }
    case 'factor':
      return { ...base, kind: 'factor', category: fields.category ?? 'technical', theme: fields.theme ?? null };
    case 'action':
      return { ...base, kind: 'action', parked: fields.parked ?? false };
    case 'question':
    case 'learning':
      return { ...base, kind: group.kind };
  }
};

const CommandsContext = createContext<BoardCommands | null>(null);

export const BoardCommandsProvider = ({ children }: { children: ReactNode }) => {
  const session = useSession();
  const say = useAnnounce();
  const toast = useToast();
  const commands = useMemo(
    () => guarded(boardCommands(session, say, toast), session, () => toast(lockedWords)),
    [session, say, toast],
  );
  return <CommandsContext value={commands}>{children}</CommandsContext>;
};

export const useCommands = (): BoardCommands => {
  const commands = use(CommandsContext);
  if (commands === null) throw new Error('a board component needs a BoardCommandsProvider around it');
  return commands;
};
