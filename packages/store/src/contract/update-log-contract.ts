// SPEC L1-L9.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Compaction, LoadedDocument } from '@hearth/sync/update-log';
import { noonMs, sampleEntry } from './samples.ts';
import type { Subject } from './store-contract.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const seqs = (loaded: Pick<LoadedDocument, 'updates'>): number[] => loaded.updates.map(({ seq }) => seq);
const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const entries = (document: string, ...values: number[]) => values.map((value) => sampleEntry(document, bytes(value)));
const stored = (...values: number[]) => values.map((value) => ({ seq: value, atMs: noonMs, update: bytes(value) }));
const compaction = (seq: number, state = bytes(seq), sections: Uint8Array | null = null): Compaction => ({
  state,
  sections,
  seq,
  atMs: noonMs,
});
const nothing = { snapshot: null, sections: null, snapshotSeq: 0, updates: [], writers: [] };

export const updateLogContract = (subject: Subject): void => {
  describe('update log', () => {
    numbering(subject);
    loading(subject);
    compacting(subject);
    writing(subject);
    followingUp(subject);
  });
};

const numbering = (subject: Subject): void => {
  test('[L1] an append numbers each document by itself, in the order given', async () => {
    const { updateLog } = subject.store;
    const mixed = [
      sampleEntry('a', bytes(1), { atMs: 5 }),
      sampleEntry('b', bytes()),
      sampleEntry('a', bytes(2, 2), { atMs: noonMs }),
    ];
    await expect(updateLog.append(mixed)).resolves.toEqual([1, 1, 2]);
    await expect(updateLog.append(entries('a', 3))).resolves.toEqual([3]);
    await expect(updateLog.append([])).resolves.toEqual([]);
    const reopened = await subject.reopen();
    await expect(reopened.updateLog.load('a')).resolves.toEqual({
      ...nothing,
      updates: [
        { seq: 1, atMs: 5, update: bytes(1) },
        { seq: 2, atMs: noonMs, update: bytes(2, 2) },
        { seq: 3, atMs: noonMs, update: bytes(3) },
      ],
    });
    await expect(reopened.updateLog.load('b')).resolves.toMatchObject({ updates: [{ seq: 1, update: bytes() }] });
  });

  test('[L1] numbering goes on after a restart, whether anything was compacted or not', async () => {
    await subject.store.updateLog.append([...entries('a', 1, 2, 3), ...entries('b', 1)]);
    await subject.store.updateLog.compact('a', compaction(2));
    const { updateLog } = await subject.reopen();
    await expect(updateLog.heads(['a', 'b'])).resolves.toEqual(new Map(Object.entries({ a: 3, b: 1 })));
    await expect(updateLog.append([...entries('b', 2), ...entries('a', 4)])).resolves.toEqual([2, 4]);
    await expect(updateLog.compact('a', compaction(4))).resolves.toBe(true);
    await expect(updateLog.compact('b', compaction(3))).rejects.toThrow(RangeError);
  });

  test('[L1] fifty appends at the same time leave no gap and mix nothing up', async () => {
    const { updateLog } = subject.store;
    const acknowledged = await Promise.all(
      Array.from({ length: 50 }, async (_, writer) => {
        const document = `board/${writer % 5}`;
        const parts = [0, 1, 2].map((part) => sampleEntry(document, bytes(writer, part)));
        return { document, writer, seqs: await updateLog.append(parts) };
      }),
    );
    for (const document of new Set(acknowledged.map((one) => one.document))) {
      const loaded = await updateLog.load(document);
      expect(seqs(loaded)).toEqual(upTo(30));
      for (const one of acknowledged.filter((other) => other.document === document))
        expect(one.seqs.map((seq) => loaded.updates[seq! - 1]?.update)).toEqual(
          [0, 1, 2].map((part) => bytes(one.writer, part)),
        );
    }
  });

  test('[L1] a view into a larger buffer is stored as just its bytes, and the buffer may be reused at once', async () => {
    const { updateLog } = subject.store;
    const pool = Uint8Array.from({ length: 64 }, (_, index) => index);
    const appended = updateLog.append([sampleEntry('a', pool.subarray(10, 13))]);
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
        await updateLog.append(all.map((update) => sampleEntry(document, update)));
        const loaded = await updateLog.load(document);
        expect(loaded.updates.map(({ update }) => update)).toEqual(all.map((update) => Uint8Array.from(update)));
      }),
      { numRuns: 25 },
    );
  });

  test('[L1] an update of a megabyte, and names in any script, come back as they went in', async () => {
    const { updateLog } = subject.store;
    const document = 'board/Größe “学び” 🔥 \\ \'";--';
    const update = Uint8Array.from({ length: 1 << 20 }, (_, index) => index % 251);
    await expect(updateLog.append([sampleEntry(document, update)])).resolves.toEqual([1]);
    const loaded = await updateLog.load(document);
    expect(Buffer.compare(loaded.updates[0]!.update, update)).toBe(0);
  });
};

