import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, withoutSecrets } from './config.ts';

describe('configuration', () => {
  it('has a default for everything, also where a value is empty', () => {
    const defaults = readConfig({});
    expect(defaults).toMatchObject({
      ok: true,
      config: {
        port: 4310,
        host: '127.0.0.1',
        databaseUrl: null,
        redisUrl: null,
        maxDataBytes: null,
        origins: [],
        proxies: [],
        metricsToken: null,
        logLevel: 'warn',
      },
    });
    expect(defaults.ok && path.basename(defaults.config.dataFolder)).toBe('.hearth');
    expect(readConfig({ PORT: '', HOST: '', HEARTH_DATA: '', HEARTH_ORIGIN: '', HEARTH_LOG: '' })).toEqual(defaults);
  });

  it('takes what it is given', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '::1',
        HEARTH_DATA: 'data',
        HEARTH_MAX_DATA_MB: '3',
        HEARTH_ORIGIN: 'https://hearth.example.org/, http://localhost:4310',
        HEARTH_PROXIES: '10.0.0.5, 10.1.0.0/16,fd00::/8, uniquelocal',
        HEARTH_METRICS_TOKEN: 'sixteen-or-more-of-them',
        HEARTH_LOG: 'info',
      }),
    ).toMatchObject({
      config: {
        port: 0,
        host: '::1',
        dataFolder: path.resolve('data'),
        maxDataBytes: 3 * 1024 * 1024,
        origins: ['https://hearth.example.org', 'http://localhost:4310'],
        proxies: ['10.0.0.5', '10.1.0.0/16', 'fd00::/8', 'uniquelocal'],
        metricsToken: 'sixteen-or-more-of-them',
        logLevel: 'info',
      },
    });
  });

  it('takes a store for files as a whole, or not at all', () => {
    const whole = {
      HEARTH_S3_ENDPOINT: 'http://minio:9000',
      HEARTH_S3_BUCKET: 'hearth-files',
      HEARTH_S3_ACCESS_KEY: 'key',
      HEARTH_S3_SECRET_KEY: 'secret',
    };
    expect(readConfig({})).toMatchObject({ config: { s3: null } });
    expect(readConfig(whole)).toMatchObject({
      config: {
        s3: {
          endpoint: 'http://minio:9000',
          bucket: 'hearth-files',
          region: 'us-east-1',
          accessKey: 'key',
          secretKey: 'secret',
        },
      },
    });
    expect(readConfig({ ...whole, HEARTH_S3_SECRET_KEY: '' })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('only with HEARTH_S3_SECRET_KEY as well'),
    });
    expect(readConfig({ ...whole, HEARTH_S3_ENDPOINT: 'minio' })).toMatchObject({ ok: false });
    expect(readConfig({ ...whole, HEARTH_S3_BUCKET: '../other' })).toMatchObject({ ok: false });
  });

  it('takes a PostgreSQL and a Redis', () => {
    const [DATABASE_URL, REDIS_URL] = [
      'postgresql://hearth:secret@db.example:5433/hearth',
      'rediss://:secret@cache:6380',
    ];
    expect(readConfig({ DATABASE_URL, REDIS_URL })).toMatchObject({
      config: { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL },
    });
    expect(withoutSecrets(`${DATABASE_URL}?sslmode=require&password=secret`)).toBe(
      'postgresql://db.example:5433/hearth',
    );
  });

  it.each([
    [{ DATABASE_URL: 'mysql://secret@db/hearth' }, /^DATABASE_URL must be an address such as postgres:/],
    [{ DATABASE_URL: 'secret@db' }, /^DATABASE_URL must be an address such as postgres:/],
    [{ DATABASE_URL: 'postgres:///hearth' }, /^DATABASE_URL must be an address such as postgres:/],
    [
      { DATABASE_URL: 'postgres://db/hearth', REDIS_URL: 'http://secret@r' },
      /^REDIS_URL must be an address such as redis:/,
    ],
    [{ REDIS_URL: 'redis://:secret@cache:6379' }, /^REDIS_URL connects nodes .*: set DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://db/hearth', HEARTH_MAX_DATA_MB: '5' }, /^HEARTH_MAX_DATA_MB limits the file/],
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '4310.5' }, 'PORT must be a number from 0 to 65535'],
    [{ HOST: 'a b' }, 'HOST must be an address or a host name, such as 127.0.0.1'],
    [{ HEARTH_ORIGIN: 'hearth.example.org' }, /^HEARTH_ORIGIN must list addresses/],
    [{ HEARTH_ORIGIN: 'https://a.example/path' }, /^HEARTH_ORIGIN must list addresses/],
    [{ HEARTH_ORIGIN: 'ftp://a.example' }, /^HEARTH_ORIGIN must list addresses/],
    [{ HEARTH_PROXIES: 'proxy.example.org' }, /^HEARTH_PROXIES must list addresses/],
    [{ HEARTH_PROXIES: '10.0.0.0/33' }, /^HEARTH_PROXIES must list addresses/],
    [{ HEARTH_PROXIES: '10.0.0.5, true' }, /^HEARTH_PROXIES must list addresses/],
    [{ HEARTH_MAX_DATA_MB: '0' }, /^HEARTH_MAX_DATA_MB must be a whole number of megabytes/],
    [{ HEARTH_MAX_DATA_MB: '1 GB' }, /^HEARTH_MAX_DATA_MB must be a whole number of megabytes/],
    [{ HEARTH_METRICS_TOKEN: 'too short' }, /^HEARTH_METRICS_TOKEN must be at least 16 characters/],
    [{ HEARTH_LOG: 'loud' }, /^HEARTH_LOG must be one of trace, /],
  ])('refuses %o in one line', (variables, problem) => {
    const outcome = readConfig(variables);
    expect(outcome).toEqual({ ok: false, problem: expect.stringMatching(problem) });
    expect(!outcome.ok && outcome.problem).not.toMatch(/\n|secret/);
  });
});
