// Where the programs are that tests start, and as whom they may run.
import { accessSync, constants, globSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** @returns the path of a program: on PATH, else in the last folder that fits one of the patterns. */
export const findProgram = (name: string, patterns: readonly string[] = []): string | null => {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  // The highest version comes last.
  const elsewhere = patterns.flatMap((pattern) => globSync(pattern).toSorted(byVersion).toReversed());
  return [...elsewhere, ...onPath].map((folder) => join(folder, name)).find(isExecutable) ?? null;
};

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

export const beside = (program: string, name: string): string => join(dirname(program), name);

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @returns a user of this machine, by its name; null when there is none. */
export const findUser = (name: string): { uid: number; gid: number } | null => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
};