const loading = (subject: Subject): void => {
  test('[L2] an unknown document is empty', async () => {
    await expect(subject.store.updateLog.load('nobody')).resolves.toEqual(nothing);
  });

  test('[L2] a load during appends and compactions never shows a gap', async () => {
    const { updateLog } = subject.store;
    const loads: Promise<LoadedDocument>[] = [];
    const work: Promise<unknown>[] = [];
    for (let round = 1; round <= 40; round += 1) {
      work.push(
        updateLog.append(entries('a', round)).then(([seq]) => {
          loads.push(updateLog.load('a'));
          return updateLog.compact('a', compaction(seq!));
        }),
      );
      loads.push(updateLog.load('a'));
    }
    await Promise.all(work);
    for (const loaded of await Promise.all(loads)) {
      expect(loaded.snapshot === null ? 0 : loaded.snapshot[0]).toBe(loaded.snapshotSeq);
      expect(seqs(loaded)).toEqual(loaded.updates.map((_, index) => loaded.snapshotSeq + 1 + index));
    }
    await expect(updateLog.load('a')).resolves.toEqual({ ...nothing, snapshot: bytes(40), snapshotSeq: 40 });
  });
};

const compacting = (subject: Subject): void => {
  test('[L3] a compaction keeps every later update, and numbering goes on', async () => {
    const { updateLog } = subject.store;
    await updateLog.append([...entries('a', 1, 2, 3, 4), ...entries('b', 9)]);
    await expect(updateLog.compact('a', compaction(2, bytes(1, 2), bytes(7, 7)))).resolves.toBe(true);
    await expect(updateLog.append(entries('a', 5))).resolves.toEqual([5]);
    const reopened = await subject.reopen();
    await expect(reopened.updateLog.load('a')).resolves.toEqual({
      ...nothing,
      snapshot: bytes(1, 2),
      sections: bytes(7, 7),
      snapshotSeq: 2,
      updates: stored(3, 4, 5),
    });
    expect(seqs(await reopened.updateLog.load('b'))).toEqual([1]);
  });

  test('[L3] after everything was compacted, numbering goes on', async () => {
    const { updateLog } = subject.store;
    for (const seq of upTo(25)) {
      await expect(updateLog.append(entries('a', seq))).resolves.toEqual([seq]);
      await updateLog.compact('a', compaction(seq));
    }
    await expect(updateLog.append(entries('a', 26))).resolves.toEqual([26]);
  });

  test('[L4] of compactions at the same time the newest stays, and an older one changes nothing', async () => {
    const { updateLog } = subject.store;
    await updateLog.append(entries('a', 1, 2, 3, 4, 5));
    const outcomes = await Promise.all([5, 3, 5, 2].map((seq) => updateLog.compact('a', compaction(seq))));
    expect([outcomes[0], outcomes[2]].filter(Boolean)).toHaveLength(1);
    await expect(updateLog.compact('a', compaction(4, bytes(9)))).resolves.toBe(false);
    await expect(updateLog.compact('a', compaction(5, bytes(9)))).resolves.toBe(false);
    await expect(updateLog.load('a')).resolves.toEqual({ ...nothing, snapshot: bytes(5), snapshotSeq: 5 });
  });

  test('[L5] a compaction of what was never appended is refused and changes nothing', async () => {
    const { updateLog } = subject.store;
    await updateLog.append(entries('a', 1));
    await expect(updateLog.compact('a', compaction(2))).rejects.toThrow(RangeError);
    await expect(updateLog.compact('a', compaction(0))).rejects.toThrow(RangeError);
    await expect(updateLog.compact('nobody', compaction(1))).rejects.toThrow(RangeError);
    expect(seqs(await updateLog.load('a'))).toEqual([1]);
  });

  test('[L9] twenty states are kept, and every update after the oldest of them', async () => {
    const { updateLog } = subject.store;
    for (const round of upTo(23)) {
      await updateLog.append(entries('a', round, round));
      await updateLog.compact('a', compaction(2 * round, bytes(round), bytes(round)));
      const oldest = Math.max(0, 2 * (round - 19));
      const kept = await updateLog.since('a', oldest);
      expect(kept && seqs(kept)).toEqual(upTo(2 * round, oldest + 1));
      if (oldest > 0) await expect(updateLog.since('a', oldest - 1)).resolves.toBeNull();
    }
    await expect(updateLog.load('a')).resolves.toMatchObject({ snapshot: bytes(23), snapshotSeq: 46, updates: [] });
  });
};

