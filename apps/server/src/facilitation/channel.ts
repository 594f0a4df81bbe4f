// The facilitation channel on socket.io: who may connect, what they may send and how fast. Decisions are the service's.
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import {
  commandMessage,
  draftingMessage,
  handshake,
  reactMessage,
  type CommandAnswer,
  type DraftCount,
} from '@hearth/protocol/facilitation';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import type { Participant } from '@hearth/store/ports/access';
import { TokenBucket } from '@hearth/sync/token-bucket';
import type { ServerOptions, Socket } from 'socket.io';
import { tokenIn } from '../access/cookie.ts';
import { refusalFor } from '../access/guard.ts';
import type { AccessService } from '../access/service.ts';
import type { WallClock } from '../clock.ts';
import { codeOfFailure } from '../http/failures.ts';
import type { Origins } from '../http/origins.ts';
import type { ClosesConnections, OpenConnections } from '../live/connections.ts';
import {
  roomOf,
  type Attendance,
  type Audience,
  type FacilitationServer,
  type FacilitationSocket,
} from '../live/audience.ts';
import type { Presence } from '../live/presence.ts';
import type { Metrics } from '../metrics/service.ts';
import { refused, type FacilitationService } from './service.ts';

/** An honest client sends a few events a minute. */
const commandsPerSecond = 5;
const commandBurst = 30;
/** Beyond this the connection is closed: raw packets of any kind, pings included. */
const packetsPerSecond = 40;
const packetBurst = 150;
/** An opening statement, or a round that names a hundred people. */
const longestMessage = 14_000;
/** Of one connection. */
const reactionsPerSecond = 1;
const reactionBurst = 8;

interface Parts {
  io: FacilitationServer;
  access: AccessService;
  facilitation: FacilitationService;
  drafts: { count(seat: Participant, told: DraftCount & { round: number }): void };
  presence: Presence;
  audience: Pick<Audience, 'reacted'>;
  connections: OpenConnections;
  origins: Origins;
  clock: WallClock;
  metrics: Pick<Metrics, 'commanded'>;
  onFailure: (error: unknown) => void;
}

export const openChannel = (parts: Parts): void => {
  const { io, connections } = parts;
  io.use((socket, next) => {
    admit(parts, socket).then(
      (code) => (code ? next(refusal(code)) : next()),
      (error: unknown) => next(refusal(codeOfFailure(error))),
    );
  });
  io.on('connection', (socket) => attend(parts, socket));
  // Every raw connection, also before it has said who it is.
  io.engine.on('connection', (connection: Socket['conn']) => watchPace(connection, parts.clock));
  connections.add(closerOf(io));
};

/** Settings of the socket.io server that this channel relies on. */
export const channelOptions: Partial<ServerOptions> = {
  transports: ['websocket'],
  serveClient: false,
  maxHttpBufferSize: 32 * 1024,
  connectTimeout: 10_000,
  destroyUpgrade: false,
};

const admit = async ({ access, origins }: Parts, socket: FacilitationSocket): Promise<ErrorCode | null> => {
  const { headers, auth } = socket.handshake;
  if (!origins.allows(headers.origin, headers.host)) return 'HEARTH_WRONG_ORIGIN';
  const asked = handshake.safeParse(auth);
  if (!asked.success) return 'HEARTH_BAD_REQUEST';
  const seat = await access.admit(asked.data.reviewId, tokenIn(headers.cookie));
  if (typeof seat === 'string') return seat;
  socket.data = { reviewId: seat.reviewId, sessionId: seat.sessionId, seat };
  return null;
};

const refusal = (code: ErrorCode): Error =>
  Object.assign(new Error(code), { data: { code, advice: errors[code].advice } });

