// A server program for tests that ends with the process that started it, however that one ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';

export interface TiedOptions {
  file: string;
  args: readonly string[];
  /** As whom it runs; as ourselves when left out. */
  owner?: { uid: number; gid: number };
  /** Removed when the starting process is gone. */
  folder: string;
  /** What ends the program and all of its children at once. */
  signal: 'QUIT' | 'KILL';
}

/**
 * The shell's standard input is a pipe from us: it ends when we do, even by kill -9. Then the program is ended and its
 * folder removed.
 */
const tie = `
exec 3<&0
file=$1; signal=$2; folder=$3; shift 3
"$file" "$@" </dev/null 3<&- & server=$!
(
  while read -r line; do :; done <&3
  trap '' TERM
  kill -"$signal" "$server" && {
    while kill -0 "$server"; do sleep 0.1; done
    rm -rf "$folder"
  }
) 2>/dev/null & watcher=$!
echo "$server"
wait "$server"
kill -TERM "$watcher"
wait "$watcher"
`;

export class TiedProcess {
  readonly pid: number;
  readonly #shell: ChildProcess;
  readonly #ended: Promise<void>;
  /** What it has written, for the error message when it does not come up. */
  readonly output: () => string;

  private constructor(shell: ChildProcess, pid: number, output: () => string) {
    this.#shell = shell;
    this.pid = pid;
    this.output = output;
    this.#ended = new Promise((resolve) => {
      if (shell.exitCode !== null || shell.signalCode !== null) resolve();
      else shell.once('exit', () => resolve());
    });
  }

  static start({ file, args, owner, folder, signal }: TiedOptions): Promise<TiedProcess> {
    const shell = spawn('/bin/sh', ['-c', tie, 'sh', file, signal, folder, ...args], {
      cwd: '/',
      stdio: ['pipe', 'pipe', 'pipe'],
      ...owner,
    });
    let output = '';
    shell.stderr.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)));
    return new Promise((resolve, reject) => {
      shell.once('error', reject);
      shell.stdout.once('data', (chunk: Buffer) => {
        const pid = Number(chunk.toString().split('\n')[0]);
        // Nothing of it may keep the tests from ending.
        shell.unref();
        for (const stream of [shell.stdin, shell.stdout, shell.stderr]) if (stream instanceof Socket) stream.unref();
        shell.stdout.resume();
        resolve(new TiedProcess(shell, pid, () => output));
      });
    });
  }

  get running(): boolean {
    return this.#shell.exitCode === null && this.#shell.signalCode === null;
  }

  /** Sends a signal to the program and waits for its end. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.running) signalTo(this.pid, signal);
    // Now the caller waits for it, whatever else there is to do.
    this.#shell.ref();
    await this.#ended;
  }

  /** Kills the program and all of its children outright. */
  async kill(): Promise<void> {
    const children = childrenOf(this.pid);
    await this.end('SIGKILL');
    for (const child of children) signalTo(child, 'SIGKILL');
  }
}

const signalTo = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
};

/** Linux only; elsewhere the children notice by themselves that their parent is gone. */
const childrenOf = (pid: number): number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

/** A port of 127.0.0.1 that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
