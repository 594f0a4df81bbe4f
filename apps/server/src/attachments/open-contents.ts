// Where the contents of files lie, as the settings say.
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WallClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Contents } from './contents.ts';
import { folderContents } from './folder-contents.ts';
import { s3Contents } from './s3-contents.ts';

/** The folder beside the database. */
export const attachmentFolder = (dataFolder: string): string => path.join(dataFolder, 'attachments');

export const openContents = ({ s3, dataFolder }: Pick<Config, 's3' | 'dataFolder'>, clock: WallClock): Contents =>
  s3 === null
    ? folderContents(attachmentFolder(dataFolder))
    : s3Contents(s3, path.join(tmpdir(), `hearth-incoming-${process.pid}`), clock);
