import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDays, dayOf, daysBetween, dayStart, instantOf, isZone, wallTimeOf } from './wall-time.ts';

describe('wall times', () => {
  it('[Z1] reads a time in its zone', () => {
    expect(instantOf('2026-11-12T14:24', 'Europe/London')).toBe(Date.UTC(2026, 10, 12, 14, 24));
    expect(instantOf('2026-07-12T14:24', 'Europe/London')).toBe(Date.UTC(2026, 6, 12, 13, 24));
    expect(instantOf('2026-07-12T14:24', 'Asia/Kolkata')).toBe(Date.UTC(2026, 6, 12, 8, 54));
  });

  it('[Z1] takes the first coming of an hour that comes twice', () => {
    expect(instantOf('2026-10-25T01:30', 'Europe/London')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(instantOf('2026-11-01T01:30', 'America/New_York')).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });

  it('[Z1] counts on through an hour that does not come', () => {
    expect(instantOf('2026-03-29T01:30', 'Europe/London')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it.each(['', '2026-02-31T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '2026-01-01', 'yesterday'])(
    '[Z2] refuses %j',
    (wall) => {
      expect(instantOf(wall, 'UTC')).toBeNull();
    },
  );

  it('[Z3] tells the day in the zone, not in UTC', () => {
    expect(dayOf(Date.UTC(2026, 10, 12, 23, 30), 'Asia/Tokyo')).toBe('2026-11-13');
    expect(dayOf(Date.UTC(2026, 10, 12, 3), 'America/Los_Angeles')).toBe('2026-11-11');
  });

  it('[Z3] counts calendar days in the zone', () => {
    const [late, early] = [Date.UTC(2026, 10, 12, 23, 30), Date.UTC(2026, 10, 13, 0, 30)];
    expect(daysBetween(late, early, 'UTC')).toBe(1);
    expect(daysBetween(late, early, 'Asia/Tokyo')).toBe(0);
    expect(calendarDays('2024-03-01', '2024-02-28')).toBe(-2);
  });

  it('[Z3] a day of 23 hours begins at its midnight too', () => {
    expect(dayStart(Date.UTC(2026, 2, 29, 20), 'Europe/London')).toBe(Date.UTC(2026, 2, 29));
    expect(dayStart(Date.UTC(2026, 2, 29, 23, 30), 'Europe/London')).toBe(Date.UTC(2026, 2, 29, 23));
  });

  it('[Z3] a zone that nobody knows counts as UTC', () => {
    expect(wallTimeOf(Date.UTC(2026, 0, 1, 12), 'Europe/Atlantis')).toBe('2026-01-01T12:00');
  });

  it('[I4] isZone knows IANA names and UTC, and nothing else', () => {
    for (const zone of ['Europe/London', 'Asia/Kathmandu', 'UTC']) expect(isZone(zone)).toBe(true);
    for (const zone of ['', 'London', 'Europe/London; rm']) expect(isZone(zone)).toBe(false);
  });

  it('[Z1] comes back to the same minute from any instant, save in an hour that comes twice', () => {
    const zones = ['UTC', 'Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];
    const minute = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2060, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
        const wall = wallTimeOf(at * 60_000, zone);
        const again = instantOf(wall, zone);
        expect(again).not.toBeNull();
        expect(wallTimeOf(again ?? 0, zone)).toBe(wall);
        expect(again).toBeLessThanOrEqual(at * 60_000);
      }),
    );
  });
});