const writing = (subject: Subject): void => {
  const claim = (document: string, client: number, writer: string, ...others: [number, string][]) =>
    sampleEntry(document, bytes(client % 256), {
      writers: [{ client, writer }, ...others.map(([id, name]) => ({ client: id, writer: name }))],
    });

  test('[L6] a client id belongs to who wrote under it first, over restarts and for one document', async () => {
    const { updateLog } = subject.store;
    const largest = 2 ** 32 - 1;
    await expect(updateLog.append([claim('a', largest, 'ada')])).resolves.toEqual([1]);
    await expect(updateLog.append([claim('a', largest, 'ada')])).resolves.toEqual([2]);
    const reopened = (await subject.reopen()).updateLog;
    await expect(reopened.append([claim('a', largest, 'bo')])).resolves.toEqual([null]);
    await expect(reopened.append([claim('b', largest, 'bo')])).resolves.toEqual([1]);
    await expect(reopened.append([claim('a', 7, 'bo')])).resolves.toEqual([3]);
    await expect(reopened.load('a')).resolves.toMatchObject({
      updates: upTo(3).map((seq) => ({ seq })),
      writers: [
        { client: 7, writer: 'bo' },
        { client: largest, writer: 'ada' },
      ],
    });
  });

  test('[L6] an entry is refused whole: none of its client ids becomes its writer’s', async () => {
    const { updateLog } = subject.store;
    await updateLog.append([claim('a', 1, 'ada')]);
    await expect(updateLog.append([claim('a', 5, 'bo', [1, 'bo'], [6, 'bo'])])).resolves.toEqual([null]);
    await expect(updateLog.append([claim('a', 5, 'cy'), claim('a', 6, 'cy')])).resolves.toEqual([2, 3]);
    const { updates, writers } = await updateLog.load('a');
    expect(updates.map(({ update }) => update)).toEqual([bytes(1), bytes(5), bytes(6)]);
    expect(writers.map(({ writer }) => writer)).toEqual(['ada', 'cy', 'cy']);
  });

  test('[L7] with a refused entry, all later ones of that document in the call are refused', async () => {
    const { updateLog } = subject.store;
    await updateLog.append([claim('a', 1, 'ada')]);
    const mixed = [
      ...entries('a', 10),
      claim('b', 1, 'bo'),
      claim('a', 2, 'cy'),
      claim('a', 1, 'bo'),
      claim('a', 3, 'bo'),
      ...entries('a', 11),
      ...entries('b', 12),
    ];
    await expect(updateLog.append(mixed)).resolves.toEqual([2, 1, 3, null, null, null, 2]);
    const { updates, writers } = await updateLog.load('a');
    expect(updates.map(({ update }) => update)).toEqual([bytes(1), bytes(10), bytes(2)]);
    expect(writers).toEqual([
      { client: 1, writer: 'ada' },
      { client: 2, writer: 'cy' },
    ]);
    // What was not appended took no number and no client id.
    await expect(updateLog.append([claim('a', 3, 'dee')])).resolves.toEqual([4]);
  });

  test('[L7] two writers of one new client id in one call: the first has it', async () => {
    const { updateLog } = subject.store;
    await expect(updateLog.append([claim('a', 1, 'ada'), claim('a', 1, 'bo')])).resolves.toEqual([1, null]);
    await expect(updateLog.append([claim('a', 1, 'bo')])).resolves.toEqual([null]);
    await expect(updateLog.append([claim('a', 1, 'ada')])).resolves.toEqual([2]);
  });

  test('[L6] [L7] of ten writers of one client id at the same time, one has it', async () => {
    const { updateLog } = subject.store;
    const writers = upTo(10).map((index) => `writer-${index}`);
    const outcomes = await Promise.all(
      writers.map((writer) => updateLog.append([claim('a', 1, writer), ...entries('a', 2), ...entries('b', 3)])),
    );
    const won = outcomes.filter(([first]) => first !== null);
    expect(won).toHaveLength(1);
    expect(won[0]!.slice(0, 2)).toEqual([1, 2]);
    for (const [first, second] of outcomes) expect(first === null).toBe(second === null);
    expect(outcomes.map(([, , third]) => third).toSorted((a, b) => a! - b!)).toEqual(upTo(10));
    expect(seqs(await updateLog.load('a'))).toEqual([1, 2]);
  });
};

const followingUp = (subject: Subject): void => {
  test('[L8] what came since is told with all writers, also over a compaction', async () => {
    const { updateLog } = subject.store;
    await updateLog.append([sampleEntry('a', bytes(1), { writers: [{ client: 4, writer: 'ada' }] })]);
    await updateLog.append(entries('a', 2, 3));
    const writers = [{ client: 4, writer: 'ada' }];
    await expect(updateLog.since('a', 1)).resolves.toEqual({ updates: stored(2, 3), writers });
    await updateLog.compact('a', compaction(3));
    await expect(updateLog.since('a', 1)).resolves.toEqual({ updates: stored(2, 3), writers });
    await expect(updateLog.since('a', 3)).resolves.toEqual({ updates: [], writers });
    await expect(updateLog.since('nobody', 0)).resolves.toEqual({ updates: [], writers: [] });
  });

  test('[L8] the heads of the documents that have one', async () => {
    const { updateLog } = subject.store;
    await updateLog.append([...entries('a', 1, 2, 3), ...entries('b', 1), ...entries('c', 1)]);
    await updateLog.compact('a', compaction(3));
    await expect(updateLog.heads(['a', 'nobody', 'b'])).resolves.toEqual(
      new Map([
        ['a', 3],
        ['b', 1],
      ]),
    );
    await expect(updateLog.heads([])).resolves.toEqual(new Map());
  });
};
