// Serves the built web application: hashed assets for ever, its one page for every address that a browser opens.
import { existsSync } from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './failures.ts';

const serverPaths = /^\/(api|live|facilitation|docs|healthz|readyz|metrics|assets)(\/|$)/;

const notBuilt = `<!doctype html><html lang="en"><title>Hearth</title>
<h1>The web application is not built yet</h1><p>Run <code>npm start</code> in the repository: it builds and serves it.</p></html>
`;

/** @returns whether there is a built application to serve. */
export const serveWebApplication = async (app: FastifyInstance, folder: string): Promise<boolean> => {
  const built = existsSync(path.join(folder, 'index.html'));
  await app.register(compress, { threshold: 1024 });
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.header('cache-control', cachingOf(path.relative(folder, file)));
      },
    });
  app.setNotFoundHandler(async (request, reply) => {
    if (!isPage(request)) return refuse(reply, 'HEARTH_NOT_FOUND');
    return built ? sendPage(reply) : reply.status(503).type('text/html; charset=utf-8').send(notBuilt);
  });
  if (built) app.get('/', { schema: { hide: true } }, async (_, reply) => sendPage(reply));
  return built;
};

const sendPage = (reply: FastifyReply): FastifyReply => reply.status(200).sendFile('index.html');

const cachingOf = (file: string): string => {
  if (file === 'index.html') return 'no-store';
  return file.startsWith(`assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
};

const isPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  (request.headers.accept ?? '').includes('text/html') &&
  !serverPaths.test(request.url.split('?', 1)[0] ?? '');
