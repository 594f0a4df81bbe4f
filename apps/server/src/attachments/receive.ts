// Takes a body into a file, and stops where it is too long. Rules: SPEC U1.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../secrets.ts';
import type { Received } from './contents.ts';
import { contentFailure } from './failures.ts';
import { sniffedBytes } from './sniff.ts';

export type ReceiveOutcome =
  | { ok: true; received: Received; head: Buffer }
  | { ok: false; reason: 'too-large' | 'empty' | 'cut-off' };

/**
 * The caller removes the file when it is done with it.
 * @param mostBytes  not one byte more is written.
 * @throws StoreError  `full` or `failed`.
 */
export const receive = async (body: Readable, folder: string, mostBytes: number): Promise<ReceiveOutcome> => {
  const file = path.join(folder, `${newId()}.part`);
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  const measured = new Transform({
    transform: (chunk: Buffer, _, done) => {
      if (bytes < sniffedBytes) head.push(chunk.subarray(0, sniffedBytes - bytes));
      bytes += chunk.length;
      // Read on for a while, so that whoever sends it hears the answer instead of a broken connection.
      if (bytes > mostBytes) return done(bytes > 2 * mostBytes ? new Error('far too large') : null);
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await pipeline(body, measured, createWriteStream(file, { flags: 'wx', mode: 0o600 }), { end: true });
  } catch (error) {
    await rm(file, { force: true });
    if (bytes > mostBytes) return { ok: false, reason: 'too-large' };
    if (body.destroyed && isCutOff(error)) return { ok: false, reason: 'cut-off' };
    throw contentFailure(error);
  }
  if (bytes === 0 || bytes > mostBytes) {
    await rm(file, { force: true });
    return { ok: false, reason: bytes === 0 ? 'empty' : 'too-large' };
  }
  return { ok: true, received: { file, bytes, sha256: hash.digest('hex') }, head: Buffer.concat(head) };
};

const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(ECONNRESET|ERR_STREAM_PREMATURE_CLOSE)$/.test(String(error.code));
