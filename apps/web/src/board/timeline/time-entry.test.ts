import { dayStart, instantOf, wallTimeOf } from '@hearth/review/time/wall-time';
import { clock } from '@hearth/review/time/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime, timeWords, writeTime } from './time-entry.ts';

const anchor = Date.UTC(2026, 10, 12, 13, 5);
const at = (iso: string): number => Date.parse(iso);
const read = (typed: string, zone = 'Europe/London') => readTime(typed, anchor, zone);

describe('[B4] a typed time', () => {
  it.each([
    ['14:24', '2026-11-12T14:24:00Z', null, 'exact'],
    ['about 14:40', '2026-11-12T14:40:00Z', null, 'about'],
    ['~14.40', '2026-11-12T14:40:00Z', null, 'about'],
    ['9:05', '2026-11-12T09:05:00Z', null, 'exact'],
    ['14:24:05', '2026-11-12T14:24:05Z', null, 'exact'],
    ['14:24:05 to 14:24:50', '2026-11-12T14:24:05Z', '2026-11-12T14:24:50Z', 'exact'],
    ['13 Nov 09:05:30', '2026-11-13T09:05:30Z', null, 'exact'],
    ['1424', '2026-11-12T14:24:00Z', null, 'exact'],
    ['13:41 to 14:24', '2026-11-12T13:41:00Z', '2026-11-12T14:24:00Z', 'exact'],
    ['13:41-14:24', '2026-11-12T13:41:00Z', '2026-11-12T14:24:00Z', 'exact'],
    ['23:50 – 00:10', '2026-11-12T23:50:00Z', '2026-11-13T00:10:00Z', 'exact'],
    ['13 Nov 09:05', '2026-11-13T09:05:00Z', null, 'exact'],
    ['Nov 13, 2025 09:05', '2025-11-13T09:05:00Z', null, 'exact'],
    ['2026-11-11 23:15', '2026-11-11T23:15:00Z', null, 'exact'],
  ])('reads %s', (typed, begin, end, precision) => {
    expect(read(typed)).toEqual({ ok: true, time: { at: at(begin), endAt: end === null ? null : at(end), precision } });
  });

  it('means that only the order is known when it is empty', () => {
    expect(read('  ')).toEqual({ ok: true, time: { at: null, endAt: null, precision: 'unknown' } });
  });

  it.each(['soon', '25:00', '14:61', '14:24:60', '31 Feb 10:00', '14:00 to 13:00 to 12:00', '31 Foo 10:00'])(
    'says what to do about %s',
    (typed) => {
      const entry = read(typed);
      expect(entry.ok).toBe(false);
      expect(entry.ok ? '' : entry.advice).toMatch(/14:24/);
    },
  );

  it('stands in the zone of the incident', () => {
    expect(read('14:24', 'America/New_York')).toMatchObject({ time: { at: at('2026-11-12T19:24:00Z') } });
  });

  it('comes back unchanged from the text that a field shows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2090, 0) }),
        fc.option(fc.integer({ min: 1, max: 4000 })),
        fc.boolean(),
        fc.constantFrom('Europe/London', 'Asia/Kolkata', 'UTC'),
        (ms, length, about, zone) => {
          const begin = ms - (ms % 1000);
          const time = {
            at: begin,
            endAt: length === null ? null : begin + length * 7_000,
            precision: about ? ('about' as const) : ('exact' as const),
          };
          // In the hour that a clock repeats, a wall time has two meanings: leave out those.
          fc.pre(
            [time.at, time.endAt ?? begin].every(
              (moment) => instantOf(wallTimeOf(moment, zone), zone) === moment - (moment % 60_000),
            ),
          );
          expect(readTime(writeTime(time, anchor, zone), anchor, zone)).toEqual({ ok: true, time });
        },
      ),
    );
  });
});

describe('[B5] words for times', () => {
  it('names the day only where it is another', () => {
    const time = { at: at('2026-11-13T00:10:00Z'), endAt: null, precision: 'about' as const };
    expect(timeWords(time, anchor, 'Europe/London')).toBe('about 13 Nov 00:10');
    expect(timeWords({ ...time, at: anchor }, anchor, 'Europe/London')).toBe('about 13:05');
    expect(timeWords({ at: null, endAt: null, precision: 'unknown' }, anchor, 'UTC')).toBe('order unknown');
  });

  it('finds midnight on the day that clocks change', () => {
    const noon = at('2026-10-25T12:00:00Z');
    expect(clock(dayStart(noon, 'Europe/London'), 'Europe/London')).toBe('00:00');
    expect(dayStart(noon, 'Europe/London')).toBe(at('2026-10-24T23:00:00Z'));
  });
});
