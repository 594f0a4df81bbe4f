import type { CardId, LinkId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventCard, Link } from './cards.ts';
import { tidyLists } from './tidy.ts';

const id = (name: string): CardId => name as CardId;
const link = (from: string, to: string): Link => ({
  id: `${from} ${to}` as LinkId,
  from: id(from),
  to: id(to),
  meaning: 'led-to',
});
const event = (name: string, at: number | null): EventCard => ({
  kind: 'event',
  id: id(name),
  text: name,
  rank: name,
  author: null,
  createdAt: 0,
  evidence: [],
  files: [],
  at,
  endAt: null,
  precision: at === null ? 'unknown' : 'exact',
  eventKind: 'action',
  lane: '',
  key: false,
});
const events = [event('late', 300), event('early', 100), event('undated', null)];

describe('[G9] tidy', () => {
  it('puts what explains earlier events higher, and what leads there directly above what does so through others', () => {
    expect(
      tidyLists(
        [[id('c'), id('b'), id('a'), id('z'), id('d')]],
        [link('c', 'late'), link('a', 'early'), link('b', 'a'), link('d', 'undated')],
        events,
      ),
    ).toEqual([['a', 'b', 'c', 'd', 'z']]);
  });

  it('keeps the order of equals, and of what explains nothing', () => {
    expect(tidyLists([[id('y'), id('b'), id('x'), id('a')]], [link('a', 'early'), link('b', 'early')], events)).toEqual(
      [['b', 'a', 'y', 'x']],
    );
  });

  it('is the same whoever asks, loses no card, ends in a loop, and changes nothing the second time', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const target = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'early', 'late', 'undated', 'gone');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, target), { maxLength: 12 }),
        fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'].map(id)),
        fc.nat(5),
        (pairs, order, cut) => {
          const lists = [order.slice(0, cut), order.slice(cut)];
          const links = pairs.map(([from, to]) => link(from, to));
          const tidied = tidyLists(lists, links, events);
          expect(tidied.map((list) => list.toSorted())).toEqual(lists.map((list) => list.toSorted()));
          expect(tidyLists(tidied, links, events)).toEqual(tidied);
          expect(tidyLists(lists, links.toReversed(), events.toReversed())).toEqual(tidied);
        },
      ),
    );
  });
});
