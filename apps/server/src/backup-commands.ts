// `hearth backup` and `hearth restore`: the whole database as one file, the same for every engine; beside it the files on
// cards, where they lie in a folder.
import { rm } from 'node:fs/promises';
import { copyContents } from './attachments/copy-contents.ts';
import { attachmentFolder } from './attachments/open-contents.ts';
import { systemWallClock } from './clock.ts';
import { backupAt, configOf, telling, type Variables } from './data-place.ts';
import { progressLines } from './progress-lines.ts';

/** Takes a line for stderr, while it works. */
type Tell = (line: string) => void;

/** @returns the line to print. */
export const backupTo = async (file: string, replace: boolean, variables: Variables, tell: Tell): Promise<string> => {
  await telling(() => backupAt(variables).backup(file, { replace, onProgress: progressLines(tell) }));
  return `Backed up to ${file}\n${await telling(() => backupFiles(file, replace, variables))}`;
};

/** After the database: every file that it tells of is there by then. @returns the line to print, if any. */
const backupFiles = async (file: string, replace: boolean, variables: Variables): Promise<string> => {
  const { s3, dataFolder } = configOf(variables);
  if (s3 !== null) return `Files on cards are in the bucket ${s3.bucket}: keep a copy of it as well\n`;
  const target = besides(file);
  if (replace) await rm(target, { recursive: true, force: true });
  const count = await copyContents(attachmentFolder(dataFolder), target);
  return count === 0 ? '' : `Files on cards are in ${target}: keep it beside it\n`;
};

/** Beside the database: nothing that is there is overwritten, since a file never changes. */
const restoreFiles = async (file: string, variables: Variables): Promise<string> => {
  const { s3, dataFolder } = configOf(variables);
  if (s3 !== null) return `Files on cards are looked for in the bucket ${s3.bucket}\n`;
  const count = await copyContents(besides(file), attachmentFolder(dataFolder));
  return count === 0 ? '' : `Files on cards are back in ${attachmentFolder(dataFolder)}\n`;
};

const besides = (file: string): string => `${file}.attachments`;

/** @returns the lines to print. */
export const restoreFrom = async (
  file: string,
  replace: boolean,
  variables: Variables,
  tell: Tell,
): Promise<string> => {
  const options = { replace, nowMs: systemWallClock.nowMs(), onProgress: progressLines(tell) };
  const kept = await telling(() => backupAt(variables).restore(file, options));
  const files = await telling(() => restoreFiles(file, variables));
  return `Restored from ${file}\n${kept === null ? '' : `What was there is kept as ${kept}\n`}${files}`;
};
