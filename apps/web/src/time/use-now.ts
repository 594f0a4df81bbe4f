// The clock of this device, looked at again every minute: fine for days and dates, not for a meeting's timer.
import { useSyncExternalStore } from 'react';

const everyMs = 60_000;
let now = Date.now();

const subscribe = (listener: () => void) => {
  const timer = setInterval(() => {
    now = Date.now();
    listener();
  }, everyMs);
  return () => clearInterval(timer);
};

/** Unix milliseconds, at most about a minute old. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
