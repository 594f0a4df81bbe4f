// Puts the server together from its parts. Never listens: that is main's, and tests' own, business.
import cookie from '@fastify/cookie';
import { boardRoots } from '@hearth/board/document';
import { facilitationPath } from '@hearth/protocol/facilitation-path';
import type { Store } from '@hearth/store/ports/store';
import { systemClock, type Clock } from '@hearth/sync/clock';
import { Rooms } from '@hearth/sync/rooms';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { Server } from 'socket.io';
import { guardWith } from './access/guard.ts';
import { accessRoutes } from './access/routes.ts';
import { AccessService } from './access/service.ts';
import { actionItemRoutes } from './action-items/routes.ts';
import { ActionItemService } from './action-items/service.ts';
import type { Contents } from './attachments/contents.ts';
import { afterRoutes } from './after/routes.ts';
import { AfterService } from './after/service.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { AttachmentService } from './attachments/service.ts';
import { AttachmentSweep } from './attachments/sweep.ts';
import type { WallClock } from './clock.ts';
import type { Config } from './config.ts';
import { audienceOf, type FacilitationServer } from './live/audience.ts';
import { draftRoutes } from './drafts/routes.ts';
import { DraftService } from './drafts/service.ts';
import { noOtherNodes } from './live/other-nodes.ts';
import { channelOptions, openChannel } from './facilitation/channel.ts';
import { Presence } from './live/presence.ts';
import { exportRoutes } from './export/routes.ts';
import { ExportService } from './export/service.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { FeedbackService } from './feedback/service.ts';
import { Follower } from './facilitation/follower.ts';
import { facilitationRoutes } from './facilitation/routes.ts';
import { FacilitationService } from './facilitation/service.ts';
import { ZoneLocks } from './facilitation/zone-locks.ts';
import { historyRoutes } from './history/routes.ts';
import { HistoryService } from './history/service.ts';
import { healthRoutes } from './health/routes.ts';
import { documentRoutes } from './http/documentation.ts';
import { answerFailures, causeOf, refuse, refuseBrokenRequest } from './http/failures.ts';
import { originsOf } from './http/origins.ts';
import { protect } from './http/protection.ts';
import { logRequests } from './http/request-log.ts';
import { serveWebApplication } from './http/web-application.ts';
import { metricsRoutes, timeRequests } from './metrics/routes.ts';
import { Metrics } from './metrics/service.ts';
import { OpenConnections } from './live/connections.ts';
import { openSqueezer } from './live/squeezer.ts';
import { openLiveDocuments } from './live/upgrade.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { PublishingService } from './publishing/service.ts';
import { Boards, reviewOfBoard } from './live/boards.ts';
import { recordRoutes } from './record/routes.ts';
import { RecordService } from './record/service.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { ReviewService } from './reviews/service.ts';
import type { Scaling } from './scaling/service.ts';
import { timelineRoutes } from './timeline/routes.ts';
import { templateRoutes } from './templates/routes.ts';
import { TemplateService } from './templates/service.ts';
import { TimelineService } from './timeline/service.ts';

export interface Dependencies {
  /** Open; whoever opened it closes it after the app. */
  store: Store;
  /** Where the contents of files lie. */
  contents: Contents;
  clock: WallClock;
  /** By which people have been gone for a while; the system's without. */
  steadyClock?: Clock;
  config: Pick<Config, 'origins' | 'proxies' | 'webFolder' | 'metricsToken'>;
  logger: FastifyBaseLogger;
  /** What connects this server to others on the same database; null: there are none. */
  scaling?: Scaling | null;
}

export interface Hearth {
  app: FastifyInstance;
  access: AccessService;
  /** Removes files that nobody will miss, each hour by itself. */
  attachmentSweep: AttachmentSweep;
  /** Whether there is a built web application to serve. */
  webBuilt: boolean;
}

const longestBody = 256 * 1024;
/** How late an edit made on another node may be when its message got lost. */
const askLogEveryMs = 1_000;

