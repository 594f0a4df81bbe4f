// One facilitation connection: the room's state as a value, commands, the server's clock. No React in here.
import { errorCodes, errors, isRetryable, type ErrorCode } from '@hearth/protocol/errors';
import { facilitationPath } from '@hearth/protocol/facilitation-path';
import { api } from '@hearth/protocol/http/api';
import type {
  ChangedTopic,
  CommandAnswer,
  DraftCount,
  FacilitationView,
  Own,
  ServerToClient,
} from '@hearth/protocol/facilitation';
import type { Reaction } from '@hearth/protocol/reactions';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import type { ReviewId } from '@hearth/review/ids';
import { call } from '../api/client.ts';
import { object, oneOf, type Reader } from '../api/shape.ts';
import { openRoomSocket, type RoomSocket } from './room-socket.ts';
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
  /** What the server told me alone. The vote may be closed by now. */
  own: Own;
}

type ReactionListener = ServerToClient['reaction'];

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
  /** Shows the room something for a moment. Too many are ignored. */
  react: (reaction: Reaction) => void;
  /** @param listener  told what anybody shows the room, oneself included. */
  onReaction(listener: ReactionListener): () => void;
  clock: ServerClock;
  /** Connects. @returns how to close; it may be opened again afterwards. */
  open(): () => void;
}

const answerWithinMs = 8_000;
/** An accepted command's state comes with the answer or just after: later than this, something went missing. */
const viewWithinMs = 1_500;

/** Told instead of sending: a command given now would be about a room that has moved on. */
const notConnectedWords = 'Not connected just now. Nothing was changed; try again in a moment.';
/** Told when no answer came: the command may or may not have been applied, the next view shows it. */
const noAnswerWords = 'No answer from the server yet. The room shows what was done as soon as it is back.';

/**
 * Connects to nothing until it is opened.
 * @param askForView  what is shown until the channel tells it; null where there is no answer.
 */
export const createFacilitation = (
  reviewId: ReviewId,
  askForView: (reviewId: ReviewId) => Promise<FacilitationView | null> = viewByRequest,
): FacilitationConnection => {
  const listeners = new Set<() => void>();
  const changedListeners = new Set<(topic: ChangedTopic | 'all') => void>();
  const reactionListeners = new Set<ReactionListener>();
  let now: Facilitation = { connection: 'connecting', refusal: null, view: null, own: { ballot: null, pace: null } };
  /** The first view after a connect is believed whatever its version: the server may have been restored. */
  let freshConnection = true;
  let gapTimer: ReturnType<typeof setTimeout> | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | null = null;
  let joinedBefore = false;
  const firstJoin = Promise.withResolvers<void>();

  const become = (change: Partial<Facilitation>): void => {
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  };
  const clock = createServerClock(() => socket.ask('clock', [], 5_000) as Promise<number>);

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

  const heard: ServerToClient = {
    view: (view) => {
      if (view.reviewId !== reviewId || (!freshConnection && !isNewer(now.view, view))) return;
      freshConnection = false;
      clock.hint(view.serverNowMs);
      become({ view });
    },
    changed: (topic) => {
      for (const listener of changedListeners) listener(topic);
    },
    own: (own) => become({ own }),
    reaction: (reaction) => {
      for (const listener of reactionListeners) listener(reaction);
    },
  };
  const socket = openRoomSocket({
    path: facilitationPath,
    auth: { reviewId },
    events: {
      joined: () => {
        const again = joinedBefore;
        joinedBefore = true;
        firstJoin.resolve();
        freshConnection = true;
        become({ connection: 'open', refusal: null });
        clock.measure();
        if (again) for (const listener of changedListeners) listener('all');
      },
      lost: () => become({ connection: 'lost' }),
      unreachable: () => become({ connection: now.view === null ? 'connecting' : 'lost' }),
      refused: (why) => {
        const refusal = refusalOf(why);
        if (refusal === null) become({ connection: now.view === null ? 'connecting' : 'lost' });
        else if (!isRetryable(errors[refusal.code].close)) return become({ connection: 'refused', refusal });
        retryTimer = setTimeout(() => socket.connect(), 2_000);
      },
      heard: (event, content) => {
        if (Object.hasOwn(heard, event)) heard[event as keyof ServerToClient](content as never);
      },
    },
  });

  return {
    current: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: async (command) => {
      // What is shown was asked for; the channel is on its way.
      if (now.connection === 'connecting' && now.view !== null) await within(firstJoin.promise, answerWithinMs);
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
      return { ok: false, message: await wordsOf(answer) };
    },
    tellDrafting: (count) => {
      socket.tell('drafting', count);
    },
    onChanged: (listener) => {
      changedListeners.add(listener);
      return () => changedListeners.delete(listener);
    },
    react: (reaction) => socket.tell('react', { reaction }),
    onReaction: (listener) => {
      reactionListeners.add(listener);
      return () => reactionListeners.delete(listener);
    },
    clock,
    open: () => {
      const stopClock = clock.start();
      socket.connect();
      void askForView(reviewId).then((view) => {
        if (now.view === null && view !== null) heard.view(view);
      });
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

const within = (promise: Promise<void>, ms: number): Promise<void> =>
  Promise.race([promise, new Promise<void>((resolve) => setTimeout(resolve, ms))]);

/** The channel is opened after the board is there; where the room is must be known with the board. */
const viewByRequest = (reviewId: ReviewId): Promise<FacilitationView | null> =>
  call({ path: api.meeting, parameters: { reviewId }, answer: trusted }).catch(() => null);

/** As on the channel: the server's own words. */
const trusted: Reader<FacilitationView> = {
  safeParse: (value) => ({ success: true, data: value as FacilitationView }),
};

/** Refusals are rare: their words are fetched when there is one. */
const wordsOf = (answer: Extract<CommandAnswer, { ok: false }>): Promise<string> =>
  import('./refusal-words.ts').then(
    ({ refusalWords }) => refusalWords(answer),
    () => answer.advice,
  );

/** @returns null when no answer came in time. */
const answerTo = async (
  socket: RoomSocket,
  message: { command: FacilitationCommand; expectedVersion: number },
): Promise<CommandAnswer | null> => {
  try {
    return (await socket.ask('command', [message], answerWithinMs)) as CommandAnswer;
  } catch {
    return null;
  }
};

const refusalData = object({ data: object({ code: oneOf(errorCodes) }) });

/** The catalogue's entry that a refusal carries; null where it is none of ours. */
const refusalOf = (why: unknown): Facilitation['refusal'] => {
  const parsed = refusalData.safeParse(why);
  if (!parsed.success) return null;
  const { code } = parsed.data.data;
  return { code, advice: errors[code].advice };
};
