// Keys on a focused card: the same on the canvas, in the outline and on a phone with a keyboard.
import { isTellable } from '@hearth/board/differently';
import type { CardId } from '@hearth/review/ids';
import { commandOfPress, pressOf, type CommandActs } from '../commands/specs.ts';
import { neighbourOnCanvas } from './canvas/neighbour.ts';
import type { BoardCommands } from './commands.tsx';
import { cardIdOf, focusElement, neighbourOf, reachCard } from './focus.ts';
import type { BoardSession } from './session.tsx';
import type { Direction } from './spatial.ts';
import { dotKey } from './votes-shown.ts';

/** What can be done with a card, by key as from the palette. */
export const cardActs = (id: CardId, session: BoardSession, commands: BoardCommands): CommandActs => ({
  edit: () => commands.edit(id),
  details: () => commands.open('details', id),
  link: () => commands.open('link', id),
  move: () => commands.open('move', id),
  comments: () => commands.open('comments', id),
  react: () => commands.open('react', id),
  ...(isTellable(session.view.card(id)) ? { differently: () => commands.open('differently', id) } : {}),
  ...factorActs(id, session, commands),
  ...dotActs(id, session),
  remove: () => commands.removeAll(session.picked().includes(id) ? session.picked() : [id]),
});

/** While a vote is open. */
const dotActs = (id: CardId, { view, ui }: BoardSession): CommandActs => {
  const card = view.card(id);
  const step = card && ui.get().votes?.stepper(card);
  return step ? { 'dot-more': () => step(1), 'dot-less': () => step(-1) } : {};
};

/** Factors are grouped; of factors and events one asks why. */
const factorActs = (id: CardId, { view }: BoardSession, commands: BoardCommands): CommandActs => {
  const kind = view.card(id)?.kind;
  return {
    ...(kind === 'factor' ? { group: () => commands.groupPicked(id) } : {}),
    ...(kind === 'factor' || kind === 'event' ? { why: () => commands.open('why', id) } : {}),
  };
};

const arrows: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** @returns whether the key meant something. Only for keys pressed on the card itself, not on what is inside it. */
export const cardKey = (event: KeyboardEvent, session: BoardSession, commands: BoardCommands): boolean => {
  const element = event.target;
  if (!(element instanceof HTMLElement) || element.dataset['cardId'] === undefined) return false;
  const id = cardIdOf(element);
  if (id === null) return false;
  const direction = arrows[event.key];
  if (direction) {
    if (event.ctrlKey || event.metaKey) return false;
    if (event.altKey) {
      if (element.closest('[data-outline]')) commands.stepInList(id, direction, event.shiftKey);
      else commands.step(id, direction, event.shiftKey);
      return true;
    }
    const far = neighbourOnCanvas(element, direction, session);
    const next = far === null ? neighbourOf(element, direction) : reachCard(far);
    const nextId = cardIdOf(next);
    if (next === null || nextId === null) return false;
    // Back over what was selected lets go of the card that one leaves.
    if (event.shiftKey) session.pick(session.picked().at(-2) === nextId ? id : nextId);
    focusElement(next);
    return true;
  }
  if (event.key === 'Escape') {
    session.select(null);
    element.closest<HTMLElement>('[data-zone]')?.focus({ preventScroll: true });
    return true;
  }
  const command = commandOfPress(pressOf(event));
  const dot = dotKey(event.key, session.view.card(id), session.ui.get().votes);
  const act = dot ?? (command && cardActs(id, session, commands)[command]);
  act?.();
  return act !== undefined;
};
