// What the update log takes: single appends one after the other, and grouped ones. Run by `pnpm bench append`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../src/sqlite/open.ts';

const singles = 2_000;
const groups = 300;
const groupSize = 200;
/** A keystroke in a Yjs document, roughly. */
const update = new Uint8Array(40).fill(7);

const folder = await mkdtemp(join(tmpdir(), 'hearth-bench-'));
const store = await openSqliteStore({ path: join(folder, 'hearth.db') });
try {
  const table: Record<string, Record<string, string>> = {
    'single append': await measure(singles, 1),
    [`${groupSize} in one append`]: await measure(groups, groupSize),
  };
  console.table(table);
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(appends: number, size: number): Promise<Record<string, string>> {
  const entries = Array.from({ length: size }, (_, index) => ({ document: `board/${index % 10}`, update }));
  for (let warmUp = 0; warmUp < 20; warmUp += 1) await store.updateLog.append(entries);
  const durationsMs: number[] = [];
  const startedMs = performance.now();
  for (let count = 0; count < appends; count += 1) {
    const beforeMs = performance.now();
    await store.updateLog.append(entries);
    durationsMs.push(performance.now() - beforeMs);
  }
  const totalSeconds = (performance.now() - startedMs) / 1_000;
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const quantile = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)} ms`;
  return {
    'rows/s': Math.round((appends * size) / totalSeconds).toLocaleString('en'),
    p50: quantile(0.5),
    p90: quantile(0.9),
    p99: quantile(0.99),
  };
}
