// What `/` at a line's start can put there: every block, citations and people, and the sections of a report.
import { narrativeSections } from '@hearth/board/narrative';
import { emptyNarrative } from '@hearth/board/seed';
import type { Editor, Range } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import {
  AtSign,
  Code,
  FileText,
  Heading2,
  Heading3,
  Image,
  List,
  ListChecks,
  ListOrdered,
  MessageSquareText,
  Minus,
  Pilcrow,
  Quote,
  Table2,
  Text,
  type LucideIcon,
} from 'lucide-react';
import { bestOf } from './fuzzy.ts';

/** What the list can not do alone. */
export interface InsertActions {
  cite: () => void;
  picture: () => void;
}

export interface Insertion {
  id: string;
  name: string;
  hint: string;
  icon: LucideIcon;
  /** Other words for it. */
  aliases: readonly string[];
  /** @param range  the sign and what was typed after it: it goes. */
  run: (editor: Editor, range: Range, actions: InsertActions) => void;
}

const turn = (
  id: string,
  name: string,
  hint: string,
  icon: LucideIcon,
  aliases: readonly string[],
  change: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>,
): Insertion => ({
  id,
  name,
  hint,
  icon,
  aliases,
  run: (editor, range) => change(editor.chain().focus().deleteRange(range)).run(),
});

const blocks: readonly Insertion[] = [
  turn('text', 'Text', 'Plain words', Pilcrow, ['paragraph'], (chain) => chain.setParagraph()),
  turn('heading', 'Heading', 'Begins a section', Heading2, ['title', 'h2'], (chain) => chain.setHeading({ level: 2 })),
  turn('subheading', 'Smaller heading', 'Begins a part of one', Heading3, ['subheading', 'h3'], (chain) =>
    chain.setHeading({ level: 3 }),
  ),
  {
    id: 'cite',
    name: 'Cite a card',
    hint: 'A chip that follows the card',
    icon: MessageSquareText,
    aliases: ['citation', 'card', 'evidence'],
    run: (editor, range, actions) => {
      editor.chain().focus().deleteRange(range).run();
      actions.cite();
    },
  },
  {
    id: 'mention',
    name: 'Name somebody',
    hint: 'Or type @ anywhere',
    icon: AtSign,
    aliases: ['mention', 'person', 'people'],
    run: (editor, range) => editor.chain().focus().deleteRange(range).insertContent('@').run(),
  },
  turn('bullets', 'List', 'One thing a line', List, ['bullets', 'points'], (chain) => chain.toggleBulletList()),
  turn('numbers', 'Numbered list', 'Steps in order', ListOrdered, ['ordered', 'steps'], (chain) =>
    chain.toggleOrderedList(),
  ),
  turn('tasks', 'Tasks', 'Lines with a box to tick', ListChecks, ['todo', 'checklist'], (chain) =>
    chain.toggleTaskList(),
  ),
  turn('quote', 'Quote', 'What somebody said', Quote, ['blockquote', 'citation'], (chain) => chain.toggleBlockquote()),
  turn('code', 'Code', 'A command, a log, a setting', Code, ['log', 'command', 'pre'], (chain) => chain.setCodeBlock()),
  turn('table', 'Table', 'Three by three to begin with', Table2, ['grid', 'columns'], (chain) =>
    chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  ),
  {
    id: 'picture',
    name: 'Picture',
    hint: 'From this device, or by its address',
    icon: Image,
    aliases: ['image', 'photo', 'graph', 'screenshot'],
    run: (editor, range, actions) => {
      editor.chain().focus().deleteRange(range).run();
      actions.picture();
    },
  },
  turn('line', 'Line', 'Parts what goes before from what comes', Minus, ['rule', 'divider'], (chain) =>
    chain.setHorizontalRule(),
  ),
];

const section = (title: string): Insertion =>
  turn(`section ${title}`, title, 'Section of the report', Text, ['section', 'report'], (chain) =>
    chain.insertContent(sectionOf(title)),
  );

const sectionOf = (title: string) => [
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
  { type: 'paragraph' },
];

const wholeReport: Insertion = {
  id: 'report',
  name: 'Sections of a report',
  hint: 'All of them, to be filled',
  icon: FileText,
  aliases: ['template', 'outline', 'report'],
  run: (editor) => void insertReport(editor, true),
};

/** Only what is not there yet is offered of the report: no section twice, and the whole of it only where nothing is. */
export const insertionsFor = (document: Node, query: string): Insertion[] => {
  const there = new Set<string>();
  document.forEach((block) => {
    if (block.type.name === 'heading') there.add(block.textContent.trim().toLowerCase());
  });
  const sections = narrativeSections.filter((title) => !there.has(title.toLowerCase())).map(section);
  const rest = isBlank(document, query) ? [wholeReport] : [];
  return bestOf([...rest, ...blocks, ...sections], query, ({ name, aliases }) => [name, ...aliases]);
};

/** Whether nobody wrote anything. @param typed  what is being typed to find this, which does not count. */
export const isBlank = (document: Node, typed: string | null = null): boolean => {
  let leaves = false;
  document.descendants((node) => {
    leaves ||= node.isLeaf && !node.isText && node.type.name !== 'hardBreak';
  });
  const words = document.textContent.trim();
  return !leaves && (words === '' || (typed !== null && words === `/${typed}`.trim()));
};

/** Puts the sections of a report where nothing is, and never over words. @param asked  by a `/`, which goes. */
export const insertReport = (editor: Editor, asked = false): boolean => {
  const { doc } = editor.state;
  const typed = asked && doc.textContent.trim().startsWith('/') ? doc.textContent.trim().slice(1) : null;
  if (!isBlank(doc, typed)) return false;
  return editor
    .chain()
    .insertContentAt({ from: 0, to: doc.content.size }, emptyNarrative().content ?? [])
    .setTextSelection(narrativeSections[0].length + 3)
    .focus()
    .run();
};
