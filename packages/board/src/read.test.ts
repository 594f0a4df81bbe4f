import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardOf } from './document.ts';
import { longestText, readCard } from './read.ts';
import { snapshotOf } from './snapshot.ts';

const put = (fields: Record<string, unknown>): Y.Map<unknown> => {
  const doc = new Y.Doc();
  const map = new Y.Map<unknown>(Object.entries(fields));
  boardOf(doc).cards.set('card-0001', map);
  return map;
};

describe('reading', () => {
  it('[D1] gives defaults where a card is silent', () => {
    expect(readCard('card-0001', put({ kind: 'event' }))).toEqual({
      id: 'card-0001',
      kind: 'event',
      text: '',
      rank: '',
      author: null,
      createdAt: 0,
      evidence: [],
      files: [],
      at: null,
      endAt: null,
      precision: 'unknown',
      eventKind: 'action',
      lane: '',
      key: false,
    });
  });

  it('[D1] leaves out what is no card', () => {
    expect(readCard('card-0001', put({ text: 'no kind' }))).toBeNull();
    expect(readCard('card-0001', put({ kind: 7 }))).toBeNull();
    expect(readCard('card-0001', 'a string')).toBeNull();
    expect(readCard('x', put({ kind: 'event' }))).toBeNull();
  });

  it('[D1] never throws on anything a document can hold', () => {
    const kinds = fc.constantFrom('event', 'perspective', 'factor', 'question', 'learning', 'action', 'other');
    const fields = fc.dictionary(
      fc.constantFrom(
        'text',
        'rank',
        'author',
        'createdAt',
        'evidence',
        'file:attached-1',
        'file:x',
        'at',
        'endAt',
        'precision',
        'eventKind',
        'lane',
        'key',
        'columnId',
        'facet',
        'category',
        'parked',
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(kinds, fields, fc.jsonValue(), (kind, values, root) => {
        const doc = new Y.Doc();
        const board = boardOf(doc);
        board.cards.set('card-0001', new Y.Map<unknown>(Object.entries({ kind, ...values })));
        board.cards.set('card-0002', root);
        board.links.set('link-0001', root);
        board.columns.set('col-00001', root);
        const snapshot = snapshotOf(doc);
        expect(snapshot.cards).toHaveLength(1);
      }),
    );
  });

  it('[D2] cuts endless text', () => {
    expect(
      readCard('card-0001', put({ kind: 'learning', text: new Y.Text('x'.repeat(longestText + 5)) }))?.text.length,
    ).toBe(longestText);
  });

  it('[D3] lets only http and https evidence through', () => {
    const evidence = [
      { url: 'javascript:alert(1)', label: 'no' },
      { url: 'https://graphs.example', label: 'yes' },
    ];
    expect(readCard('card-0001', put({ kind: 'learning', evidence }))?.evidence).toEqual([
      { url: 'https://graphs.example', label: 'yes' },
    ]);
  });

  it('[D5] takes absurd times for unknown', () => {
    expect(readCard('card-0001', put({ kind: 'event', at: 9e15, precision: 'exact' }))).toMatchObject({
      at: null,
      precision: 'unknown',
    });
    expect(readCard('card-0001', put({ kind: 'event', at: -1 }))).toMatchObject({ at: null });
    expect(readCard('card-0001', put({ kind: 'event', at: 1000, endAt: 500 }))).toMatchObject({
      at: 1000,
      endAt: null,
    });
  });

  it('[D6] leaves out files without an id, and believes no type and no size', () => {
    const card = readCard(
      'card-0001',
      put({
        kind: 'factor',
        'file:x': { name: 'no id' },
        'file:attached-1': 'no file',
        'file:attached-2': { name: '', type: 'text/html"><script>', bytes: -1, width: 3, thumbnail: 'yes', addedAt: 7 },
        'file:attached-3': { name: 'a.png', type: 'image/png', bytes: 9, width: 3, height: 2, alt: 'A', addedAt: 5 },
      }),
    );
    const unknown = { width: null, height: null, alt: '', thumbnail: false };
    expect(card?.files).toEqual([
      {
        ...unknown,
        id: 'attached-3',
        name: 'a.png',
        type: 'image/png',
        bytes: 9,
        width: 3,
        height: 2,
        alt: 'A',
        addedAt: 5,
      },
      { ...unknown, id: 'attached-2', name: 'file', type: 'application/octet-stream', bytes: 0, addedAt: 7 },
    ]);
  });
});
