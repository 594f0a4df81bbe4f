// Keeps an estimate of the server's clock: measured at once, every minute, and whenever this machine's clock jumped.
import { clockJumped, clockOffsetMs, type ClockReading, type ClockSample } from './clock-offset.ts';

export interface ServerClock {
  /** Unix milliseconds of the server, as well as they are known. */
  nowMs(): number;
  /** A time that just came from the server: good to its latency, used until a measurement is there. */
  hint(serverNowMs: number): void;
  /** Measures afresh. */
  measure(): void;
  /** Told when the estimate moved by more than a figure on the clock could show. */
  subscribe(listener: () => void): () => void;
  /** Begins to watch this machine's clock. @returns how to stop. */
  start(): () => void;
}

const tripsPerMeasurement = 6;
const betweenTripsMs = 150;
const remeasureMs = 60_000;
const watchMs = 5_000;
const worthTellingMs = 40;

/** @param ask  asks the server for its time, Unix milliseconds; rejects when there is no answer. */
export const createServerClock = (ask: () => Promise<number>): ServerClock => {
  const listeners = new Set<() => void>();
  let offsetMs = 0;
  let measured = false;
  let round = 0;
  let last = read();

  const settle = (next: number): void => {
    const moved = Math.abs(next - offsetMs) > worthTellingMs;
    offsetMs = next;
    if (moved) for (const listener of listeners) listener();
  };
  const measure = (): void => {
    void measureRound(++round);
  };
  const measureRound = async (mine: number): Promise<void> => {
    const samples: ClockSample[] = [];
    for (let trip = 0; trip < tripsPerMeasurement; trip++) {
      const sentMs = Date.now();
      try {
        const serverMs = await ask();
        samples.push({ sentMs, receivedMs: Date.now(), serverMs });
      } catch {
        return;
      }
      if (mine !== round) return;
      const offset = clockOffsetMs(samples);
      // The first trip already beats the hint; the rest refine it.
      if (offset !== null && (!measured || trip === tripsPerMeasurement - 1)) {
        measured = true;
        settle(offset);
      }
      await new Promise((resolve) => setTimeout(resolve, betweenTripsMs));
    }
  };
  const look = (): void => {
    const reading = read();
    const jumped = clockJumped(last, reading);
    last = reading;
    if (!jumped) return;
    measured = false;
    measure();
  };
  const onVisible = (): void => {
    if (document.visibilityState !== 'visible') return;
    look();
    measure();
  };

  return {
    nowMs: () => Date.now() + offsetMs,
    hint: (serverNowMs) => {
      if (!measured) settle(serverNowMs - Date.now());
    },
    measure,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      const remeasuring = setInterval(measure, remeasureMs);
      const watching = setInterval(look, watchMs);
      document.addEventListener('visibilitychange', onVisible);
      return () => {
        round += 1;
        clearInterval(remeasuring);
        clearInterval(watching);
        document.removeEventListener('visibilitychange', onVisible);
      };
    },
  };
};

const read = (): ClockReading => ({ wallMs: Date.now(), monotonicMs: performance.now() });
