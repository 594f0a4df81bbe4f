import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { demoBoard, demoHistory, demoMeeting } from './demo.ts';
import { readNarrative } from './narrative.ts';
import { emptyNarrative, seedUpdate } from './seed.ts';
import { snapshotOf } from './snapshot.ts';

const demo = () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, demoBoard());
  return snapshotOf(doc);
};

describe('seeds', () => {
  it('[S1] of the demo are complete: every kind of card, links that resolve, citations of cards that exist', () => {
    const board = demo();
    const count = (kind: string) => board.cards.filter((card) => card.kind === kind).length;
    expect([
      count('event'),
      count('perspective'),
      count('factor'),
      count('question'),
      count('learning'),
      count('action'),
    ]).toEqual([12, 9, 7, 1, 3, 4]);
    expect(board.links).toHaveLength(7);
    expect(board.cards.filter((card) => card.kind === 'factor' && card.theme !== null)).toHaveLength(3);
    const known = new Set<string>(board.cards.map((card) => card.id));
    const cited = JSON.stringify(board.narrative).match(/demo-[a-z]+-[a-z0-9-]+/g) ?? [];
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  it('[S2] of the demo have the same bytes each time; its meeting stands in Factors with 6:20 left', () => {
    expect(demoBoard()).toEqual(demoBoard());
    const meeting = demoMeeting(1_000_000_000);
    expect(meeting.stages[meeting.stageIndex]?.id).toBe('factors');
    expect(meeting.timer).toEqual({ kind: 'paused', remainingMs: 380_000, plannedMs: 660_000 });
    expect(meeting.visits.at(-1)).toEqual({ stageId: 'factors', enteredMs: 1_000_000_000 - 280_000, leftMs: null });
  });

  it('[S4] of the demo come with a history: its end is the demo, its times are those of the meeting', () => {
    const meeting = demoMeeting(1_000_000_000);
    const { updates, ends } = demoHistory(meeting);
    const doc = new Y.Doc();
    for (const { update } of updates) Y.applyUpdate(doc, update);
    expect(snapshotOf(doc)).toEqual(demo());
    const times = updates.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(1_000_000_000);
    expect(ends.map(({ stageName }) => stageName)).toEqual(['Opening', 'Reports', 'Timeline', 'Perspectives']);
    const timeline = new Y.Doc();
    Y.applyUpdate(timeline, ends[2]?.state ?? new Uint8Array());
    expect(snapshotOf(timeline).cards.map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => 'event'));
  });

  it('[S3] hold a narrative that reads back as it was written', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate({ narrative: emptyNarrative() }, 1));
    expect(readNarrative(doc.getXmlFragment('narrative'))).toEqual(emptyNarrative());
  });
});
