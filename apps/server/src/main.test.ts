// The process as people start it.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-main-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs main until it ends, or until it has printed `until`, then asks it to end. */
const run = (variables: Record<string, string>, until?: RegExp) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, PORT: '0', HEARTH_DATA: path.join(folder, 'data'), ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    let asked = false;
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (!until?.test(out) || asked) return;
      asked = true;
      child.kill('SIGTERM');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('exit', (code) => resolve({ code, out, err }));
  });

describe('starting', () => {
  it('prints the address, the owner link and where everything lies, and ends at SIGTERM', async () => {
    const { code, out, err } = await run({}, /Everything lies in.*\n/);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\n/);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/sign-in#[A-Za-z0-9_-]{43}\n/);
    expect(out).toContain(path.join(folder, 'data'));
    // One that did not end in good order within its three seconds ends with 1.
    expect([code, err]).toEqual([0, '']);
  });

  const failure = async (variables: Record<string, string>) => {
    const { code, out, err } = await run(variables);
    return { code, out, lines: err.split('\n').slice(0, -1) };
  };
  const oneLine = (line: RegExp) => ({ code: 1, out: '', lines: [expect.stringMatching(line)] });

  it('says in one line that a setting is wrong', async () => {
    expect(await failure({ PORT: 'many' })).toEqual(oneLine(/^hearth: PORT must be a number/));
  });

  it('says in one line that the port is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    expect(await failure({ PORT: String(port) })).toEqual(
      oneLine(/^hearth: port \d+ on 127\.0\.0\.1 is in use\. .*PORT/),
    );
    await new Promise((resolve) => taken.close(resolve));
  });

  it('says in one line that the address is not this machine’s', async () => {
    expect(await failure({ HOST: '192.0.2.1' })).toEqual(oneLine(/^hearth: can not listen on 192\.0\.2\.1.*HOST/));
  });

  it('says in one line that the data folder can not be used', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    expect(await failure({ HEARTH_DATA: path.join(file, 'data') })).toEqual(
      oneLine(/^hearth: the data folder .* can not be written.*HEARTH_DATA/),
    );
  });

  it('says in one line that the database is none', async () => {
    const broken = await mkdtemp(path.join(folder, 'broken-'));
    await writeFile(path.join(broken, 'hearth.sqlite'), 'This is no database at all. '.repeat(400));
    expect(await failure({ HEARTH_DATA: broken })).toEqual(oneLine(/^hearth: .*hearth\.sqlite/));
  });

  it('says in one line that another server has the data', async () => {
    const first = spawn(process.execPath, [main], {
      env: { ...process.env, PORT: '0', HEARTH_DATA: path.join(folder, 'shared') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => first.stdout.once('data', resolve));
    expect(await failure({ HEARTH_DATA: path.join(folder, 'shared') })).toEqual(
      oneLine(/^hearth: .* in use by another Hearth/),
    );
    const ended = new Promise((resolve) => first.once('exit', resolve));
    first.kill('SIGTERM');
    await ended;
  });

  it.skipIf(process.getuid?.() === 0)('says in one line that it may not write', async () => {
    const locked = await mkdtemp(path.join(folder, 'locked-'));
    await chmod(locked, 0o500);
    expect(await failure({ HEARTH_DATA: path.join(locked, 'data') })).toEqual(oneLine(/^hearth: .*HEARTH_DATA/));
  });
});
