// A Redis of the tests' own: on a free port, in memory only.
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findProgram } from './programs.ts';
import { freePort, TiedProcess } from './tied-process.ts';

const folders = ['/opt/homebrew/opt/redis/bin', '/usr/local/opt/redis/bin'];
const startsWithinMs = 15_000;

/** @returns why no Redis can be started here; null when one can. */
export const missingRedis = (): string | null => {
  if (process.platform === 'win32') return 'Redis is not started on Windows';
  if (findProgram('redis-server', folders) === null)
    return 'no Redis is installed (Debian: apt-get install redis-server)';
  return null;
};

export class RedisServer {
  readonly port: number;
  readonly #program: string;
  readonly #folder: string;
  #process: TiedProcess | null = null;

  private constructor(port: number, program: string, folder: string) {
    this.port = port;
    this.#program = program;
    this.#folder = folder;
  }

  /** Starts a new one. Ask `missingRedis` before. */
  static async create(): Promise<RedisServer> {
    const program = findProgram('redis-server', folders);
    if (program === null) throw new Error(missingRedis() ?? 'no Redis');
    const server = new RedisServer(await freePort(), program, await mkdtemp(join(tmpdir(), 'hearth-redis-')));
    try {
      await server.start();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** As REDIS_URL takes it. */
  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again after `kill`: same port. */
  async start(): Promise<void> {
    const started = await TiedProcess.start({
      file: this.#program,
      args: `--port ${this.port} --bind 127.0.0.1 --dir ${this.#folder} --save --appendonly no`.split(' '),
      folder: this.#folder,
      signal: 'KILL',
    });
    this.#process = started;
    const deadlineMs = Date.now() + startsWithinMs;
    while (!(await answers(this.port))) {
      if (!started.running || Date.now() > deadlineMs) throw new Error(`Redis did not start: ${started.output()}`);
      await delay(25);
    }
  }

  /** Kills it outright. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    await this.#process?.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Something else may have taken the port, and may never say a word. */
const longestAnswerMs = 1_000;

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(longestAnswerMs, () => socket.destroy());
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => {
      socket.destroy();
      resolve(reply.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
