import type { CardId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventCard } from './cards.ts';
import { mostSuggestions, sameMoments } from './same-moments.ts';

const minute = 60_000;
let made = 0;
const event = (at: number | null, lane: string, text: string, more: Partial<EventCard> = {}): EventCard => ({
  kind: 'event',
  id: `card-${String(made++).padStart(5, '0')}` as CardId,
  text,
  rank: '',
  author: null,
  createdAt: made,
  evidence: [],
  files: [],
  at: at === null ? null : at * minute,
  endAt: null,
  precision: 'exact',
  eventKind: 'action',
  lane,
  key: false,
  ...more,
});
const told = (events: readonly EventCard[]) =>
  sameMoments(events).map(({ first, other, shared, apartMs }) => [first.text, other.text, shared, apartMs / minute]);

describe('[J6] moments that two people may have told', () => {
  it('are near in time and have words in common', () => {
    expect(
      told([
        event(84, 'Priya', 'Four calls about one firmware'),
        event(86, 'Tomasz', 'Saw four calls with the same firmware'),
        event(87, 'Maya', 'Lunch was over'),
      ]),
    ).toEqual([
      ['Four calls about one firmware', 'Saw four calls with the same firmware', ['Four', 'calls', 'firmware'], 2],
    ]);
  });

  it('need more words in common the farther they are', () => {
    const pair = (apart: number, words: string) =>
      sameMoments([event(0, 'Priya', 'Restarted the print gateway'), event(apart, 'Tomasz', words)]).length;
    expect(pair(0, 'Gateway went quiet')).toBe(1);
    expect(pair(9, 'Gateway went quiet')).toBe(0);
    expect(pair(9, 'Print gateway restarting')).toBe(1);
    expect(pair(11, 'Print gateway restarting')).toBe(0);
  });

  it('reach farther where a time is only "about", and none at all inside a range', () => {
    const about = [event(0, 'A', 'Paged on-call'), event(18, 'B', 'On-call paged', { precision: 'about' })];
    expect(sameMoments(about)).toHaveLength(1);
    const within = [event(0, 'A', 'Hand-over of calls', { endAt: 40 * minute }), event(35, 'B', 'Calls hand-over')];
    expect(sameMoments(within)[0]?.apartMs).toBe(0);
  });

  it('make no difference of accents, capitals and endings', () => {
    expect(sameMoments([event(0, 'A', 'Café printers'), event(0, 'B', 'cafe PRINTER')])[0]?.shared).toEqual([
      'Café',
      'printers',
    ]);
  });

  it('are of different lanes, and not set apart before', () => {
    expect(sameMoments([event(0, 'A', 'Paged'), event(0, 'A', 'Paged')])).toEqual([]);
    const one = event(0, 'A', 'Paged');
    expect(sameMoments([one, event(0, 'B', 'Paged', { apart: [{ id: one.id, how: 'another' }] })])).toEqual([]);
  });

  it('never rest on small words alone, nor on a time that nobody knows', () => {
    expect(sameMoments([event(0, 'A', 'it was the'), event(0, 'B', 'the it was')])).toEqual([]);
    expect(sameMoments([event(null, 'A', 'Paged'), event(null, 'B', 'Paged')])).toEqual([]);
  });
});

describe('[J8] suggestions', () => {
  it('name each event once, the noted first before the other, and are bounded', () => {
    const row = fc.tuple(fc.nat(30), fc.constantFrom('A', 'B', 'C'), fc.constantFrom('paged', 'gateway down', 'calls'));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const found = sameMoments(rows.map(([at, lane, text]) => event(at, lane, text)));
        const ids = found.flatMap(({ first, other }) => [first.id, other.id]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { first, other, likeness } of found) {
          expect(first.createdAt).toBeLessThan(other.createdAt);
          expect(likeness).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('stay quick and few where thousands of lines share a minute', () => {
    const heap = Array.from({ length: 4000 }, (_, index) =>
      event(0, index % 2 ? 'A' : 'B', `line of pump${index >> 1}`),
    );
    expect(sameMoments(heap).length).toBe(mostSuggestions);
  });

  it('do not rest on words that stand everywhere', () => {
    const log = Array.from({ length: 60 }, (_, index) => event(index, index % 2 ? 'A' : 'B', `gateway said ${index}`));
    expect(sameMoments(log)).toEqual([]);
    expect(sameMoments(log.slice(0, 8)).length).toBeGreaterThan(0);
  });
});
