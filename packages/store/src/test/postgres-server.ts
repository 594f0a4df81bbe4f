// A PostgreSQL of the tests' own: on a free port, with a data folder that is gone afterwards.
import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { beside, findProgram, findUser } from './programs.ts';
import { freePort, TiedProcess } from './tied-process.ts';

const binaries = ['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/postgresql@*/bin', '/usr/local/opt/postgresql@*/bin'];
const password = 'only-for-tests';
const startsWithinMs = 30_000;

/** @returns why no PostgreSQL can be started here; null when one can. */
export const missingPostgres = (): string | null => {
  if (process.platform === 'win32') return 'PostgreSQL is not started on Windows';
  if (findProgram('postgres', binaries) === null)
    return 'no PostgreSQL is installed (Debian: apt-get install postgresql)';
  if (process.getuid?.() === 0 && findUser('postgres') === null)
    return 'PostgreSQL does not run as root, and there is no user named postgres';
  return null;
};

export interface PostgresOptions {
  /** Settings of postgresql.conf, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
}

export class PostgresServer {
  readonly port: number;
  readonly folder: string;
  readonly #program: string;
  readonly #owner: { uid: number; gid: number } | undefined;
  readonly #settings: Record<string, string>;
  #process: TiedProcess | null = null;
  #databases = 0;

  private constructor(
    port: number,
    folder: string,
    program: string,
    owner: { uid: number; gid: number } | undefined,
    settings: Record<string, string>,
  ) {
    this.port = port;
    this.folder = folder;
    this.#program = program;
    this.#owner = owner;
    this.#settings = settings;
  }

  /** Makes a new, empty cluster and starts it. Ask `missingPostgres` before. */
  static async create({ settings = {} }: PostgresOptions = {}): Promise<PostgresServer> {
    const program = findProgram('postgres', binaries);
    if (program === null) throw new Error(missingPostgres() ?? 'no PostgreSQL');
    const owner = process.getuid?.() === 0 ? (findUser('postgres') ?? undefined) : undefined;
    const folder = await mkdtemp(join(tmpdir(), 'hearth-postgres-'));
    const secret = join(folder, 'password');
    await writeFile(secret, password);
    if (owner) for (const path of [folder, secret]) await chown(path, owner.uid, owner.gid);
    const server = new PostgresServer(await freePort(), folder, program, owner, settings);
    try {
      await promisify(execFile)(
        beside(program, 'initdb'),
        [
          `--pgdata=${server.#data}`,
          '--username=postgres',
          `--pwfile=${secret}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          '--no-locale',
          '--no-sync',
        ],
        { cwd: '/', ...owner },
      );
      await server.start();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  /** Starts it again after `kill` or `halt`: same port, same data. */
  async start(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(this.port),
      unix_socket_directories: '',
      shared_buffers: '16MB',
      max_connections: '100',
      ...this.#settings,
    };
    const deadlineMs = Date.now() + startsWithinMs;
    for (;;) {
      const started = await TiedProcess.start({
        file: this.#program,
        args: ['-D', this.#data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        folder: this.folder,
        signal: 'QUIT',
        ...(this.#owner ? { owner: this.#owner } : {}),
      });
      this.#process = started;
      const problem = await this.#answers(started, deadlineMs);
      if (problem === null) return;
      // The last processes of one that was killed may still hold its memory for a moment.
      if (!started.output().includes('shared memory block') || Date.now() > deadlineMs)
        throw new Error(`PostgreSQL did not start: ${started.output()}`, { cause: problem });
      await delay(50);
    }
  }

  /** @returns null as soon as it answers; why it does not, once it has ended or the time is over. */
  async #answers(started: TiedProcess, deadlineMs: number): Promise<unknown> {
    for (;;) {
      try {
        await this.query('select 1');
        return null;
      } catch (error) {
        if (!started.running || Date.now() > deadlineMs) return error;
        await delay(50);
      }
    }
  }

  /** Kills it and all its processes outright, as a crash of the machine would (but what the kernel holds stays). */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** Ends it in good order; `start` starts it again. Connections are cut. */
  async halt(): Promise<void> {
    await this.#process?.end('SIGINT');
  }

  /** Ends it and removes its data. */
  async stop(): Promise<void> {
    await this.#process?.end('SIGQUIT');
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @returns the address of a database, as DATABASE_URL takes it, with the right to do everything. */
  url(database = 'postgres'): string {
    return `postgres://postgres:${password}@127.0.0.1:${this.port}/${database}`;
  }

  /**
   * @param template  a database to copy, which nobody may be connected to.
   * @returns the name of a new database.
   */
  async createDatabase(template = 'template1'): Promise<string> {
    this.#databases += 1;
    const name = `test_${this.#databases}`;
    await this.query(`create database ${name} template ${template}`);
    return name;
  }

  async dropDatabase(name: string): Promise<void> {
    await this.query(`drop database if exists ${name} with (force)`);
  }

  /** Runs statements over a connection of their own. */
  async query(sql: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.url(database), connectionTimeoutMillis: 5_000 });
    // What goes wrong is told by the calls below.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
