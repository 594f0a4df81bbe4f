import { emptyNarrative } from '@hearth/board/seed';
import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { contentExtensions } from './extensions.ts';
import { bestOf, match } from './fuzzy.ts';
import { insertionsFor, isBlank } from './insertions.ts';
import { longestPaste, piecesOf } from './paste.ts';
import { pictureAddress } from './picture-address.ts';
import { askedAt } from './suggest.ts';

const schema = getSchema(contentExtensions());
const document = (...content: unknown[]) => schema.nodeFromJSON({ type: 'doc', content });
const block = (words: string, type = 'paragraph') => ({
  type,
  content: words === '' ? [] : [{ type: 'text', text: words }],
});
/** A line with the caret at its end. */
const typed = (words: string, type?: string): EditorState => {
  const doc = document(block(words, type));
  return EditorState.create({ doc, selection: TextSelection.atEnd(doc) });
};

describe('what is asked for while typing', () => {
  it.each([
    ['/', 'insert', ''],
    ['/tab', 'insert', 'tab'],
    ['/how we', 'insert', 'how we'],
    ['@', 'mention', ''],
    ['Thanks to @Dele A', 'mention', 'Dele A'],
    ['(@Édith', 'mention', 'Édith'],
  ])('%j asks for %s', (words, kind, query) => {
    expect(askedAt(typed(words))).toMatchObject({ kind, query, to: words.length + 1 });
  });
  it.each([
    'either / or',
    '//',
    '/ a',
    'a/b',
    'ines@marlow.example',
    'mail@',
    'plain',
    '@Dele, who saw it',
    `/${'x'.repeat(41)}`,
  ])('%j asks for nothing', (words) => {
    expect(askedAt(typed(words))).toBeNull();
  });
  it('asks for nothing within code', () => {
    expect(askedAt(typed('/etc', 'codeBlock'))).toBeNull();
  });
});

describe('finding by a few letters', () => {
  it('prefers the start, then a word, then a part, then letters in order', () => {
    expect(bestOf(['A table', 'Stable', 'Table', 'Two able', 'Text'], 'table', (name) => [name])).toEqual([
      'Table',
      'A table',
      'Stable',
      'Two able',
    ]);
    expect(bestOf(['Numbered list', 'List'], 'nli', (name) => [name])).toEqual(['Numbered list']);
    expect(match('zzz', 'Table')).toBeNull();
  });
  it('does not mind capitals and accents', () => {
    expect(match('edi', 'Édith')).not.toBeNull();
  });
  it('goes by other names as well', () => {
    const found = insertionsFor(document(block('/todo')), 'todo');
    expect(found[0]?.id).toBe('tasks');
  });
});

describe('sections of a report', () => {
  it('are offered whole only where nobody wrote anything', () => {
    expect(insertionsFor(document(block('/report')), 'report').map(({ id }) => id)).toContain('report');
    expect(
      insertionsFor(document(block('Labels stopped.'), block('/report')), 'report').map(({ id }) => id),
    ).not.toContain('report');
    const picture = { type: 'image', attrs: { src: 'https://graphs.example/q.png', alt: '' } };
    expect(isBlank(document(picture))).toBe(false);
    expect(isBlank(document(block('  '), block('')))).toBe(true);
  });
  it('are offered one by one where they are missing, and never twice', () => {
    const ids = (doc: ReturnType<typeof document>) => insertionsFor(doc, 'summary').map(({ id }) => id);
    expect(ids(document(block('/summary')))).toContain('section Summary');
    expect(ids(document(...(emptyNarrative().content ?? []), block('/summary')))).not.toContain('section Summary');
  });
});

describe('addresses of pictures', () => {
  it('are https and nothing else, without secrets in them', () => {
    expect(pictureAddress(' https://graphs.example/q.png ')).toBe('https://graphs.example/q.png');
    for (const address of [
      'http://graphs.example/q.png',
      'javascript:alert(1)',
      'data:image/svg+xml,<svg onload=alert(1)>',
      'https://user:secret@graphs.example/q.png',
      'https://',
      'q.png',
      `https://graphs.example/${'q'.repeat(2_000)}`,
      null,
      7,
    ])
      expect(pictureAddress(address)).toBeNull();
  });
});

describe('long pastes', () => {
  const wordsOf = (pieces: ReturnType<typeof piecesOf>['pieces']) => pieces.flat().map((node) => node.textContent);
  it('a paragraph of 100 kB comes whole, in paragraphs and pieces that the server takes', () => {
    const words = 'The queue grew \u{1F600} and שלום grew. '.repeat(3_000);
    const { pieces, cut } = piecesOf(document(block(words)).content, schema);
    expect(cut).toBe(false);
    expect(wordsOf(pieces).join('')).toBe(words);
    for (const piece of pieces) {
      expect(new TextEncoder().encode(piece.map((node) => node.textContent).join('')).length).toBeLessThan(48 * 1024);
      for (const node of piece) expect(node.textContent.isWellFormed()).toBe(true);
    }
  });
  it('thousands of lines come in groups; blocks keep their kind', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) =>
      block(`Line ${index}`, index % 50 === 0 ? 'heading' : 'paragraph'),
    );
    const { pieces } = piecesOf(document(...lines).content, schema);
    expect(pieces.flat().map((node) => node.type.name)).toEqual(lines.map(({ type }) => type));
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(100);
  });
  it('beyond what a document can bear the rest is left out, and that is told', () => {
    const { pieces, cut } = piecesOf(document(block('x'.repeat(longestPaste + 5))).content, schema);
    expect(cut).toBe(true);
    expect(wordsOf(pieces).join('')).toHaveLength(longestPaste);
  });
});
