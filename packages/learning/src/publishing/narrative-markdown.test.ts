import type { NarrativeNode } from '@hearth/board/narrative';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { narrativeMarkdown } from './narrative-markdown.ts';
import { parse, walk } from '../test/parse-as-github.ts';

const text = (
  words: string,
  ...marks: (string | { type: string; attrs: Record<string, unknown> })[]
): NarrativeNode => ({
  type: 'text',
  text: words,
  marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
});
const node = (type: string, ...content: NarrativeNode[]): NarrativeNode => ({ type, content });
const paragraph = (...content: NarrativeNode[]): NarrativeNode => node('paragraph', ...content);
const doc = (...content: NarrativeNode[]): NarrativeNode => node('doc', ...content);
const heading = (level: number, words: string): NarrativeNode => ({
  ...node('heading', text(words)),
  attrs: { level },
});
const linkTo = (href: unknown) => ({ type: 'link', attrs: { href } });

const words = (tree: Nodes): string =>
  walk(tree)
    .map((one) => (one.type === 'break' ? ' ' : 'value' in one ? one.value : ''))
    .join('')
    .replace(/\s+/g, '');

const inlineTypes = ['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'break'];
const blockTypes = ['root', 'paragraph', 'heading', 'code', 'list', 'listItem', 'blockquote'];

/** Nodes of other kinds. A bare web address is a link without anybody's doing: fine as long as it is one that we allow. */
const unexpected = (tree: Nodes, allowed: readonly string[]): Nodes[] =>
  walk(tree).filter(
    (one) => !(one.type === 'link' ? /^(?:https?:|mailto:)/i.test(one.url) : allowed.includes(one.type)),
  );

describe('structure', () => {
  test('[P6] blocks keep their kind', () => {
    const item = (words_: string, ...more: NarrativeNode[]) => node('listItem', paragraph(text(words_)), ...more);
    const markdown = narrativeMarkdown(
      doc(
        heading(2, 'Heading'),
        paragraph(text('One'), { type: 'hardBreak' }, text('two')),
        node('bulletList', item('a', node('orderedList', item('b'), item('c'))), item('d')),
        node('taskList', { ...node('taskItem', paragraph(text('done'))), attrs: { checked: true } }),
        node('taskList', node('taskItem', paragraph(text('open')))),
        { ...node('orderedList', item('fourth')), attrs: { start: 4 } },
        node('blockquote', paragraph(text('q')), paragraph(text('r'))),
        { ...node('codeBlock', text('a```b\n<i>')), attrs: { language: 'ts' } },
        node('horizontalRule'),
      ),
    );
    expect(markdown).toBe(
      [
        '## Heading',
        'One\\\ntwo',
        '- a\n  1. b\n  2. c\n- d',
        '* [x] done',
        '- [ ] open',
        '4. fourth',
        '> q\n>\n> r',
        '````ts\na```b\n<i>\n````',
        '___',
      ].join('\n\n'),
    );
    expect(walk(parse(markdown)).map((one) => one.type)).not.toContain('html');
  });

  test('[P10] somebody named is a name; a picture is a link with its words, and none where its address is none', () => {
    const mention = (name: unknown): NarrativeNode => ({ type: 'mention', attrs: { personId: 'person-01', name } });
    const picture = (src: unknown, alt: unknown): NarrativeNode => ({ type: 'image', attrs: { src, alt } });
    const markdown = narrativeMarkdown(
      doc(
        paragraph(mention('Dele *Adeyemi*'), text(' knows'), mention(''), mention(7)),
        picture('https://graphs.example/q.png?a=(1)', 'Queue [depth]'),
        picture('javascript:alert(1)', '# Not a heading <img src=x>'),
        picture(null, null),
      ),
    );
    expect(markdown).toBe(
      [
        '@Dele \\*Adeyemi\\* knows',
        '[Picture: Queue \\[depth\\]](https://graphs.example/q.png?a=%281%29)',
        'Picture: # Not a heading &lt;img src=x>',
        'Picture',
      ].join('\n\n'),
    );
    const kinds = walk(parse(markdown)).map((one) => one.type);
    expect(kinds).not.toContain('image');
    expect(kinds).not.toContain('html');
  });

  test('[P10] a picture that the review keeps is a link where readers can follow it, and named elsewhere', () => {
    const kept = doc({
      type: 'image',
      attrs: { src: 'https://else.example/a.png', file: 'picture-0001', alt: 'Depth' },
    });
    const pictureUrl = (id: string): string => `https://hearth.example/${id}`;
    expect(narrativeMarkdown(kept, { pictureUrl })).toBe('[Picture: Depth](https://hearth.example/picture-0001)');
    expect(narrativeMarkdown(kept)).toBe('Picture: Depth');
  });

  test('[P6] a table keeps its cells, with or without a header row', () => {
    const cell = (type: string, ...blocks: NarrativeNode[]) => node(type, ...blocks);
    const header = node(
      'tableRow',
      cell('tableHeader', paragraph(text('A'))),
      cell('tableHeader', paragraph(text('B'))),
    );
    const row = node(
      'tableRow',
      cell('tableCell', paragraph(text('x|y')), paragraph(text('z'))),
      cell('tableCell', paragraph(text('a|b', 'code'), { type: 'hardBreak' }, text('c'))),
    );
    expect(narrativeMarkdown(doc(node('table', header, row)))).toBe('| A | B |\n| --- | --- |\n| x\\|y z | a\\|b c |');
    expect(narrativeMarkdown(doc(node('table', row)))).toBe('|  |  |\n| --- | --- |\n| x\\|y z | a\\|b c |');
  });

  test('[P6] marks nest, and their outer spaces go outside', () => {
    const line = (...content: NarrativeNode[]) => narrativeMarkdown(doc(paragraph(...content)));
    expect(line(text('a '), text('b ', 'bold'), text('c', 'bold', 'italic'), text(' d'))).toBe('a **b *c*** d');
    expect(line(text('x', 'strike'), text(' '), text('a`b', 'code'))).toBe('~~x~~ `` a`b ``');
    expect(
      line(
        text('a', linkTo('https://x.test/(a b)?q=1&lt;')),
        text('b', linkTo('https://x.test/(a b)?q=1&lt;'), 'bold'),
      ),
    ).toBe('[a**b**](https://x.test/%28a%20b%29?q=1&amp;lt;)');
    expect(line(text('word'), text('.bold.', 'bold'), text('word'))).toBe('word.bold.word');
  });

  test('[P6] a citation is its label, and headings shift together', () => {
    const cite: NarrativeNode = { type: 'cite', attrs: { cardId: 'card-123', label: 'Four *calls*' } };
    expect(narrativeMarkdown(doc(paragraph(text('So it was. '), cite)))).toBe('So it was. *(Four \\*calls\\*)*');
    expect(narrativeMarkdown(doc(heading(2, 'a'), heading(6, 'b')), { headingShift: 1 })).toBe('### a\n\n###### b');
  });

  test('[P6] paragraphs, lists and headings without words leave nothing', () => {
    expect(narrativeMarkdown(doc(paragraph(), heading(2, ' '), paragraph(text('  '))))).toBe('');
  });
});

describe('safety', () => {
  test.each([
    '# not a heading',
    '- not a list',
    '1. not a list',
    '> not a quote',
    '---',
    '===',
    '```',
    '    not code',
    '<script>alert(1)</script>',
    '<!-- hidden -->',
    '![image](https://x.test/a.png)',
    '[link](javascript:alert(1))',
    '[reference]: https://x.test',
    '[^note]: words',
    '&lt;b&gt; &#60; &amp;',
    '*a* _b_ **c** ~~d~~ `e`',
    'a | b',
    '\\',
    ':-: | :-:',
  ])('[P3] [P4] %j reads as it was written', (written) => {
    const tree = parse(
      narrativeMarkdown(doc(paragraph(text('before')), paragraph(text(written)), paragraph(text('after')))),
    );
    expect(words(tree)).toBe(`before${written.replace(/\s+/g, '')}after`);
    expect(unexpected(tree, ['root', 'paragraph', 'text'])).toEqual([]);
  });

  test('[P3] an exclamation before a link makes no image', () => {
    const tree = parse(narrativeMarkdown(doc(paragraph(text('Look!'), text('here', linkTo('https://x.test'))))));
    expect(walk(tree).map((one) => one.type)).toEqual(['root', 'paragraph', 'text', 'link', 'text']);
  });

  test('[P3] what is harmless in each of two neighbours stays so in both together', () => {
    const tree = parse(narrativeMarkdown(doc(paragraph(text('&'), text('lt;', 'underline'), text('1'), text('. x')))));
    expect(words(tree)).toBe('&lt;1.x');
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    ' java\nscript:x',
    '//x.test',
    '/a',
    'ftp://x',
    '',
    null,
    7,
    {},
  ])('[P5] %j is no link', (href) => {
    expect(narrativeMarkdown(doc(paragraph(text('words', linkTo(href)))))).toBe('words');
  });

  test.each(['https://x.test/a', 'HTTP://x.test', 'mailto:a@x.test'])('[P5] %j is a link', (href) => {
    expect(narrativeMarkdown(doc(paragraph(text('words', linkTo(href)))))).toBe(`[words](${href})`);
  });
});

const nasty = fc.string({
  unit: fc.constantFrom(
    ...Array.from(' \t\n\\`*_[]<>!#+-=.:)(~|&;1a/é🔥"\''),
    '&lt;',
    '<b>',
    '](',
    '---',
    '```',
    '\ud800',
    '\u0000',
  ),
  maxLength: 12,
});
const marks = fc.subarray(['bold', 'italic', 'strike', 'code']).map((types) => types.map((type) => ({ type })));
const inline = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('text'), text: nasty, marks }) },
    fc.constant<NarrativeNode>({ type: 'hardBreak' }),
    fc.record({ type: fc.constant('cite'), attrs: fc.record({ label: nasty }) }),
  ),
  { maxLength: 5 },
);
const { block } = fc.letrec<{ block: NarrativeNode; item: NarrativeNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constantFrom('paragraph', 'heading'), content: inline }),
    fc.record({ type: fc.constant('codeBlock'), content: nasty.map((code) => [{ type: 'text', text: code }]) }),
    fc.record({
      type: fc.constantFrom('bulletList', 'orderedList', 'taskList'),
      content: fc.array(tie('item'), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('blockquote'), content: fc.array(tie('block'), { maxLength: 3 }) }),
  ),
  item: fc.record({ type: fc.constant('listItem'), content: fc.array(tie('block'), { maxLength: 3 }) }),
}));

