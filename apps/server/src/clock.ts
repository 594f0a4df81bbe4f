// The server's clock, passed in everywhere so that tests decide what time it is.

export interface WallClock {
  /** Unix milliseconds. */
  nowMs(): number;
}

export const systemWallClock: WallClock = { nowMs: () => Date.now() };
