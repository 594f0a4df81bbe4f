// A whole server for a test: real store in a temporary folder, a clock that the test moves, people who have signed in.
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { api, pathOf, type ApiPath } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';
import type { JoinableRole } from '@hearth/review/roles';
import type { Store } from '@hearth/store/ports/store';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import { systemClock } from '@hearth/sync/clock';
import type { LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { buildApp, type Hearth } from '../app.ts';
import type { Contents } from '../attachments/contents.ts';
import { folderContents } from '../attachments/folder-contents.ts';
import type { Scaling } from '../scaling/service.ts';

export const noonMs = Date.UTC(2026, 10, 20, 12);

export interface Answer {
  status: number;
  body: unknown;
  headers: LightMyRequestResponse['headers'];
  text: string;
  bytes: Buffer;
}

/** Somebody with a browser: it keeps one cookie. */
export interface Browser {
  cookie: string;
  ask(method: Method, path: ApiPath, options?: AskOptions): Promise<Answer>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface AskOptions {
  parameters?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is in the place of `body`. */
  raw?: string | Buffer;
}

export interface TestHearth extends Hearth {
  store: Store;
  clock: { nowMs(): number; advance(ms: number): void };
  /** Every line that was logged. */
  logged: string[];
  /** Listens on a free port at first call. @returns the origin. */
  origin(): Promise<string>;
  browser(cookie?: string): Browser;
  owner(): Promise<Browser>;
  guest(reviewId: string, role?: JoinableRole, name?: string): Promise<Browser & { linkId: string; secret: string }>;
  review(owner: Browser, title?: string): Promise<ReviewId>;
  stop(): Promise<void>;
}

export interface TestOptions {
  /** Stands between the server and its store. */
  wrap?: (store: Store) => Store;
  origins?: string[];
  proxies?: string[];
  webFolder?: string;
  metricsToken?: string;
  /** Open already, in the place of an SQLite in a temporary folder. */
  ownStore?: Store;
  scaling?: Scaling;
  /** In the place of a folder that ends with the server. */
  contents?: Contents;
  /** Real time, for what is between several servers. */
  realTime?: boolean;
}

export const startHearth = async ({
  wrap,
  origins = [],
  proxies = [],
  webFolder,
  metricsToken,
  ownStore,
  scaling,
  contents,
  realTime = false,
}: TestOptions = {}): Promise<TestHearth> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearth-server-'));
  const real = ownStore ?? (await openSqliteStore({ path: path.join(folder, 'hearth.sqlite') }));
  const store = wrap?.(real) ?? real;
  let nowMs = noonMs;
  const clock = {
    nowMs: () => (realTime ? Date.now() : nowMs),
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
  const logged: string[] = [];
  const lines = new Writable({
    write: (chunk: Buffer, _, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  const hearth = await buildApp({
    store,
    contents: contents ?? folderContents(path.join(folder, 'attachments')),
    clock,
    // Goes by itself, and along with the other.
    steadyClock: { ...systemClock, nowMs: () => systemClock.nowMs() + nowMs - noonMs },
    config: {
      origins,
      proxies,
      webFolder: webFolder ?? path.join(folder, 'no-web'),
      metricsToken: metricsToken ?? null,
    },
    logger: pino({ level: 'info' }, lines),
    scaling: scaling ?? null,
  });
  const browser = (cookie = ''): Browser => openBrowser(hearth, cookie);
  let listening: Promise<string> | null = null;
  return {
    ...hearth,
    store,
    clock,
    logged,
    browser,
    origin: () => (listening ??= hearth.app.listen({ port: 0, host: '127.0.0.1' }).then(() => originOf(hearth))),
    owner: async () => {
      const signedIn = browser();
      await signedIn.ask('POST', api.signIn, { body: { secret: await hearth.access.newOwnerLink() } });
      return signedIn;
    },
    guest: async (reviewId, role = 'participant', name = 'Mara') => {
      const { link, secret } = await hearth.access.createJoinLink(reviewId as ReviewId, role, 72);
      const guest = browser();
      await guest.ask('POST', api.join, { body: { secret, name } });
      return Object.assign(guest, { linkId: link.id, secret });
    },
    review: async (owner, title = 'Labels stopped printing') => {
      const created = await owner.ask('POST', api.reviews, { body: { ...incident, title } });
      return (created.body as { id: ReviewId }).id;
    },
    stop: async () => {
      await hearth.app.close();
      scaling?.close();
      await real.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export const incident = {
  title: 'Labels stopped printing',
  severity: 'high',
  services: ['Print gateway'],
  impact: '41 pharmacies wrote labels by hand.',
  reference: 'INC-2207',
  startedAt: noonMs - 3 * 86_400_000,
  detectedAt: noonMs - 3 * 86_400_000 + 600_000,
  mitigatedAt: null,
  resolvedAt: null,
  detection: 'person',
  zone: 'Europe/London',
  links: [],
} as const;

const originOf = ({ app }: Hearth): string => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

const openBrowser = ({ app }: Hearth, cookie: string): Browser => {
  const browser: Browser = {
    cookie,
    ask: async (method, apiPath, { parameters = {}, body, headers = {}, raw } = {}) => {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await app.inject({
        method,
        url: pathOf(apiPath, parameters),
        headers: {
          ...(browser.cookie === '' ? {} : { cookie: browser.cookie }),
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload }),
      });
      const given = response.cookies.find(({ name }) => name === 'hearth_session');
      if (given) browser.cookie = `hearth_session=${given.value}`;
      return {
        status: response.statusCode,
        body: response.headers['content-type']?.toString().includes('json') ? response.json() : null,
        headers: response.headers,
        text: response.body,
        bytes: response.rawPayload,
      };
    },
  };
  return browser;
};
