// Several cards at once: Shift and a press takes one to those that are selected, or out of them.
import type { CardId } from '@hearth/review/ids';
import type { PointerEvent } from 'react';
import { cardElement } from './focus.ts';
import type { BoardSession, BoardUi } from './session.tsx';

const sets = new WeakMap<readonly CardId[], ReadonlySet<CardId>>();

export const isPicked = ({ selected, also }: BoardUi, id: CardId): boolean => {
  if (selected === id) return true;
  if (also.length === 0) return false;
  let set = sets.get(also);
  if (!set) {
    set = new Set(also);
    sets.set(also, set);
  }
  return set.has(id);
};

/** @returns whether the press was about what is selected, and nothing else is to come of it. */
export const pickPress = (event: PointerEvent, id: CardId, session: BoardSession): boolean => {
  // By touch a long press begins to select, see canvas/long-press.ts.
  if (event.button !== 0 || event.pointerType === 'touch') return false;
  if (!event.shiftKey) {
    const picked = session.picked();
    // A press on one of several may begin to drag them all: it becomes the one that keys are about.
    if (picked.length > 1) session.selectAll(picked.includes(id) ? [...picked.filter((one) => one !== id), id] : [id]);
    return false;
  }
  event.preventDefault();
  session.pick(id);
  const { selected } = session.ui.get();
  if (selected !== null) cardElement(selected)?.focus({ preventScroll: true });
  return true;
};
