// Keys in a card's words while the outline is written like a document.
import type { CardId } from '@hearth/review/ids';
import { focusPrivateField } from '../../drafts/private-field.ts';
import { useCommands, type BoardCommands } from '../commands.tsx';
import { cardElement, cardIdOf } from '../focus.ts';
import { groupKeyOf } from '../groups.ts';
import { useSession, type BoardSession } from '../session.tsx';
import { outlineOf } from './outline-view.ts';

export type TextKey = 'below' | 'leave' | 'remove' | 'above' | 'next' | 'up' | 'down';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** What a key means at a caret; null where it means what it means in any field. Pure. */
export const textKeyOf = (
  { key, shiftKey, altKey, ctrlKey, metaKey }: Press,
  { value, selectionStart, selectionEnd }: { value: string; selectionStart: number; selectionEnd: number },
): TextKey | null => {
  if (ctrlKey || metaKey || shiftKey) return null;
  if (altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null;
  const caret = selectionStart === selectionEnd ? selectionStart : null;
  switch (key) {
    case 'Enter':
      return value.trim() === '' ? 'leave' : 'below';
    case 'Backspace':
      return value === '' ? 'remove' : null;
    case 'ArrowUp':
      return caret === 0 ? 'above' : null;
    case 'ArrowDown':
      return caret === value.length ? 'next' : null;
    default:
      return null;
  }
};

const beside = (id: CardId, by: -1 | 1): CardId | null => {
  const element = cardElement(id);
  const rows = [...(element?.closest('[data-cards]')?.querySelectorAll('[data-card-id]') ?? [])];
  return element ? cardIdOf(rows[rows.indexOf(element) + by] ?? null) : null;
};

export const cardAbove = (id: CardId): CardId | null => beside(id, -1);

/** @param whole  false on a phone, where Enter keeps what is written as everywhere else. */
export const useTextKeys = (
  id: CardId,
  whole: boolean,
): ((event: KeyboardEvent, field: HTMLTextAreaElement) => boolean) => {
  const session = useSession();
  const commands = useCommands();
  return (event, field) => {
    const meant = textKeyOf(event, field);
    if (meant === null || (!whole && meant !== 'remove') || meant === 'leave') return false;
    act(meant, id, session, commands);
    return true;
  };
};

const act = (meant: TextKey, id: CardId, session: BoardSession, commands: BoardCommands): void => {
  const card = session.view.card(id);
  if (!card) return;
  switch (meant) {
    case 'below':
      if (card.kind === 'event') {
        session.ui.set({ editing: null });
        outlineOf(session.view).set({ below: id });
        commands.compose(groupKeyOf(card));
      } else if (card.kind !== 'perspective' || !focusPrivateField()) commands.addBelow(id);
      return;
    case 'remove': {
      const above = cardAbove(id);
      session.ui.set({ editing: null });
      if (!commands.leave(id)) commands.remove(id);
      // Removing goes to the next card; who writes upwards goes on in the one above.
      if (above !== null) requestAnimationFrame(() => commands.edit(above));
      return;
    }
    case 'above':
    case 'next': {
      const other = beside(id, meant === 'above' ? -1 : 1);
      if (other !== null) commands.edit(other);
      return;
    }
    case 'up':
    case 'down':
      commands.stepInList(id, meant);
      // The row that takes another place gets the focus after the next paint; then the caret comes back into it.
      requestAnimationFrame(() => commands.edit(id));
      return;
    case 'leave':
  }
};
