// What every request meets before a route sees it: headers, the origin of changes, and the pace at which one may ask.
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Origins } from './origins.ts';
import { Refused } from './refused.ts';

const changing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Requests a minute from one address. A whole meeting may sit behind one. */
export const pace = { anything: 6_000, signIn: 30, join: 240 };

export const protect = async (app: FastifyInstance, origins: Origins): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        // Pictures that a narrative links to: the page fetches none before a person asks for it.
        imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
        // Not every browser counts the web socket of the same address as 'self'.
        connectSrc: ["'self'", (request) => socketsOf(request.headers.host)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Whoever serves Hearth over https decides that at their proxy, for all of the host.
    strictTransportSecurity: false,
  });
  // Who has hung up already has no address left to count by, and nobody to answer.
  app.addHook('onRequest', async (request, reply) => {
    if (request.socket.remoteAddress === undefined) return reply.hijack();
  });
  await app.register(rateLimit, {
    global: true,
    max: pace.anything,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new Refused('HEARTH_TOO_MANY_REQUESTS'),
  });
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers;
    if (changing.has(request.method) && origin !== undefined && !origins.allows(origin, host))
      throw new Refused('HEARTH_WRONG_ORIGIN');
  });
};

const socketsOf = (host: string | undefined): string =>
  host !== undefined && /^[A-Za-z0-9.:[\]_-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
