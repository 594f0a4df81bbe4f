// What is measured at every commit. Numbers only: nothing is allocated for it, and nothing of a document is in it.

export interface RoomsMeter {
  /** @param durationMs  from the call of the log to its answer that `updates` updates are durable. */
  committed(durationMs: number, updates: number): void;
  /** @param durationMs  from durable to handed to the sockets of everyone in one room. */
  fannedOut(durationMs: number): void;
}

export const noMeter: RoomsMeter = { committed: () => undefined, fannedOut: () => undefined };
