// Time as the live connection sees it: injected, so that tests decide when it passes.

export interface LiveClock {
  /** Milliseconds from any fixed point. Never goes back; may stand still while the machine sleeps. */
  steadyMs(): number;
  /** Unix milliseconds by the machine's clock, which may jump. */
  wallMs(): number;
  /** Runs once. @returns cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Runs again and again. @returns ends it. */
  every(periodMs: number, run: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
}

export const systemClock: LiveClock = {
  steadyMs: () => performance.now(),
  wallMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  every: (periodMs, run) => {
    const timer = setInterval(run, periodMs);
    return () => clearInterval(timer);
  },
  random: () => Math.random(),
};
