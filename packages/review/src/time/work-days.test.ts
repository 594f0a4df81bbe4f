import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallTimeOf } from './wall-time.ts';
import { afterWorkDays } from './work-days.ts';

const at = (day: number, hour = 15, month = 10) => Date.UTC(2026, month, day, hour);
const later = (from: number, days = 2, zone = 'UTC') => wallTimeOf(afterWorkDays(from, days, zone), zone);

describe('work days', () => {
  it.each([
    ['Monday', 16, '2026-11-18T15:00'],
    ['Thursday', 19, '2026-11-23T15:00'],
    ['Friday', 20, '2026-11-24T15:00'],
    ['Saturday', 21, '2026-11-24T15:00'],
    ['Sunday', 22, '2026-11-24T15:00'],
  ])('[Z5] two work days after a %s skip the weekend', (_, day, expected) => {
    expect(later(at(day))).toBe(expected);
  });

  it('[Z5] the days are those of the zone', () => {
    // Friday evening in New York is Saturday in UTC.
    const fridayEvening = at(21, 1);
    expect(later(fridayEvening, 2, 'America/New_York')).toBe('2026-11-24T20:00');
    expect(later(fridayEvening, 2, 'UTC')).toBe('2026-11-24T01:00');
  });

  it('[Z5] the clock shows the same time though it was changed in between', () => {
    const friday = Date.UTC(2026, 9, 23, 14);
    expect(wallTimeOf(friday, 'Europe/London')).toBe('2026-10-23T15:00');
    expect(later(friday, 2, 'Europe/London')).toBe('2026-10-27T15:00');
  });

  it('[Z5] none of them is no wait; each is one to three days, and ends on a work day', () => {
    const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 10 }), (from, days) => {
        const to = afterWorkDays(from, days, 'UTC');
        expect(afterWorkDays(from, 0, 'UTC')).toBe(from);
        if (days > 0) expect([0, 6]).not.toContain(new Date(to).getUTCDay());
        expect(afterWorkDays(from, days + 1, 'UTC') - to).toBeGreaterThanOrEqual(86_400_000);
        expect(afterWorkDays(from, days + 1, 'UTC') - to).toBeLessThanOrEqual(3 * 86_400_000);
      }),
    );
  });
});
