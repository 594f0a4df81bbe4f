// Backups of PostgreSQL, restores into it, and the way between the engines. Rules: SPEC B1-B8.
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copiedTables } from '../backup/copied-tables.ts';
import { withNewTables } from '../backup/new-tables.ts';
import { sqliteTypes } from '../column-types.ts';
import { noonMs } from '../contract/samples.ts';
import { allMigrations } from '../migrations/all.ts';
import { fillTables } from '../test/fill-tables.ts';
import { missingPostgres, PostgresServer } from '../test/postgres-server.ts';
import { postgresBackup } from './backup.ts';
import { nodeGuard, takeDatabase } from './node-guard.ts';

const versions = Object.keys(allMigrations(sqliteTypes)).toSorted();
const newest = versions.at(-1) ?? '';
const options = { replace: false, nowMs: noonMs };

describe.skipIf(missingPostgres() !== null)('backups of PostgreSQL', () => {
  let server: PostgresServer;
  let database: string;
  let url: string;
  let folder: string;
  beforeAll(async () => {
    server = await PostgresServer.create({ settings: { fsync: 'off' } });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearth-backup-'));
    database = await server.createDatabase();
    url = server.url(database);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await server.dropDatabase(database);
  });

  /** A backup with a few rows in every table. */
  const backupFile = async (name: string, { rows = 3, version = newest } = {}): Promise<string> => {
    const file = join(folder, name);
    await withNewTables(file, version, (db) => fillTables(db, rows));
    return file;
  };
  const backUp = async (name: string): Promise<string> => {
    const file = join(folder, name);
    await postgresBackup(url).backup(file, { replace: false });
    return file;
  };
  const restore = (file: string, replace = false) => postgresBackup(url).restore(file, { ...options, replace });
  /** A session as a node's, guarded. */
  const connect = async (guard = nodeGuard()): Promise<Client> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await guard(client).catch(async (error: unknown) => {
      await client.end();
      throw error;
    });
    return client;
  };

  test('[B6] [B7] every row of every table goes into PostgreSQL and comes back', async () => {
    const file = await backupFile('sqlite', { rows: 5 });
    await restore(file);
    const back = contentOf(await backUp('postgres'));
    expect(back).toEqual(contentOf(file));
    expect(back.filter(({ rows }) => rows.length === 0)).toEqual([]);
  });

  test('[B6] PostgreSQL has no table that a backup does not', async () => {
    await restore(await backupFile('sqlite'));
    const found = await server.query(
      `select table_name as "name" from information_schema.tables where table_schema = 'public'`,
      database,
    );
    const copied = contentOf(await backUp('postgres')).map(({ name }) => name);
    const left = found.map(({ name }) => String(name)).filter((name) => !copied.includes(name));
    expect(left.toSorted()).toEqual(['kysely_migration', 'kysely_migration_lock', 'lease']);
  });

  test('[B7] an older backup is brought up to date on its way', async () => {
    for (const version of versions) {
      const old = await backupFile(version, { version });
      await restore(old, true);
      const back = await backUp(`${version}-back`);
      expect(migrationsOf(back)).toEqual(versions);
      const kept = contentOf(back).map(({ name, rows }) => [name, rows.length]);
      expect(kept).toEqual(expect.arrayContaining(contentOf(old).map(({ name, rows }) => [name, rows.length])));
    }
  });

  test('[B7] a database that an older Hearth uses is backed up as it is', async () => {
    await restore(await backupFile('new'));
    await server.query(`delete from kysely_migration where name > '${versions[0]}'`, database);
    expect(migrationsOf(await backUp('old'))).toEqual(versions.slice(0, 1));
  });

  test('[B7] what PostgreSQL can not keep in a text is replaced', async () => {
    const file = await backupFile('sqlite');
    change(file, `update "account" set "name" = 'A' || char(0) || 'da' where "owner" = 1`);
    await restore(file);
    const [account] = await server.query('select name from account where owner = 1', database);
    expect(account).toEqual({ name: 'A\uFFFDda' });
  });

  test('[B1] rows that are larger than a batch, and more than a batch has', async () => {
    const file = join(folder, 'large');
    await withNewTables(file, newest, (db) => {
      const update = db.prepare(
        'insert into "documentUpdate" ("document", "seq", "bytes", "atMs") values (?, ?, ?, ?)',
      );
      for (let seq = 1; seq <= 2_500; seq += 1) update.run(`board/${seq % 2}`, seq, Buffer.alloc(9, seq), seq);
      const state = db.prepare('insert into "documentState" ("document", "seq", "bytes", "atMs") values (?, ?, ?, ?)');
      for (let seq = 1; seq <= 4; seq += 1) state.run('board/1', seq, Buffer.alloc(3_000_000 * seq, seq), seq);
    });
    await restore(file);
    const told: number[] = [];
    const back = join(folder, 'back');
    await postgresBackup(url).backup(back, { replace: false, onProgress: (done, total) => told.push(done / total) });
    expect(contentOf(back)).toEqual(contentOf(file));
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('[B2] a file that is there is replaced only when told', async () => {
    await restore(await backupFile('sqlite'));
    const file = join(folder, 'mine');
    await writeFile(file, 'mine');
    await expect(postgresBackup(url).backup(file, { replace: false })).rejects.toMatchObject({ reason: 'exists' });
    expect(await readFile(file, 'utf8')).toBe('mine');
    await postgresBackup(url).backup(file, { replace: true });
    expect(contentOf(file).length).toBeGreaterThan(10);
  });

  test('[B1] without a database, or in the middle of it, nothing appears', async () => {
    await expect(backUp('empty')).rejects.toMatchObject({ reason: 'cannot-open' });
    await restore(await backupFile('sqlite', { rows: 50 }));
    const cut = postgresBackup(url).backup(join(folder, 'cut'), {
      replace: false,
      onProgress: () => {
        throw new Error('cut');
      },
    });
    await expect(cut).rejects.toThrow('cut');
    const nowhere = postgresBackup('postgres://nobody@127.0.0.1:1/x').backup(join(folder, 'none'), { replace: false });
    await expect(nowhere).rejects.toMatchObject({ reason: 'cannot-open' });
    expect(await readdir(folder)).toEqual(['sqlite']);
  });

  test('[B8] reviews are replaced only when told, and then nothing of them is left', async () => {
    await restore(await backupFile('first', { rows: 2 }));
    const second = await backupFile('second', { rows: 4 });
    await expect(restore(second)).rejects.toMatchObject({ reason: 'exists' });
    expect(contentOf(await backUp('still'))).toEqual(contentOf(join(folder, 'first')));
    await restore(second, true);
    expect(contentOf(await backUp('now'))).toEqual(contentOf(second));
  });

  test('[B3] a damaged, foreign, newer or missing file is refused and nothing changes', async () => {
    const file = await backupFile('good', { rows: 60 });
    await restore(file);
    const before = contentOf(await backUp('before'));
    const bytes = await readFile(file);
    await writeFile(join(folder, 'cut'), bytes.subarray(0, bytes.length - 8_192));
    await writeFile(join(folder, 'text'), 'This is no database at all. '.repeat(400));
    new Database(join(folder, 'foreign')).exec('create table notes (id integer)').close();
    await writeFile(join(folder, 'newer'), bytes);
    change(join(folder, 'newer'), "insert into kysely_migration values ('9999-later', '2999')");
    // Sound pages, but rows that refer to nothing: told only in the middle of the work.
    await writeFile(join(folder, 'torn'), bytes);
    change(join(folder, 'torn'), 'delete from "review"');
    for (const name of ['cut', 'text', 'foreign', 'missing'])
      await expect(restore(join(folder, name), true)).rejects.toMatchObject({ reason: 'cannot-open' });
    await expect(restore(join(folder, 'newer'), true)).rejects.toMatchObject({ reason: 'newer-schema' });
    await expect(restore(join(folder, 'torn'), true)).rejects.toMatchObject({ reason: 'failed' });
    expect(contentOf(await backUp('after'))).toEqual(before);
  });

  test('[B8] a database that nodes use is not restored over, and no node comes in meanwhile', async () => {
    const file = await backupFile('sqlite');
    await restore(file);
    const node = await connect();
    const another = await connect();
    await expect(restore(file, true)).rejects.toMatchObject({ reason: 'in-use' });
    await node.end();
    await expect(restore(file, true)).rejects.toMatchObject({ reason: 'in-use' });
    await another.end();
    await vanished(file);

    const restoring = new Client({ connectionString: url });
    await restoring.connect();
    await restoring.query('begin');
    await restoring.query(takeDatabase);
    await expect(connect()).rejects.toMatchObject({ reason: 'in-use' });
    await restoring.query('commit');
    await restoring.end();
    await (await connect()).end();
  });

  test('[B8] a node that was cut off while the database was replaced is refused when it comes back', async () => {
    const file = await backupFile('sqlite');
    await restore(file);
    const guard = nodeGuard();
    await (await connect(guard)).end();
    await (await connect(guard)).end();
    await vanished(file);
    await expect(connect(guard)).rejects.toMatchObject({ reason: 'replaced' });
    await (await connect()).end();
  });

  /** PostgreSQL notices a little later that a connection has ended: waits for that, and restores. */
  const vanished = async (file: string): Promise<void> => {
    await expect.poll(() => restore(file, true).catch((error: unknown) => error), { timeout: 15_000 }).toBeNull();
  };
});

/** Every copied table with its rows, by its key; bytes by their hash. */
const contentOf = (file: string): { name: string; rows: unknown[][] }[] => {
  const db = new Database(file, { readonly: true });
  try {
    return copiedTables(db).map(({ name, columns, key }) => {
      const listed = (names: readonly string[]) => names.map((one) => `"${one}"`).join(', ');
      const rows = db
        .prepare(`select ${listed(columns)} from "${name}" order by ${listed(key)}`)
        .raw()
        .all();
      return { name, rows: (rows as unknown[][]).map((row) => row.map(told)) };
    });
  } finally {
    db.close();
  }
};

const told = (value: unknown): unknown =>
  value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value;

const migrationsOf = (file: string): unknown[] => {
  const db = new Database(file, { readonly: true });
  const names = db.prepare('select name from kysely_migration order by name').pluck().all();
  db.close();
  return names;
};

const change = (file: string, sql: string): void => {
  const db = new Database(file);
  db.pragma('foreign_keys = off');
  db.exec(sql);
  db.close();
};
