import type { CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardOf } from './document.ts';
import { readNarrative, writeNarrative, type NarrativeNode } from './narrative.ts';
import {
  addCard,
  addColumn,
  addLink,
  cardText,
  changeCard,
  editText,
  moveCard,
  openWriter,
  removeCard,
  removeColumn,
  removeLink,
  type Author,
  type Writer,
} from './operations.ts';
import { restoreBoard } from './restore.ts';
import { snapshotOf } from './snapshot.ts';

const by: Author = { author: { id: 'person-0001' as ParticipantId, name: 'Priya' }, nowMs: 1000 };
const id = (name: string): CardId => `card-${name.padStart(4, '0')}` as CardId;
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const paragraph = (words: string): NarrativeNode => ({
  type: 'paragraph',
  ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }),
});
const heading = (words: string): NarrativeNode => ({ ...paragraph(words), type: 'heading', attrs: { level: 2 } });

// ——— random boards ———

const names = ['1', '2', '3', '4', '5', '6'].map(id);
const card = fc.constantFrom(...names);
const link = fc.constantFrom(...(['link-0001', 'link-0002', 'link-0003'] as LinkId[]));
const column = fc.constantFrom(...(['column-01', 'column-02'] as ColumnId[]));
const words = fc
  .array(fc.constantFrom('the', ' ', 'queue', '\u{1F600}', 'labels', '.'), { maxLength: 6 })
  .map((parts) => parts.join(''));
