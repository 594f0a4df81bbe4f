// One server under test: started, watched, killed. Signals only what it started itself.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../../hearth-server.ts';
import { residentBytes, startCpuMeter, startMemoryPeak } from '../machine/cpu-meter.ts';
import { processState, processTree } from '../machine/processes.ts';
import type { Address, Door, Target } from './target.ts';

const startsWithinMs = 20_000;
const stopsWithinMs = 5_000;
const shownOfLog = 300;

export class RunningServer {
  readonly target: Target;
  readonly dataFolder: string;
  #port = 0;
  #child: ChildProcess | null = null;
  #door: Door | null = null;

  constructor(target: Target) {
    this.target = target;
    this.dataFolder = mkdtempSync(path.join(tmpdir(), `hearth-bench-${target.name}-`));
  }

  /** Also starts it again, on the same port and data. */
  async start(): Promise<void> {
    this.#port ||= await freePort();
    const { args, cwd, env } = this.target.command(this.#port, this.dataFolder);
    const log = openSync(this.#logFile, 'a');
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    await this.#listening(child);
    const started = { port: this.#port, dataFolder: this.dataFolder, log: () => this.#log() };
    this.#door ??= (await this.target.door?.(started)) ?? this.#plainDoor();
  }

  async #listening(child: ChildProcess): Promise<void> {
    const untilMs = performance.now() + startsWithinMs;
    while (!(await accepts(this.#port))) {
      if (hasEnded(child) || performance.now() > untilMs) {
        throw new Error(`${this.target.name} does not listen`);
      }
      await delay(25);
    }
  }

  #plainDoor(): Door {
    return (room) => Promise.resolve({ url: `ws://127.0.0.1:${this.#port}/${encodeURIComponent(room)}`, headers: {} });
  }

  address(room: string, writer: string): Promise<Address> {
    if (!this.#door) throw new Error('the server was never started');
    return this.#door(room, writer);
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('the server does not run');
    return pid;
  }

  get alive(): boolean {
    return this.#child !== null && !hasEnded(this.#child) && processState(this.pid)?.state !== 'Z';
  }

  /** @returns asks for the CPU seconds used since; once. */
  measureCpu(): () => number {
    return startCpuMeter(this.pid);
  }

  residentBytes(): number {
    return residentBytes(this.pid);
  }

  /** @returns asks for the peak in bytes; once. */
  measurePeakMemory(): () => number {
    return startMemoryPeak(this.pid);
  }

  /** What a crash, or the kernel out of memory, does. */
  kill(): Promise<boolean> {
    return this.#signal('SIGKILL');
  }

  /** Asks politely, then kills. */
  async stop(): Promise<void> {
    if (!(await this.#signal('SIGTERM'))) await this.kill();
  }

  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }

  async #signal(signal: 'SIGKILL' | 'SIGTERM'): Promise<boolean> {
    const child = this.#child;
    if (!child || hasEnded(child) || child.pid === undefined) return true;
    const ended = new Promise<boolean>((resolve) => child.once('exit', () => resolve(true)));
    for (const pid of processTree(child.pid)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended meanwhile.
      }
    }
    return Promise.race([ended, delay(stopsWithinMs, false)]);
  }

  get #logFile(): string {
    return path.join(this.dataFolder, 'server.log');
  }

  #log(): string {
    return readFileSync(this.#logFile, 'utf8');
  }

  /** For a failure, in one line: how the server is, and what it said of an error, else the last that it printed. */
  lastWords(): string {
    const lines = this.#log().trim().split('\n');
    const words = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
    return `The server ${this.alive ? 'runs' : 'has ended'}; it printed: ${words.trim().slice(0, shownOfLog)}`;
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
