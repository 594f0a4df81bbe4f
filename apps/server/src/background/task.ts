// Work that must not hold up the event loop: a worker thread that does one thing at a time, and is ended when it takes too long.
import { Worker } from 'node:worker_threads';

export type TaskOutcome<Output> = { ok: true; output: Output } | { ok: false; reason: 'too-slow' | 'crashed' };

/** Told of every input that was dealt with: how long it waited for the thread, and how long the thread had it. */
export type TaskWatch = (outcome: 'done' | 'too-slow' | 'crashed', waitedMs: number, tookMs: number) => void;

interface Waiting<Input, Output> {
  input: Input;
  askedMs: number;
  settle: (outcome: TaskOutcome<Output>) => void;
}

interface Thread {
  worker: Worker;
  /** Whether its code is loaded. */
  ready: boolean;
}

/** A worker file answers each message with one: see `thread.ts`. It starts at first use. */
export class BackgroundTask<Input, Output> {
  readonly #file: URL;
  readonly #capMs: number;
  readonly #watch: TaskWatch;
  readonly #waiting: Waiting<Input, Output>[] = [];
  #thread: Thread | null = null;
  #current: (Waiting<Input, Output> & { timer: NodeJS.Timeout | null; givenMs: number | null }) | null = null;

  /** @param capMs  longest that one input may take, start of the thread not counted. */
  constructor(file: URL, capMs: number, watch: TaskWatch = () => undefined) {
    this.#file = file;
    this.#capMs = capMs;
    this.#watch = watch;
  }

  run(input: Input): Promise<TaskOutcome<Output>> {
    return new Promise((settle) => {
      this.#waiting.push({ input, settle, askedMs: performance.now() });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    for (const { settle } of this.#waiting.splice(0)) settle({ ok: false, reason: 'crashed' });
    this.#finish({ ok: false, reason: 'crashed' });
    await thread?.worker.terminate();
  }

  #next(): void {
    if (this.#current) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#current = { ...next, timer: null, givenMs: null };
    if (this.#thread?.ready) this.#give(this.#thread.worker);
    else this.#thread ??= this.#start();
  }

  /** The clock runs from here: loading the thread's code is not held against the input. */
  #give(worker: Worker): void {
    if (!this.#current) return;
    worker.ref();
    this.#current.givenMs = performance.now();
    this.#current.timer = setTimeout(() => this.#abandon(worker, 'too-slow'), this.#capMs);
    worker.postMessage(this.#current.input, []);
  }

  #start(): Thread {
    const worker = new Worker(this.#file);
    const thread: Thread = { worker, ready: false };
    worker.on('message', (output: Output) => {
      if (this.#thread !== thread) return;
      if (thread.ready) return this.#finish({ ok: true, output });
      thread.ready = true;
      this.#give(worker);
    });
    worker.on('error', () => this.#abandon(worker, 'crashed'));
    worker.on('exit', () => this.#abandon(worker, 'crashed'));
    return thread;
  }

  #abandon(worker: Worker, reason: 'too-slow' | 'crashed'): void {
    if (worker !== this.#thread?.worker) return;
    this.#thread = null;
    void worker.terminate();
    this.#finish({ ok: false, reason });
  }

  #finish(outcome: TaskOutcome<Output>): void {
    const current = this.#current;
    if (!current) return;
    if (current.timer) clearTimeout(current.timer);
    this.#current = null;
    this.#thread?.worker.unref();
    const nowMs = performance.now();
    const givenMs = current.givenMs ?? nowMs;
    this.#watch(outcome.ok ? 'done' : outcome.reason, givenMs - current.askedMs, nowMs - givenMs);
    current.settle(outcome);
    this.#next();
  }
}
