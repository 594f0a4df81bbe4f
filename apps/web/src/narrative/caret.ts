// Others' carets in the text: an ink bar and a name. Nobody has a colour.
import { firstName } from '../board/presence.ts';
import styles from './caret.module.css';

const nameOf = (user: Record<string, unknown>): string => {
  const name = user['name'];
  return typeof name === 'string' && name.trim() !== '' ? firstName(name.slice(0, 80)) : 'Somebody';
};

export const renderCaret = (user: Record<string, unknown>): HTMLElement => {
  const caret = document.createElement('span');
  caret.className = styles.caret ?? '';
  const name = document.createElement('span');
  name.className = styles.name ?? '';
  name.textContent = nameOf(user);
  caret.append(name);
  return caret;
};

export const renderSelection = (user: Record<string, unknown>) => ({
  nodeName: 'span',
  class: styles.selection ?? '',
  'data-user': nameOf(user),
});
