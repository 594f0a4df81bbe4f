// The narrative as Markdown (GFM), block by block. Unknown nodes give what they contain; nothing throws. Pure.
// Rules: SPEC P3-P7.
import { filesIn, type NarrativeNode } from '@hearth/board/narrative';
import { escapeInline, link, longestRun, safeAddress, safeLine } from './escape.ts';
import { isInline, publishedWords, renderInline, type Words } from './narrative-inline.ts';

export interface NarrativeOptions {
  /** Added to each heading's level; levels end at 6. */
  headingShift?: number;
  /** How words and citations are written; escaped for publication when left out. */
  words?: Words;
  /** Address of a picture that the review keeps; without it such pictures are named only. */
  pictureUrl?: ((id: string) => string) | null;
}

/** No honest document nests deeper; what lies below is left out. */
const deepest = 60;

interface Context {
  headingShift: number;
  words: Words;
  pictureUrl: ((id: string) => string) | null;
  depth: number;
}

/** @returns Markdown that ends without a line break; empty for a narrative without words. */
export const narrativeMarkdown = (node: NarrativeNode, options: NarrativeOptions = {}): string =>
  blocks(childrenOf(node), {
    headingShift: options.headingShift ?? 0,
    words: options.words ?? publishedWords,
    pictureUrl: options.pictureUrl ?? null,
    depth: 0,
  }).join('\n\n');

/** The children that are nodes: a document that came from elsewhere may hold anything. */
export const childrenOf = (node: NarrativeNode): NarrativeNode[] =>
  Array.isArray(node.content) ? node.content.filter(isNode) : [];

const isNode = (value: unknown): value is NarrativeNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const blocks = (nodes: readonly NarrativeNode[], context: Context): string[] => {
  if (context.depth > deepest) return [];
  const rendered: string[] = [];
  let loose: NarrativeNode[] = [];
  let previousFamily = '';
  let alternate = false;
  const flush = (): void => {
    if (loose.length > 0) rendered.push(renderInline(loose, context.words));
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(node);
      continue;
    }
    flush();
    const family = node.type === 'taskList' ? 'bulletList' : node.type;
    alternate = family === previousFamily && !alternate;
    rendered.push(block(node, { ...context, depth: context.depth + 1 }, alternate));
    previousFamily = family;
  }
  flush();
  return rendered.filter((text) => text !== '');
};

/** @param alternate  Whether a list with the same mark stands right before: then another mark keeps the two apart. */
const block = (node: NarrativeNode, context: Context, alternate: boolean): string => {
  switch (node.type) {
    case 'paragraph':
      return renderInline(childrenOf(node), context.words);
    case 'heading':
      return heading(node, context);
    case 'bulletList':
    case 'taskList':
      return list(node, context, () => (alternate ? '* ' : '- '));
    case 'orderedList':
      return list(node, context, (index) => `${orderedStart(node) + index}${alternate ? ')' : '.'} `);
    case 'blockquote':
      return blocks(childrenOf(node), context)
        .join('\n\n')
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'codeBlock':
      return codeBlock(node);
    case 'horizontalRule':
      // Of the three ways to write a rule the one that no list mark can be taken for.
      return '___';
    case 'image':
      return picture(node, context);
    case 'table':
      return table(node, context);
    default:
      return blocks(childrenOf(node), context).join('\n\n');
  }
};

const heading = (node: NarrativeNode, context: Context): string => {
  const level = typeof node.attrs?.['level'] === 'number' ? node.attrs['level'] : 2;
  const marks = '#'.repeat(Math.min(6, Math.max(1, Math.round(level + context.headingShift) || 1)));
  const words = oneLine(childrenOf(node), context);
  // Marks at a heading's end would be taken for its closing.
  return words === '' ? '' : `${marks} ${words.replace(/#+$/, (closing) => closing.replaceAll('#', '\\#'))}`;
};

/** A box stands before words only: before a block it would turn the block's first line into words. */
const checkBox = (item: NarrativeNode, context: Context): string => {
  const [first] = childrenOf(item);
  if (first?.type !== 'paragraph' || renderInline(childrenOf(first), context.words) === '') return '';
  return item.attrs?.['checked'] === true ? '[x] ' : '[ ] ';
};

