// Words, marks, line breaks and citations within a block of the narrative, as Markdown. Pure. Rules: SPEC P3-P6.
import type { NarrativeMark, NarrativeNode } from '@hearth/board/narrative';
import { codeSpan, escapeInline, safeAddress, safeLine } from './escape.ts';

/** How words and citations are written. */
export interface Words {
  /** One line of text. */
  text(words: string): string;
  /** A citation of a card by its label. */
  cite(label: string): string;
  /** A whole line, before it goes out. */
  line(line: string): string;
  /** Between two lines of one paragraph. */
  lineBreak: string;
}

/** For a document that goes out: everything that people wrote is escaped. */
export const publishedWords: Words = {
  text: escapeInline,
  cite: (label) => {
    const words = escapeInline(label).trim();
    return words === '' ? '' : `*(${words})*`;
  },
  line: safeLine,
  lineBreak: '\\\n',
};

const inlineTypes: ReadonlySet<string> = new Set(['text', 'hardBreak', 'cite', 'mention']);

export const isInline = (node: NarrativeNode): boolean => inlineTypes.has(node.type);

/** Marks from the outermost to the innermost: runs that share a mark are put into one pair of it. */
const markOrder = ['link', 'bold', 'strike', 'italic', 'code'] as const;
type Mark = (typeof markOrder)[number];

const emphases = ['bold', 'strike', 'italic'] as const;
const pairs: Record<(typeof emphases)[number], string> = { bold: '**', strike: '~~', italic: '*' };

/** A stretch of a line that stands under the same marks. */
interface Run {
  text: string;
  /** Written as it is: a citation. */
  finished: boolean;
  marks: ReadonlyMap<Mark, string>;
}

export const renderInline = (
  nodes: readonly NarrativeNode[],
  words: Words,
  options: { singleLine?: boolean } = {},
): string => {
  const lines = linesOf(nodes, words)
    .map((runs) => words.line(renderRuns(runs, 0, words)))
    .filter((line) => line !== '');
  return lines.join(options.singleLine === true ? ' ' : words.lineBreak);
};

const linesOf = (nodes: readonly NarrativeNode[], words: Words): Run[][] => {
  const lines: Run[][] = [[]];
  const add = (run: Run): void => {
    if (run.text !== '') lines.at(-1)?.push(run);
  };
  for (const node of nodes) {
    if (node.type === 'hardBreak') lines.push([]);
    else if (node.type === 'cite') {
      const label = node.attrs?.['label'];
      if (typeof label === 'string') add({ text: words.cite(label), finished: true, marks: new Map() });
    } else if (node.type === 'mention') {
      const name = node.attrs?.['name'];
      if (typeof name === 'string' && name.trim() !== '')
        add({ text: words.text(`@${name.trim()}`), finished: true, marks: new Map() });
    } else if (typeof node.text === 'string') {
      const marks = marksOf(node);
      for (const [index, text] of node.text.split(/[\r\n\u2028\u2029]+/).entries()) {
        if (index > 0) lines.push([]);
        add({ text, finished: false, marks });
      }
    }
  }
  return lines;
};

/** The marks that Markdown has, each with what makes it differ from another of its kind: a link's address. */
const marksOf = (node: NarrativeNode): Map<Mark, string> => {
  const marks = new Map<Mark, string>();
  const all: unknown[] = Array.isArray(node.marks) ? node.marks : [];
  for (const mark of all) {
    if (!isMark(mark)) continue;
    const known = markOrder.find((type) => type === mark.type);
    if (known === 'link') {
      const address = safeAddress(mark.attrs?.['href']);
      if (address !== null) marks.set('link', address);
    } else if (known !== undefined) marks.set(known, '');
  }
  // Code excludes emphasis, as in the editor; two code spans with nothing between them would become one.
  if (marks.has('code')) for (const mark of emphases) marks.delete(mark);
  return marks;
};

const isMark = (value: unknown): value is NarrativeMark =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const renderRuns = (runs: readonly Run[], level: number, words: Words): string => {
  const mark = markOrder[level];
  if (mark === undefined) return renderPlain(runs, words);
  const groups = groupBy(runs, (run) => run.marks.get(mark));
  return groups
    .map(({ key, members }, index) => {
      if (key === undefined) return renderRuns(members, level + 1, words);
      const around = { before: groups[index - 1]?.members.at(-1)?.text, after: groups[index + 1]?.members[0]?.text };
      return wrap(mark, key, members, level, words, around);
    })
    .reduce(
      (line, part) => (line.endsWith('!') && part.startsWith('[') ? `${line.slice(0, -1)}\\!${part}` : line + part),
      '',
    );
};

/** Neighbours are escaped as one text: what only looks harmless apart would be a construct together. */
const renderPlain = (runs: readonly Run[], words: Words): string =>
  groupBy(runs, (run) => (run.finished ? 'finished' : undefined))
    .map(({ key, members }) => {
      const text = members.map((run) => run.text).join('');
      return key === 'finished' ? text : words.text(text);
    })
    .join('');

const wrap = (
  mark: Mark,
  address: string,
  runs: readonly Run[],
  level: number,
  words: Words,
  around: { before: string | undefined; after: string | undefined },
): string => {
  const text = runs.map((run) => run.text).join('');
  if (mark === 'code') {
    // A pipe would end a table's cell even in code, and its escape helps within tables only: there it stays words.
    return text.trim() === '' || text.includes('|') ? words.text(text) : codeSpan(text);
  }
  const inner = renderRuns(runs, level + 1, words);
  const [, before = '', content = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  if (content === '') return inner;
  // Marks hold only when they touch the words: the spaces go outside.
  if (mark === 'link') return `${before}[${content}](${address})${after}`;
  if (!marksHold(text, around.before, around.after)) return inner;
  return `${before}${pairs[mark]}${content}${pairs[mark]}${after}`;
};

/** Markdown takes marks for plain characters between a letter outside and punctuation inside. */
const marksHold = (text: string, before = '', after = ''): boolean => {
  const opens = isWordCharacter(text.at(0)) || text.startsWith(' ') || !isWordCharacter(before.at(-1));
  const closes = isWordCharacter(text.at(-1)) || text.endsWith(' ') || !isWordCharacter(after.at(0));
  return opens && closes;
};

const isWordCharacter = (character = ''): boolean => /^[\p{L}\p{N}]$/u.test(character);

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string | undefined) => {
  const groups: { key: string | undefined; members: T[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last && last.key === key) last.members.push(item);
    else groups.push({ key, members: [item] });
  }
  return groups;
};
