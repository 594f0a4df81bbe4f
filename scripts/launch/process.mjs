// Child processes: started here, stopped here. Nothing that the launcher started outlives it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { isWindows, root } from './environment.mjs';
import { isAlive, processTable, scriptRunners, withDescendants } from './process-tree.mjs';

const GRACE_MS = 10_000;
const STRAGGLER_MS = 2_000;
// In a terminal, Ctrl-C reaches the whole group: a child that got it already is spared a second one.
const FORWARD_AFTER_MS = 250;

const running = new Map();
let stoppingSince;
let leadCode;

/**
 * Starts a program and waits for its end.
 * @param options.capture  collect stdout and stderr instead of showing them; `onLine` hears each line
 * @param options.stopSignal  what ends it cleanly; SIGTERM if not given
 * @param options.lead  the launcher is there for this child alone: after a stop its exit code is the launcher's
 * @returns `{ code, output }`; a death by signal n is code 128 + n. Never returns once a stop has begun.
 */
export function run(
  file,
  args,
  { env, cwd = root, capture = false, onLine, stopSignal = 'SIGTERM', lead = false } = {},
) {
  if (stoppingSince) return new Promise(() => {});
  return new Promise((resolve, reject) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = isWindows
      ? // npm, pnpm and the programs of .bin are .cmd files there, which only a shell can start.
        spawn([file, ...args].map(quoted).join(' '), { cwd, env, stdio, shell: true })
      : spawn(file, args, { cwd, env, stdio });
    running.set(child, stopSignal);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
        onLine?.(text.trimEnd().split('\n').at(-1));
      });
    }
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      const status = code ?? 128 + (constants.signals[signal] ?? 0);
      if (lead) leadCode = status;
      if (!stoppingSince) resolve({ code: status, output });
    });
  });
}

const quoted = (argument) => (/[\s&"]/.test(argument) ? `"${argument.replaceAll('"', '\\"')}"` : argument);

/** Ends all children and the launcher: on a signal, and when the npm or pnpm that started us is gone. */
export function watchOver() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(signal));
  process.on('exit', () => {
    for (const child of running.keys()) child.kill('SIGTERM');
  });
  // npm's shell does not pass every signal on, and npm itself may be killed. Started by hand, we get our signals
  // ourselves, and may be left in the background by a shell that ends.
  if (process.env.npm_lifecycle_event === undefined) return;
  const runners = scriptRunners('launch.mjs');
  setInterval(() => {
    if (process.ppid !== runners[0] || !runners.every(isAlive)) void stop('SIGTERM');
  }, 500).unref();
}

/** Ends all children, then the launcher: with `code`, else with that of the leading child, else as if by the signal. */
export async function stop(signal, code) {
  if (stoppingSince) return;
  stoppingSince = Date.now();
  const known = new Map();
  const survey = () => {
    const table = processTable();
    const stillThere = () => [...known].filter(([pid, start]) => table.get(pid)?.start === start).map(([pid]) => pid);
    const live = [...running.keys()].map((child) => child.pid);
    for (const pid of withDescendants([...stillThere(), ...live], table)) {
      if (table.has(pid)) known.set(pid, table.get(pid).start);
    }
    return stillThere();
  };

  survey();
  await delay(FORWARD_AFTER_MS);
  for (const [child, stopSignal] of running) child.kill(stopSignal);
  let childless;
  for (;;) {
    const alive = survey();
    if (running.size === 0) childless ??= Date.now();
    if (alive.length === 0 && running.size === 0) break;
    if (Date.now() - stoppingSince > GRACE_MS || Date.now() - (childless ?? Infinity) > STRAGGLER_MS) {
      for (const pid of alive) kill(pid);
      for (const child of running.keys()) child.kill('SIGKILL');
      break;
    }
    await delay(100);
  }
  process.exit(code ?? leadCode ?? 128 + constants.signals[signal]);
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
