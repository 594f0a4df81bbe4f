// What the environment says. Documented for people in docs/configuration.md.
import { isIP } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const origin = z
  .string()
  .refine(isOrigin, 'HEARTH_ORIGIN must list addresses such as https://hearth.example.org, separated by commas');

const maxDataProblem = 'HEARTH_MAX_DATA_MB must be a whole number of megabytes, such as 500';

const proxiesProblem =
  'HEARTH_PROXIES must list addresses such as 10.0.0.5 or 10.0.0.0/24, or loopback, linklocal or uniquelocal, separated by commas';

const databaseUrlProblem = 'DATABASE_URL must be an address such as postgres://user:password@host:5432/hearth';

const redisUrlProblem = 'REDIS_URL must be an address such as redis://host:6379 or rediss://user:password@host:6380';

const s3EndpointProblem = 'HEARTH_S3_ENDPOINT must be an address such as https://s3.eu-central-1.amazonaws.com';

const metricsTokenProblem = 'HEARTH_METRICS_TOKEN must be at least 16 characters, without spaces';

const environment = z.object({
  PORT: z.coerce
    .number('PORT must be a number from 0 to 65535')
    .int('PORT must be a number from 0 to 65535')
    .min(0, 'PORT must be a number from 0 to 65535')
    .max(65535, 'PORT must be a number from 0 to 65535')
    .default(4310),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'HOST must be an address or a host name, such as 127.0.0.1')
    .default('127.0.0.1'),
  HEARTH_DATA: z.string().default(path.join(repositoryRoot, '.hearth')),
  HEARTH_ORIGIN: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((item) => item.trim().replace(/\/+$/, '') || []))
    .pipe(z.array(origin)),
  HEARTH_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((item) => item.trim() || []))
    .pipe(z.array(z.string().refine(isProxy, proxiesProblem))),
  DATABASE_URL: z
    .string()
    .refine(isAddressOf(['postgres:', 'postgresql:']), databaseUrlProblem)
    .optional(),
  REDIS_URL: z
    .string()
    .refine(isAddressOf(['redis:', 'rediss:']), redisUrlProblem)
    .optional(),
  HEARTH_S3_ENDPOINT: z
    .string()
    .refine(isAddressOf(['http:', 'https:']), s3EndpointProblem)
    .optional(),
  HEARTH_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'HEARTH_S3_BUCKET must be the name of a bucket')
    .optional(),
  HEARTH_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'HEARTH_S3_REGION must be a region such as eu-central-1')
    .default('us-east-1'),
  HEARTH_S3_ACCESS_KEY: z.string().optional(),
  HEARTH_S3_SECRET_KEY: z.string().optional(),
  HEARTH_MAX_DATA_MB: z.coerce.number(maxDataProblem).int(maxDataProblem).min(1, maxDataProblem).optional(),
  HEARTH_METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, metricsTokenProblem)
    .optional(),
  HEARTH_LOG: z.enum(logLevels, `HEARTH_LOG must be one of ${logLevels.join(', ')}`).default('warn'),
});

