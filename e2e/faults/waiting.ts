// Waiting in scenarios: for a moment, or until something is true.

const longestWaitMs = 60_000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @throws when `holds` is still not true after `withinMs`: then something hangs. */
export const until = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = longestWaitMs,
): Promise<void> => {
  const deadlineMs = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadlineMs) throw new Error(`still not so after ${withinMs} ms: ${what}`);
    await pause(10);
  }
};
