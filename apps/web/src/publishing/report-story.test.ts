import { isDeepStrictEqual } from 'node:util';
import type { NarrativeNode } from '@hearth/board/narrative';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory, safeHref } from './report-story.ts';

const text = (words: string): NarrativeNode => ({ type: 'text', text: words });
const p = (words: string): NarrativeNode => ({ type: 'paragraph', content: words === '' ? [] : [text(words)] });
const h = (level: number, words: string): NarrativeNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const list: NarrativeNode = { type: 'bulletList', content: [{ type: 'listItem', content: [p('one')] }] };
const doc = (...content: NarrativeNode[]): NarrativeNode => ({ type: 'doc', content });

const outline = (narrative: NarrativeNode) =>
  readStory(narrative).body.flatMap(({ heading }) => (heading === null ? [] : [[heading.level, heading.text]]));

describe('the story of a report', () => {
  it('opens with the paragraph under "Summary" and drops that heading', () => {
    const story = readStory(doc(h(2, 'Summary'), p('In short.'), h(2, 'How we got here'), p('First.')));
    expect(story.lede).toEqual([p('In short.')]);
    expect(story.body.map(({ node }) => node.type)).toEqual(['heading', 'paragraph']);
  });

  it('opens with what stands ahead of the first heading', () => {
    const story = readStory(doc(p(''), p('In short.'), h(1, 'Then')));
    expect(story.lede).toEqual([p('In short.')]);
  });

  it('leaves out the headings it was given where nobody wrote under them', () => {
    const told = doc(h(2, 'Summary'), p(''), h(2, 'How we got here'), h(3, 'At noon'), h(2, 'References'), p(' '));
    expect(outline(told)).toEqual([
      [2, 'How we got here'],
      [3, 'At noon'],
    ]);
    expect(outline(doc(h(2, 'Thank you all'), h(2, 'What went well'), p('Much.'), h(2, 'What to improve')))).toEqual([
      [2, 'Thank you all'],
      [2, 'What went well'],
    ]);
  });

  it('keeps a summary whole that is more than two paragraphs', () => {
    const narrative = doc(h(2, 'Summary'), p('One.'), list, h(2, 'Then'));
    const story = readStory(narrative);
    expect(story.lede).toEqual([]);
    expect(story.body.map(({ node }) => node)).toEqual(narrative.content);
  });

  it('makes the headings a tree under the title, whatever levels people used', () => {
    expect(outline(doc(h(3, 'A'), h(5, 'B'), h(3, 'C')))).toEqual([
      [2, 'A'],
      [3, 'B'],
      [2, 'C'],
    ]);
    expect(outline(doc(h(3, 'Deep first'), h(1, 'Top')))).toEqual([
      [2, 'Deep first'],
      [2, 'Top'],
    ]);
  });

  it('keeps every block that says something', () => {
    const block = fc.constantFrom(p('x'), p(''), h(1, 'H'), h(3, 'Summary'), list);
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const { lede, body } = readStory(doc(...blocks));
        // Only headings "Summary" may go: where nothing is under them, or where that opens the page.
        const says = (node: NarrativeNode) => ![p(''), h(3, 'Summary')].some((one) => isDeepStrictEqual(one, node));
        expect([...lede, ...body.map(({ node }) => node)].filter(says)).toEqual(blocks.filter(says));
        const story = doc(...blocks, p('x'), h(3, 'Summary'), list);
        expect(readStory(story).body.slice(-2)).toMatchObject([{ node: h(3, 'Summary') }, { node: list }]);
      }),
    );
  });

  it.each([
    ['https://a.example/b', 'https://a.example/b'],
    ['mailto:team@a.example', 'mailto:team@a.example'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['data:text/html,x', null],
    ['/relative', null],
    ['', null],
    [7, null],
  ])('follows %j only as %j', (href, followed) => {
    expect(safeHref(href)).toBe(followed);
  });
});
