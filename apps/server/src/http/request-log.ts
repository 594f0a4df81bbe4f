// One line a request: method, the route's pattern, status, milliseconds. Never addresses, bodies, names or secrets.
import type { FastifyInstance } from 'fastify';

export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
};
