import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { EventCard } from './cards.ts';
import { demoBoard } from './demo.ts';
import { snapshotOf } from './snapshot.ts';
import { dated, gapsOf, lanesOf, spanOf, standsBehind, undated } from './timeline.ts';

const minute = 60_000;
const event = (id: string, at: number | null, more: Partial<EventCard> = {}): EventCard => ({
  kind: 'event',
  id: id as CardId,
  text: id,
  rank: `0|${id}:`,
  author: null,
  createdAt: 0,
  evidence: [],
  files: [],
  at: at === null ? null : at * minute,
  endAt: null,
  precision: at === null ? 'unknown' : 'exact',
  eventKind: 'action',
  lane: '',
  key: false,
  ...more,
});

const demo = () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, demoBoard());
  return snapshotOf(doc);
};

describe('the time axis', () => {
  it('[T1] orders by time, then rank; keeps undated events apart', () => {
    const events = [event('c', 5), event('b', 5), event('a', 9), event('d', null)];
    expect(dated(events).map((item) => item.id)).toEqual(['b', 'c', 'a']);
    expect(undated(events).map((item) => item.id)).toEqual(['d']);
    expect(spanOf(events)).toEqual({ fromMs: 5 * minute, toMs: 9 * minute });
    expect(spanOf([event('d', null)])).toBeNull();
  });

  it('[T2] finds the one gap of the demo: 13:41 to 14:24', () => {
    const events = demo().cards.filter((card) => card.kind === 'event');
    expect(gapsOf(events).map((gap) => (gap.toMs - gap.fromMs) / minute)).toEqual([43]);
  });

  it('[T2] does not take a range for silence, nor a short pause for a gap', () => {
    expect(gapsOf([event('a', 0, { endAt: 50 * minute }), event('b', 52), event('c', 54)])).toEqual([]);
    expect(gapsOf([event('a', 0), event('b', 1), event('c', 2), event('d', 6)])).toEqual([]);
    expect(gapsOf([event('a', 0), event('b', 60)])).toEqual([]);
  });

  it('[T3] names lanes by first appearance, the common one last', () => {
    expect(lanesOf([event('b', 1, { lane: 'Ops' }), event('a', 2, { lane: 'Support' }), event('c', 3)])).toEqual([
      'Support',
      'Ops',
      '',
    ]);
    expect(lanesOf([])).toEqual(['']);
  });

  it('[T4] places an event without a time behind the one that it is ranked behind, before the next in time', () => {
    // Ranks go by id: b is noted behind a, and e in front of everything.
    const events = [event('a', 10), event('b', null), event('c', 40), event('d', 20), event('f', null)];
    expect([...standsBehind(events)]).toEqual([['b', { after: 'a', before: 'd', atMs: 15 * minute }]]);
    const two = [event('a', 0), event('b', null), event('c', null), event('d', 30)];
    expect([...standsBehind(two).values()].map(({ atMs }) => atMs / minute)).toEqual([10, 20]);
  });

  it('[T4] leaves those that nobody has placed', () => {
    expect(standsBehind([event('a', null), event('b', 1), event('c', null)]).size).toBe(0);
    expect(standsBehind([event('a', null)]).size).toBe(0);
    const last = standsBehind([event('a', 30), event('b', null), event('c', 0)]).get('b' as CardId);
    expect(last).toMatchObject({ after: 'a', before: null });
    expect(last?.atMs).toBeGreaterThan(30 * minute);
  });
});
