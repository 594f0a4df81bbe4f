// First come, first served: one holder at a time. SQLite has one connection, so a transaction keeps all others waiting.

export class Lane {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  /** @returns whether the caller holds the lane; then it must `release` it. */
  tryAcquire(): boolean {
    if (this.#held) return false;
    this.#held = true;
    return true;
  }

  /** Resolves when the caller holds the lane; it must `release` it. */
  acquire(): Promise<void> {
    if (this.tryAcquire()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#held = false;
  }
}
