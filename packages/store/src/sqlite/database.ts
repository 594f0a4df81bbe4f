// The one SQLite connection, as the worker uses it. Synchronous. Rules: SPEC L1, L6, L7, S1, S2, S4, H3.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { headSql } from '../heads.ts';
import { takeGuard } from './guard.ts';
import type { AppendRequest, QueryReply, WorkerOptions } from './messages.ts';

/** Statements kept prepared; lists in a statement make new ones, so the oldest go. */
const keptStatements = 200;
const busyTimeoutMs = 5_000;
/** Documents whose last number is remembered. */
const mostHeads = 10_000;

export class SqliteDatabase {
  readonly #db: Database.Database;
  /** Holds the guard's lock for as long as this process lives. */
  readonly #guard: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  /** The last number of documents that were appended to, as committed. */
  readonly #heads = new Map<string, number>();
  /** Whether the transaction under way removes a document. */
  #forgetting = false;

  constructor({ path, maxBytes }: WorkerOptions) {
    mkdirSync(dirname(path), { recursive: true });
    this.#guard = takeGuard(path);
    try {
      this.#db = new Database(path, { timeout: busyTimeoutMs });
      this.#db.pragma('journal_mode = WAL');
      // This build's default for WAL is NORMAL, which loses acknowledged commits in a power cut.
      this.#db.pragma('synchronous = FULL');
      this.#db.pragma('foreign_keys = ON');
      // What is deleted is overwritten in the file, also where pages are only rearranged.
      this.#db.pragma('secure_delete = ON');
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
    if (sql.startsWith('delete from "liveDocument"')) {
      this.#forgetting = true;
      this.#heads.clear();
    }
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(parameters), changes: null };
    return { rows: [], changes: statement.run(parameters).changes };
  }

  begin(): void {
    this.#prepare('begin immediate').run();
  }

  commit(): void {
    this.#prepare('commit').run();
    if (!this.#forgetting) return;
    this.#forgetting = false;
    // The journal holds older versions of the pages; who reads just now may delay this to the next checkpoint.
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** SQLite itself rolls back at some errors (a full disk): then nothing is left to do. */
  rollback(): void {
    if (this.#db.inTransaction) this.#db.exec('rollback');
    this.#forgetting = false;
  }

  /** @returns the sequence number of each entry, null for a refused one. One transaction. */
  append(request: AppendRequest): (number | null)[] {
    const reached = new Map<string, number>();
    this.begin();
    try {
      const seqs = this.#append(request, reached);
      this.commit();
      if (this.#heads.size > mostHeads) this.#heads.clear();
      for (const [document, head] of reached) this.#heads.set(document, head);
      return seqs;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** @param reached  gets the last number of each document that was appended to. */
  #append(request: AppendRequest, reached: Map<string, number>): (number | null)[] {
    const { documents, indexes, lengths, atMs, bytes } = request;
    const refused = this.#refused(request);
    const insert = this.#prepare(
      'insert into "documentUpdate" ("document", "seq", "bytes", "atMs") values (?, ?, ?, ?)',
    );
    let offset = 0;
    return indexes.map((index, entry) => {
      const from = offset;
      offset += lengths[entry]!;
      if (refused.has(entry)) return null;
      const document = documents[index]!;
      const seq = (reached.get(document) ?? this.#headOf(document)) + 1;
      insert.run(document, seq, bytes.subarray(from, offset), atMs[entry]);
      reached.set(document, seq);
      return seq;
    });
  }

  /** Only this connection appends, so what was committed once holds on. */
  #headOf(document: string): number {
    const known = this.#heads.get(document);
    if (known !== undefined) return known;
    this.#prepare('insert or ignore into "liveDocument" ("name", "lastSeq") values (?, 0)').run(document);
    const find = this.#prepare(`select ${headSql} from "liveDocument" where "name" = ?`).pluck();
    return find.get(document) as number;
  }

  /** Notes the new writers. @returns the entries that write under another's client id, and those that follow them. */
  #refused({ documents, indexes, writers }: AppendRequest): Set<number> {
    const refused = new Set<number>();
    if (writers.length === 0) return refused;
    const find = this.#prepare('select "writer" from "documentWriter" where "document" = ? and "client" = ?').pluck();
    const note = this.#prepare(
      'insert or ignore into "documentWriter" ("document", "client", "writer") values (?, ?, ?)',
    );
    const closed = new Set<number>();
    for (const [entry, index] of indexes.entries()) {
      const claims = writers.filter((one) => one.entry === entry);
      const document = documents[index];
      const isTaken = claims.some(({ client, writer }) => (find.get(document, client) ?? writer) !== writer);
      if (isTaken) closed.add(index);
      if (closed.has(index)) refused.add(entry);
      else for (const { client, writer } of claims) note.run(document, client, writer);
    }
    return refused;
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