const orderedStart = (node: NarrativeNode): number => {
  const start = node.attrs?.['start'];
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 && start < 100_000_000 ? start : 1;
};

/** Items without words are left out: their marks alone could be read as a rule. */
const list = (node: NarrativeNode, context: Context, mark: (index: number) => string): string =>
  childrenOf(node)
    .flatMap((item, index) => {
      const body = itemBody(isInline(item) ? [item] : childrenOf(item), context);
      if (body === '') return [];
      const prefix = mark(index);
      const box = node.type === 'taskList' ? checkBox(item, context) : '';
      // Further blocks align with the words after the mark; a check box belongs to the words.
      return [prefix + box + body.replace(/\n(?!\n|$)/g, `\n${' '.repeat(prefix.length)}`)];
    })
    .join('\n');

/** A nested list follows its item's words at once; other blocks stand apart. */
const itemBody = (nodes: readonly NarrativeNode[], context: Context): string => {
  const [first, ...rest] = nodes;
  if (rest.length === 0 || rest.some((node) => !listTypes.has(node.type))) return blocks(nodes, context).join('\n\n');
  return blocks(nodes, context).join(first !== undefined && listTypes.has(first.type) ? '\n\n' : '\n');
};

const listTypes: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

const codeBlock = (node: NarrativeNode): string => {
  const code = childrenOf(node)
    .map((child) => (typeof child.text === 'string' ? child.text : ''))
    .join('')
    .toWellFormed()
    .replace(/\r\n?/g, '\n');
  const language = node.attrs?.['language'];
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  const info = typeof language === 'string' && /^[\w+#.-]{1,30}$/.test(language) ? language : '';
  return `${fence}${info}\n${code}\n${fence}`;
};

/** A link, so that whoever opens the document fetches nothing from anywhere. */
const picture = (node: NarrativeNode, { pictureUrl }: Context): string => {
  const [file] = filesIn({ type: node.type, attrs: node.attrs ?? {} });
  const { alt } = node.attrs ?? {};
  const src = file === undefined ? node.attrs?.['src'] : pictureUrl?.(file);
  const words = typeof alt === 'string' && alt.trim() !== '' ? `Picture: ${alt.trim()}` : 'Picture';
  return typeof src === 'string' && safeAddress(src) !== null ? link(words, src) : safeLine(escapeInline(words));
};

const table = (node: NarrativeNode, context: Context): string => {
  const rows = childrenOf(node).map((row) => {
    const cells = childrenOf(row);
    const isHeader = cells.length > 0 && cells.every((cell) => cell.type === 'tableHeader');
    return { isHeader, cells: cells.map((cell) => oneLine([cell], context)) };
  });
  const columns = Math.max(0, ...rows.map((row) => row.cells.length));
  if (columns === 0) return '';
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [first] = rows;
  const header = first?.isHeader === true ? first.cells : [];
  const body = first?.isHeader === true ? rows.slice(1) : rows;
  return [line(header), line(divider(columns)), ...body.map((row) => line(row.cells))].join('\n');
};

const divider = (columns: number): string[] => Array.from({ length: columns }, () => '---');

/** All words of the nodes on one line, whatever blocks they stand in. */
const oneLine = (nodes: readonly NarrativeNode[], context: Context): string =>
  textBlocks(nodes, 0)
    .map((inline) => renderInline(inline, context.words, { singleLine: true }))
    .filter((text) => text !== '')
    .join(' ');

/** The runs of inline nodes below these nodes, one run a text block. */
const textBlocks = (nodes: readonly NarrativeNode[], depth: number): NarrativeNode[][] => {
  if (depth > deepest) return [];
  const runs: NarrativeNode[][] = [];
  let run: NarrativeNode[] = [];
  for (const node of nodes) {
    if (isInline(node)) {
      run.push(node);
      continue;
    }
    runs.push(run, ...textBlocks(childrenOf(node), depth + 1));
    run = [];
  }
  return [...runs, run].filter((one) => one.length > 0);
};
