// Reads the block structure of Markdown: headings, paragraphs, lists, tables, quotes, code. Inline marks stay in the text.
// A reader of our own, because it must take a hostile megabyte in linear time, keep line numbers, and forgive what
// people paste from other tools. Pure. Rules: SPEC M1-M6.

import type { Block, CodeBlock, ListItem, QuoteBlock } from './block.ts';
import { joinLists } from './join-lists.ts';
import { dedent, indentOf, isBlank, type Line } from './lines.ts';
import { readTable, tableStartsAt } from './table.ts';

/** Deeper nesting is read as plain paragraphs: nobody writes it, and each level costs a pass over its lines. */
const maxNesting = 12;

/** Back-ticks that close on the same line are code within a paragraph. */
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]+(.*)|([^#\s].*)?)$/;
const setextUnderline = /^ {0,3}(=+|-+)[ \t]*$/;
const thematicBreak = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const quoteMark = /^ {0,3}> ?/;
const listMark = /^([ \t]*)([-*+•]|\d{1,9}[.)])(?:([ \t]+)(.*))?$/;
const checkBox = /^\[([ xX])\](?:[ \t]+|$)/;

/** Blocks of a document's lines, in order. Never throws. */
export function readBlocks(lines: readonly Line[], nesting = 0): Block[] {
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index]!;
    if (isBlank(line)) {
      index += 1;
      continue;
    }
    const read =
      readFence(lines, index) ??
      readHeading(lines, index) ??
      readRule(lines, index) ??
      readQuote(lines, index, nesting) ??
      readList(lines, index, nesting) ??
      readTable(lines, index) ??
      readIndentedCode(lines, index) ??
      readParagraph(lines, index);
    if (read.block) blocks.push(read.block);
    index = read.next;
  }
  return joinLists(blocks);
}

interface Read {
  readonly block: Block | null;
  readonly next: number;
}

function readFence(lines: readonly Line[], start: number): Read | null {
  const mark = fence.exec(lines[start]!.text)?.[1];
  if (!mark) return null;
  let end = start + 1;
  while (end < lines.length && !closesFence(lines[end]!.text, mark)) end += 1;
  const block: CodeBlock = { kind: 'code', lines: lines.slice(start + 1, end), line: lines[start]!.number };
  return { block, next: end + 1 };
}

function closesFence(text: string, mark: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= mark.length && trimmed === mark[0]!.repeat(trimmed.length);
}

function readHeading(lines: readonly Line[], start: number): Read | null {
  const line = lines[start]!;
  const match = atxHeading.exec(line.text);
  if (!match) return null;
  const depth = match[1]!.length;
  const glued = match[3];
  // "#123 is fixed" and "#channel" are text; "##Timeline" is a heading that lost its space.
  if (glued !== undefined && depth === 1) return null;
  const text = trimClosingMarks(match[2] ?? glued ?? '');
  return { block: { kind: 'heading', depth, text, line: line.number }, next: start + 1 };
}

function trimClosingMarks(text: string): string {
  const trimmed = text.trim();
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === '#') end -= 1;
  return end === 0 || trimmed[end - 1] === ' ' ? trimmed.slice(0, end).trim() : trimmed;
}

function readRule(lines: readonly Line[], start: number): Read | null {
  return thematicBreak.test(lines[start]!.text) ? { block: null, next: start + 1 } : null;
}

function readQuote(lines: readonly Line[], start: number, nesting: number): Read | null {
  if (nesting >= maxNesting || !quoteMark.test(lines[start]!.text)) return null;
  const inner: Line[] = [];
  let next = start;
  while (next < lines.length) {
    const line = lines[next]!;
    if (quoteMark.test(line.text)) inner.push({ text: line.text.replace(quoteMark, ''), number: line.number });
    else if (isBlank(line) || startsBlock(lines, next)) break;
    else inner.push(line);
    next += 1;
  }
  const block: QuoteBlock = { kind: 'quote', blocks: readBlocks(inner, nesting + 1), line: lines[start]!.number };
  return { block, next };
}

interface Marker {
  readonly indent: number;
  readonly contentIndent: number;
  /** Number of an ordered item; null for a bullet. */
  readonly number: number | null;
  readonly content: string;
}

function readMarker(text: string): Marker | null {
  const match = listMark.exec(text);
  if (!match || thematicBreak.test(text)) return null;
  const indent = indentOf(match[1]!);
  const padding = match[3] ? Math.min(4, Math.max(1, match[3].length)) : 1;
  const number = /\d/.test(match[2]!) ? Number.parseInt(match[2]!, 10) : null;
  return { indent, contentIndent: indent + match[2]!.length + padding, number, content: match[4] ?? '' };
}

