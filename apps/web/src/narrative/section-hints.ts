// What an empty section asks, shown in its first paragraph until something is written there.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const hints: Readonly<Record<string, string>> = {
  summary: 'What happened, what it meant for people, and how it ended. Three sentences are enough.',
  'how we got here': 'Tell it in the order in which people lived it. Cite the cards as you go.',
  'what went well': 'What helped, and is worth building on?',
  'what to improve': 'What made it harder, and could be otherwise?',
  references: 'The ticket, dashboards, runbooks.',
};

interface Hint {
  from: number;
  to: number;
  text: string;
}

/** Empty headings, and the empty paragraph that is all that a section holds. */
export const hintsIn = (document: Node): Hint[] => {
  const found: Hint[] = [];
  document.forEach((block, from, index) => {
    if (block.content.size > 0) return;
    const text =
      block.type.name === 'heading' ? 'Heading' : block.type.name === 'paragraph' ? sectionHint(document, index) : '';
    if (text !== '') found.push({ from, to: from + block.nodeSize, text });
  });
  return found;
};

const sectionHint = (document: Node, index: number): string => {
  const before = document.maybeChild(index - 1);
  const after = document.maybeChild(index + 1);
  if (before?.type.name !== 'heading' || (after !== null && after.type.name !== 'heading')) return '';
  return hints[before.textContent.trim().toLowerCase()] ?? 'Write here.';
};

export const SectionHints = Extension.create({
  name: 'sectionHints',

  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          // From the state that is being drawn: the editor's own may still be the one before.
          decorations: ({ doc }) =>
            editor.isEditable
              ? DecorationSet.create(
                  doc,
                  hintsIn(doc).map(({ from, to, text }) => Decoration.node(from, to, { 'data-hint': text })),
                )
              : null,
        },
      }),
    ];
  },
});
