// SPEC L1-L5.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadedDocument } from '@hearth/sync/update-log';
import type { Subject } from './store-contract.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const seqs = (loaded: LoadedDocument): number[] => loaded.updates.map(({ seq }) => seq);

export const updateLogContract = (subject: Subject): void => {
  describe('update log', () => {
    test('[L1] an append numbers each document by itself, in the order given', async () => {
      const { updateLog } = subject.store;
      const entries = [
        { document: 'a', update: bytes(1) },
        { document: 'b', update: bytes() },
        { document: 'a', update: bytes(2, 2) },
      ];
      await expect(updateLog.append(entries)).resolves.toEqual([1, 1, 2]);
      await expect(updateLog.append([{ document: 'a', update: bytes(3) }])).resolves.toEqual([3]);
      await expect(updateLog.append([])).resolves.toEqual([]);
      const reopened = await subject.reopen();
      await expect(reopened.updateLog.load('a')).resolves.toEqual({
        snapshot: null,
        snapshotSeq: 0,
        updates: [
          { seq: 1, update: bytes(1) },
          { seq: 2, update: bytes(2, 2) },
          { seq: 3, update: bytes(3) },
        ],
      });
      await expect(reopened.updateLog.load('b')).resolves.toMatchObject({ updates: [{ seq: 1, update: bytes() }] });
    });

    test('[L1] fifty appends at the same time leave no gap and mix nothing up', async () => {
      const { updateLog } = subject.store;
      const acknowledged = await Promise.all(
        Array.from({ length: 50 }, async (_, writer) => {
          const document = `board/${writer % 5}`;
          const entries = [0, 1, 2].map((part) => ({ document, update: bytes(writer, part) }));
          return { document, writer, seqs: await updateLog.append(entries) };
        }),
      );
      for (const document of new Set(acknowledged.map((one) => one.document))) {
        const loaded = await updateLog.load(document);
        expect(seqs(loaded)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
        for (const one of acknowledged.filter((other) => other.document === document))
          expect(one.seqs.map((seq) => loaded.updates[seq - 1]?.update)).toEqual(
            [0, 1, 2].map((part) => bytes(one.writer, part)),
          );
      }
    });

    test('[L1] a view into a larger buffer is stored as just its bytes, and the buffer may be reused at once', async () => {
      const { updateLog } = subject.store;
      const pool = Uint8Array.from({ length: 64 }, (_, index) => index);
      const appended = updateLog.append([{ document: 'a', update: pool.subarray(10, 13) }]);
      pool.fill(255);
      await appended;
      expect(pool.length).toBe(64);
      await expect(updateLog.load('a')).resolves.toMatchObject({ updates: [{ update: bytes(10, 11, 12) }] });
    });

    test('[L1] any bytes come back as they went in', async () => {
      const { updateLog } = subject.store;
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 }), async (all) => {
          run += 1;
          const document = `any/${run}`;
          await updateLog.append(all.map((update) => ({ document, update })));
          const loaded = await updateLog.load(document);
          expect(loaded.updates.map(({ update }) => update)).toEqual(all.map((update) => Uint8Array.from(update)));
        }),
        { numRuns: 25 },
      );
    });

    test('[L2] an unknown document is empty', async () => {
      await expect(subject.store.updateLog.load('nobody')).resolves.toEqual({
        snapshot: null,
        snapshotSeq: 0,
        updates: [],
      });
    });

    test('[L2] a load during appends and compactions never shows a gap', async () => {
      const { updateLog } = subject.store;
      const loads: Promise<LoadedDocument>[] = [];
      const work: Promise<unknown>[] = [];
      for (let round = 1; round <= 40; round += 1) {
        work.push(
          updateLog.append([{ document: 'a', update: bytes(round) }]).then(([seq]) => {
            loads.push(updateLog.load('a'));
            return updateLog.compact('a', bytes(seq!), seq!);
          }),
        );
        loads.push(updateLog.load('a'));
      }
      await Promise.all(work);
      for (const loaded of await Promise.all(loads)) {
        expect(loaded.snapshot === null ? 0 : loaded.snapshot[0]).toBe(loaded.snapshotSeq);
        expect(seqs(loaded)).toEqual(loaded.updates.map((_, index) => loaded.snapshotSeq + 1 + index));
      }
      await expect(updateLog.load('a')).resolves.toEqual({ snapshot: bytes(40), snapshotSeq: 40, updates: [] });
    });

    test('[L3] a compaction keeps every later update, and numbering goes on', async () => {
      const { updateLog } = subject.store;
      await updateLog.append([1, 2, 3, 4].map((value) => ({ document: 'a', update: bytes(value) })));
      await updateLog.append([{ document: 'b', update: bytes(9) }]);
      await expect(updateLog.compact('a', bytes(1, 2), 2)).resolves.toBe(true);
      await expect(updateLog.append([{ document: 'a', update: bytes(5) }])).resolves.toEqual([5]);
      const reopened = await subject.reopen();
      await expect(reopened.updateLog.load('a')).resolves.toEqual({
        snapshot: bytes(1, 2),
        snapshotSeq: 2,
        updates: [
          { seq: 3, update: bytes(3) },
          { seq: 4, update: bytes(4) },
          { seq: 5, update: bytes(5) },
        ],
      });
      expect(seqs(await reopened.updateLog.load('b'))).toEqual([1]);
    });

    test('[L3] after everything was compacted, numbering goes on', async () => {
      const { updateLog } = subject.store;
      await updateLog.append([{ document: 'a', update: bytes(1) }]);
      await updateLog.compact('a', bytes(1), 1);
      await expect(updateLog.append([{ document: 'a', update: bytes(2) }])).resolves.toEqual([2]);
    });

    test('[L4] of compactions at the same time the newest stays, and an older one changes nothing', async () => {
      const { updateLog } = subject.store;
      await updateLog.append([1, 2, 3, 4, 5].map((value) => ({ document: 'a', update: bytes(value) })));
      const outcomes = await Promise.all([3, 5, 2, 5].map((seq) => updateLog.compact('a', bytes(seq), seq)));
      expect(outcomes[2]).toBe(false);
      expect([outcomes[1], outcomes[3]].filter(Boolean)).toHaveLength(1);
      await expect(updateLog.compact('a', bytes(4), 4)).resolves.toBe(false);
      await expect(updateLog.load('a')).resolves.toEqual({ snapshot: bytes(5), snapshotSeq: 5, updates: [] });
    });

    test('[L5] a compaction of what was never appended is refused and changes nothing', async () => {
      const { updateLog } = subject.store;
      await updateLog.append([{ document: 'a', update: bytes(1) }]);
      await expect(updateLog.compact('a', bytes(7), 2)).rejects.toThrow(RangeError);
      await expect(updateLog.compact('a', bytes(7), 0)).rejects.toThrow(RangeError);
      await expect(updateLog.compact('nobody', bytes(7), 1)).rejects.toThrow(RangeError);
      expect(seqs(await updateLog.load('a'))).toEqual([1]);
    });
  });
};