const attend = (parts: Parts, socket: FacilitationSocket): void => {
  const { facilitation, drafts, presence, audience, clock, metrics, onFailure } = parts;
  const { reviewId, seat } = socket.data;
  const bucket = new TokenBucket(commandsPerSecond, commandBurst, clock.nowMs());
  const reactions = new TokenBucket(reactionsPerSecond, reactionBurst, clock.nowMs());

  socket.on('command', (...received: unknown[]) => {
    const answer = acknowledgementIn(received);
    if (!answer) return;
    if (!bucket.take(1, clock.nowMs())) {
      metrics.commanded('unread', 'HEARTH_TOO_MANY_REQUESTS');
      answer(refused('HEARTH_TOO_MANY_REQUESTS', 'failed'));
      return;
    }
    void obey(parts, socket.data, received[0]).then(answer);
  });
  socket.on('drafting', (message: unknown) => {
    const read = draftingMessage.safeParse(message);
    const mayWrite = refusalFor(seat.role, 'board.write') === null;
    if (!read.success || !mayWrite || !bucket.take(1, clock.nowMs())) return;
    drafts.count(seat, read.data);
  });
  socket.on('react', (message: unknown) => {
    const read = reactMessage.safeParse(message);
    const takesPart = refusalFor(seat.role, 'facilitation.take-part') === null;
    if (!read.success || !takesPart || !reactions.take(1, clock.nowMs())) return;
    audience.reacted(reviewId, seat.id, read.data.reaction);
  });
  socket.on('clock', (...received: unknown[]) => {
    acknowledgementIn(received)?.(clock.nowMs());
  });
  socket.on('disconnect', () => {
    if (presence.leave(reviewId, seat.id)) facilitation.announce(reviewId).catch(onFailure);
  });

  void socket.join(roomOf(reviewId));
  const shown = presence.enter(reviewId, seat.id)
    ? facilitation.announce(reviewId)
    : facilitation.show(reviewId, (view) => socket.emit('view', view));
  shown.catch(onFailure);
};

const obey = async (parts: Parts, { seat }: Attendance, message: unknown): Promise<CommandAnswer> => {
  const read = sizeOf(message) > longestMessage ? null : commandMessage.safeParse(message);
  const answer = read?.success
    ? await decide(parts, seat, read.data.command, read.data.expectedVersion)
    : refused(read ? 'HEARTH_BAD_REQUEST' : 'HEARTH_TOO_LARGE', 'malformed');
  parts.metrics.commanded(read?.success ? read.data.command.kind : 'unread', answer.ok ? 'ok' : answer.code);
  return answer;
};

const decide = async (
  parts: Parts,
  seat: Attendance['seat'],
  command: FacilitationCommand,
  expectedVersion: number,
): Promise<CommandAnswer> => {
  try {
    return await parts.facilitation.command(seat, command, expectedVersion);
  } catch (error) {
    parts.onFailure(error);
    return refused(codeOfFailure(error), 'failed');
  }
};

/** The function that a client asked to be answered by, if it did. */
const acknowledgementIn = (received: readonly unknown[]): ((answer: CommandAnswer | number) => void) | null => {
  const last = received.at(-1);
  return typeof last === 'function' ? (last as (answer: CommandAnswer | number) => void) : null;
};

const sizeOf = (message: unknown): number => {
  try {
    return JSON.stringify(message)?.length ?? 0;
  } catch {
    // Nested deeper than the stack reaches.
    return Infinity;
  }
};

const watchPace = (connection: Socket['conn'], clock: WallClock): void => {
  const bucket = new TokenBucket(packetsPerSecond, packetBurst, clock.nowMs());
  connection.on('packet', (packet: { type: string; data?: unknown }) => {
    // Binary packets are no part of this channel, and half of one could wait for the other half for ever.
    const binary = packet.type === 'message' && typeof packet.data !== 'string';
    if (binary || !bucket.take(1, clock.nowMs())) connection.close();
  });
};

const closerOf = (io: FacilitationServer): ClosesConnections => ({
  disconnect: (who, code) => {
    for (const socket of io.sockets.sockets.values()) {
      const { sessionId, seat } = socket.data;
      if (!who({ participantId: seat.id, sessionId, joinLinkId: seat.joinLinkId, role: seat.role })) continue;
      // A client comes back by itself when its transport closes, and stays away when it is told to go.
      if (errors[code].close >= 4500) socket.conn.close();
      else socket.disconnect(true);
    }
  },
});
