// Keys on a focused card: the same on the canvas, in the outline and on a phone with a keyboard.
import type { BoardCommands } from './commands.tsx';
import { cardIdOf, focusNeighbour } from './focus.ts';
import type { BoardSession } from './session.tsx';
import type { Direction } from './spatial.ts';

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
    if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
    if (event.altKey) commands.step(id, direction);
    else return focusNeighbour(element, direction);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'Enter':
    case 'F2':
      commands.edit(id);
      return true;
    case 'e':
    case 'E':
      commands.open('details', id);
      return true;
    case 'l':
    case 'L':
      commands.open('link', id);
      return true;
    case 'm':
    case 'M':
      commands.open('move', id);
      return true;
    case 'Delete':
    case 'Backspace':
      commands.remove(id);
      return true;
    case 'Escape':
      session.select(null);
      element.closest<HTMLElement>('[data-zone]')?.focus({ preventScroll: true });
      return true;
    default:
      return false;
  }
};
