import type { CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { cardsOfClip, clipOf, readClip, type Clip } from './clip.ts';
import { pasteCards, removeCards } from './many-cards.ts';
import { addCard, addColumn, addLink, openWriter, type Author, type NewCard } from './operations.ts';
import { openView } from './view.ts';

const by: Author = { author: { id: 'person-0001' as ParticipantId, name: 'Priya' }, nowMs: 1 };
const paster: Author = { author: { id: 'person-0002' as ParticipantId, name: 'Dele' }, nowMs: 2 };
const id = (name: string): CardId => name.replaceAll(' ', '-').padEnd(8, '-') as CardId;

const open = (cards: readonly NewCard[] = [], columns: readonly string[] = []) => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  const view = openView(doc);
  for (const name of columns) addColumn(writer, { id: id(`col-${name}`) as unknown as ColumnId, name, role: '' });
  for (const card of cards) addCard(writer, card, by);
  let next = 0;
  const ids = {
    card: () => id(`new-${next++}`),
    link: () => `link-${next++}-new` as LinkId,
  };
  return { doc, writer, view, ids };
};

const event = (name: string, lane = ''): NewCard => ({
  kind: 'event',
  id: id(name),
  text: name,
  at: 1_000,
  endAt: null,
  precision: 'about',
  eventKind: 'detection',
  lane,
  key: true,
});
const factor = (name: string, category: 'human' | 'technical' = 'human'): NewCard => ({
  kind: 'factor',
  id: id(name),
  text: name,
  category,
});
const perspective = (name: string, column: string): NewCard => ({
  kind: 'perspective',
  id: id(name),
  text: name,
  columnId: id(`col-${column}`) as unknown as ColumnId,
  facet: 'knew',
});

const carried = (clip: Clip): Clip => {
  const read = readClip(JSON.parse(JSON.stringify(clip)));
  if (!read) throw new Error('a clip reads back');
  return read;
};

