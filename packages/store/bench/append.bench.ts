// What appending to the update log takes, in time and in CPU of all threads: single appends one after the other, and
// grouped ones. Beside it SQLite's own part: the same statements on one thread. Run by `pnpm bench append`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppendEntry } from '@hearth/sync/update-log';
import { packEntries } from '../src/packed-entries.ts';
import { openPostgresStore } from '../src/postgres/open.ts';
import { SqliteDatabase } from '../src/sqlite/database.ts';
import { openSqliteStore } from '../src/sqlite/open.ts';
import { missingPostgres, PostgresServer } from '../src/test/postgres-server.ts';

type Append = (entries: readonly AppendEntry[]) => unknown;

const singles = 3_000;
const groups = 200;
const groupSize = 200;
/** A keystroke in a Yjs document, roughly. */
const update = new Uint8Array(40).fill(7);

const measure = async (append: Append, appends: number, size: number): Promise<Record<string, string>> => {
  const entries = Array.from({ length: size }, (_, index) => ({
    document: `board/0194f7a2-6c1d-7b3e-9f00-${String(index % 10).padStart(12, '0')}`,
    update,
    atMs: Date.now(),
    writers: [],
  }));
  for (let warmUp = 0; warmUp < appends / 10; warmUp += 1) await append(entries);
  const durationsMs: number[] = [];
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  for (let count = 0; count < appends; count += 1) {
    const beforeMs = performance.now();
    await append(entries);
    durationsMs.push(performance.now() - beforeMs);
  }
  const cpu = process.cpuUsage(cpuBefore);
  const totalSeconds = (performance.now() - startedMs) / 1_000;
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const quantile = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)} ms`;
  return {
    'CPU an append': `${((cpu.user + cpu.system) / appends).toFixed(0)} µs`,
    'rows/s': Math.round((appends * size) / totalSeconds).toLocaleString('en'),
    p50: quantile(0.5),
    p90: quantile(0.9),
    p99: quantile(0.99),
  };
};

const table: Record<string, Record<string, string>> = {};
const measureBoth = async (name: string, append: Append): Promise<void> => {
  table[`${name}: 1 entry`] = await measure(append, singles, 1);
  table[`${name}: ${groupSize} entries`] = await measure(append, groups, groupSize);
};

const folder = await mkdtemp(join(tmpdir(), 'hearth-bench-'));
await (await openSqliteStore({ path: join(folder, 'alone.db') })).close();
const alone = new SqliteDatabase({ path: join(folder, 'alone.db'), maxBytes: null });
await measureBoth('SQLite on this thread', (entries) => alone.append({ kind: 'append', ...packEntries(entries) }));
alone.close();
const sqlite = await openSqliteStore({ path: join(folder, 'hearth.db') });
await measureBoth('SQLite', sqlite.updateLog.append);
await sqlite.close();
await rm(folder, { recursive: true, force: true });

if (missingPostgres() === null) {
  const server = await PostgresServer.create();
  const postgres = await openPostgresStore({ url: server.url() });
  await measureBoth('PostgreSQL (CPU of Node alone)', postgres.updateLog.append);
  await postgres.close();
  await server.stop();
}
console.table(table);
