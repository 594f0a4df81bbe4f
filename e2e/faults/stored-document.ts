// The document as a store has it, read past the server that uses it.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '@hearth/store/ports/store';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import * as Y from 'yjs';

const database = 'hearth.sqlite';

/** Copies the database and its journal: one reading, as long as nothing is being written. */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  for (const name of [database, `${database}-wal`])
    if (existsSync(path.join(from, name))) await copyFile(path.join(from, name), path.join(to, name));
};

/** Reads a document in a data folder, whether a server uses it or not. */
export const storedInFolder = async (dataFolder: string, document: string): Promise<Y.Doc> => {
  const copy = await mkdtemp(path.join(tmpdir(), 'hearth-faults-copy-'));
  try {
    await copyDatabase(dataFolder, copy);
    const store = await openSqliteStore({ path: path.join(copy, database) });
    try {
      return await storedIn(store, document);
    } finally {
      await store.close();
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
};

/** @throws if the log has a gap. */
export const storedIn = async ({ updateLog }: Pick<Store, 'updateLog'>, document: string): Promise<Y.Doc> => {
  const { snapshot, snapshotSeq, updates } = await updateLog.load(document);
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdate(doc, snapshot);
  for (const [index, { seq, update }] of updates.entries()) {
    if (seq !== snapshotSeq + index + 1)
      throw new Error(`the log has ${seq} where ${snapshotSeq + index + 1} should be`);
    Y.applyUpdate(doc, update);
  }
  return doc;
};