describe('any narrative', () => {
  const document = fc.array(block, { maxLength: 5 }).map((content) => doc(...content));
  test('[P4] [P5] gives no HTML, no image, no link and no table', () => {
    fc.assert(
      fc.property(document, (narrative) => {
        expect(unexpected(parse(narrativeMarkdown(narrative)), [...inlineTypes, ...blockTypes])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('[P3] a paragraph of nasty text without marks reads as written', () => {
    const plain = fc.array(nasty, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(plain, (lines) => {
        const narrative = doc(...lines.map((line) => paragraph(text(line))));
        const tree = parse(narrativeMarkdown(narrative));
        const written = lines
          .join('')
          .toWellFormed()
          .replace(/[\s\p{Cc}]+/gu, '');
        expect(words(tree)).toBe(written);
        expect(unexpected(tree, ['root', 'paragraph', 'text', 'break'])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('[P7] junk never throws', () => {
    const junk = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        fc.anything(),
        fc.record(
          {
            type: fc.oneof(
              fc.constantFrom(
                'paragraph',
                'heading',
                'table',
                'tableRow',
                'codeBlock',
                'taskItem',
                'text',
                'cite',
                'x',
              ),
              fc.anything(),
            ),
            content: fc.oneof(fc.array(tie('node')), fc.anything()),
            attrs: fc.oneof(
              fc.record({ level: fc.anything(), start: fc.anything(), label: fc.anything() }),
              fc.anything(),
            ),
            marks: fc.anything(),
            text: fc.anything(),
          },
          { requiredKeys: [] },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(junk), (content) => {
        expect(typeof narrativeMarkdown({ type: 'doc', content: content as NarrativeNode[] })).toBe('string');
      }),
      { numRuns: 400 },
    );
  });

  test('[P7] nesting without end is cut', () => {
    let deep: NarrativeNode = paragraph(text('bottom'));
    for (let level = 0; level < 5_000; level += 1) deep = node('blockquote', deep);
    expect(narrativeMarkdown(doc(paragraph(text('top')), deep))).toMatch(/^top/);
    expect(narrativeMarkdown(doc(paragraph(text('top')), deep))).not.toContain('bottom');
  });
});
