// kill -9 at any moment: what was acknowledged is there. Rules: SPEC S1, S2.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSqliteStore } from './open.ts';

const kills = 5;
const program = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url));

/** Runs the writer until it has acknowledged `lines` appends, kills it, and returns what it had acknowledged by then. */
const runAndKill = (path: string, lines: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${errors}`));
      // The last line may have been cut: it counts only with its end.
      else resolve(printed.split('\n').slice(0, -1));
    });
  });

test('[S1] [S2] nothing acknowledged is lost over kills, and a killed process leaves no lock', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-kill-'));
  const path = join(folder, 'hearth.db');
  try {
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= kills; kill += 1) acknowledged.push(...(await runAndKill(path, 40 * kill + 7)));
    expect(acknowledged.length).toBeGreaterThan(kills * 40);

    const store = await openSqliteStore({ path });
    const stored = new Set<string>();
    for (const document of ['board/0', 'board/1', 'board/2']) {
      const { updates } = await store.updateLog.load(document);
      expect(updates.map(({ seq }) => seq)).toEqual(updates.map((_, index) => index + 1));
      for (const { seq, update } of updates) stored.add(`${document} ${seq} ${new TextDecoder().decode(update)}`);
    }
    await store.close();
    expect(acknowledged.filter((line) => !stored.has(line))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
