import { describe, expect, it } from 'vitest';
import { cityOf, sameClocks, timeInBoth } from './zone-words.ts';

const at = Date.UTC(2026, 10, 12, 23, 24);
const time = { at, endAt: null, precision: 'exact' as const };

describe('[B53] times in two zones', () => {
  it('name both clocks where they differ, and the day where it is another', () => {
    expect(timeInBoth(time, at, 'Europe/London', 'Asia/Kolkata')).toBe(
      '23:24 in London, 04:54 where you are (Kolkata)',
    );
    const morning = { ...time, at: Date.UTC(2026, 10, 12, 1) };
    expect(timeInBoth(morning, at, 'Europe/London', 'America/New_York')).toBe(
      '01:00 in London, 11 Nov 20:00 where you are (New York)',
    );
  });

  it('name one where they agree, whatever the zones are called', () => {
    expect(sameClocks(at, 'Europe/London', 'UTC')).toBe(true);
    expect(sameClocks(Date.UTC(2026, 6, 1), 'Europe/London', 'UTC')).toBe(false);
    expect(timeInBoth(time, at, 'Europe/London', 'Africa/Abidjan')).toBe('23:24 (London)');
  });

  it('say nothing about a time that nobody knows', () => {
    expect(timeInBoth({ at: null, endAt: null, precision: 'unknown' }, at, 'UTC', 'Asia/Tokyo')).toBe('');
  });

  it('call a zone by its city', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(cityOf('Asia/Calcutta')).toBe('Kolkata');
    expect(cityOf('UTC')).toBe('UTC');
  });
});
