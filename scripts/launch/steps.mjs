// A list of steps, each run to its end whatever the others did, and what is said of them afterwards.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJson } from './environment.mjs';
import { print, say } from './report.mjs';

/**
 * Runs `work` and takes its time.
 * @param work  resolves to `{ code }`, and to `{ passed, failed }` too where it runs tests
 */
export async function step(name, work) {
  say(name);
  const began = Date.now();
  const result = await work();
  return { name, seconds: (Date.now() - began) / 1000, passed: 0, failed: result.code === 0 ? 0 : 1, ...result };
}

export function summarise(results) {
  const rows = results.map(({ name, seconds, code, passed, failed, note }) => {
    const tests = passed + failed > 0 && (passed > 0 || failed > 1) ? `${passed} passed, ${failed} failed` : '';
    const verdict = note ?? (code === 0 ? 'ok' : 'FAILED');
    return `  ${name.padEnd(20)} ${verdict.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${tests}`.trimEnd();
  });
  // Said again at the end: thousands of lines may lie between a failure and the reader.
  const told = results.flatMap(({ name, failures = [], secondTries = [] }) => [
    ...failures.map((what) => `  ${name}, failed: ${what}`),
    ...secondTries.map((what) => `  ${name}, second try: ${what}`),
  ]);
  print('', ...rows, '', ...told, ...(told.length > 0 ? [''] : []));
}

export const total = (results) => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
});

/** A folder for reports that is gone when the launcher ends. */
export function reportFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearth-reports-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { file: (name) => path.join(folder, name), read: (name) => readReport(path.join(folder, name)) };
}

function readReport(file) {
  if (!existsSync(file)) return undefined;
  try {
    return readJson(file);
  } catch {
    // Cut off by a crash: as good as none.
    return undefined;
  }
}
