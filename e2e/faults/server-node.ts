// A real Hearth server process that can be killed at any moment and comes back at the same address, with its next
// process waiting, so that hundreds of kills take minutes.
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Limits } from '@hearth/sync/limits';
import { freePort } from '../hearth-server.ts';
import type { FromServer, ToServer } from './preload.ts';

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const preload = new URL('preload.ts', import.meta.url).href;
/** A killed process would leave its successors everything to compile again. */
const compileCache = path.join(tmpdir(), 'hearth-faults-compiled');
const startWithinMs = 60_000;

export interface NodeOptions {
  dataFolder: string;
  /** Of the environment, such as DATABASE_URL. */
  settings?: Record<string, string>;
  limits?: Partial<Limits>;
  /** What the process runs under, such as strace with its arguments. */
  under?: readonly string[];
  /** Keep the next process ready. */
  warm?: boolean;
}

interface Process {
  child: ChildProcess;
  /** Of the server itself, also where it runs under another program. */
  pid: () => number;
  link: Promise<string>;
  ended: Promise<void>;
  printed: () => string;
}

export class ServerNode {
  readonly port: number;
  readonly url: string;
  /** The one-time owner link that the last start printed; of several nodes, not each prints one. */
  ownerLink = '';
  readonly #options: NodeOptions;
  #running: Process | null = null;
  #next: Process | null = null;
  #onCompaction: (() => void) | null = null;
  #onMeasured: ((bytes: { residentBytes: number; heapBytes: number }) => void) | null = null;

  private constructor(port: number, options: NodeOptions) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#options = options;
  }

  static async start(options: NodeOptions): Promise<ServerNode> {
    const node = new ServerNode(await freePort(), options);
    await node.start();
    return node;
  }

  get dataFolder(): string {
    return this.#options.dataFolder;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  async start(): Promise<void> {
    const process = this.#next ?? this.#spawn();
    this.#next = null;
    this.#running = process;
    send(process, { kind: 'go' });
    this.ownerLink = await process.link;
    if (this.#options.warm) this.#next = this.#spawn();
  }

  /** SIGKILL: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As an operator stops it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (!running) return;
    // Before it has said who it is, its parent is the one to end. Never 0, which would be ourselves and all around us.
    process.kill(running.pid() || (running.child.pid ?? Number.NaN), signal);
    await running.ended;
  }

  async dispose(): Promise<void> {
    const next = this.#next;
    this.#next = null;
    if (next) {
      next.child.kill('SIGKILL');
      await next.ended;
    }
    await this.kill();
  }

  /** What it has said on stdout and stderr since its start. */
  printed(): string {
    return this.#running?.printed() ?? '';
  }

  /** Sets the clock of the running process so far ahead of the real one. */
  setClock(aheadMs: number): void {
    if (this.#running) send(this.#running, { kind: 'set-clock', aheadMs });
  }

  /** Resolves at the next moment at which a compacted state goes to the store, or after `withinMs`. */
  compaction(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs);
      this.#onCompaction = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  /** Resident memory, and the heap after garbage collection (needs `--expose-gc` in NODE_OPTIONS). */
  measure(): Promise<{ residentBytes: number; heapBytes: number }> {
    return new Promise((resolve, reject) => {
      if (!this.#running) return reject(new Error('the server is not running'));
      this.#onMeasured = resolve;
      send(this.#running, { kind: 'measure' });
    });
  }

  #spawn(): Process {
    const { under = [], settings = {}, limits = {}, dataFolder, warm } = this.#options;
    const [program = '', ...before] = [...under, process.execPath] as string[];
    const child = spawn(program, [...before, '--import', preload, main], {
      cwd: path.dirname(main),
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        HEARTH_DATA: dataFolder,
        HEARTH_LOG: 'warn',
        NODE_COMPILE_CACHE: compileCache,
        FAULTS_LIMITS: JSON.stringify(limits),
        ...(warm ? { FAULTS_HOLD: '1' } : {}),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return this.#watch(child);
  }

  #watch(child: ChildProcess): Process {
    let printed = '';
    let pid = 0;
    const { promise: link, resolve, reject } = Promise.withResolvers<string>();
    const ended = new Promise<void>((settle) => child.once('close', () => settle()));
    const read = (chunk: Buffer): void => {
      printed = `${printed}${chunk.toString()}`.slice(-20_000);
      // Of several nodes that start together, one prints the link.
      const [found = ''] = /http:\/\/\S+\/sign-in#[\w-]+/.exec(printed) ?? [];
      if (pid !== 0 && printed.includes('Everything lies in')) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('message', (message: FromServer) => {
      if (message.kind === 'loaded') {
        pid = message.pid;
        read(Buffer.alloc(0));
      }
      if (message.kind === 'compacting') this.#onCompaction?.();
      if (message.kind === 'measured') this.#onMeasured?.(message);
    });
    child.once('close', (code, signal) => reject(new Error(`the server ended (${code ?? signal}):\n${printed}`)));
    const timer = setTimeout(
      () => reject(new Error(`no start within ${startWithinMs} ms:\n${printed}`)),
      startWithinMs,
    );
    // Whoever waits for the start hears of it; a process that waits its turn may be killed without a word.
    link.catch(() => undefined).finally(() => clearTimeout(timer));
    return { child, pid: () => pid, link, ended, printed: () => printed };
  }
}

const send = ({ child }: Process, message: ToServer): void => {
  if (child.connected) child.send(message);
};
