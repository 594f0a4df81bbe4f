// `hearth backup` and `hearth restore`: the whole database as one file, the same for every engine.
import { systemWallClock } from './clock.ts';
import { backupAt, telling, type Variables } from './data-place.ts';
import { progressLines } from './progress-lines.ts';

/** Takes a line for stderr, while it works. */
type Tell = (line: string) => void;

/** @returns the line to print. */
export const backupTo = async (file: string, replace: boolean, variables: Variables, tell: Tell): Promise<string> => {
  await telling(() => backupAt(variables).backup(file, { replace, onProgress: progressLines(tell) }));
  return `Backed up to ${file}\n`;
};

/** @returns the lines to print. */
export const restoreFrom = async (
  file: string,
  replace: boolean,
  variables: Variables,
  tell: Tell,
): Promise<string> => {
  const options = { replace, nowMs: systemWallClock.nowMs(), onProgress: progressLines(tell) };
  const kept = await telling(() => backupAt(variables).restore(file, options));
  return `Restored from ${file}\n${kept === null ? '' : `What was there is kept as ${kept}\n`}`;
};
