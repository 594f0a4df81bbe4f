import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockJumped, clockOffsetMs, type ClockSample } from './clock-offset.ts';

/** A trip of a client whose clock is `aheadMs` ahead of the server's. */
const trip = (aheadMs: number, outMs: number, backMs: number, atMs = 1_800_000_000_000): ClockSample => ({
  sentMs: atMs + aheadMs,
  serverMs: atMs + outMs,
  receivedMs: atMs + aheadMs + outMs + backMs,
});

const day = 86_400_000;

describe('offset of the server’s clock', () => {
  it('is unknown without a sample', () => {
    expect(clockOffsetMs([])).toBeNull();
  });

  it.each([0, day, -day, 1234])('finds a clock that is %i ms ahead', (aheadMs) => {
    expect(clockOffsetMs([trip(aheadMs, 20, 20), trip(aheadMs, 31, 31), trip(aheadMs, 25, 25)])).toBe(0 - aheadMs);
  });

  it('is not moved by slow trips: a queue on one way is left out', () => {
    const samples = [trip(0, 20, 20), trip(0, 22, 22), trip(0, 1_500, 20), trip(0, 900, 10)];
    expect(clockOffsetMs(samples)).toBe(0);
  });

  it('leaves out what can not be: a clock set back in between, a trip of many seconds, an answer that is no number', () => {
    expect(clockOffsetMs([{ sentMs: 1000, receivedMs: 900, serverMs: 5000 }])).toBeNull();
    expect(clockOffsetMs([trip(0, 3_000, 3_000)])).toBeNull();
    expect(clockOffsetMs([{ sentMs: 0, receivedMs: 10, serverMs: Number.NaN }])).toBeNull();
  });

  it('errs by half of the slowest trip kept at most', () => {
    const way = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(way, way), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: -day, max: day }),
        (ways, ahead) => {
          const samples = ways.map(([out, back]) => trip(ahead, out, back));
          const trips = ways.map(([out, back]) => out + back).toSorted((a, b) => a - b);
          const slowestKept = trips[Math.ceil(trips.length / 2) - 1] ?? 0;
          expect(Math.abs((clockOffsetMs(samples) ?? Infinity) + ahead)).toBeLessThanOrEqual(slowestKept / 2);
        },
      ),
    );
  });
});

describe('jumps of this machine’s clock', () => {
  const before = { wallMs: 1_000_000, monotonicMs: 5_000 };
  it('tells a clock that was set, either way, and a sleep that the monotonic clock did not count', () => {
    expect(clockJumped(before, { wallMs: 1_000_000 + day, monotonicMs: 10_000 })).toBe(true);
    expect(clockJumped(before, { wallMs: 1_000_000 - day, monotonicMs: 10_000 })).toBe(true);
    expect(clockJumped(before, { wallMs: 1_900_000, monotonicMs: 6_000 })).toBe(true);
  });
  it('takes late timers for what they are', () => {
    expect(clockJumped(before, { wallMs: 1_900_000, monotonicMs: 905_000 })).toBe(false);
  });
});
