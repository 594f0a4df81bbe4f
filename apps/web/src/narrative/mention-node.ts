// Somebody named in the text: an atom that keeps who it is, and the name at that time. Nothing is sent to anybody.
import { mergeAttributes, Node } from '@tiptap/core';
import styles from './mention-node.module.css';

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : '');

export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,

  addAttributes: () => ({
    personId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['personId'] ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-person-id': text(attributes['personId']) }),
    },
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => text(element.textContent).replace(/^@/, ''),
      renderHTML: () => ({}),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-mention]' }],

  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-mention': '', class: styles.mention }),
    `@${text(node.attrs['name']) || 'somebody'}`,
  ],

  renderText: ({ node }) => `@${text(node.attrs['name'])}`,
});
