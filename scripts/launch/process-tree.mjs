// Who descends from whom among the processes of this machine. POSIX only; elsewhere the table is empty.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isWindows } from './environment.mjs';

/** @returns a map from pid to `{ ppid, start }`; `start` tells a process from a later one that got the same pid. */
export function processTable() {
  if (isWindows) return new Map();
  return existsSync('/proc/self/stat') ? tableFromProc() : tableFromPs();
}

function tableFromProc() {
  const table = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The second field, the program's name, may itself hold blanks and brackets.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state, ppid] = fields;
      if (state !== 'Z') table.set(Number(name), { ppid: Number(ppid), start: fields[19] });
    } catch {
      // It ended while we were reading.
    }
  }
  return table;
}

function tableFromPs() {
  const table = new Map();
  for (const line of execFileSync('ps', ['-A', '-o', 'pid=,ppid=,lstart='], { encoding: 'utf8' }).split('\n')) {
    const match = /^\s*(\d+)\s+(\d+)\s+(.+)$/.exec(line);
    if (match) table.set(Number(match[1]), { ppid: Number(match[2]), start: match[3] });
  }
  return table;
}

/** The command line of a process, its arguments parted by blanks; empty when it is gone or cannot be read. */
function commandOf(pid) {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * The processes that a script of package.json depends on: npm (or pnpm), and the shell that it started the script in.
 * Some shells step aside for the script; then the parent is npm itself, and what started npm is none of our business.
 * @param script  what tells the shell's command line
 */
export function scriptRunners(script) {
  const parent = process.ppid;
  const starter = commandOf(parent).includes(script) ? processTable().get(parent)?.ppid : undefined;
  return starter === undefined ? [parent] : [parent, starter];
}

export function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Pids of `roots` and of everything below them. */
export function withDescendants(roots, table) {
  const found = new Set(roots);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [pid, { ppid }] of table) if (found.has(ppid)) found.add(pid);
  }
  return found;
}