export const buildApp = async ({
  store,
  contents,
  clock,
  steadyClock = systemClock,
  config,
  logger,
  scaling = null,
}: Dependencies): Promise<Hearth> => {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: longestBody,
    forceCloseConnections: true,
    // Without any, the header is anybody's to write.
    trustProxy: config.proxies.length > 0 && [...config.proxies],
    // A file of 20 MB over a slow line.
    requestTimeout: 180_000,
    // The longest parameter is the slug of a publication.
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_, __, reply) => {
      refuse(reply, 'HEARTH_BAD_REQUEST');
    },
    clientErrorHandler: refuseBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  const onFailure = (error: unknown): void => logger.error({ cause: causeOf(error) }, 'work in the background failed');
  const origins = originsOf(config.origins);
  const io: FacilitationServer = new Server(app.server, { path: facilitationPath, ...channelOptions });
  const metrics = new Metrics();
  const squeezer = openSqueezer(metrics.watchOf('squeeze-document'));
  const locks = new ZoneLocks((document) => rooms.wardChanged(document));
  const rooms: Rooms = new Rooms({
    log: store.updateLog,
    squeeze: squeezer.squeeze,
    leases: store.leases,
    ...(scaling ? { nodes: { fanOut: scaling.fanOut, pollMs: askLogEveryMs } } : {}),
    limits: { rootNames: new Set(boardRoots) },
    meter: metrics,
    ward: (document) => locks.wardOf(document),
    observe: (event) => {
      metrics.observed(event);
      logger.warn({ event: event.kind, document: event.document }, 'live document');
    },
  });
  const nodes = scaling?.join(io) ?? noOtherNodes;
  scaling?.redis?.onChange((open) => {
    if (open) logger.info('messages to other nodes get through');
    else logger.warn('no way to other nodes through Redis: they are followed by the database');
  });
  const presence = new Presence(
    nodes,
    (reviewId) => void facilitation.announce(reviewId).catch(onFailure),
    steadyClock,
  );
  const audience = audienceOf(io, nodes);
  const access = new AccessService(store, clock);
  const boards = new Boards(rooms, store.updateLog, clock, onFailure, metrics.watchOf('read-board'));
  const reviews = new ReviewService(store, boards, presence, clock);
  const templates = new TemplateService(store.templates, clock);
  const drafts = new DraftService({
    store,
    rooms,
    nodes,
    clock,
    finish: (reviewId) => facilitation.finishReveal(reviewId),
    announce: (reviewId) => void facilitation.announce(reviewId).catch(onFailure),
    watch: metrics.watchOf('reveal-drafts'),
    onFailure,
  });
  const facilitation = new FacilitationService({ store, reviews, presence, drafts, locks, audience, clock, onFailure });
  const feedback = new FeedbackService(store, clock);
  const records = new RecordService({ store, reviews, templates, boards, clock });
  const timeline = new TimelineService(metrics.watchOf('parse-timeline'));
  const actionItems = new ActionItemService(store.actionItems, reviews, boards, clock, metrics.watchOf('find-actions'));
  const publishing = new PublishingService(store, reviews, boards, clock);
  const attachments = new AttachmentService(store, contents, clock);
  const attachmentSweep = new AttachmentSweep({ store, attachments, boards, clock, onFailure });
  const exports = new ExportService(store, metrics.watchOf('export'));
  const history = new HistoryService({ store, boards, reviews, rooms, watch: (task) => metrics.watchOf(task) });
  const connections = new OpenConnections(access, nodes, onFailure);
  const boardsHere = () => rooms.documents().flatMap((document) => reviewOfBoard(document) ?? []);
  const caughtUp = (): void => metrics.caughtUp();
  const follower = scaling
    ? new Follower({ reviews: store.reviews, facilitation, presence, boardsHere, audience, nodes, caughtUp, onFailure })
    : null;

  connections.add(rooms);
  openChannel({
    io,
    access,
    facilitation,
    drafts,
    presence,
    audience,
    connections,
    origins,
    clock,
    metrics,
    onFailure,
  });
  openLiveDocuments(app.server, { access, drafts, rooms, meetings: facilitation, origins, onFailure });

  answerFailures(app);
  logRequests(app);
  timeRequests(app, metrics);
  await app.register(cookie);
  await protect(app, origins);
  await documentRoutes(app);
  const webBuilt = await serveWebApplication(app, config.webFolder);
  const guard = guardWith(app, access);
  healthRoutes(app, store);
  metricsRoutes(app, { metrics, rooms, redis: scaling?.redis ?? null, token: config.metricsToken });
  accessRoutes(app, { access, reviews, guard, origins, connections });
  reviewRoutes(app, { reviews, templates, guard, audience });
  templateRoutes(app, { templates, facilitation, guard });
  facilitationRoutes(app, { facilitation, guard });
  afterRoutes(app, { after: new AfterService(store, clock), guard });
  feedbackRoutes(app, { feedback, guard });
  recordRoutes(app, { records, guard });
  timelineRoutes(app, { timeline, guard });
  draftRoutes(app, { drafts, guard });
  historyRoutes(app, { history, guard, audience });
  publishingRoutes(app, { publishing, guard, audience });
  exportRoutes(app, { exports, guard });
  await attachmentRoutes(app, { attachments, publishing, guard });
  actionItemRoutes(app, { actionItems, access, guard, audience });

  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.addHook('preClose', async () => {
    connections.close();
    follower?.close();
    // Closing the transports tells the clients to come back by themselves; a farewell would send them away for good.
    io.engine.close();
    presence.close();
    await attachmentSweep.close();
    await drafts.close();
    await Promise.all([rooms.close(), facilitation.settled()]);
    await Promise.all([
      squeezer.close(),
      boards.close(),
      history.close(),
      timeline.close(),
      actionItems.close(),
      exports.close(),
    ]);
  });
  return { app, access, attachmentSweep, webBuilt };
};
