import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './block.ts';
import { readDocument } from './document.ts';
import { blockText, plainText } from './inline.ts';

/** Structure in short: `h2(Title) p(text) ul(a, b[ul(c)]) ol3(x) table(a|b)`. */
function shape(blocks: readonly Block[]): string {
  return blocks.map(shapeOf).join(' ');
}
function shapeOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.depth}(${block.text})`;
    case 'list':
      return `${block.start === null ? 'ul' : `ol${block.start}`}(${block.items.map((item) => shape(item.blocks)).join(', ')})`;
    case 'quote':
      return `quote(${shape(block.blocks)})`;
    case 'table':
      return `table(${[block.header, ...block.rows.map((row) => row.cells)].map((cells) => cells.join('|')).join('; ')})`;
    case 'code':
      return 'code';
    case 'paragraph':
      return blockText(block).replaceAll('\n', '/');
  }
}
const read = (text: string): string => shape(readDocument(text).blocks);

describe('blocks', () => {
  it('[M1] reads headings, paragraphs, quotes and code', () => {
    expect(read('# A #\ntext\nmore\n\nB\n---\n##C\n#1 is fixed\n\n> q\n> r\n\n```\n# no\n```\nend')).toBe(
      'h1(A) text/more h2(B) h2(C) #1 is fixed quote(q/r) code end',
    );
  });

  it('[M1] takes back-ticks that close on their line for text', () => {
    expect(read('a\n```b c```\n\n- d')).toBe('a/```b c``` ul(d)');
  });

  it('[M8] takes the names of sections for headings where nothing is marked as one', () => {
    expect(read('Outage\n\nTimeline\n10:15 a\n\nRoot cause:\nb')).toBe('Outage h2(Timeline) 10:15 a h2(Root cause:) b');
    expect(read('# Outage\n\nTimeline\n10:15 a')).toBe('h1(Outage) Timeline/10:15 a');
  });

  it('[M9] reads a document of tags line by line', () => {
    const html = '<h2>Timeline</h2>\n<p>\n    <b>10:15</b> a &amp; b\n</p>\n<ul>\n<li>c</li>\n</ul>';
    expect(read(html)).toBe('h2(Timeline) **10:15** a & b ul(c)');
    expect(readDocument(html).blocks[1]).toMatchObject({ line: 3 });
    expect(read('<p>one tag</p>')).toBe('<p>one tag</p>');
  });

  it('[M5] keeps an address that is its own link', () => {
    expect(plainText('See <https://x.example/7> <br>')).toBe('See https://x.example/7');
  });

  it('[M2] nests lists by indentation, and continues lazily', () => {
    expect(read('- a\n  - b\n    more\nlazy\n- c\n\n  d\n\ntext')).toBe('ul(a ul(b/more/lazy), c d) text');
    expect(read('1. a\n  - b\n2. c\n10. d')).toBe('ol1(a ul(b), c, d)');
  });

  it('[M1] reads task boxes', () => {
    const [list] = readDocument('- [x] done\n- [ ] open\n- none').blocks;
    expect(list?.kind === 'list' && list.items.map((item) => item.checked)).toEqual([true, false, null]);
  });

  it('[M3] reads tables', () => {
    expect(read('| a | b |\n|:-|-:|\n| 1 | `x|y` \\| z |\n| 2 |\n\na | b')).toBe('table(a|b; 1|`x|y` | z; 2) a | b');
  });

  it('[M4] leaves out front matter, comments and tags, and keeps lines', () => {
    const document = readDocument('---\ndate: x\n---\n<!-- a\nb -->\n# T\n\n[r]: https://a.example/1\n');
    expect(shape(document.blocks)).toBe('h1(T)');
    expect(document.blocks[0]?.line).toBe(6);
    expect(document.frontMatter).toContain('date: x');
    expect(document.links.get('r')).toBe('https://a.example/1');
  });

  it('[M5] drops marks from plain text', () => {
    expect(plainText('**a** `b` [c](https://x.example/(1)) [d][r]![e](f) snake_case')).toBe('a b c d snake_case');
  });

  it('[M7] joins numbered lists that bullets interrupt', () => {
    expect(read('1. a\ntext\n\n- b\n\n2. c\n\n- d')).toBe('ol1(a/text ul(b), c ul(d))');
    expect(read('1. a\n\n- b\n\n## H\n\n2. c')).toBe('ol1(a) ul(b) h2(H) ol2(c)');
  });

  it('[M6] reads anything, and every line of a block is a line of the text', () => {
    const piece = fc.constantFrom(
      '- ',
      '> ',
      '1. ',
      '# ',
      '|',
      '|-|',
      '```',
      '    ',
      '\t',
      '\n',
      '\n\n',
      'a',
      ' ',
      '---',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        const last = text.split('\n').length;
        const within = (blocks: readonly Block[]): boolean =>
          blocks.every(
            (block) =>
              block.line >= 1 &&
              block.line <= last &&
              (block.kind === 'list'
                ? block.items.every((item) => within(item.blocks))
                : block.kind !== 'quote' || within(block.blocks)),
          );
        expect(within(readDocument(text).blocks)).toBe(true);
      }),
    );
  });
});
