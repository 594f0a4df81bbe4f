import { describe, expect, it } from 'vitest';
import { clockText, remainingOf, spokenText, untilNextSecond } from './remaining.ts';

describe('the clock’s figures', () => {
  it.each([
    [15 * 60_000, '15:00'],
    [15 * 60_000 - 1, '15:00'],
    [380_000, '06:20'],
    [379_001, '06:20'],
    [379_000, '06:19'],
    [1, '00:01'],
    [0, '00:00'],
    [-999, '00:00'],
    [-1_000, '0:01 over'],
    [-80_000, '1:20 over'],
    [-4_000_000, '66:40 over'],
    [95 * 60_000, '95:00'],
  ])('shows %i ms as %s', (ms, text) => {
    expect(clockText(ms)).toBe(text);
  });

  it.each([
    [380_000, '6 minutes 20 seconds left'],
    [60_000, '1 minute left'],
    [1_000, '1 second left'],
    [0, '0 seconds left'],
    [-80_000, '1 minute 20 seconds over'],
  ])('says %i ms as %s', (ms, words) => {
    expect(spokenText(ms)).toBe(words);
  });

  it('changes its figure exactly when it asks to be looked at again', () => {
    for (const ms of [380_000, 379_001, 1, 0, -1, -999, -1_000, -80_500]) {
      const wait = untilNextSecond(ms);
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(1_000);
      expect(clockText(ms - wait + 1)).toBe(clockText(ms));
      expect([clockText(ms), '00:00']).toContain(clockText(ms - wait + 1));
    }
    expect(clockText(379_001 - untilNextSecond(379_001))).toBe('06:19');
  });
});

describe('what is left of the plan', () => {
  const now = 1_800_000_000_000;
  it('runs by the server’s time and stands still when paused', () => {
    const running = { kind: 'running', deadlineMs: now + 380_000, plannedMs: 900_000 } as const;
    expect(remainingOf(running, now)).toMatchObject({ text: '06:20', over: false, paused: false, plannedMinutes: 15 });
    expect(remainingOf(running, now).leftShare).toBeCloseTo(0.422, 3);
    const paused = { kind: 'paused', remainingMs: 380_000, plannedMs: 900_000 } as const;
    expect(remainingOf(paused, now + 1e9)).toMatchObject({ text: '06:20', paused: true });
  });
  it('is nothing, and no error, when the stage runs over', () => {
    const over = { kind: 'running', deadlineMs: now - 80_000, plannedMs: 900_000 } as const;
    expect(remainingOf(over, now)).toMatchObject({ text: '1:20 over', over: true, leftShare: 0 });
  });
});
