// One facilitation connection: the room's state as a value, commands, the server's clock. No React in here.
import { errorCodes, errors, isRetryable, type ErrorCode } from '@hearth/protocol/errors';
import { facilitationPath } from '@hearth/protocol/facilitation-path';
import type {
  ChangedTopic,
  ClientToServer,
  CommandAnswer,
  DraftCount,
  FacilitationView,
  ServerToClient,
} from '@hearth/protocol/facilitation';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import type { ReviewId } from '@hearth/review/ids';
import { io, type Socket } from 'socket.io-client';
import { object, oneOf } from '../api/shape.ts';
import { noAnswerWords, notConnectedWords, refusalWords } from './refusal-words.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';
import { isNewer } from './view-order.ts';

/** `refused` is final: the link was revoked, the seat is gone. `lost` comes back by itself. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused';

export interface Facilitation {
  connection: ConnectionState;
  /** Why the server refused the connection; shown with its advice. */
  refusal: { code: ErrorCode; advice: string } | null;
  /** null until the server has told it once. Kept while the connection is lost. */
  view: FacilitationView | null;
}

export type SendResult = { ok: true } | { ok: false; message: string };

export interface FacilitationConnection {
  current: () => Facilitation;
  subscribe: (listener: () => void) => () => void;
  /** Never rejects: a refusal is a value with words for the person. */
  send: (command: FacilitationCommand) => Promise<SendResult>;
  /** Tells how much one has written for oneself. Lost while there is no connection: tell it again after a reconnect. */
  tellDrafting: (count: DraftCount & { round: number }) => void;
  /** @param listener  told whenever something elsewhere is worth fetching again; after a reconnect, for every topic. */
  onChanged(listener: (topic: ChangedTopic | 'all') => void): () => void;
  clock: ServerClock;
  /** Connects. @returns how to close; it may be opened again afterwards. */
  open(): () => void;
}

type RoomSocket = Socket<ServerToClient, ClientToServer>;

const answerWithinMs = 8_000;
/** An accepted command's state comes with the answer or just after: later than this, something went missing. */
const viewWithinMs = 1_500;

/** Connects to nothing until it is opened. */
export const createFacilitation = (reviewId: ReviewId): FacilitationConnection => {
  const socket: RoomSocket = io({
    path: facilitationPath,
    transports: ['websocket'],
    auth: { reviewId },
    reconnectionDelay: 300,
    reconnectionDelayMax: 2_000,
    forceNew: true,
    autoConnect: false,
  });
  const listeners = new Set<() => void>();
  const changedListeners = new Set<(topic: ChangedTopic | 'all') => void>();
  let now: Facilitation = { connection: 'connecting', refusal: null, view: null };
  /** The first view after a connect is believed whatever its version: the server may have been restored. */
  let freshConnection = true;
  let gapTimer: ReturnType<typeof setTimeout> | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | null = null;

  const become = (change: Partial<Facilitation>): void => {
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  };
  const clock = createServerClock(() => socket.timeout(5_000).emitWithAck('clock') as Promise<number>);

  const reconnect = (): void => {
    socket.disconnect();
    socket.connect();
  };
  const expectVersion = (version: number): void => {
    if ((now.view?.state.version ?? -1) >= version || gapTimer !== null) return;
    gapTimer = setTimeout(() => {
      gapTimer = null;
      if ((now.view?.state.version ?? -1) < version) reconnect();
    }, viewWithinMs);
  };

  socket.on('connect', () => {
    const again = now.view !== null;
    freshConnection = true;
    become({ connection: 'open', refusal: null });
    clock.measure();
    if (again) for (const listener of changedListeners) listener('all');
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    become({ connection: 'lost' });
    // The server closed it on purpose; the next handshake tells why.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    const refusal = refusalOf(error);
    if (refusal === null) become({ connection: now.view === null ? 'connecting' : 'lost' });
    else if (isRetryable(errors[refusal.code].close)) retryTimer = setTimeout(() => socket.connect(), 2_000);
    else become({ connection: 'refused', refusal });
  });
  socket.on('view', (view) => {
    if (view.reviewId !== reviewId || (!freshConnection && !isNewer(now.view, view))) return;
    freshConnection = false;
    clock.hint(view.serverNowMs);
    become({ view });
  });
  socket.on('changed', (topic) => {
    for (const listener of changedListeners) listener(topic);
  });

  return {
    current: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: async (command) => {
      const version = now.view?.state.version;
      if (now.connection !== 'open' || version === undefined) return { ok: false, message: notConnectedWords };
      const answer = await answerTo(socket, { command, expectedVersion: version });
      if (answer === null) {
        reconnect();
        return { ok: false, message: noAnswerWords };
      }
      if (answer.ok) {
        expectVersion(answer.version);
        return { ok: true };
      }
      if (answer.reason === 'stale-version') expectVersion(version + 1);
      return { ok: false, message: refusalWords(answer) };
    },
    tellDrafting: (count) => {
      if (socket.connected) socket.emit('drafting', count);
    },
    onChanged: (listener) => {
      changedListeners.add(listener);
      return () => changedListeners.delete(listener);
    },
    clock,
    open: () => {
      const stopClock = clock.start();
      socket.connect();
      return () => {
        if (gapTimer !== null) clearTimeout(gapTimer);
        if (retryTimer !== null) clearTimeout(retryTimer);
        gapTimer = null;
        stopClock();
        socket.disconnect();
      };
    },
  };
};

/** @returns null when no answer came in time. */
const answerTo = async (
  socket: RoomSocket,
  message: { command: FacilitationCommand; expectedVersion: number },
): Promise<CommandAnswer | null> => {
  try {
    return (await socket.timeout(answerWithinMs).emitWithAck('command', message)) as CommandAnswer;
  } catch {
    return null;
  }
};

const refusalData = object({ data: object({ code: oneOf(errorCodes) }) });

/** The catalogue's entry that a refused handshake carries; null when the server was not reached at all. */
const refusalOf = (error: Error): Facilitation['refusal'] => {
  const parsed = refusalData.safeParse(error);
  if (!parsed.success) return null;
  const { code } = parsed.data.data;
  return { code, advice: errors[code].advice };
};
