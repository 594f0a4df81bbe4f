// Processes as people start them on a PostgreSQL and a Redis. Rules: scaling/SPEC N2, N9, N10.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { postgresBackup } from '@hearth/store/postgres/backup';
import { missingPostgres, PostgresServer } from '@hearth/store/test/postgres-server';
import { missingRedis, RedisServer } from '@hearth/store/test/redis-server';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const missing = missingPostgres() ?? missingRedis();
if (missing !== null) process.stderr.write(`SKIPPED: starting on PostgreSQL and Redis is not tested: ${missing}\n`);

describe.skipIf(missing !== null)('starting on a PostgreSQL', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let databaseUrl: string;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([PostgresServer.create(), RedisServer.create()]);
    databaseUrl = postgres.url(await postgres.createDatabase());
  }, 60_000);
  afterAll(() => Promise.all([postgres.stop(), redis.stop()]));

  interface Run {
    out: string;
    err: string;
    /** Null while it runs. */
    code: number | null;
    end(): Promise<void>;
  }

  /** Resolves when it has told where everything lies, or has ended. */
  const start = (variables: Record<string, string>): Promise<Run> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [main], {
        env: { ...process.env, PORT: '0', DATABASE_URL: databaseUrl, ...variables },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const gone = new Promise<void>((ended) => child.once('exit', () => ended()));
      const run: Run = {
        out: '',
        err: '',
        code: null,
        end: async () => {
          child.kill('SIGTERM');
          await gone;
        },
      };
      child.stdout.on('data', (chunk: Buffer) => {
        run.out += chunk.toString();
        if (/Everything lies in.*\n/.test(run.out)) resolve(run);
      });
      child.stderr.on('data', (chunk: Buffer) => {
        run.err += chunk.toString();
      });
      child.once('exit', (code) => {
        run.code = code;
        resolve(run);
      });
    });

  it('[N10] [N9] tells where everything lies without a secret, and the owner link once', async () => {
    const nodes = await Promise.all([1, 2, 3].map(() => start({ REDIS_URL: redis.url })));
    const { host, pathname, password } = new URL(databaseUrl);
    for (const { out, err } of nodes) {
      expect(out).toContain(`Everything lies in  postgres://${host}${pathname}\n`);
      expect(out).toContain(`Nodes are joined by ${redis.url}\n`);
      expect(out + err).not.toContain(password);
      expect(err).toBe('');
    }
    expect(nodes.filter(({ out }) => /\/sign-in#[\w-]{43}\n/.test(out))).toHaveLength(1);
    expect(nodes.filter(({ out }) => out.includes('another node printed'))).toHaveLength(2);
    await Promise.all(nodes.map((node) => node.end()));
    expect(nodes.map(({ code }) => code)).toEqual([0, 0, 0]);
  });

  it('[N2] ends in good order while Redis is gone', async () => {
    const own = await RedisServer.create();
    const node = await start({ REDIS_URL: own.url, HEARTH_LOG: 'warn' });
    await own.stop();
    await node.end();
    expect(node.code).toBe(0);
    expect(node.err).not.toMatch(/rejection|Error:/i);
  });

  it('[N9] says in one line that the Redis lets nobody in', async () => {
    const locked = await RedisServer.create();
    const client = new Redis(locked.url);
    await client.config('SET', 'requirepass', 'right-secret');
    client.disconnect();
    const { code, out, err } = await start({ REDIS_URL: locked.url.replace('redis://', 'redis://:wrong-secret@') });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^hearth: the Redis of REDIS_URL lets nobody in by it: WRONGPASS .*Correct REDIS_URL\.\n$/);
    expect(err).not.toContain('secret');
    await locked.stop();
  });

  it('ends when a backup was restored into its database while it was cut off', async () => {
    const url = postgres.url(await postgres.createDatabase());
    const folder = await mkdtemp(path.join(tmpdir(), 'hearth-replaced-'));
    const node = await start({ DATABASE_URL: url });
    const backup = postgresBackup(url);
    await backup.backup(path.join(folder, 'all.sqlite'), { replace: false });
    const restore = async (): Promise<unknown> => {
      await postgres.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
      );
      return backup
        .restore(path.join(folder, 'all.sqlite'), { nowMs: Date.now(), replace: true })
        .catch((error: unknown) => error);
    };
    await expect.poll(restore, { timeout: 15_000 }).toBeNull();
    await expect.poll(() => node.code, { timeout: 15_000 }).toBe(1);
    expect(node.err).toContain('A backup was restored into this database. Restart this node.');
    await rm(folder, { recursive: true });
  }, 40_000);

  it('says in one line that there is no such PostgreSQL', async () => {
    const { code, out, err } = await start({ DATABASE_URL: databaseUrl.replace(/:\d+\//, ':9/') });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^hearth: .*DATABASE_URL.*\n$/);
    expect(err).not.toContain(new URL(databaseUrl).password);
  });
});
