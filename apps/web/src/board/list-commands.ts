// What the outline can do beyond the canvas: it is a list, so a card begins below another, steps over the end of its group, and
// several go somewhere together.
import type { Card } from '@hearth/board/cards';
import { addCard, moveCard, removeCard, type NewCard, type Place } from '@hearth/board/operations';
import { readCard } from '@hearth/board/read';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { kinds } from '../design/kinds.ts';
import { focusCard } from './focus.ts';
import { cardsIn, groupKeyOf, groupsOf, type Group, type GroupKey } from './groups.ts';
import { newCardId } from './new-id.ts';
import { headline } from './relations.ts';
import type { BoardSession } from './session.tsx';
import type { Direction } from './spatial.ts';

export interface ListCommands {
  /**
   * Begins a card without words below another, in its group, and puts the caret into it. An event needs a time first: none is
   * begun from one.
   * @returns the new card's id.
   */
  addBelow(id: CardId): CardId | null;
  /** Leaves a card that was begun so. Without a word in it, it was never there. @returns whether it is gone. */
  leave(id: CardId): boolean;
  /**
   * Up and down to the next place in the list, over the end of its group into the next one; left and right to another group. For
   * events down is later, and left and right are lanes; a big step with `far`.
   */
  stepInList(id: CardId, direction: Direction, far?: boolean): void;
  /** Puts cards into a group of their kind, last, in one step of undo. Those of another kind stay where they are. */
  moveAll(ids: readonly CardId[], group: GroupKey): void;
}

interface ListTools {
  say: (words: string) => void;
  moveTo: (id: CardId, group: GroupKey, place?: Place) => void;
  /** A step on the canvas. */
  step: (id: CardId, direction: Direction, far?: boolean) => void;
  newCard: (id: CardId, group: Group) => NewCard;
}

/** The canvas has time from left to right, the outline from top to bottom. */
const turned: Record<Direction, Direction> = { up: 'left', down: 'right', left: 'up', right: 'down' };

export const listCommands = (session: BoardSession, { say, moveTo, step, newCard }: ListTools): ListCommands => {
  const { view, writer, ui } = session;
  /** Cards without a word yet, and the step of undo that began each. */
  const begun = new Map<CardId, unknown>();

  return {
    addBelow: (id) => {
      const card = view.card(id);
      const group = card && groupsOf(view).find((one) => one.key === groupKeyOf(card));
      if (!session.canWrite || !group || group.kind === 'event') return null;
      const below = newCardId();
      writer.undo.stopCapturing();
      if (!addCard(writer, newCard(below, group), session.by(), { after: id })) return null;
      begun.set(below, writer.undo.undoStack.at(-1));
      session.select(below);
      ui.set({ editing: below, panel: null });
      say(`New ${kinds[group.kind].name.toLowerCase()}`);
      return below;
    },
    leave: (id) => {
      const card = view.card(id);
      const beginning = begun.get(id);
      if (!begun.delete(id) || !card || card.text.trim() !== '' || card.files.length > 0) return false;
      if (beginning === undefined || writer.undo.undoStack.at(-1) !== beginning) removeCard(writer, id);
      else {
        // As if it had never been: Undo does not bring back a card without words.
        writer.undo.undo();
        writer.undo.clear(false, true);
      }
      return true;
    },
    stepInList: (id, direction, far = false) => {
      const card = view.card(id);
      if (!session.canWrite || !card) return;
      if (card.kind === 'event') {
        step(id, turned[direction], far);
        focusCard(id);
        return;
      }
      if (direction === 'left' || direction === 'right') {
        step(id, direction);
        return;
      }
      const by = direction === 'up' ? -1 : 1;
      const key = groupKeyOf(card);
      const siblings = cardsIn(view, key);
      const neighbour = siblings[siblings.findIndex((other) => other.id === id) + by];
      if (neighbour) {
        moveTo(id, key, by < 0 ? { before: neighbour.id } : { after: neighbour.id });
        return;
      }
      const groups = groupsOf(view).filter((group) => group.kind === card.kind);
      const next = groups[groups.findIndex((group) => group.key === key) + by];
      const first = next && cardsIn(view, next.key)[0];
      if (next) moveTo(id, next.key, by > 0 && first ? { before: first.id } : 'last');
      else say(by < 0 ? 'It is the first' : 'It is the last');
    },
    moveAll: (ids, key) => {
      const group = groupsOf(view).find((one) => one.key === key);
      const moving = ids.filter((id) => view.card(id)?.kind === group?.kind);
      const [first] = moving;
      if (!session.canWrite || !group || first === undefined) return;
      writer.undo.stopCapturing();
      writer.board.doc.transact(() => {
        const there: Card[] = cardsIn(view, key).filter((card) => !moving.includes(card.id));
        for (const id of moving) {
          moveCard(writer, id, there, 'last', group.change);
          const moved = readCard(id, writer.board.cards.get(id));
          if (moved) there.push(moved);
        }
      }, writer.origin);
      writer.undo.stopCapturing();
      say(
        moving.length === 1
          ? `${headline(view.card(first))}: ${group.name}`
          : `${counted(moving.length, 'card')} moved to ${group.name}`,
      );
      focusCard(first);
    },
  };
};
