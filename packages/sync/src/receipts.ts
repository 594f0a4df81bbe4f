// Counts the update-carrying frames of one connection, so that "the first n are durable" can be said. Rule: SPEC L4.

export class Receipts {
  #received = 0;
  /** Ascending: numbers are added in order, and a Set keeps it. */
  readonly #open = new Set<number>();
  readonly #discarded = new Set<number>();

  /** @returns the frame's number, from 1. */
  receive(): number {
    this.#received += 1;
    this.#open.add(this.#received);
    return this.#received;
  }

  settle(frame: number): void {
    this.#open.delete(frame);
  }

  /** The frame's content was not kept: only a later sync step 2, which repeats it, can make it durable. */
  discard(frame: number): void {
    this.#discarded.add(frame);
  }

  get hasDiscarded(): boolean {
    return this.#discarded.size > 0;
  }

  /** A sync step 2 is durable: whatever the client had sent before is in it. */
  settleStep2(frame: number): void {
    this.settle(frame);
    for (const earlier of this.#discarded) {
      if (earlier > frame) break;
      this.#discarded.delete(earlier);
      this.settle(earlier);
    }
  }

  /** How many frames from the first one on are durable. */
  get durable(): number {
    const [firstOpen] = this.#open;
    return firstOpen === undefined ? this.#received : firstOpen - 1;
  }
}
