// The door to live documents: `/live/<document>`. Whoever is refused still gets an open socket, closed at once with the
// catalogue's code, because a browser can't read the answer to a refused handshake.
import { hash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import { facilitationPath } from '@hearth/protocol/facilitation-path';
import {
  acknowledgeParameter,
  maxFrameBytes,
  writerParameter,
  writerPattern,
  type LiveIdentity,
} from '@hearth/protocol/sync';
import { isId, type ReviewId } from '@hearth/review/ids';
import type { Participant } from '@hearth/store/ports/access';
import type { Rooms } from '@hearth/sync/rooms';
import { liveSocketOf } from '@hearth/sync/ws-socket';
import { type WebSocket, WebSocketServer } from 'ws';
import { tokenIn } from '../access/cookie.ts';
import { refusalFor } from '../access/guard.ts';
import type { AccessService } from '../access/service.ts';
import { codeOfFailure } from '../http/failures.ts';
import type { Origins } from '../http/origins.ts';
import { boardDocument } from './boards.ts';

interface Parts {
  access: AccessService;
  /** Tells the document of a draft where the seat may open it just now; null otherwise. */
  drafts: { documentOf(seat: Participant, participantId: string, round: number): Promise<string | null> };
  rooms: Rooms;
  /** Reads how a meeting stands, for what is locked on its board. */
  meetings: { announce(reviewId: ReviewId): Promise<void> };
  origins: Origins;
  onFailure: (error: unknown) => void;
}

const pingEveryMs = 20_000;

type Admission = { ok: true; identity: LiveIdentity; acknowledge: boolean } | { ok: false; code: ErrorCode };

const path =
  /^\/live\/(?:board\/(?<board>[\w-]+)|draft\/(?<draft>[\w-]+)\/(?<writer>[\w-]+)\/(?<round>\d{1,6}))(?:\?(?<query>.*))?$/;

export const openLiveDocuments = (server: Server, parts: Parts): void => {
  // Larger than a frame may be, so that the room can say that one was too large.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 2 * maxFrameBytes, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    if (isFacilitation(request.url)) return;
    if (!request.url?.startsWith('/live/')) {
      raw.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    raw.on('error', () => raw.destroy());
    void admit(parts, request).then((admission) => {
      // The handshake and the room's greeting go out as one.
      raw.cork();
      // What arrives meanwhile stays in the socket: nothing reads it before the handshake.
      sockets.handleUpgrade(request, raw, head, (socket) => {
        if (admission.ok) {
          keepAlive(socket);
          return parts.rooms.connect(liveSocketOf(socket, raw), admission.identity, admission);
        }
        socket.on('error', () => socket.terminate());
        socket.close(errors[admission.code].close, admission.code);
      });
      raw.uncork();
    });
  });
};

/** A network can vanish without a goodbye. Browsers answer pings by themselves; who doesn't is gone. */
const keepAlive = (socket: WebSocket): void => {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingEveryMs);
  timer.unref();
  socket.on('close', () => clearInterval(timer));
};

const isFacilitation = (url: string | undefined): boolean => url?.startsWith(`${facilitationPath}/`) ?? false;

const admit = async (parts: Parts, request: IncomingMessage): Promise<Admission> => {
  try {
    return await decide(parts, request);
  } catch (error) {
    parts.onFailure(error);
    return { ok: false, code: codeOfFailure(error) };
  }
};

const decide = async (
  { access, drafts, rooms, meetings, origins }: Parts,
  request: IncomingMessage,
): Promise<Admission> => {
  const { origin, host, cookie } = request.headers;
  if (!origins.allows(origin, host)) return { ok: false, code: 'HEARTH_WRONG_ORIGIN' };
  const { board, draft, writer, round, query } = path.exec(request.url ?? '')?.groups ?? {};
  const reviewId = board ?? draft;
  if (!isId(reviewId)) return { ok: false, code: 'HEARTH_NOT_FOUND' };
  const seat = await access.admit(reviewId as ReviewId, tokenIn(cookie));
  if (typeof seat === 'string') return { ok: false, code: seat };
  const refusal = refusalFor(seat.role, board === undefined ? 'board.write' : 'board.read');
  if (refusal) return { ok: false, code: refusal };
  const document =
    board === undefined ? await drafts.documentOf(seat, writer ?? '', Number(round)) : boardDocument(seat.reviewId);
  if (document === null) return { ok: false, code: 'HEARTH_NOT_FOUND' };
  // From then on this node follows it, for as long as somebody is on the board.
  if (board !== undefined && rooms.isEmpty(document)) await meetings.announce(seat.reviewId);
  const parameters = new URLSearchParams(query);
  return {
    ok: true,
    identity: {
      document,
      participantId: seat.id,
      writer: writerOf(parameters.get(writerParameter), seat.id),
      name: seat.name,
      role: seat.role,
      sessionId: seat.sessionId,
      joinLinkId: seat.joinLinkId,
    },
    acknowledge: parameters.get(acknowledgeParameter) === '1',
  };
};

/** What the browser showed is a secret that nobody else may ever see, not even in the database. */
const writerOf = (shown: string | null, participantId: string): string =>
  shown !== null && writerPattern.test(shown)
    ? hash('sha256', shown, 'base64url').slice(0, 22)
    : `participant:${participantId}`;
