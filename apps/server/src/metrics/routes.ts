// `/metrics` for a Prometheus server: open to this machine, or to whoever shows the token if there is one.
import { timingSafeEqual } from 'node:crypto';
import type { RoomsStatistics } from '@hearth/sync/rooms-statistics';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiApp } from '../http/api-app.ts';
import { Refused } from '../http/refused.ts';
import { hashOf } from '../secrets.ts';
import type { Metrics, RedisStatistics } from './service.ts';

interface Parts {
  metrics: Metrics;
  rooms: { statistics(): RoomsStatistics };
  /** Null without a Redis. */
  redis: RedisStatistics | null;
  /** Null: only those of this machine may look. */
  token: string | null;
}

export const metricsRoutes = (app: ApiApp, { metrics, rooms, redis, token }: Parts): void => {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // Whoever may not look is not told that there is something to see.
    if (!(token === null ? isFromHere(request) : showsToken(request, token))) throw new Refused('HEARTH_NOT_FOUND');
    const text = await metrics.render(rooms.statistics(), redis);
    return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text);
  });
};

/** Times every request under the pattern of its route. */
export const timeRequests = (app: FastifyInstance, metrics: Pick<Metrics, 'requested'>): void => {
  app.addHook('onResponse', async (request, reply) => {
    metrics.requested(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
  });
};

/** What a proxy on this machine passes on comes from elsewhere, although its socket does not. */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  /^(::1$|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined &&
  headers.via === undefined;

const showsToken = ({ headers }: FastifyRequest, token: string): boolean => {
  const shown = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  // Hashes have one length, whatever is shown.
  return timingSafeEqual(Buffer.from(hashOf(shown)), Buffer.from(hashOf(token)));
};
