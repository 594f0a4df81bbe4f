import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readEdit } from './edit.ts';
import { readFrame } from './frames.ts';
import { Outbox, sharedFrame } from './outbox.ts';
import type { Change } from './pending.ts';

/** So many changes of one document, each of so many letters. */
const changes = (count: number, letters = 1): Change[] => {
  const doc = new Y.Doc();
  const made: Change[] = [];
  doc.on('update', (update: Uint8Array) => {
    const number = made.length + 1;
    made.push({ document: 'd', tab: 't', sequence: number, number, madeAtMs: 0, update, edit: readEdit(update) });
  });
  for (let n = 0; n < count; n++) doc.getText('t').insert(n * letters, 'x'.repeat(letters));
  return made;
};
const takeAll = (outbox: Outbox): Uint8Array[] => {
  const frames: Uint8Array[] = [];
  for (let frame = outbox.next(); frame; frame = outbox.next()) frames.push(frame);
  return frames;
};
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('which changes an acknowledgement covers', () => {
  test('[S9] exactly those whose frames it counts, each once', () => {
    const outbox = new Outbox();
    for (const change of changes(3)) {
      outbox.add(change);
      expect(takeAll(outbox)).toHaveLength(1);
    }
    expect([outbox.acknowledged(1), outbox.acknowledged(1), outbox.acknowledged(3)]).toEqual([[1], [], [2, 3]]);
  });

  test('[S9] frames without a change are counted and cover nothing; a new connection counts from one', () => {
    const outbox = new Outbox();
    const [first, second] = changes(2);
    outbox.countEmpty();
    if (first) outbox.add(first);
    takeAll(outbox);
    expect([outbox.acknowledged(1), outbox.acknowledged(2)]).toEqual([[], [1]]);
    outbox.restart();
    if (second) outbox.add(second);
    takeAll(outbox);
    expect(outbox.acknowledged(1)).toEqual([2]);
  });

  test('[S9] asked for everything again: what was sent before covers nothing any more', () => {
    const outbox = new Outbox();
    const made = changes(2);
    outbox.sendAll(made);
    takeAll(outbox);
    outbox.sendAll(made);
    takeAll(outbox);
    expect([outbox.acknowledged(1), outbox.acknowledged(2)]).toEqual([[], [1, 2]]);
  });
});

describe('what goes into a frame', () => {
  test('[S10] as many changes as may share one, none twice, none left out', () => {
    const outbox = new Outbox();
    const made = changes(1_000, 100);
    outbox.sendAll(made);
    const frames = takeAll(outbox);
    const doc = new Y.Doc();
    for (const frame of frames) {
      expect(frame.length).toBeLessThanOrEqual(sharedFrame.bytes);
      const read = readFrame(frame);
      if (read.kind === 'update') Y.applyUpdate(doc, read.update);
    }
    expect(doc.getText('t').length).toBe(100_000);
    expect(frames.length).toBeLessThan(10);
    expect(outbox.acknowledged(frames.length)).toEqual(numbers(1, 1_000));
  });

  test('[S10] only so much is under way at once; the rest waits for acknowledgements', () => {
    const outbox = new Outbox();
    outbox.sendAll(changes(100, 30_000));
    const first = takeAll(outbox);
    const bytes = first.reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeGreaterThan(400_000);
    expect(bytes).toBeLessThan(600_000);
    outbox.acknowledged(1);
    expect(takeAll(outbox)).toHaveLength(1);
  });

  test('[S10] a change that is too big to share a frame has one to itself', () => {
    const outbox = new Outbox();
    outbox.sendAll(changes(3, 100_000));
    expect(takeAll(outbox)).toHaveLength(3);
  });
});
