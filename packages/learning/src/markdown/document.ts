// A pasted Markdown document: front matter, blocks, link definitions. Pure. Rules: SPEC M1-M6.

import type { Block } from './block.ts';
import { readBlocks } from './blocks.ts';
import { htmlLine, isHtml } from './html-lines.ts';
import { toLines, type Line } from './lines.ts';
import { isSectionTitle } from './section-titles.ts';

export interface MarkdownDocument {
  /** Text between the fences of a leading YAML or TOML block, else ''. */
  readonly frontMatter: string;
  readonly blocks: readonly Block[];
  /** Address by label in lower case, of `[label]: address` lines. */
  readonly links: ReadonlyMap<string, string>;
  /** The whole text, front matter and comments blanked. */
  readonly text: string;
}

const frontMatterFence = /^(---|\+\+\+)\s*$/;
const maxFrontMatterLines = 200;
const heading = /^ {0,3}(?:#{1,6}[ \t]|(?:=+|-{3,})[ \t]*$)/;
const linkDefinition = /^ {0,3}\[([^\][]{1,300})\]:[ \t]*<?([^\s>]{1,2000})>?/;

export function readDocument(markdown: string): MarkdownDocument {
  const all = toLines(blankComments(markdown.replace(/^\uFEFF/, '')));
  const bodyStart = endOfFrontMatter(all);
  const links = new Map<string, string>();
  const body = all.slice(bodyStart).filter((line) => {
    const match = linkDefinition.exec(line.text);
    if (!match || match[1]!.startsWith('^')) return true;
    const label = match[1]!.toLowerCase();
    if (!links.has(label)) links.set(label, match[2]!);
    return false;
  });
  return {
    frontMatter: all
      .slice(0, bodyStart)
      .map((line) => line.text)
      .join('\n'),
    blocks: readBlocks(withMarks(body)),
    links,
    text: body.map((line) => line.text).join('\n'),
  };
}

/** Lines of a document that came as HTML or lost its marks, as Markdown: they stay where they are. */
function withMarks(lines: readonly Line[]): readonly Line[] {
  if (isHtml(lines.map((line) => line.text))) {
    return lines.map((line) => ({ text: htmlLine(line.text), number: line.number }));
  }
  if (lines.some((line) => heading.test(line.text))) return lines;
  return lines.map((line) =>
    isSectionTitle(line.text) ? { text: `## ${line.text.trim()}`, number: line.number } : line,
  );
}

function endOfFrontMatter(lines: readonly Line[]): number {
  const mark = frontMatterFence.exec(lines[0]?.text ?? '')?.[1];
  if (!mark) return 0;
  const limit = Math.min(lines.length, maxFrontMatterLines);
  for (let index = 1; index < limit; index += 1) {
    if (lines[index]!.text.trimEnd() === mark) return index + 1;
  }
  return 0;
}

/** Comments and template tags become blanks, so that line numbers stay. */
function blankComments(text: string): string {
  return blankBetween(blankBetween(text, '<!--', '-->'), '<%', '%>');
}

function blankBetween(text: string, open: string, close: string): string {
  let result = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return result + text.slice(from);
    result += text.slice(from, start) + text.slice(start, end + close.length).replace(/[^\n]+/g, '');
    from = end + close.length;
  }
}
