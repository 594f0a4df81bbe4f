// Contents in a folder, beside the database. Synced before they are moved to their place. Rules: SPEC C1-C3.
import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { checkedKey, type Contents } from './contents.ts';
import { contentFailure } from './failures.ts';

export const folderContents = (folder: string): Contents => {
  const placeOf = (key: string): string => path.join(folder, checkedKey(key));
  return {
    incoming: path.join(folder, 'incoming'),
    put: async (key, { file }) => {
      const place = placeOf(key);
      const parent = path.dirname(place);
      try {
        await sync(file);
        // The folder's own entry must outlive a power cut as well.
        if ((await mkdir(parent, { recursive: true, mode: 0o700 })) !== undefined) await sync(folder);
        await chmod(file, 0o600);
        await rename(file, place);
        await sync(parent);
      } catch (error) {
        throw contentFailure(error);
      }
    },
    open: async (key) => {
      try {
        const handle = await open(placeOf(key), 'r');
        return createReadStream('', { fd: handle });
      } catch (error) {
        if (isMissing(error)) return null;
        throw contentFailure(error);
      }
    },
    remove: async (key) => {
      try {
        await rm(placeOf(key), { force: true });
      } catch (error) {
        throw contentFailure(error);
      }
    },
  };
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const sync = async (file: string): Promise<void> => {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
