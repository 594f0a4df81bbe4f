// The facilitation channel on the wire: as much of Engine.IO 4 and Socket.IO 5 as one namespace over one WebSocket needs. The
// stock client speaks six more ways of all this and is 10 kB. Packets: "0…" opens, "2" is answered by "3", "40…" joins, "41"
// leaves, "42n[…]" tells or asks, "43n[…]" answers, "44…" refuses.

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
  url: string;
  /** Sent with the request to be let in. */
  auth: unknown;
  events: RoomSocketEvents;
  webSocket?: typeof WebSocket;
  /** 0 to 1: spreads those who come back at once. */
  random?: () => number;
}

const firstDelayMs = 300;
const longestDelayMs = 2_000;
const openWithinMs = 10_000;

export const openRoomSocket = ({
  url,
  auth,
  events,
  webSocket = WebSocket,
  random = Math.random,
}: RoomSocketOptions): RoomSocket => {
  let socket: WebSocket | null = null;
  let joined = false;
  let tries = 0;
  let asked = 0;
  /** The server is silent for longer than it said it would be. */
  let patienceMs = openWithinMs;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const answers = new Map<number, (answer: unknown) => void>();

  const leave = (): boolean => {
    const was = joined;
    const old = socket;
    joined = false;
    socket = null;
    clearTimeout(silence);
    clearTimeout(again);
    answers.clear();
    old?.close();
    return was;
  };
  const retry = (delayMs: number): void => {
    clearTimeout(again);
    again = setTimeout(connect, delayMs);
  };
  const fail = (): void => {
    const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** tries);
    tries += 1;
    if (leave()) events.lost();
    else events.unreachable();
    retry(delay * (0.5 + random()));
  };
  const listen = (): void => {
    clearTimeout(silence);
    silence = setTimeout(fail, patienceMs);
  };
  const read = (packet: string): void => {
    listen();
    if (packet === '2') socket?.send('3');
    else if (packet.startsWith('0')) {
      const { pingInterval, pingTimeout } = (jsonOf(packet.slice(1)) ?? {}) as Record<string, unknown>;
      if (typeof pingInterval === 'number' && typeof pingTimeout === 'number') patienceMs = pingInterval + pingTimeout;
      listen();
      socket?.send(`40${JSON.stringify(auth)}`);
    } else if (packet.startsWith('40')) {
      joined = true;
      tries = 0;
      events.joined();
    } else if (packet.startsWith('44')) {
      leave();
      events.refused(jsonOf(packet.slice(2)));
    } else if (packet.startsWith('41') || packet === '1') {
      // The server ended it on purpose: the next request to be let in tells why.
      if (leave()) events.lost();
      connect();
    } else {
      const [, kind, id, body = ''] = /^4([23])(\d*)(\[.*)$/s.exec(packet) ?? [];
      const content = jsonOf(body);
      if (!Array.isArray(content)) return;
      if (kind === '2') events.heard(String(content[0]), content[1]);
      else {
        answers.get(Number(id))?.(content[0]);
        answers.delete(Number(id));
      }
    }
  };

  function connect(): void {
    if (socket !== null) return;
    clearTimeout(again);
    const opened = new webSocket(`${url}/?EIO=4&transport=websocket`);
    socket = opened;
    patienceMs = openWithinMs;
    listen();
    opened.addEventListener('message', ({ data }: MessageEvent) => {
      if (opened === socket && typeof data === 'string') read(data);
    });
    opened.addEventListener('close', () => {
      if (opened === socket) fail();
    });
  }
  const networkGone = (): void => {
    if (socket !== null) fail();
  };
  const networkBack = (): void => {
    if (again !== undefined && socket === null) connect();
  };

  return {
    get joined() {
      return joined;
    },
    connect: () => {
      globalThis.addEventListener?.('offline', networkGone);
      globalThis.addEventListener?.('online', networkBack);
      connect();
    },
    disconnect: () => {
      globalThis.removeEventListener?.('offline', networkGone);
      globalThis.removeEventListener?.('online', networkBack);
      leave();
      again = undefined;
    },
    ask: (event, content, withinMs) =>
      new Promise((resolve, reject) => {
        if (!joined) return reject(new Error('not connected'));
        asked += 1;
        const id = asked;
        const timer = setTimeout(() => {
          answers.delete(id);
          reject(new Error('no answer in time'));
        }, withinMs);
        answers.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        socket?.send(`42${id}${JSON.stringify([event, ...content])}`);
        return undefined;
      }),
    tell: (event, content) => {
      if (joined) socket?.send(`42${JSON.stringify([event, content])}`);
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
