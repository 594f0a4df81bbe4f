import { vi } from 'vitest';

/** How long a busy machine may take for what a quiet one does at once. Shorter than a test may take, so that it says what was waited for. */
const longestMs = 15_000;

/** Waits until a check passes. Says nothing about how long that takes: a test that promises a time says so itself. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: longestMs, interval: 10 });
