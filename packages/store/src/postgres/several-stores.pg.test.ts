// Several nodes on one PostgreSQL. Rules: SPEC L1, L6, E1, G2.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noonMs, sampleEntry } from '../contract/samples.ts';
import type { Store } from '../ports/store.ts';
import { missingPostgres, PostgresServer } from '../test/postgres-server.ts';
import { openPostgresStore } from './open.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.skipIf(missingPostgres() !== null)('several stores on one PostgreSQL', () => {
  let server: PostgresServer;
  let one: Store;
  let two: Store;
  beforeAll(async () => {
    server = await PostgresServer.create({ settings: { fsync: 'off', full_page_writes: 'off' } });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await server.stop();
  });
  beforeEach(async () => {
    await Promise.all([one?.close(), two?.close()]);
    const url = server.url(await server.createDatabase());
    [one, two] = await Promise.all([openPostgresStore({ url, poolSize: 6 }), openPostgresStore({ url, poolSize: 6 })]);
  });

  test('[L1] two nodes that append to one document at once leave no gap and take no number twice', async () => {
    const appended = [one, two].flatMap((store, node) =>
      upTo(100).map(async (nr) => {
        const texts = upTo((nr % 3) + 1).map((part) => `${node}.${nr}.${part}`);
        const seqs = await store.updateLog.append(texts.map((text) => sampleEntry('board/a', bytesOf(text))));
        // The entries of one append lie next to each other.
        expect(seqs).toEqual(texts.map((_, index) => seqs[0]! + index));
        return texts.map((text, index) => `${seqs[index]} ${text}`);
      }),
    );
    const acknowledged = (await Promise.all(appended)).flat();
    const { updates } = await two.updateLog.load('board/a');
    expect(updates.map(({ seq }) => seq)).toEqual(upTo(acknowledged.length));
    expect(new Set(updates.map(({ seq, update }) => `${seq} ${textOf(update)}`))).toEqual(new Set(acknowledged));
    await expect(one.updateLog.heads(['board/a'])).resolves.toEqual(new Map([['board/a', acknowledged.length]]));
  });

  test('[L6] of two nodes that let somebody write under one client id at once, one succeeds', async () => {
    for (const client of upTo(30)) {
      const outcomes = await Promise.all(
        [one, two].map((store, node) =>
          store.updateLog.append([
            sampleEntry('board/a', bytesOf('x'), { writers: [{ client, writer: `writer-${node}` }] }),
          ]),
        ),
      );
      expect(outcomes.flat().filter((seq) => seq === null)).toHaveLength(1);
    }
    const { updates, writers } = await one.updateLog.load('board/a');
    expect(updates.map(({ seq }) => seq)).toEqual(upTo(30));
    expect(writers).toHaveLength(30);
  });

  test('[G2] batches over the same documents in any order never wait for each other in a circle', async () => {
    const documents = upTo(8).map((nr) => `board/${nr}`);
    const work = [one, two].flatMap((store, node) =>
      upTo(120).map(async (nr) => {
        const order = nr % 2 === node ? documents : documents.toReversed();
        const writers = nr % 3 === 0 ? [{ client: nr, writer: 'the same' }] : [];
        const seqs = await store.updateLog.append(order.map((name) => sampleEntry(name, bytesOf('x'), { writers })));
        expect(seqs).not.toContain(null);
        const document = documents[nr % documents.length]!;
        const seq = seqs[order.indexOf(document)]!;
        if (nr % 10 === 0)
          await store.updateLog.compact(document, { state: bytesOf('state'), sections: null, seq, atMs: noonMs });
      }),
    );
    await expect(Promise.all(work)).resolves.toHaveLength(240);
    for (const document of documents) {
      const { snapshotSeq, updates } = await one.updateLog.load(document);
      expect(snapshotSeq + updates.length).toBe(240);
    }
  });

  test('[E1] of two nodes one has a lease, by the clock of PostgreSQL', async () => {
    const taken = await Promise.all([one, two].map((store, node) => store.leases.take('jobs', `node-${node}`, 60_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
