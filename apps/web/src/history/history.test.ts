import { openPacker } from '@hearth/board/frames';
import { addCard, openWriter } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import type { HistoryBody } from '@hearth/protocol/http/history';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openFrameView } from './frame-view.ts';
import {
  hasHistory,
  landmarkFrom,
  momentName,
  momentPlace,
  openHistory,
  restoreTarget,
  type History,
} from './history.ts';
import { sameMoment } from './use-replay.ts';

const noon = Date.UTC(2026, 10, 17, 12);
const minuteMs = 60_000;
const zone = 'Europe/London';

/** A learning more at each moment, ten minutes apart; `names` at some of them. */
const bodyOf = (count: number, names: Record<number, string> = {}, firstSeq = 1): HistoryBody => {
  const writer = openWriter(new Y.Doc());
  const packer = openPacker();
  for (let index = 0; index < count; index += 1) {
    addCard(
      writer,
      { kind: 'learning', id: `card-${String(index).padStart(4, '0')}` as CardId, text: `Learning ${index}` },
      { author: { id: null, name: 'Priya Raman' }, nowMs: 0 },
    );
    packer.add(snapshotOf(writer.board.doc));
  }
  return {
    seq: firstSeq + count - 1,
    whole: true,
    moments: Array.from({ length: count }, (_, index) => ({
      seq: firstSeq + index,
      from: noon + index * 10 * minuteMs,
      at: noon + index * 10 * minuteMs,
      edits: 1,
    })),
    landmarks: Object.entries(names).map(([moment, name]) => ({
      id: `snapshot-${moment}`,
      kind: 'stage-end',
      name,
      createdAt: noon,
      moment: Number(moment),
    })),
    stages: [{ name: 'Factors', zone: 'factors', from: noon + 5 * minuteMs, to: noon + 25 * minuteMs }],
    frames: packer.packed(),
  };
};
const open = (body: HistoryBody): History => {
  const history = openHistory(body);
  if (!history) throw new Error('it opens');
  return history;
};

describe('a history', () => {
  it('[Q1] has the board of every moment, its names and its stage', () => {
    const history = open(bodyOf(4, { 1: 'End of Factors' }));
    expect(history.moments.map(({ board }) => board.cards.length)).toEqual([1, 2, 3, 4]);
    expect(history.moments.map(({ stage }) => stage?.name ?? null)).toEqual([null, 'Factors', 'Factors', null]);
    expect(history.moments[1]?.landmarks.map(({ name }) => name)).toEqual(['End of Factors']);
    expect(history.happened(2).added.map(({ text }) => text)).toEqual(['Learning 2']);
    expect(history.happened(0).added).toEqual([]);
    expect([1, 2].map((by) => history.wasThere('card-0002' as CardId, by))).toEqual([false, true]);
    expect(hasHistory(history)).toBe(true);
    expect(hasHistory(open(bodyOf(1)))).toBe(false);
  });

  it('[Q1] that this version can not read is none', () => {
    expect(openHistory({ ...bodyOf(2), frames: { format: 9 } })).toBeNull();
    expect(openHistory({ ...bodyOf(2), moments: [] })).toBeNull();
  });

  it('[Q1] fetched again shows the same moment, and the end to whoever was at the end', () => {
    const [older, newer] = [open(bodyOf(4)), open(bodyOf(7))];
    expect(sameMoment({ history: older, index: 1 }, newer)).toBe(1);
    expect(sameMoment({ history: older, index: 3 }, newer)).toBe(6);
    const laterKept = open(bodyOf(3, {}, 5));
    expect(sameMoment({ history: older, index: 1 }, laterKept)).toBe(0);
  });

  it('[Q2] calls a moment by its name, else by its time in the zone of who reads, with the day if there are several', () => {
    const history = open(bodyOf(2, { 1: 'End of Factors' }));
    expect([momentName(history, 0, zone), momentName(history, 1, zone)]).toEqual(['12:00:00', 'End of Factors']);
    expect(momentName(history, 0, 'Asia/Tokyo')).toBe('21:00:00');
    const days = open(bodyOf(100));
    expect(momentName(days, 0, zone)).toBe('17 November, 12:00:00');
    expect(momentPlace(history, 1, zone)).toBe('12:10:00, Tuesday 17 November 2026, stage Factors, End of Factors');
  });

  it('[Q2] goes to the names before and after, and asks for a name rather than for a time', () => {
    const history = open(bodyOf(6, { 1: 'A', 4: 'B' }));
    expect([3, 5, 1, 0].map((index) => landmarkFrom(history, index, -1))).toEqual([1, 4, 0, 0]);
    expect([0, 1, 4].map((index) => landmarkFrom(history, index, 1))).toEqual([1, 4, 5]);
    const [first, second] = history.moments;
    expect(first && restoreTarget(first)).toEqual({ kind: 'moment', seq: 1 });
    expect(second && restoreTarget(second)).toEqual({ kind: 'snapshot', id: 'snapshot-1' });
  });
});

describe('the view of a moment', () => {
  it('[Q9] keeps cards and lists that are the same at both', () => {
    const [first, second] = open(bodyOf(2)).moments;
    if (!first || !second) throw new Error('two moments');
    const view = openFrameView(first.board);
    const id = 'card-0000' as CardId;
    const before = { card: view.card(id), events: view.list('event'), learnings: view.list('learning') };
    let told = 0;
    view.subscribe(() => (told += 1));
    view.show(first.board);
    expect(told).toBe(0);
    view.show(second.board);
    expect(told).toBe(1);
    expect(view.card(id)).toBe(before.card);
    expect(view.list('event')).toBe(before.events);
    expect(view.list('learning').map(({ text }) => text)).toEqual(['Learning 0', 'Learning 1']);
  });
});
