// Real clients of both live channels, as a browser would open them.
import { facilitationPath } from '@hearth/protocol/facilitation-path';
import type {
  ChangedTopic,
  ClientToServer,
  CommandAnswer,
  FacilitationView,
  Own,
  OwnBallot,
  ServerToClient,
} from '@hearth/protocol/facilitation';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

export interface Facilitation {
  socket: Socket<ServerToClient, ClientToServer>;
  views: FacilitationView[];
  changed: ChangedTopic[];
  own: Own[];
  /** Those in `own`. */
  readonly ballots: OwnBallot[];
  reactions: Parameters<ServerToClient['reaction']>[0][];
  command(command: FacilitationCommand, expectedVersion?: number): Promise<CommandAnswer>;
}

interface Visitor {
  cookie: string;
  origin?: string;
}

export const openFacilitation = (
  url: string,
  reviewId: string,
  { cookie, origin = url }: Visitor,
): Promise<Facilitation> => {
  const socket: Facilitation['socket'] = io(url, {
    path: facilitationPath,
    transports: ['websocket'],
    auth: { reviewId },
    extraHeaders: { cookie, origin },
    forceNew: true,
    reconnectionDelay: 50,
  });
  const opened: Facilitation = {
    socket,
    views: [],
    changed: [],
    own: [],
    get ballots() {
      return opened.own.flatMap(({ ballot }) => ballot ?? []);
    },
    reactions: [],
    command: (command, expectedVersion = opened.views.at(-1)?.state.version ?? 0) =>
      socket.timeout(15_000).emitWithAck('command', { command, expectedVersion }),
  };
  socket.on('view', (view) => opened.views.push(view));
  socket.on('changed', (topic) => opened.changed.push(topic));
  socket.on('own', (own) => opened.own.push(own));
  socket.on('reaction', (reaction) => opened.reactions.push(reaction));
  return new Promise((resolve, reject) => {
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
    socket.once('connect', () => resolve(opened));
  });
};

export const openBoard = (url: string, reviewId: string, visitor: Visitor) =>
  openDocument(url, `board/${reviewId}`, visitor);

/**
 * A live document opened by the stock client. `closed` resolves with the code when the server ends the connection;
 * `received` holds every byte that came over the wire.
 */
export const openDocument = (url: string, name: string, { cookie, origin = url }: Visitor) => {
  const received: Buffer[] = [];
  class BrowserSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie, origin } });
      this.on('message', (data: Buffer | ArrayBuffer) => received.push(Buffer.from(data as ArrayBuffer)));
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/live`, name, doc, {
    WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  });
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event) => event && resolve(event.code));
  });
  const synced = new Promise<void>((resolve) => {
    provider.on('sync', (isSynced) => isSynced && resolve());
  });
  return { doc, provider, closed, synced, received, close: () => provider.destroy() };
};

/** Opens a bare WebSocket and waits until the server closes it. @returns the close code, or 'refused'. */
export const closeCodeOf = (url: string, path: string, headers: Record<string, string>, frame?: Buffer | string) =>
  new Promise<number | 'refused'>((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws') + path, { headers });
    socket.on('open', () => frame !== undefined && socket.send(frame));
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => resolve('refused'));
  });
