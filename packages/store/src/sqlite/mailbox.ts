// Memory that the store and its worker share: it wakes the worker, and small appends go there and back through it. That
// costs half of what a message costs, and nearly everything that people write is a small append.
import type { AppendRequest, Outcome } from './messages.ts';

const slots = { asked: 0, answered: 1, appendBytes: 2, outcomeBytes: 3 };
const controlBytes = 64;
/** Longer appends go as messages: there, moving them is cheaper than copying. */
const contentBytes = 256 * 1024;
const patienceMs = 1;
/** Appends that are not waited for after one that took longer. */
const skippedAfterSlow = 50;

type AppendHead = Omit<AppendRequest, 'kind' | 'bytes'> & { byteLength: number };

export class Mailbox {
  readonly memory: SharedArrayBuffer;
  readonly #control: Int32Array<SharedArrayBuffer>;
  readonly #content: Buffer<SharedArrayBuffer>;
  #seen = 0;
  #appendsToSkip = 0;

  /** @param memory  that of the other side. */
  constructor(memory = new SharedArrayBuffer(controlBytes + contentBytes)) {
    this.memory = memory;
    this.#control = new Int32Array(memory, 0, controlBytes / Int32Array.BYTES_PER_ELEMENT);
    this.#content = Buffer.from(memory, controlBytes);
  }

  // ——— the store's end ———

  /** Something lies in the mailbox or in the worker's message port. */
  wake(): void {
    Atomics.add(this.#control, slots.asked, 1);
    Atomics.notify(this.#control, slots.asked);
  }

  /** One at a time. @returns null when it is too long for the mailbox. */
  append(request: AppendRequest): Promise<Outcome> | null {
    const { documents, indexes, lengths, atMs, writers, bytes } = request;
    const head: AppendHead = { documents, indexes, lengths, atMs, writers, byteLength: bytes.length };
    const text = JSON.stringify(head);
    // A character takes three bytes at most.
    if (text.length * 3 + bytes.length > contentBytes) return null;
    const from = this.#content.write(text);
    this.#content.set(bytes, from);
    Atomics.store(this.#control, slots.appendBytes, from);
    const answered = Atomics.load(this.#control, slots.answered);
    this.wake();
    this.#waitHere(answered);
    const waiting = Atomics.waitAsync(this.#control, slots.answered, answered);
    return waiting.async ? waiting.value.then(() => this.#outcome()) : Promise.resolve(this.#outcome());
  }

  /**
   * A good disk answers sooner than the event loop would take to fall asleep and wake up again; what arrives meanwhile is
   * in the next append anyway. Of a slow disk this thread sees next to nothing.
   */
  #waitHere(answered: number): void {
    if (this.#appendsToSkip > 0) {
      this.#appendsToSkip -= 1;
      return;
    }
    const inTime = Atomics.wait(this.#control, slots.answered, answered, patienceMs) !== 'timed-out';
    if (!inTime) this.#appendsToSkip = skippedAfterSlow;
  }

  #outcome(): Outcome {
    const length = Atomics.load(this.#control, slots.outcomeBytes);
    return JSON.parse(this.#content.toString('utf8', 0, length)) as Outcome;
  }

  // ——— the worker's end ———

  /** Holds the thread until something was asked since the last call. */
  sleep(): void {
    Atomics.wait(this.#control, slots.asked, this.#seen);
    this.#seen = Atomics.load(this.#control, slots.asked);
  }

  /** @returns the append that lies there; its bytes are good until it is answered. */
  take(): AppendRequest | null {
    const from = Atomics.exchange(this.#control, slots.appendBytes, 0);
    if (from === 0) return null;
    const { byteLength, ...head } = JSON.parse(this.#content.toString('utf8', 0, from)) as AppendHead;
    return { kind: 'append', ...head, bytes: this.#content.subarray(from, from + byteLength) };
  }

  answer(outcome: Outcome): void {
    Atomics.store(this.#control, slots.outcomeBytes, this.#content.write(JSON.stringify(outcome)));
    Atomics.add(this.#control, slots.answered, 1);
    Atomics.notify(this.#control, slots.answered);
  }
}
