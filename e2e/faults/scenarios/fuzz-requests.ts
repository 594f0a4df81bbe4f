// Every route that the OpenAPI document names, asked with bodies, parameters, queries and headers from valid to wild.
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { errors } from '@hearth/protocol/errors';
import type { Random } from '@hearth/sync/test/random';
import { join, joinLink } from '../../bench/http-session.ts';
import { openEmbedded, stageOf } from '../embedded.ts';
import { Violation } from '../meeting.ts';
import type { Scenario } from '../scenario.ts';
import { type Schema, spoilt, valueFor, wildValue } from '../schema-values.ts';

const requestsOfARoute = 10;

interface Route {
  method: string;
  path: string;
  parameters: readonly { name: string; in: string; schema: Schema }[];
  body: Schema | null;
}

interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: { name: string; in: string; schema: Schema }[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      }
    >
  >;
}

const routesOf = ({ paths }: OpenApi): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: Object.values(requestBody?.content ?? {})[0]?.schema ?? null,
    })),
  );

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** From another address of this machine each time, so that nobody's pace is limited. */
const ask = (port: number, { method, path, headers, body }: Asked, random: Random): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const localAddress =
      process.platform === 'linux' ? `127.0.${random.between(1, 250)}.${random.between(1, 250)}` : undefined;
    const asking = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, localAddress, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    asking.setTimeout(20_000, () => asking.destroy(new Error(`${method} ${path} is not answered`)));
    asking.on('error', reject);
    asking.end(body ?? undefined);
  });

const contentTypes = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'multipart/form-data',
  'x',
  '',
];

const bodyFor = (route: Route, random: Random, known: readonly string[]): { bytes: Buffer | null; type: string } => {
  const value = route.body ? valueFor(route.body, random, known) : {};
  const json = (content: unknown) => Buffer.from(JSON.stringify(content) ?? 'undefined');
  const type = 'application/json';
  switch (random.between(0, 9)) {
    case 0:
      return { bytes: null, type };
    case 1:
      return { bytes: json(value), type: random.pick(contentTypes) };
    case 2:
      return { bytes: json(value).subarray(0, random.between(0, 30)), type };
    case 3:
      return { bytes: Buffer.from([0xff, 0xfe, 0, ...json(value)]), type };
    case 4:
      return { bytes: Buffer.from(`{"a":${'['.repeat(100_000)}`), type };
    case 5:
      return { bytes: json(wildValue(random)), type };
    case 6:
    case 7:
      return { bytes: json(spoilt(value, random)), type };
    default:
      return { bytes: json(value), type };
  }
};

/** As part of an address: half characters have no bytes there. */
const inAddress = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.slice(0, 2_000).toWellFormed());
};

const pathFor = ({ path, parameters }: Route, random: Random, known: readonly string[]): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (random.chance(0.7)) return encodeURIComponent(random.pick(known));
    const wild = String(wildValue(random))
      .slice(0, 2_000)
      .replaceAll(/[\ud800-\udfff]/g, '');
    return random.chance(0.1) ? `%zz${name}` : encodeURIComponent(wild);
  });
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const query = queries.flatMap(({ name, schema }) => {
    const value = random.chance(0.5) ? valueFor(schema, random, known) : wildValue(random);
    return random.chance(0.7) ? [`${name}=${inAddress(value)}`] : [];
  });
  if (random.chance(0.1)) query.push('__proto__[x]=1', '%ff=%', '&&=');
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
};

/** @returns what is wrong with it, or null. */
const problemOf = ({ status, headers, text }: Answer): string | null => {
  if (status < 400) return null;
  if (status >= 500) return `answered ${status}: ${text.slice(0, 200)}`;
  if (!String(headers['content-type']).startsWith('application/json')) return `answered ${status} without JSON`;
  const { code, advice } = JSON.parse(text) as { code?: unknown; advice?: unknown };
  if (typeof code !== 'string' || !Object.hasOwn(errors, code)) return `answered ${status} with ${text.slice(0, 200)}`;
  return typeof advice === 'string' && advice !== '' ? null : `answered ${status} without advice`;
};

export const fuzzRequests: Scenario = {
  name: 'fuzz-requests',
  claim: 'no request, whatever is in it, is answered by a 500 or by anything beside the catalogue',
  rounds: { short: 1, long: 100 },
  setUp: async (first) => {
    const embedded = await openEmbedded({ random: first });
    const { node, meeting } = embedded;
    await meeting.newBoard(2);
    const { owner } = meeting;
    const roles = ['participant', 'facilitator', 'observer', 'scribe'];
    const seats = [owner.cookie];
    for (const role of roles) {
      const link = await joinLink(owner, meeting.reviewId, role).catch(() => null);
      if (link !== null) seats.push((await join(node.url, link, `A ${role}`)).cookie);
    }
    const routes = routesOf((await (await fetch(`${node.url}/docs/json`)).json()) as OpenApi);
    if (routes.length < 10) throw new Error(`the OpenAPI document names ${routes.length} routes`);
    let asked = 0;
    const statuses = new Map<number, number>();
    return stageOf(
      embedded,
      async ({ random }) => {
        const known = [meeting.reviewId, 'participant', 'review', 'x', 'A title', '14:24 Four calls'];
        await meeting.writeUntil(20, async () => {
          for (const route of random.shuffle(routes)) {
            for (let more = requestsOfARoute; more > 0; more--) {
              const { bytes, type } = bodyFor(route, random, known);
              // Who signs out or leaves is a guest: the owner is needed to the end.
              const cookie = route.path.startsWith('/api/session')
                ? random.pick(['', 'hearth_session=x'])
                : random.pick([...seats, '', 'hearth_session=%%%;;=']);
              const headers = {
                ...(cookie === '' ? {} : { cookie }),
                ...(type === '' || bytes === null ? {} : { 'content-type': type }),
                ...(bytes === null || route.method === 'GET' ? {} : { 'content-length': String(bytes.length) }),
                ...(random.chance(0.9) ? { origin: node.url } : { origin: 'https://elsewhere.example' }),
              };
              const path = pathFor(route, random, known);
              const answer = await ask(
                node.port,
                { method: route.method, path, headers, body: route.method === 'GET' ? null : bytes },
                random,
              );
              asked += 1;
              statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
              const problem = problemOf(answer);
              if (problem !== null)
                throw new Violation(
                  `${route.method} ${path.slice(0, 300)} ${problem}\nbody: ${bytes?.toString().slice(0, 600)}`,
                );
              for (const [id] of answer.text.matchAll(/(?<="id":")[\w-]+(?=")/g)) if (known.length < 60) known.push(id);
            }
          }
        });
        await meeting.judgeSettled();
      },
      () =>
        `; ${asked} requests to ${routes.length} routes, answered ${[...statuses]
          .toSorted(([a], [b]) => a - b)
          .map(([status, times]) => `${times} × ${status}`)
          .join(', ')}`,
    );
  },
};
