// What a process did to its files, recorded by strace, and the disk as it may be after a power cut at any moment: what
// was synchronised is there; of what was not, any sector may be there or not.
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Random } from '@hearth/sync/test/random';
import { Unavailable } from './scenario.ts';

const sectorBytes = 512;
/** The journal's index is memory, made anew at each opening; lock files hold nothing. */
const recorded = /\/hearth\.sqlite(-wal|-journal)?$/;

type Action =
  | { kind: 'write'; offset: number; bytes: Buffer }
  | { kind: 'truncate'; size: number }
  | { kind: 'synchronise' };

interface Operation {
  file: string;
  action: Action;
  /** Unix ms, with fractions. */
  startedMs: number;
  endedMs: number;
}

/** @returns the program to run a server under, which records to `file`. @throws Unavailable without strace. */
export const recordingTo = (file: string): string[] => {
  if (spawnSync('strace', ['-e', 'trace=none', 'true']).status !== 0)
    throw new Unavailable('strace is not here, or may not trace');
  const calls = 'trace=pwrite64,fsync,fdatasync,ftruncate';
  return ['strace', '--seccomp-bpf', '-f', '-y', '-ttt', '-T', '-xx', '-s', '200000', '-e', calls, '-o', file];
};

const whole = /^(\d+) +(\d+\.\d+) (\w+)\((.*?)(?:\) += (-?\d+).*<([\d.]+)>| <unfinished \.\.\.>)$/;
const resumed = /^(\d+) +(\d+\.\d+) <\.\.\. \w+ resumed>.*\) += (-?\d+)/;

/** Reads a recording, in the order in which the calls began. Calls without an end were cut off by a kill. */
export const readRecording = async (file: string): Promise<Operation[]> => {
  const operations: Operation[] = [];
  const unfinished = new Map<string, Operation>();
  for await (const line of createInterface({ input: createReadStream(file, 'latin1'), crlfDelay: Infinity })) {
    const [, thread = '', at = '', call = '', given = '', result, tookS] = whole.exec(line) ?? [];
    if (thread === '') {
      const [, returning = '', endedAt = ''] = resumed.exec(line) ?? [];
      const begun = unfinished.get(returning);
      if (begun) begun.endedMs = Number(endedAt) * 1000;
      unfinished.delete(returning);
      continue;
    }
    const operation = operationOf(call, given, Number(at) * 1000);
    if (!operation || Number(result ?? 0) < 0) continue;
    if (tookS === undefined) unfinished.set(thread, operation);
    else operation.endedMs = operation.startedMs + Number(tookS) * 1000;
    operations.push(operation);
  }
  if (operations.length === 0)
    throw new Error(`strace has recorded nothing: ${(await readFile(file, 'latin1')).slice(0, 500)}`);
  return operations;
};

const operationOf = (call: string, given: string, startedMs: number): Operation | null => {
  const [, named = '', rest = ''] = /^\d+<((?:\\x[0-9a-f]{2})*)>(?:, )?(.*)$/.exec(given) ?? [];
  const file = unescaped(named).toString();
  const base = { file, startedMs, endedMs: Infinity };
  if (call === 'fsync' || call === 'fdatasync') return { ...base, action: { kind: 'synchronise' } };
  if (!recorded.test(file)) return null;
  if (call === 'ftruncate') return { ...base, action: { kind: 'truncate', size: Number(rest) } };
  const [, bytes = '', , offset = '0'] = /^"((?:\\x[0-9a-f]{2})*)", (\d+), (\d+)$/.exec(rest) ?? [];
  return { ...base, action: { kind: 'write', offset: Number(offset), bytes: unescaped(bytes) } };
};

const unescaped = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** Files on a disk that forgets, at a power cut, whatever has not been synchronised. */
export class ForgetfulDisk {
  readonly #folder: string;
  readonly #synchronised = new Map<string, Buffer>();
  readonly #pending: Operation[] = [];
  readonly #operations: readonly Operation[];
  #next = 0;

  /** @param folder  where the recording was made. */
  constructor(folder: string, operations: readonly Operation[]) {
    this.#folder = folder;
    this.#operations = operations;
  }

  /** The files as they were, synchronised, before the recording. */
  async begins(copies: string): Promise<void> {
    for (const name of await readdir(copies))
      this.#synchronised.set(path.join(this.#folder, name), await readFile(path.join(copies, name)));
  }

  /** Moments right after a write, when most is at risk, earliest first. */
  moments(count: number, random: Random): number[] {
    const writes = this.#operations.filter(({ action }) => action.kind === 'write');
    const moments = Array.from({ length: count }, () => random.pick(writes).startedMs + random.next() / 100);
    return moments.toSorted((left, right) => left - right);
  }

  /** Goes on to `atMs`; never back. */
  advance(atMs: number): void {
    for (let next = this.#operations[this.#next]; next && next.startedMs <= atMs; next = this.#operations[++this.#next])
      if (next.action.kind !== 'synchronise') this.#pending.push(next);
      else if (next.endedMs <= atMs) this.#synchronise(next);
      // Under way when the power went: it may be called again for a later moment.
      else return;
  }

  #synchronise({ file, startedMs }: Operation): void {
    for (const operation of this.#pending.filter((each) => each.file === file && each.endedMs <= startedMs)) {
      this.#apply(this.#synchronised, operation.file, operation.action);
      this.#pending.splice(this.#pending.indexOf(operation), 1);
    }
  }

  #apply(files: Map<string, Buffer>, file: string, action: Action): void {
    const before = files.get(file) ?? Buffer.alloc(0);
    if (action.kind === 'truncate') {
      const after = Buffer.alloc(action.size);
      before.copy(after);
      files.set(file, after);
    }
    if (action.kind !== 'write') return;
    const after = Buffer.alloc(Math.max(before.length, action.offset + action.bytes.length));
    before.copy(after);
    action.bytes.copy(after, action.offset);
    files.set(file, after);
  }

  /** Bytes written and not synchronised at this moment. */
  get atRisk(): number {
    return this.#pending.reduce((sum, { action }) => sum + (action.kind === 'write' ? action.bytes.length : 0), 0);
  }

  /** Writes the files as a power cut at this moment may leave them. */
  async cutTo(folder: string, random: Random): Promise<void> {
    const files = new Map(this.#synchronised);
    const share = random.pick([0, 0.5, 0.9, 1]);
    for (const { file, action } of this.#pending) {
      if (action.kind !== 'write') {
        if (random.chance(share)) this.#apply(files, file, action);
        continue;
      }
      for (let from = 0; from < action.bytes.length; from += sectorBytes) {
        if (!random.chance(share)) continue;
        const bytes = action.bytes.subarray(from, from + sectorBytes);
        this.#apply(files, file, { kind: 'write', offset: action.offset + from, bytes });
      }
    }
    for (const [file, bytes] of files) await writeFile(path.join(folder, path.basename(file)), bytes);
  }
}
