// The door to live documents: `/live/<document>`. Whoever is refused still gets an open socket, closed at once with the
// catalogue's code, because a browser can't read the answer to a refused handshake.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import { facilitationPath } from '@hearth/protocol/facilitation';
import { acknowledgeParameter, maxFrameBytes, type LiveIdentity } from '@hearth/protocol/sync';
import { isId, type ReviewId } from '@hearth/review/ids';
import type { Rooms } from '@hearth/sync/rooms';
import { WebSocketServer } from 'ws';
import { tokenIn } from '../access/cookie.ts';
import { refusalFor } from '../access/guard.ts';
import type { AccessService } from '../access/service.ts';
import { codeOfFailure } from '../http/failures.ts';
import type { Origins } from '../http/origins.ts';
import { boardDocument, type Boards } from './boards.ts';
import type { OpenConnections } from './connections.ts';

interface Parts {
  access: AccessService;
  rooms: Rooms;
  boards: Boards;
  connections: OpenConnections;
  origins: Origins;
  onFailure: (error: unknown) => void;
}

type Admission = { ok: true; identity: LiveIdentity; acknowledge: boolean } | { ok: false; code: ErrorCode };

const path = /^\/live\/board\/([A-Za-z0-9_-]+)(?:\?(.*))?$/;

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
      // What arrives meanwhile stays in the socket: nothing reads it before the handshake.
      sockets.handleUpgrade(request, raw, head, (socket) => {
        if (admission.ok) return parts.rooms.connect(socket, admission.identity, admission);
        socket.on('error', () => socket.terminate());
        socket.close(errors[admission.code].close, admission.code);
      });
    });
  });
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
  { access, boards, connections, origins }: Parts,
  request: IncomingMessage,
): Promise<Admission> => {
  const { origin, host, cookie } = request.headers;
  if (!origins.allows(origin, host)) return { ok: false, code: 'HEARTH_WRONG_ORIGIN' };
  const [, reviewId, query] = path.exec(request.url ?? '') ?? [];
  if (!isId(reviewId)) return { ok: false, code: 'HEARTH_NOT_FOUND' };
  const token = tokenIn(cookie);
  const session = token === null ? null : await access.findSession(token);
  if (!session) return { ok: false, code: 'HEARTH_SIGN_IN_REQUIRED' };
  const seat = await access.seatIn(reviewId as ReviewId, session);
  if (!seat) return { ok: false, code: 'HEARTH_NOT_FOUND' };
  const refusal = refusalFor(seat.role, 'board.read');
  if (refusal) return { ok: false, code: refusal };
  connections.opened(seat);
  boards.opening(seat.reviewId);
  return {
    ok: true,
    identity: {
      document: boardDocument(seat.reviewId),
      participantId: seat.id,
      name: seat.name,
      role: seat.role,
      sessionId: session.id,
      joinLinkId: seat.joinLinkId,
    },
    acknowledge: new URLSearchParams(query).get(acknowledgeParameter) === '1',
  };
};