const kind = fc.constantFrom('event' as const, 'factor' as const, 'learning' as const, 'perspective' as const);
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), card, kind, words, column, anonymous: fc.boolean() }),
  fc.record({ do: fc.constant('edit' as const), card, index: fc.nat(10), remove: fc.nat(6), words }),
  fc.record({ do: fc.constant('move' as const), card, before: card }),
  fc.record({
    do: fc.constant('change' as const),
    card,
    at: fc.integer({ min: 1, max: 9 }),
    category: fc.constantFrom('human' as const, 'technical' as const),
  }),
  fc.record({ do: fc.constant('remove' as const), card }),
  fc.record({
    do: fc.constant('link' as const),
    link,
    from: card,
    to: card,
    meaning: fc.constantFrom('led-to' as const, 'contributed' as const),
  }),
  fc.record({ do: fc.constant('unlink' as const), link }),
  fc.record({ do: fc.constant('column' as const), column }),
  fc.record({ do: fc.constant('no-column' as const), column }),
  fc.record({ do: fc.constant('write' as const), at: fc.nat(6), words, level: fc.nat(2) }),
  fc.record({ do: fc.constant('strike-out' as const), at: fc.nat(6) }),
  fc.record({ do: fc.constant('rewrite' as const), at: fc.nat(6), words }),
  fc.record({
    do: fc.constant('embolden' as const),
    at: fc.nat(6),
    from: fc.nat(5),
    length: fc.nat(5),
    off: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const perform = (writer: Writer, action: Step): void => {
  const { board } = writer;
  switch (action.do) {
    case 'add': {
      const base = { id: action.card, text: action.words };
      const author = action.anonymous ? { author: null, nowMs: 5 } : by;
      if (action.kind === 'event')
        addCard(
          writer,
          {
            ...base,
            kind: 'event',
            at: 5,
            endAt: null,
            precision: 'exact',
            eventKind: 'action',
            lane: '',
            key: false,
            evidence: [{ label: 'Graph', url: 'https://graphs.example.org/1' }],
          },
          author,
        );
      else if (action.kind === 'factor') addCard(writer, { ...base, kind: 'factor', category: 'human' }, author);
      else if (action.kind === 'learning') addCard(writer, { ...base, kind: 'learning' }, author, 'first');
      else addCard(writer, { ...base, kind: 'perspective', columnId: action.column, facet: 'saw' }, author);
      return;
    }
    case 'edit':
      editText(writer, action.card, { index: action.index, remove: action.remove, insert: action.words });
      return;
    case 'move':
      moveCard(writer, action.card, snapshotOf(board.doc).cards, { before: action.before });
      return;
    case 'change':
      changeCard(writer, action.card, { at: action.at, category: action.category });
      return;
    case 'remove':
      removeCard(writer, action.card);
      return;
    case 'link':
      addLink(writer, { id: action.link, from: action.from, to: action.to, meaning: action.meaning });
      return;
    case 'unlink':
      removeLink(writer, action.link);
      return;
    case 'column':
      addColumn(writer, { id: action.column, name: 'Tomasz', role: 'On-call' });
      return;
    case 'no-column':
      removeColumn(writer, action.column);
      return;
    case 'write': {
      const element = new Y.XmlElement(action.level === 0 ? 'paragraph' : 'heading');
      if (action.level > 0) element.setAttribute('level', action.level as unknown as string);
      board.narrative.insert(Math.min(action.at, board.narrative.length), [element]);
      element.insert(0, [new Y.XmlText(action.words)]);
      return;
    }
    case 'strike-out':
      if (action.at < board.narrative.length) board.narrative.delete(action.at, 1);
      return;
    case 'rewrite':
    case 'embolden': {
      const element = board.narrative.toArray()[action.at];
      const text = element instanceof Y.XmlElement ? element.get(0) : null;
      if (!(text instanceof Y.XmlText)) return;
      if (action.do === 'rewrite') text.insert(0, action.words);
      // Formatting from the middle of a surrogate pair would break it.
      else if (!text.toString().includes('\u{1F600}') && action.from < text.length)
        text.format(action.from, Math.min(action.length, text.length - action.from), { bold: action.off ? null : {} });
    }
  }
};

describe('restoring', () => {
  it('[H3] gives back what was, whatever happened since, and the state before the restore as well', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.array(step, { maxLength: 40 }), (first, then) => {
        const writer = openWriter(new Y.Doc());
        const { doc } = writer.board;
        for (const action of first) perform(writer, action);
        const was = copyOf(doc);
        for (const action of then) perform(writer, action);
        const before = copyOf(doc);
        const content = (of: Y.Doc): unknown => ({ ...snapshotOf(of), raw: of.getMap('cards').toJSON() });
        const origin = {};

        restoreBoard(doc, was, origin);
        expect(content(doc)).toEqual(content(was));
        expect(restoreBoard(doc, was, origin)).toBe(false);
        restoreBoard(doc, before, origin);
        expect(content(doc)).toEqual(content(before));
      }),
      { numRuns: 400 },
    );
  });

  it('[H4] is one transaction with the origin given, and none where nothing differs', () => {
    const writer = openWriter(new Y.Doc());
    addCard(writer, { kind: 'factor', id: id('a'), category: 'human', text: 'Slow' }, by);
    const was = copyOf(writer.board.doc);
    addCard(writer, { kind: 'factor', id: id('b'), category: 'human', text: 'New' }, by);
    removeCard(writer, id('a'));
    const origins: unknown[] = [];
    writer.board.doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
    const mine = {};
    expect(restoreBoard(writer.board.doc, was, mine)).toBe(true);
    expect(restoreBoard(writer.board.doc, was, mine)).toBe(false);
    expect(origins).toEqual([mine]);
  });

  it('[H5] brings a removed card back with its id, author, words, place and links', () => {
    const writer = openWriter(new Y.Doc());
    addCard(writer, { kind: 'factor', id: id('a'), category: 'human', text: 'The hand-over', evidence: [] }, by);
    addCard(
      writer,
      { kind: 'factor', id: id('b'), category: 'technical', text: 'The gateway' },
      { author: null, nowMs: 7 },
    );
    addLink(writer, { id: 'link-0001' as LinkId, from: id('a'), to: id('b'), meaning: 'made-possible' });
    const was = snapshotOf(writer.board.doc);
    const target = copyOf(writer.board.doc);
    removeCard(writer, id('a'));
    removeCard(writer, id('b'));
    restoreBoard(writer.board.doc, target, {});
    expect(snapshotOf(writer.board.doc)).toEqual(was);
    expect(was.cards.map((one) => one.author?.name ?? null)).toEqual(['Priya', null]);
  });

  it('[H6] touches only what differs', () => {
    const writer = openWriter(new Y.Doc());
    const { board } = writer;
    for (const name of ['a', 'b', 'c'])
      addCard(writer, { kind: 'learning', id: id(name), text: `Learning ${name}` }, by);
    writeNarrative(board.narrative, {
      type: 'doc',
      content: [
        heading('Summary'),
        paragraph('Labels stopped.'),
        heading('What went well'),
        paragraph('Staff wrote by hand.'),
      ],
    });
    const target = copyOf(board.doc);
    editText(writer, id('b'), { index: 0, remove: 8, insert: 'What we understood:' });
    const second = board.narrative.get(1);
    if (!(second instanceof Y.XmlElement)) throw new Error('the paragraph is there');
    (second.get(0) as Y.XmlText).insert(6, ' of 41 pharmacies');

    const touched: (string | number)[][] = [];
    board.cards.observeDeep((events) => touched.push(...events.map((event) => event.path)));
    board.narrative.observeDeep((events) => touched.push(...events.map((event) => event.path)));
    const kept = [cardText(board, id('b')), board.narrative.get(1), board.narrative.get(3)];
    restoreBoard(board.doc, target, {});
    expect(touched).toEqual([
      [id('b'), 'text'],
      [1, 0],
    ]);
    expect([cardText(board, id('b')), board.narrative.get(1), board.narrative.get(3)]).toEqual(kept);
    expect(readNarrative(board.narrative)).toEqual(readNarrative(boardOf(target).narrative));
  });

  it('[H6] leaves a caret at its letter', () => {
    const writer = openWriter(new Y.Doc());
    addCard(writer, { kind: 'factor', id: id('a'), category: 'human', text: 'Nobody watches the queue at night' }, by);
    const target = copyOf(writer.board.doc);
    editText(writer, id('a'), { index: 0, remove: 6, insert: 'Almost nobody' });
    const text = cardText(writer.board, id('a'));
    if (!text) throw new Error('the card is there');
    const caret = Y.createRelativePositionFromTypeIndex(text, text.toString().indexOf('queue'));
    restoreBoard(writer.board.doc, target, {});
    const stands = Y.createAbsolutePositionFromRelativePosition(caret, writer.board.doc);
    expect(text.toString().slice(stands?.index)).toBe('queue at night');
  });

  it('[H7] keeps the letters that another types meanwhile in what stays', () => {
    const mine = openWriter(new Y.Doc());
    addCard(mine, { kind: 'factor', id: id('a'), category: 'human', text: 'Nobody watches the queue' }, by);
    const target = copyOf(mine.board.doc);
    editText(mine, id('a'), { index: 0, remove: 6, insert: 'Somebody' });
    addCard(mine, { kind: 'factor', id: id('b'), category: 'human', text: 'Added since' }, by);
    const theirs = openWriter(copyOf(mine.board.doc));
    const end = cardText(theirs.board, id('a'))?.length ?? 0;
    editText(theirs, id('a'), { index: end, remove: 0, insert: ' at night' });
    restoreBoard(mine.board.doc, target, {});
    Y.applyUpdate(mine.board.doc, Y.encodeStateAsUpdate(theirs.board.doc));
    Y.applyUpdate(theirs.board.doc, Y.encodeStateAsUpdate(mine.board.doc));
    for (const writer of [mine, theirs])
      expect(snapshotOf(writer.board.doc).cards.map(({ text }) => text)).toEqual(['Nobody watches the queue at night']);
  });

  it('[H3] brings marks and attributes of the narrative back', () => {
    const doc = new Y.Doc();
    const { narrative } = boardOf(doc);
    writeNarrative(narrative, {
      type: 'doc',
      content: [
        heading('Summary'),
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Certificates', marks: [{ type: 'bold' }] },
            { type: 'cite', attrs: { cardId: id('a'), label: '14:24' } },
          ],
        },
        { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph('one')] }] },
      ],
    });
    const target = copyOf(doc);
    const was = readNarrative(boardOf(target).narrative);
    const [title, story] = narrative.toArray() as [Y.XmlElement, Y.XmlElement];
    title.setAttribute('level', 3 as unknown as string);
    (story.get(0) as Y.XmlText).format(0, 4, { bold: null, italic: {} });
    narrative.delete(2, 1);
    restoreBoard(doc, target, {});
    expect(readNarrative(narrative)).toEqual(was);
  });

  it('[H3] survives what no honest client writes', () => {
    const target = new Y.Doc();
    const cards = target.getMap('cards');
    cards.set('card-junk', 'no map');
    cards.set(
      id('a'),
      new Y.Map<unknown>(
        Object.entries({
          kind: 'factor',
          text: 'no shared text',
          rank: 7,
          nested: new Y.Array(),
          bytes: Uint8Array.of(1, 2),
        }),
      ),
    );
    boardOf(target).narrative.insert(0, [new Y.XmlText('bare'), new Y.XmlHook('hook') as unknown as Y.XmlText]);
    const live = new Y.Doc();
    addCard(openWriter(live), { kind: 'factor', id: id('a'), category: 'human', text: 'x' }, by);
    restoreBoard(live, target, {});
    expect(snapshotOf(live)).toEqual(snapshotOf(target));
    expect(restoreBoard(live, target, {})).toBe(false);
  });
});
