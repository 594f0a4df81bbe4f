import { emptyNarrative } from '@hearth/board/seed';
import { demoNarrative } from '@hearth/board/demo/narrative';
import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { contentExtensions } from './extensions.ts';
import { countWords, outlineOf, readingMinutes, unsupported, wordsInWords } from './outline.ts';
import { hintsIn } from './section-hints.ts';

const schema = getSchema(contentExtensions());
const document = (content: unknown) => schema.nodeFromJSON({ type: 'doc', content });
const heading = (text: string, level = 2) => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (words: string) => ({ type: 'text', text: words });
const cite = (cardId: string) => ({ type: 'cite', attrs: { cardId, label: 'two words' } });

describe('words', () => {
  it.each([
    ['', 0],
    ['  – , “ ”', 0],
    ['Each call alone made sense.', 5],
    ['hand-written labels', 2],
    ['it’s Priya’s', 2],
    ['Über 1.380 Rezepte', 3],
  ])('counts %j as %i', (words, count) => {
    expect(countWords(words)).toBe(count);
  });
  it('finds sections that tell a lot and cite nothing', () => {
    const long = Array.from({ length: 40 }, () => 'word').join(' ');
    const { sections } = outlineOf(
      document([
        heading('Summary'),
        paragraph(text(long), cite('card-aaaa')),
        heading('How we got here'),
        paragraph(text(long)),
        heading('What went well'),
        paragraph(text('Little.')),
        heading('References'),
        paragraph(text(long)),
      ]),
    );
    expect(unsupported(sections).map(({ title }) => title)).toEqual(['How we got here']);
  });
  it('tells how long reading takes', () => {
    expect([0, 1, 219, 330, 2200].map(readingMinutes)).toEqual([0, 1, 1, 2, 10]);
  });
  it('says them', () => {
    expect([0, 1, 214, 1214].map(wordsInWords)).toEqual(['empty', '1 word', '214 words', '1,214 words']);
  });
});

describe('the outline of a narrative', () => {
  it('counts words by section, lists and tables included, citations not', () => {
    const outline = outlineOf(
      document([
        heading('Summary'),
        paragraph(text('Labels stopped. '), cite('card-aaaa'), text(' Nobody knew.')),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one two'))] }] },
        heading('How we got here'),
        paragraph(cite('card-bbbb'), cite('card-aaaa')),
      ]),
    );
    expect(outline.sections.map(({ title, words }) => [title, words])).toEqual([
      ['Summary', 6],
      ['How we got here', 0],
    ]);
    expect(outline.words).toBe(6);
    expect(outline.cited).toEqual(['card-aaaa', 'card-bbbb']);
  });

  it('keeps words of neighbouring blocks apart', () => {
    const quote = { type: 'blockquote', content: [paragraph(text('one')), paragraph(text('two'))] };
    expect(outlineOf(document([quote])).words).toBe(2);
  });

  it('gives the position of each heading', () => {
    const doc = document([heading('Summary'), paragraph(text('Labels')), heading('References', 3)]);
    for (const section of outlineOf(doc).sections) expect(doc.nodeAt(section.at)?.textContent).toBe(section.title);
  });

  it('leaves out a citation without an id', () => {
    expect(outlineOf(document([paragraph(cite(''), cite('no'))])).cited).toEqual([]);
  });

  it('reads what the server seeds: every node of it is in the schema', () => {
    const empty = document(emptyNarrative().content);
    expect(() => empty.check()).not.toThrow();
    expect(outlineOf(empty).sections.map((section) => section.title)).toContain('How we got here');
    const demo = document(demoNarrative.content);
    expect(() => demo.check()).not.toThrow();
    expect(outlineOf(demo).cited.length).toBeGreaterThan(5);
  });
});

describe('hints of empty sections', () => {
  const asked = (...content: unknown[]) => hintsIn(document(content)).map((hint) => hint.text);

  it('ask in the one empty paragraph after a heading', () => {
    expect(asked(heading('Summary'), paragraph(), heading('Mine'), paragraph())).toEqual([
      'What happened, what it meant for people, and how it ended. Three sentences are enough.',
      'Write here.',
    ]);
    expect(hintsIn(document(emptyNarrative().content))).toHaveLength(5);
  });
  it('stand on the paragraph itself', () => {
    const doc = document([heading('Summary'), paragraph()]);
    const [hint] = hintsIn(doc);
    expect(doc.nodeAt(hint?.from ?? 0)?.type.name).toBe('paragraph');
    expect(hint?.to).toBe(doc.content.size);
  });
  it('are silent once the section holds something, and away from headings', () => {
    expect(asked(heading('Summary'), paragraph(text('Words')), paragraph())).toEqual([]);
    expect(asked(heading('Summary'), paragraph(), paragraph())).toEqual([]);
    expect(asked(paragraph())).toEqual([]);
  });
  it('name an empty heading', () => {
    expect(asked({ type: 'heading', attrs: { level: 2 } })).toEqual(['Heading']);
  });
});