describe('clips', () => {
  it('[C1] hold words, times and kinds, no id and no author', () => {
    const { view } = open([event('Labels stop', 'Support')]);
    const json = JSON.stringify(clipOf(view, [id('Labels stop')]));
    expect(json).toContain('Labels stop');
    expect(json).toContain('detection');
    expect(json).not.toContain('person-0001');
    expect(json).not.toContain('Priya');
    expect(json).not.toContain('"id"');
  });

  it('[C2] bring cards to another board with new ids, as the paster’s own, with the links among them', () => {
    const from = open([factor('One firmware'), factor('Nobody looks'), event('Labels stop')]);
    addLink(from.writer, {
      id: 'link-0001' as LinkId,
      from: id('One firmware'),
      to: id('Labels stop'),
      meaning: 'led-to',
    });
    addLink(from.writer, {
      id: 'link-0002' as LinkId,
      from: id('Nobody looks'),
      to: id('Labels stop'),
      meaning: 'led-to',
    });
    const clip = carried(clipOf(from.view, [id('One firmware'), id('Labels stop')]));
    const to = open();
    expect(pasteCards(to.writer, cardsOfClip(clip, null, [], to.ids), paster)).toBe(2);
    const [pasted] = to.view.list('event');
    expect(pasted).toMatchObject({ text: 'Labels stop', at: 1_000, precision: 'about', key: true });
    expect(pasted?.author?.name).toBe('Dele');
    expect(pasted?.id).not.toBe(id('Labels stop'));
    expect(to.view.links()).toHaveLength(1);
    expect(to.view.links()[0]).toMatchObject({ to: pasted?.id, meaning: 'led-to' });
  });

  it('[C3] cards of one kind become what stands where they are pasted', () => {
    const { view, ids } = open([event('Labels stop'), event('Four calls')]);
    const clip = carried(clipOf(view, [id('Labels stop'), id('Four calls')]));
    const { cards } = cardsOfClip(clip, { kind: 'factor', change: { category: 'organisational' } }, [], ids);
    expect(cards).toMatchObject([
      { kind: 'factor', category: 'organisational', text: 'Labels stop' },
      { kind: 'factor', category: 'organisational', text: 'Four calls' },
    ]);
  });

  it('[C3] cards of one group go to the group where one is, those of several keep theirs', () => {
    const { view, ids } = open([factor('a'), factor('b'), factor('c', 'technical')]);
    const place = { kind: 'factor', change: { category: 'organisational' } } as const;
    const categories = (names: string[]) =>
      cardsOfClip(carried(clipOf(view, names.map(id))), place, [], ids).cards.map((card) =>
        card.kind === 'factor' ? card.category : '',
      );
    expect(categories(['a', 'b'])).toEqual(['organisational', 'organisational']);
    expect(categories(['a', 'c'])).toEqual(['human', 'technical']);
  });

  it('[C4] perspectives find the column of the same name, else the first; without any they are counted', () => {
    const from = open([perspective('I saw green', 'Mara'), perspective('I saw red', 'Olu')], ['Mara', 'Olu']);
    const clip = carried(clipOf(from.view, [id('I saw green'), id('I saw red')]));
    const to = open([], ['Ines', 'mara']);
    const pasted = cardsOfClip(clip, null, to.view.columns(), to.ids);
    expect(pasted.cards.map((card) => card.kind === 'perspective' && card.columnId)).toEqual([
      id('col-mara'),
      id('col-Ines'),
    ]);
    expect(cardsOfClip(clip, null, [], to.ids)).toMatchObject({ cards: [], left: 2 });
  });

  it('[C5] one paste is one step back, however many cards; so is one removal', () => {
    const { writer, view, ids } = open([factor('before')]);
    const clip = readClip({
      hearth: 'cards',
      cards: Array.from({ length: 250 }, (_, n) => ({ kind: 'factor', text: `pasted ${n}` })),
      links: Array.from({ length: 249 }, (_, n) => ({ from: n, to: n + 1, meaning: 'led-to' })),
    });
    if (!clip) throw new Error('it is one');
    pasteCards(writer, cardsOfClip(clip, null, [], ids), by);
    expect(view.list('factor')).toHaveLength(251);
    expect(view.links()).toHaveLength(249);
    writer.undo.undo();
    expect(view.list('factor').map((card) => card.text)).toEqual(['before']);
    writer.undo.redo();
    expect(
      removeCards(
        writer,
        view.list('factor').map((card) => card.id),
      ),
    ).toBe(251);
    writer.undo.undo();
    expect(view.list('factor')).toHaveLength(251);
    expect(view.links()).toHaveLength(249);
  });

  it('[C6] what is smuggled in stays outside', () => {
    const clip = readClip({
      hearth: 'cards',
      cards: [
        {
          kind: 'event',
          id: 'card-of-others',
          author: { id: 'person-0009', name: 'The director' },
          createdAt: 7,
          rank: 'zz',
          text: '<img src=x onerror=alert(1)>',
          at: 'soon',
          eventKind: 'blame',
          evidence: [
            { url: 'javascript:alert(1)', label: 'x' },
            { url: 'https://a.example/', label: 'ok' },
          ],
        },
        { kind: 'verdict', text: 'no such kind' },
        17,
        { kind: 'learning', text: 'x'.repeat(30_000) },
      ],
      links: [{ from: 0, to: 1 }, { from: 0, to: 3 }, { from: 0, to: 0 }, null, { from: 'x', to: 3 }],
    });
    expect(clip?.cards).toEqual([
      {
        kind: 'event',
        text: '<img src=x onerror=alert(1)>',
        at: null,
        endAt: null,
        precision: 'unknown',
        eventKind: 'action',
        lane: '',
        key: false,
        evidence: [{ url: 'https://a.example/', label: 'ok' }],
      },
      { kind: 'learning', text: 'x'.repeat(20_000) },
    ]);
    expect(clip?.links).toEqual([{ from: 0, to: 1, meaning: 'contributed' }]);
  });

  it('[C6] anything can be read', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ hearth: fc.constant('cards'), cards: fc.array(fc.anything()) })),
        (value) => {
          const clip = readClip(value);
          if (clip) cardsOfClip(clip, null, [], { card: () => id('x'), link: () => 'link-xxxx' as LinkId });
        },
      ),
    );
  });
});
