// Time as the rooms see it: injected, so that tests decide when it passes.

export interface Clock {
  /** Milliseconds from any fixed point; never goes back. */
  nowMs(): number;
  /** Unix ms, for people to read. May jump; nothing is decided by it. */
  wallMs(): number;
  /** Runs once after `delayMs`. Never keeps the process alive. @returns cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Runs once at the end of this turn of the event loop. */
  soon(run: () => void): void;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
  soon: (run) => {
    setImmediate(run);
  },
};
