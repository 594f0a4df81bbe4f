// The servers that tests start: they come up, come back, and never outlive who started them.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { missingPostgres, PostgresServer } from './postgres-server.ts';
import { missingRedis, RedisServer } from './redis-server.ts';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Starts one in another process and kills that process. @returns what it had printed: pid and folder. */
const startAndDie = (program: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('\n')) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', () => resolve(printed.trim().split(' ')));
  });

describe.skipIf(missingPostgres() !== null)('PostgreSQL for tests', () => {
  test('comes back after a kill with what was committed, and leaves nothing behind', async () => {
    const server = await PostgresServer.create();
    await server.query('create table kept (id integer); insert into kept values (7)');
    await server.kill();
    await expect(server.query('select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.start();
    await expect(server.query('select id from kept')).resolves.toEqual([{ id: 7 }]);
    await server.halt();
    await server.start();
    const copy = await server.createDatabase('postgres');
    await expect(server.query('select id from kept', copy)).resolves.toEqual([{ id: 7 }]);
    await server.dropDatabase(copy);
    await server.stop();
    expect(existsSync(server.folder)).toBe(false);
    await expect(server.query('select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }, 60_000);

  test('ends with the process that started it, even by kill -9', async () => {
    const [pid, folder] = await startAndDie(`
      import { PostgresServer } from './postgres-server.ts';
      import { readFileSync } from 'node:fs';
      const server = await PostgresServer.create();
      console.log(readFileSync(server.folder + '/data/postmaster.pid', 'utf8').split('\\n')[0], server.folder);
      setInterval(() => undefined, 1000);
    `);
    expect(Number(pid)).toBeGreaterThan(1);
    await vi.waitFor(
      () => {
        expect(isAlive(Number(pid))).toBe(false);
        expect(existsSync(folder!)).toBe(false);
      },
      { timeout: 15_000 },
    );
  }, 60_000);
});

describe.skipIf(missingRedis() !== null)('Redis for tests', () => {
  test('comes back after a kill, on the same port', async () => {
    const server = await RedisServer.create();
    const { url } = server;
    await server.kill();
    await server.start();
    expect(server.url).toBe(url);
    await server.stop();
  });
});
