// Files that appear whole or not at all: written beside their place, synced, moved there. Rules: SPEC B1.
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { openingFailure } from './sqlite/failures.ts';
import { StoreError } from './store-error.ts';

/**
 * Gives a new file beside `file`, readable by nobody else, and removes it when it has not been moved away.
 * @throws StoreError  `cannot-open` or `full`, or what `work` throws of them.
 */
export const withPart = async <T>(file: string, work: (part: string) => Promise<T>): Promise<T> => {
  const part = `${file}.${randomUUID()}.part`;
  const remove = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(part + suffix, { force: true });
  };
  // A command that is interrupted leaves nothing behind either.
  process.once('exit', remove);
  try {
    await (await open(part, 'wx', 0o600)).close();
    return await work(part);
  } catch (error) {
    throw failureOf(file, error);
  } finally {
    process.off('exit', remove);
    remove();
  }
};

/**
 * Writes a file as a whole.
 * @throws StoreError  `exists` where it is there and not to be replaced.
 */
export const writeWhole = async (
  file: string,
  replace: boolean,
  write: (part: string) => Promise<void>,
): Promise<void> => {
  if (existsSync(file) && !replace)
    throw new StoreError('exists', `${file} is there already. Choose another name, or add --force to replace it.`);
  await withPart(file, async (part) => {
    await write(part);
    await sync(part);
    await rename(part, file);
    await sync(dirname(resolve(file)));
  });
};

export const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const failureOf = (path: string, error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOENT|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ENAMETOOLONG|ELOOP|ENXIO)$/.test(code))
    return new StoreError(
      'cannot-open',
      `${path} can't be written (${code}). Check that its folder is there and may be written.`,
    );
  return openingFailure(path, code, error instanceof Error ? error.message : String(error));
};
