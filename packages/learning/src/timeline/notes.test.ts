import { describe, expect, it } from 'vitest';
import { parseTimeline, type TimelineRow } from './parse.ts';

function rowsOf(input: string, format?: 'text'): TimelineRow[] {
  const parsed = parseTimeline(input, { date: '2021-03-03', zone: 'UTC', ...(format ? { format } : {}) });
  expect(parsed).toMatchObject({ ok: true, format: 'text' });
  return parsed.ok ? parsed.rows : [];
}
const told = (input: string, format?: 'text'): string[] =>
  rowsOf(input, format).map((row) => `${row.at?.slice(5, 16) ?? 'null'} ${row.text}`);

describe('notes', () => {
  it('[T57] reads a line an entry', () => {
    expect(told('[10:15] a\n10:20 - b\n   more of b\n2021-03-04 09:00 UTC c')).toEqual([
      '03-03T10:15 a',
      '03-03T10:20 b\nmore of b',
      '03-04T09:00 c',
    ]);
  });

  it('[T58] loses no line', () => {
    const rows = rowsOf('10:15 a\nthen b\n10:20 c');
    expect(rows.map((row) => row.text)).toEqual(['a', 'then b', 'c']);
    expect(rows[1]).toMatchObject({ time: '', at: null, precision: 'unknown', problem: 'time-not-understood' });
    expect(rowsOf('first\nsecond', 'text')).toHaveLength(2);
  });

  it('[T45] follows days on lines of their own and a stated zone', () => {
    expect(told('All times in CET\n4 March 2021\n10:15 a\n5 March\n09:00 b')).toEqual([
      '03-04T09:15 a',
      '03-05T08:00 b',
    ]);
  });

  it('[T59] reads chat pastes', () => {
    expect(told('Ada Byron  10:15 AM\nQueue stalls\nin all regions\n\nBo [10:20]\nOn it')).toEqual([
      '03-03T10:15 Ada Byron: Queue stalls\nin all regions',
      '03-03T10:20 Bo: On it',
    ]);
    expect(told('Ada Byron\n10:15 AM\nQueue stalls\n\nBo Cole\n10:20 AM\nOn it')).toEqual([
      '03-03T10:15 Ada Byron: Queue stalls',
      '03-03T10:20 Bo Cole: On it',
    ]);
    expect(told('[10:15] <ada> Queue stalls\n[10:20] <bo> On it')).toEqual([
      '03-03T10:15 ada: Queue stalls',
      '03-03T10:20 bo: On it',
    ]);
    const quoted = ['>Ada [8:27 AM]', '>a', '>', '>Bo [8:28 AM]', '>b', '>', '>Ada [8:29 AM]', '>c'].join('\n');
    expect(told(quoted)).toEqual(['03-03T08:27 Ada: a', '03-03T08:28 Bo: b', '03-03T08:29 Ada: c']);
  });

  it('[T50] guesses the format', () => {
    const formats = ['10:15 a\n10:20 b', '## Timeline\n\n- 10:15 a', 'time,event\n10:15,a'].map((input) => {
      const parsed = parseTimeline(input);
      return parsed.ok ? parsed.format : parsed.reason;
    });
    expect(formats).toEqual(['text', 'markdown', 'csv']);
  });
});
