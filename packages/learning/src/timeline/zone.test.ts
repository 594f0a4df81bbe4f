import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findZone, instantOf, parseZone, readZone } from './zone.ts';

const minutes = (text: string): number | null => {
  const zone = readZone(text)?.zone;
  return zone?.kind === 'fixed' ? zone.minutes : null;
};
const instant = (name: string, wall: string): string | null => {
  const zone = parseZone(name);
  return zone && new Date(instantOf(Date.parse(`${wall}Z`), zone)).toISOString().slice(0, 16);
};

describe('zones', () => {
  it.each([
    [' UTC a', 0],
    ['Z', 0],
    [' (PST) a', -480],
    ['+02:00 a', 120],
    [' +0530', 330],
    ['-0500', -300],
    [' UTC+1', 60],
    [' GMT-7 a', -420],
    [' GST: a', 240],
    [' ACDT a', 630],
  ])('[T20] [T22] %s is %i minutes', (text, expected) => {
    expect(minutes(text)).toBe(expected);
  });

  it.each(['-11:30', ' - 5 pods', ' est omnis', ' we saw', ' ETA', '+1 for that'])('[T22] %s is no zone', (text) => {
    expect(readZone(text)).toBeNull();
  });

  it('[T20] takes abbreviations at their word and regions by their clock', () => {
    expect(instant('PST', '2021-07-01T10:00:00')).toBe('2021-07-01T18:00');
    expect(instant('America/Los_Angeles', '2021-07-01T10:00:00')).toBe('2021-07-01T17:00');
    expect(instant('Europe/Berlin', '2021-01-01T10:00:00')).toBe('2021-01-01T09:00');
    expect(instant('No/Where', '2021-01-01T10:00:00')).toBeNull();
  });

  it('[T20] finds the zone of a statement', () => {
    expect(findZone('All times in CET (GMT+1)')).toEqual({ kind: 'fixed', minutes: 60 });
    expect(findZone('times are Pacific time')).toEqual({ kind: 'region', name: 'America/Los_Angeles' });
    expect(findZone('all times approximate')).toBeNull();
  });

  it('[T20] turns a wall clock into an instant and back', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 2_000_000_000 }), (timeZone, seconds) => {
        const at = instantOf(seconds * 1000, { kind: 'region', name: timeZone });
        const wall = new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
        const shown = Date.parse(`${wall}Z`);
        // An hour off only where a clock change skips the wall clock.
        expect([0, 3_600_000]).toContain(Math.abs(shown - seconds * 1000));
      }),
    );
  });
});