function readList(lines: readonly Line[], start: number, nesting: number): Read | null {
  const first = readMarker(lines[start]!.text);
  if (!first || nesting >= maxNesting) return null;
  const items: ListItem[] = [];
  let next = start;
  while (next < lines.length) {
    const marker = readMarker(lines[next]!.text);
    if (!marker || (marker.number === null) !== (first.number === null) || marker.indent > first.indent + 3) break;
    const end = endOfItem(lines, next, marker);
    items.push(readItem(lines.slice(next, end), marker, nesting));
    next = end;
    const following = skipBlank(lines, next);
    if (following >= lines.length || !readMarker(lines[following]!.text)) break;
    next = following;
  }
  return { block: { kind: 'list', start: first.number, items, line: lines[start]!.number }, next };
}

function skipBlank(lines: readonly Line[], from: number): number {
  let index = from;
  while (index < lines.length && isBlank(lines[index]!)) index += 1;
  return index;
}

/** Index after the item that starts at `start`: indented lines belong to it, and a paragraph's lazy continuation. */
function endOfItem(lines: readonly Line[], start: number, marker: Marker): number {
  let end = start + 1;
  let fenceMark: string | null = fence.exec(marker.content)?.[1] ?? null;
  while (end < lines.length) {
    const line = lines[end]!;
    if (isBlank(line)) {
      const following = skipBlank(lines, end);
      if (following >= lines.length || !continues(lines[following]!, marker)) return end;
      end = following;
      continue;
    }
    const inside = continues(line, marker);
    if (fenceMark && inside) {
      if (closesFence(line.text, fenceMark)) fenceMark = null;
    } else if (inside) {
      fenceMark = fence.exec(line.text.trimStart())?.[1] ?? null;
    } else if (isBlank(lines[end - 1]!) || readMarker(line.text) !== null || startsBlock(lines, end)) return end;
    end += 1;
  }
  return end;
}

/** Content is aligned with the item's text; a nested mark may be aligned less (two columns under "1."). */
function continues(line: Line, marker: Marker): boolean {
  const indent = indentOf(line.text);
  return indent >= marker.contentIndent || (indent >= marker.indent + 2 && readMarker(line.text) !== null);
}

function readItem(lines: readonly Line[], marker: Marker, nesting: number): ListItem {
  const head = lines[0]!;
  const box = checkBox.exec(marker.content);
  const content = box ? marker.content.slice(box[0].length) : marker.content;
  const inner = [
    { text: content, number: head.number },
    ...lines.slice(1).map((line) => dedent(line, marker.contentIndent)),
  ];
  const checked = box ? box[1] !== ' ' : null;
  // Most items are one plain line: no need to look for blocks in it.
  const plain = inner.length === 1 && /^[\p{L}\p{N}][^|]*$/u.test(content) && readMarker(content) === null;
  const blocks: Block[] = plain
    ? [{ kind: 'paragraph', lines: [{ text: content.trim(), number: head.number }], line: head.number }]
    : readBlocks(inner, nesting + 1);
  return { checked, blocks, line: head.number };
}

function readIndentedCode(lines: readonly Line[], start: number): Read | null {
  if (indentOf(lines[start]!.text) < 4) return null;
  let end = start;
  while (end < lines.length && !isBlank(lines[end]!) && indentOf(lines[end]!.text) >= 4) end += 1;
  return { block: { kind: 'code', lines: lines.slice(start, end), line: lines[start]!.number }, next: end };
}

function readParagraph(lines: readonly Line[], start: number): Read {
  const first = lines[start]!;
  let end = start + 1;
  while (end < lines.length && !isBlank(lines[end]!)) {
    const underline = setextUnderline.exec(lines[end]!.text);
    if (underline && end === start + 1) {
      const depth = underline[1]!.startsWith('=') ? 1 : 2;
      return { block: { kind: 'heading', depth, text: first.text.trim(), line: first.number }, next: end + 1 };
    }
    if (startsBlock(lines, end)) break;
    end += 1;
  }
  const own = lines.slice(start, end).map((line) => ({ text: line.text.trim(), number: line.number }));
  return { block: { kind: 'paragraph', lines: own, line: first.number }, next: end };
}

/** True where a line ends the paragraph before it. */
function startsBlock(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index]!;
  if (fence.test(text) || thematicBreak.test(text) || quoteMark.test(text)) return true;
  if (readHeading(lines, index)) return true;
  const marker = readMarker(text);
  if (marker && marker.content !== '' && indentOf(text) < 4 && (marker.number ?? 1) === 1) return true;
  return tableStartsAt(lines, index);
}
