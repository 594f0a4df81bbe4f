// The facilitation channel: a socket.io client, fetched once the room is on the screen.
import type { io as connectTo, Socket } from 'socket.io-client';
import { firstThings } from '../shell/first-things.ts';

export interface RoomSocketEvents {
  /** The server has let us in. */
  joined: () => void;
  /** The connection is gone; it is tried again by itself. */
  lost: () => void;
  /** No connection came about; it is tried again by itself. */
  unreachable: () => void;
  /** The server does not let us in, and tells why. Nothing more is tried until `connect`. */
  refused: (why: unknown) => void;
  heard: (event: string, content: unknown) => void;
}

export interface RoomSocket {
  readonly joined: boolean;
  /** Does nothing while there is a connection, or one is on its way. */
  connect(): void;
  /** Ends it on purpose; nothing is told. */
  disconnect(): void;
  /** @returns the server's answer. @throws  when none comes in time, or there is no connection. */
  ask(event: string, content: readonly unknown[], withinMs: number): Promise<unknown>;
  tell(event: string, content: unknown): void;
}

interface RoomSocketOptions {
  path: string;
  /** Sent with the request to be let in. */
  auth: Record<string, unknown>;
  events: RoomSocketEvents;
  load?: () => Promise<{ io: typeof connectTo }>;
}

const fetchAgainMs = 2_000;

const whenShown = async (): Promise<{ io: typeof connectTo }> => {
  await firstThings();
  return import('socket.io-client');
};

export const openRoomSocket = ({ path, auth, events, load = whenShown }: RoomSocketOptions): RoomSocket => {
  let socket: Socket | null = null;
  let wanted = false;
  let fetching = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const open = ({ io }: Awaited<ReturnType<typeof load>>): void => {
    const opened = io({
      path,
      auth,
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 2_000,
      forceNew: true,
      autoConnect: false,
    });
    socket = opened;
    opened.on('connect', events.joined);
    opened.on('disconnect', (reason) => {
      if (reason === 'io client disconnect') return;
      events.lost();
      // The server closed it on purpose; the next request to be let in tells why.
      if (reason === 'io server disconnect') opened.connect();
    });
    opened.on('connect_error', (error) => {
      if (opened.active) events.unreachable();
      else events.refused(error);
    });
    opened.onAny((event: string, content: unknown) => events.heard(event, content));
  };
  const fetch = async (): Promise<void> => {
    fetching = true;
    try {
      const client = await load();
      if (socket === null) open(client);
      if (wanted) socket?.connect();
    } catch {
      if (!wanted) return;
      events.unreachable();
      again = setTimeout(() => void fetch(), fetchAgainMs);
    } finally {
      fetching = false;
    }
  };

  return {
    get joined() {
      return socket?.connected ?? false;
    },
    connect: () => {
      wanted = true;
      clearTimeout(again);
      if (socket !== null) socket.connect();
      else if (!fetching) void fetch();
    },
    disconnect: () => {
      wanted = false;
      clearTimeout(again);
      socket?.disconnect();
    },
    ask: (event, content, withinMs) => {
      if (socket?.connected !== true) return Promise.reject(new Error('not connected'));
      return socket.timeout(withinMs).emitWithAck(event, ...content);
    },
    tell: (event, content) => {
      if (socket?.connected === true) socket.emit(event, content);
    },
  };
};