/** A store that speaks S3. Holds a secret: not for logs. */
export interface S3Config {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

export interface Config {
  port: number;
  host: string;
  /** Absolute path of the folder that holds everything, unless a PostgreSQL does. */
  dataFolder: string;
  /** The PostgreSQL that holds everything; null: SQLite in the data folder. Holds a password: not for logs. */
  databaseUrl: string | null;
  /** The Redis by which nodes on one PostgreSQL tell each other what is new. Holds a password: not for logs. */
  redisUrl: string | null;
  /** Where the contents of files on cards lie; null: in the folder `attachments` of the data folder. */
  s3: S3Config | null;
  /** What the SQLite database may grow to; null: as far as the disk reaches. */
  maxDataBytes: number | null;
  /** Origins that browsers may use; empty: whatever address the server is reached at. */
  origins: readonly string[];
  /** Addresses, networks and their names of whoever may tell in X-Forwarded-For from where a request comes. */
  proxies: readonly string[];
  /** What whoever reads /metrics has to show; null: those of this machine may read it, and nobody else. */
  metricsToken: string | null;
  logLevel: (typeof logLevels)[number];
  /** Folder of the built web application. */
  webFolder: string;
}

export type ConfigOutcome = { ok: true; config: Config } | { ok: false; problem: string };

/** Reads the environment; empty values count as not given. `problem` is one line for people. */
export const readConfig = (variables: Record<string, string | undefined>): ConfigOutcome => {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environment.safeParse(given);
  if (!read.success) return { ok: false, problem: read.error.issues.map((issue) => issue.message).join('; ') };
  const { data } = read;
  const problem = contradictionIn(data);
  if (problem !== null) return { ok: false, problem };
  return {
    ok: true,
    config: {
      port: data.PORT,
      host: data.HOST,
      dataFolder: path.resolve(data.HEARTH_DATA),
      databaseUrl: data.DATABASE_URL ?? null,
      redisUrl: data.REDIS_URL ?? null,
      s3: s3Of(data),
      maxDataBytes: data.HEARTH_MAX_DATA_MB === undefined ? null : data.HEARTH_MAX_DATA_MB * 1024 * 1024,
      origins: data.HEARTH_ORIGIN,
      proxies: data.HEARTH_PROXIES,
      metricsToken: data.HEARTH_METRICS_TOKEN ?? null,
      logLevel: data.HEARTH_LOG,
      webFolder: path.join(repositoryRoot, 'apps', 'web', 'dist'),
    },
  };
};

const s3Of = (data: z.infer<typeof environment>): S3Config | null => {
  const { HEARTH_S3_ENDPOINT: endpoint, HEARTH_S3_BUCKET: bucket, HEARTH_S3_REGION: region } = data;
  const { HEARTH_S3_ACCESS_KEY: accessKey, HEARTH_S3_SECRET_KEY: secretKey } = data;
  if (endpoint === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined) return null;
  return { endpoint, bucket, region, accessKey, secretKey };
};

const s3Names = ['HEARTH_S3_ENDPOINT', 'HEARTH_S3_BUCKET', 'HEARTH_S3_ACCESS_KEY', 'HEARTH_S3_SECRET_KEY'] as const;

const contradictionIn = (data: z.infer<typeof environment>): string | null => {
  const missing = s3Names.filter((name) => data[name] === undefined);
  if (missing.length > 0 && missing.length < s3Names.length)
    return `files go to S3 only with ${missing.join(' and ')} as well: set it, or leave all of HEARTH_S3_… out`;
  return databaseContradictionIn(data);
};

const databaseContradictionIn = ({
  DATABASE_URL,
  REDIS_URL,
  HEARTH_MAX_DATA_MB,
}: z.infer<typeof environment>): string | null => {
  if (DATABASE_URL === undefined)
    return REDIS_URL === undefined
      ? null
      : 'REDIS_URL connects nodes that share a PostgreSQL: set DATABASE_URL as well, or leave REDIS_URL out';
  if (HEARTH_MAX_DATA_MB !== undefined)
    return 'HEARTH_MAX_DATA_MB limits the file in HEARTH_DATA: leave it out, and limit the PostgreSQL of DATABASE_URL';
  return null;
};

/** How people reach the server: the first allowed origin, else the address itself. */
export const addressAt = ({ origins, host }: Pick<Config, 'origins' | 'host'>, port: number): string => {
  if (origins[0] !== undefined) return origins[0];
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
};

/** The address of a service without what is secret in it, for people to read. */
export const withoutSecrets = (address: string): string => {
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
};

function isAddressOf(protocols: readonly string[]): (value: string) => boolean {
  return (value) => {
    try {
      const url = new URL(value);
      return protocols.includes(url.protocol) && url.hostname !== '';
    } catch {
      return false;
    }
  };
}

function isProxy(value: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(value)) return true;
  const [address = '', bits, ...more] = value.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    more.length === 0 && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  );
}

function isOrigin(value: string): boolean {
  try {
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && url.origin === value.toLowerCase();
  } catch {
    return false;
  }
}
