// Puts the server together from its parts. Never listens: that is main's, and tests' own, business.
import cookie from '@fastify/cookie';
import { boardRoots } from '@hearth/board/document';
import { facilitationPath } from '@hearth/protocol/facilitation';
import type { Store } from '@hearth/store/ports/store';
import { Rooms } from '@hearth/sync/rooms';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { Server } from 'socket.io';
import { guardWith } from './access/guard.ts';
import { accessRoutes } from './access/routes.ts';
import { AccessService } from './access/service.ts';
import { actionItemRoutes } from './action-items/routes.ts';
import { ActionItemService } from './action-items/service.ts';
import type { WallClock } from './clock.ts';
import type { Config } from './config.ts';
import { audienceOf, type FacilitationServer } from './live/audience.ts';
import { channelOptions, openChannel } from './facilitation/channel.ts';
import { Presence } from './live/presence.ts';
import { exportRoutes } from './export/routes.ts';
import { ExportService } from './export/service.ts';
import { FacilitationService } from './facilitation/service.ts';
import { healthRoutes } from './health/routes.ts';
import { documentRoutes } from './http/documentation.ts';
import { answerFailures, causeOf, refuse } from './http/failures.ts';
import { originsOf } from './http/origins.ts';
import { protect } from './http/protection.ts';
import { logRequests } from './http/request-log.ts';
import { serveWebApplication } from './http/web-application.ts';
import { metricsRoutes, timeRequests } from './metrics/routes.ts';
import { Metrics } from './metrics/service.ts';
import { OpenConnections } from './live/connections.ts';
import { openLiveDocuments } from './live/upgrade.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { PublishingService } from './publishing/service.ts';
import { Boards } from './live/boards.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { ReviewService } from './reviews/service.ts';
import { timelineRoutes } from './timeline/routes.ts';
import { TimelineService } from './timeline/service.ts';

export interface Dependencies {
  /** Open; whoever opened it closes it after the app. */
  store: Store;
  clock: WallClock;
  config: Pick<Config, 'origins' | 'webFolder' | 'metricsToken'>;
  logger: FastifyBaseLogger;
}

export interface Hearth {
  app: FastifyInstance;
  access: AccessService;
  /** Whether there is a built web application to serve. */
  webBuilt: boolean;
}

const longestBody = 256 * 1024;

export const buildApp = async ({ store, clock, config, logger }: Dependencies): Promise<Hearth> => {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: longestBody,
    forceCloseConnections: true,
    requestTimeout: 60_000,
    // The longest parameter is the slug of a publication.
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_, __, reply) => {
      refuse(reply, 'HEARTH_BAD_REQUEST');
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  const onFailure = (error: unknown): void => logger.error({ cause: causeOf(error) }, 'work in the background failed');
  const origins = originsOf(config.origins);
  const io: FacilitationServer = new Server(app.server, { path: facilitationPath, ...channelOptions });
  const metrics = new Metrics();
  const rooms = new Rooms({
    log: store.updateLog,
    limits: { rootNames: new Set(boardRoots) },
    meter: metrics,
    observe: (event) => {
      metrics.observed(event);
      logger.warn({ event: event.kind, document: event.document }, 'live document');
    },
  });
  const presence = new Presence();
  const audience = audienceOf(io);
  const access = new AccessService(store, clock);
  const boards = new Boards(rooms, clock, onFailure, metrics.watchOf('read-board'));
  const reviews = new ReviewService(store, boards, presence, clock);
  const facilitation = new FacilitationService({ store, reviews, presence, audience, clock, onFailure });
  const timeline = new TimelineService(metrics.watchOf('parse-timeline'));
  const actionItems = new ActionItemService(store.actionItems, reviews, boards, clock, metrics.watchOf('find-actions'));
  const publishing = new PublishingService(store, reviews, boards, clock);
  const exports = new ExportService(store, metrics.watchOf('export'));
  const connections = new OpenConnections(access, clock, onFailure);

  connections.add(rooms);
  openChannel({ io, access, facilitation, presence, connections, origins, clock, metrics, onFailure });
  openLiveDocuments(app.server, { access, rooms, boards, connections, origins, onFailure });

  answerFailures(app);
  logRequests(app);
  timeRequests(app, metrics);
  await app.register(cookie);
  await protect(app, origins);
  await documentRoutes(app);
  const webBuilt = await serveWebApplication(app, config.webFolder);
  const guard = guardWith(app, access);
  healthRoutes(app, store);
  metricsRoutes(app, { metrics, rooms, token: config.metricsToken });
  accessRoutes(app, { access, reviews, guard, origins, connections });
  reviewRoutes(app, { reviews, guard, audience });
  timelineRoutes(app, { timeline, guard });
  publishingRoutes(app, { publishing, guard, audience });
  exportRoutes(app, { exports, guard });
  actionItemRoutes(app, { actionItems, access, guard, audience });

  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.addHook('preClose', async () => {
    connections.close();
    // Closing the transports tells the clients to come back by themselves; a farewell would send them away for good.
    io.engine.close();
    await Promise.all([rooms.close(), facilitation.settled()]);
    await Promise.all([boards.close(), timeline.close(), actionItems.close(), exports.close()]);
  });
  return { app, access, webBuilt };
};
