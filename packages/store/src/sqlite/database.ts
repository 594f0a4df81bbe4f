// The one SQLite connection, as the worker uses it. Synchronous. Rules: SPEC S1, S2, S4.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { takeGuard } from './guard.ts';
import type { AppendRequest, QueryReply, WorkerOptions } from './messages.ts';

/** Statements kept prepared; lists in a statement make new ones, so the oldest go. */
const keptStatements = 200;
const busyTimeoutMs = 5_000;

export class SqliteDatabase {
  readonly #db: Database.Database;
  /** Holds the guard's lock for as long as this process lives. */
  readonly #guard: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor({ path, maxBytes }: WorkerOptions) {
    mkdirSync(dirname(path), { recursive: true });
    this.#guard = takeGuard(path);
    try {
      this.#db = new Database(path, { timeout: busyTimeoutMs });
      this.#db.pragma('journal_mode = WAL');
      // This build's default for WAL is NORMAL, which loses acknowledged commits in a power cut.
      this.#db.pragma('synchronous = FULL');
      this.#db.pragma('foreign_keys = ON');
      if (maxBytes !== null) {
        const pageSize = this.#db.pragma('page_size', { simple: true }) as number;
        this.#db.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`);
      }
    } catch (error) {
      this.#guard.close();
      throw error;
    }
  }

  query(sql: string, parameters: readonly unknown[]): QueryReply {
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(parameters), changes: null };
    return { rows: [], changes: statement.run(parameters).changes };
  }

  begin(): void {
    this.#db.exec('begin immediate');
  }

  commit(): void {
    this.#db.exec('commit');
  }

  /** SQLite itself rolls back at some errors (a full disk): then nothing is left to do. */
  rollback(): void {
    if (this.#db.inTransaction) this.#db.exec('rollback');
  }

  /** @returns the sequence number of each entry. One transaction. */
  append(request: AppendRequest): number[] {
    return this.#db.transaction(() => this.#append(request)).immediate();
  }

  #append({ documents, indexes, lengths, bytes }: AppendRequest): number[] {
    const counts = documents.map(() => 0);
    for (const index of indexes) counts[index]! += 1;
    const claim = this.#prepare(
      'insert into "liveDocument" ("name", "lastSeq") values (?, ?) on conflict ("name") ' +
        'do update set "lastSeq" = "lastSeq" + excluded."lastSeq" returning "lastSeq"',
    );
    const nextSeq = documents.map((name, index) => {
      const claimed = claim.get(name, counts[index]!) as { lastSeq: number };
      return claimed.lastSeq - counts[index]! + 1;
    });
    const insert = this.#prepare('insert into "documentUpdate" ("document", "seq", "bytes") values (?, ?, ?)');
    let offset = 0;
    return indexes.map((index, entry) => {
      const seq = nextSeq[index]!++;
      const end = offset + lengths[entry]!;
      insert.run(documents[index], seq, bytes.subarray(offset, end));
      offset = end;
      return seq;
    });
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
    this.#guard.close();
  }

  #prepare(sql: string): Database.Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.#db.prepare(sql);
    if (this.#statements.size >= keptStatements) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, statement);
    return statement;
  }
}
