// What this disk needs to make a few bytes durable: no durable server can be faster.
import { fdatasync as fdatasyncOfFile } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { percentile } from '../figures/percentiles.ts';

const fdatasync = promisify(fdatasyncOfFile);
const samples = 80;
/** As far apart as the edits of a room of ten. */
const gapMs = 5;
const preallocated = 1024 * 1024;

/** Median milliseconds of a write and its fdatasync in a file that does not grow. */
export const measureDiskSync = async (folder: string): Promise<number | null> => {
  const name = path.join(folder, 'disk-sync');
  const file = await open(name, 'w');
  const bytes = Buffer.alloc(64, 1);
  const timesMs: number[] = [];
  try {
    await file.write(Buffer.alloc(preallocated));
    await file.sync();
    for (let n = 0; n < samples; n++) {
      await delay(gapMs);
      const startedMs = performance.now();
      await file.write(bytes, 0, bytes.length, n * bytes.length);
      await fdatasync(file.fd);
      timesMs.push(performance.now() - startedMs);
    }
  } finally {
    await file.close();
    await rm(name, { force: true });
  }
  return percentile(timesMs, 0.5);
};
