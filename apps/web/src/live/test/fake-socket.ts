import type { LiveClock } from '../clock.ts';

/** A network whose other side is the test: it sees what is sent, and decides what comes, closes or stays silent. */
export class FakeNetwork {
  readonly sockets: FakeSocket[] = [];

  get webSocket(): typeof WebSocket {
    const { sockets } = this;
    class Socket extends FakeSocket {
      constructor(url: string | URL) {
        super(String(url));
        sockets.push(this);
      }
    }
    return Socket as unknown as typeof WebSocket;
  }

  /** The newest one. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  }
}

export class FakeSocket extends EventTarget {
  readonly url: string;
  readonly sent: Uint8Array[] = [];
  readyState = 0;
  binaryType = 'blob';

  constructor(url: string) {
    super();
    this.url = url;
  }

  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  receives(frame: Uint8Array): void {
    this.dispatchEvent(new MessageEvent('message', { data: new Uint8Array(frame).buffer }));
  }

  closes(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

interface Timer {
  dueMs: number;
  periodMs: number | null;
  run: () => void;
}

/** Time that passes when a test says so. */
export class FakeClock implements LiveClock {
  #steadyMs = 1_000;
  #wallMs = 1_700_000_000_000;
  readonly #timers = new Set<Timer>();

  steadyMs = (): number => this.#steadyMs;
  wallMs = (): number => this.#wallMs;
  random = (): number => 0.5;

  after(delayMs: number, run: () => void): () => void {
    return this.#add({ dueMs: this.#steadyMs + delayMs, periodMs: null, run });
  }

  every(periodMs: number, run: () => void): () => void {
    return this.#add({ dueMs: this.#steadyMs + periodMs, periodMs, run });
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets time pass, timer by timer. */
  pass(ms: number): void {
    const endMs = this.#steadyMs + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs);
      if (!next) break;
      this.#advance(Math.max(0, next.dueMs - this.#steadyMs));
      if (next.periodMs === null) this.#timers.delete(next);
      else next.dueMs += next.periodMs;
      next.run();
    }
    this.#advance(endMs - this.#steadyMs);
  }

  #advance(ms: number): void {
    this.#steadyMs += ms;
    this.#wallMs += ms;
  }

  /** The machine sleeps: no timer runs, and of the two clocks only the one by the wall goes on. */
  sleep(ms: number): void {
    this.#wallMs += ms;
  }

  /** Somebody sets the machine's clock. */
  setWall(byMs: number): void {
    this.#wallMs += byMs;
  }
}
