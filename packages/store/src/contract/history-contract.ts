// SPEC H1-H3.
import { describe, expect, test } from 'vitest';
import { noonMs, sampleEntry } from './samples.ts';
import type { Subject } from './store-contract.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

export const historyContract = (subject: Subject): void => {
  describe('history', () => {
    test('[H1] begins with the document itself, as long as all of it is kept', async () => {
      await expect(subject.store.history.replay('nobody')).resolves.toEqual({ start: null, updates: [] });
      const { updateLog } = subject.store;
      await updateLog.append([
        sampleEntry('a', bytes(1), { atMs: noonMs }),
        sampleEntry('b', bytes(9)),
        sampleEntry('a', bytes(2), { atMs: noonMs - 5 }),
      ]);
      await updateLog.compact('a', { state: bytes(1, 2), sections: null, seq: 2, atMs: noonMs });
      await updateLog.append([sampleEntry('a', bytes(3), { atMs: noonMs + 7 })]);
      await expect((await subject.reopen()).history.replay('a')).resolves.toEqual({
        start: null,
        updates: [
          { seq: 1, atMs: noonMs, update: bytes(1) },
          { seq: 2, atMs: noonMs - 5, update: bytes(2) },
          { seq: 3, atMs: noonMs + 7, update: bytes(3) },
        ],
      });
    });

    test('[H2] later it begins with the oldest state that is kept, and has every update since', async () => {
      const { updateLog, history } = subject.store;
      for (let round = 1; round <= 25; round += 1) {
        await updateLog.append([sampleEntry('a', bytes(round)), sampleEntry('a', bytes(round))]);
        const state = { state: bytes(0, round), sections: null, seq: 2 * round, atMs: noonMs + round };
        await expect(updateLog.compact('a', state)).resolves.toBe(true);
        const { start, updates } = await history.replay('a');
        expect(start).toEqual(
          round < 20 ? null : { seq: 2 * (round - 19), atMs: noonMs + round - 19, state: bytes(0, round - 19) },
        );
        const from = start?.seq ?? 0;
        expect(updates.map(({ seq }) => seq)).toEqual(
          Array.from({ length: 2 * round - from }, (_, index) => from + 1 + index),
        );
      }
    });

    test('[H3] a document that is forgotten was never there, and its name may begin anew', async () => {
      const { updateLog, history } = subject.store;
      const writers = [{ client: 7, writer: 'w' }];
      await updateLog.append([
        sampleEntry('a', bytes(1), { writers }),
        sampleEntry('a', bytes(2)),
        sampleEntry('b', bytes(9), { writers }),
      ]);
      await updateLog.compact('a', { state: bytes(1, 2), sections: bytes(5), seq: 2, atMs: noonMs });
      await expect(history.forget('a', 2)).resolves.toBe(true);
      await expect(updateLog.load('a')).resolves.toEqual({
        snapshot: null,
        sections: null,
        snapshotSeq: 0,
        updates: [],
        writers: [],
      });
      await expect(updateLog.heads(['a', 'b'])).resolves.toEqual(new Map([['b', 1]]));
      await expect(history.forget('a', 0)).resolves.toBe(true);
      await expect(
        updateLog.append([sampleEntry('a', bytes(3), { writers: [{ client: 7, writer: 'another' }] })]),
      ).resolves.toEqual([1]);
      await expect((await subject.reopen()).updateLog.load('b')).resolves.toMatchObject({
        updates: [{ seq: 1 }],
        writers,
      });
    });

    test('[H3] what came after the caller looked keeps the document whole', async () => {
      const { updateLog, history } = subject.store;
      await updateLog.append([sampleEntry('a', bytes(1)), sampleEntry('a', bytes(2))]);
      await expect(history.forget('a', 1)).resolves.toBe(false);
      await expect(history.forget('a', 0)).resolves.toBe(false);
      expect((await updateLog.load('a')).updates).toHaveLength(2);
      await expect(updateLog.append([sampleEntry('a', bytes(3))])).resolves.toEqual([3]);
    });
  });
};
