import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxTimelineBytes, parseTimeline, type TimelineOptions, type TimelineRow } from './parse.ts';

function rowsOf(input: string, options?: TimelineOptions): TimelineRow[] {
  const parsed = parseTimeline(input, options);
  expect(parsed).toMatchObject({ ok: true });
  return parsed.ok ? parsed.rows : [];
}

const report = (...lines: string[]): string =>
  ['# 2021-03-03 Queue stalled', '', '## Timeline', '', ...lines].join('\n');
const instants = (input: string, options?: TimelineOptions): (string | null)[] =>
  rowsOf(input, options).map((row) => row.at?.replace(':00.000Z', 'Z') ?? null);

describe('days', () => {
  it('[T13] takes the day from the title, the text, or the front matter', () => {
    expect(instants(report('- 10:15 UTC: a'))).toEqual(['2021-03-03T10:15Z']);
    const told = '+++\ndate = 2021-03-20\n+++\n\nOn 3 March the queue stalled.\n\n## Timeline\n\n- 10:15 UTC: a';
    expect(instants(told)).toEqual(['2021-03-03T10:15Z']);
    const published = '---\ndate: 2021-03-20\n---\n\n## Timeline\n\n- 10:15 UTC: a';
    expect(instants(published)).toEqual(['2021-03-20T10:15Z']);
    expect(instants(published, { date: '2021-03-19' })).toEqual(['2021-03-19T10:15Z']);
  });

  it('[T12] gives a day without a year the nearest one', () => {
    expect(instants('# 2021-01-02\n\n## Timeline\n\n- Dec 31, 10:00 UTC: a\n- Jan 1, 11:00 UTC: b')).toEqual([
      '2020-12-31T10:00Z',
      '2021-01-01T11:00Z',
    ]);
  });

  it('[T15] [T49] reads updates under headings, latest first, as one day', () => {
    const page =
      '# 2021-03-03\n\n## Update - 12:30 UTC\n\nThis is fixed.\n\n## Update - 11:15 UTC\n\nCause was found.\n\n';
    expect(instants(`${page}## Investigating (04:00 UTC)\n\nPages are slow.`)).toEqual([
      '2021-03-03T12:30Z',
      '2021-03-03T11:15Z',
      '2021-03-03T04:00Z',
    ]);
  });

  it('[T50] takes two lines that begin with a time for the rows where a report tells no other events', () => {
    const told = rowsOf(
      '# Fridges\n\nIt was warm.\n\n9:05 am alarm rings\n- 10:00-10:20 moved\n\n## Learnings\n\n- a b',
    );
    expect(told.map((row) => [row.line, row.time, row.text])).toEqual([
      [5, '9:05 am', 'alarm rings'],
      [6, '10:00-10:20', 'moved'],
    ]);
    expect(parseTimeline('# Fridges\n\nIt was warm.\n\n10:15 alarm rings')).toMatchObject({ ok: false });
    expect(parseTimeline('# Fridges\n\n9:05 a b\n9:12 c d', { format: 'markdown' })).toMatchObject({ ok: false });
  });

  it('[T61] reads a status page, where the time stands under the update', () => {
    const page =
      'Slow pages\n\nResolved\nAll is well.\nPosted Mar 03, 2021 - 21:03 UTC\n\nUpdate -\nStill slow.\nMar 3, 20:00 UTC';
    expect(rowsOf(page).map((row) => [row.at, row.text, row.line])).toEqual([
      ['2021-03-03T21:03:00.000Z', 'Resolved\nAll is well.', 3],
      ['2021-03-03T20:00:00.000Z', 'Update -\nStill slow.', 7],
    ]);
    expect(rowsOf('Update\n10:15 a b\nUpdate\n10:20 c d')[1]).toMatchObject({ time: '10:15' });
  });

  it('[T3] takes four digits behind a full date for a time where a mark follows', () => {
    expect(instants(report('- 2021-03-03 1625: a', '- 2021-03-03 2021: b', '- 2021-03-03 1200 users left'))).toEqual([
      '2021-03-03T16:25Z',
      '2021-03-03T20:21Z',
      '2021-03-03T00:00Z',
    ]);
  });

  it('[T15] rolls over past midnight, and keeps rows that are a little out of order', () => {
    expect(instants(report('All times in UTC', '', '- 23:50 a', '- 23:45 b', '- 00:10 c'))).toEqual([
      '2021-03-03T23:50Z',
      '2021-03-03T23:45Z',
      '2021-03-04T00:10Z',
    ]);
  });

  it('[T16] reads hours without am or pm as they follow', () => {
    expect(instants(report('All times in UTC', '', '- 11:50 AM a', '- 1:05 b', '- 2:00 c'))).toEqual([
      '2021-03-03T11:50Z',
      '2021-03-03T13:05Z',
      '2021-03-03T14:00Z',
    ]);
  });

  it('[T14] follows weekdays and "next day"', () => {
    // 2021-03-03 was a Wednesday.
    expect(instants(report('- Wednesday 10:00 UTC: a', '- Friday 11:00 UTC: b', '- next day 12:00 UTC: c'))).toEqual([
      '2021-03-03T10:00Z',
      '2021-03-05T11:00Z',
      '2021-03-06T12:00Z',
    ]);
  });

  it('[T17] puts a day without a time at its start, as about', () => {
    const [row] = rowsOf(report('- 2021-03-02 - reviewed'));
    expect(row).toMatchObject({ at: '2021-03-02T00:00:00.000Z', precision: 'about', problem: null, text: 'reviewed' });
  });

  it('[T31] leaves the instant open where no day is known', () => {
    const [row] = rowsOf('## Timeline\n\n- 10:15 UTC: a');
    expect(row).toMatchObject({ at: null, problem: 'no-date', precision: 'exact' });
  });
});

describe('zones', () => {
  it('[T21] prefers own zone, then table header, then statement, then option', () => {
    expect(instants(report('All times in CET.', '', '- 10:15 UTC a', '- 10:20 b'))).toEqual([
      '2021-03-03T10:15Z',
      '2021-03-03T09:20Z',
    ]);
    expect(instants(report('| Time (PST) | What |', '|---|---|', '| 10:15 | a |'))).toEqual(['2021-03-03T18:15Z']);
    expect(instants(report('- 10:15 a'), { zone: 'Europe/Berlin' })).toEqual(['2021-03-03T09:15Z']);
    expect(instants(report('Time zone: America/New_York', '', '- 10:15 a'))).toEqual(['2021-03-03T15:15Z']);
    expect(instants('# 2021-03-03\n\n**Timeline (CET)**\n\n- 10:15 a')).toEqual(['2021-03-03T09:15Z']);
    expect(instants('# 2021-03-03\n\n## Timeline (all times PST)\n\n10:15 - a')).toEqual(['2021-03-03T18:15Z']);
  });

  it('[T21] carries the zone of the entry before', () => {
    expect(instants(report('- 10:15 PST: a', '- 10:20: b'))).toEqual(['2021-03-03T18:15Z', '2021-03-03T18:20Z']);
  });

  it('[T23] assumes UTC and says so', () => {
    expect(rowsOf(report('- 10:15 a'))[0]).toMatchObject({ at: '2021-03-03T10:15:00.000Z', problem: 'no-zone' });
  });

  it('[T8] uses a second clock where the first names no zone', () => {
    expect(instants(report('- 6:48 (14:48 UTC): a'))).toEqual(['2021-03-03T14:48Z']);
    expect(instants(report('All times in PST', '', '- 6:48 (14:48 UTC): a'))).toEqual(['2021-03-03T14:48Z']);
  });
});

describe('rows', () => {
  it('[T6] gives ranges an end, past midnight too', () => {
    const [row] = rowsOf(report('- 23:30 - 00:10 UTC: drained'));
    expect(row).toMatchObject({ at: '2021-03-03T23:30:00.000Z', endAt: '2021-03-04T00:10:00.000Z', text: 'drained' });
  });

  it('[T7] counts T+5m from the instant of T', () => {
    expect(instants(report('- T+0 (10:00 UTC) pager', '- T+5m ack', '- T+1:30 fixed'))).toEqual([
      '2021-03-03T10:00Z',
      '2021-03-03T10:05Z',
      '2021-03-03T11:30Z',
    ]);
  });

  it('[T4] keeps rows whose time nobody knew', () => {
    expect(rowsOf(report('- 10:15 UTC: a', '- ??:??: b'))[1]).toMatchObject({
      precision: 'unknown',
      problem: 'time-not-understood',
      text: 'b',
    });
  });

  it('[T31] names absurd dates', () => {
    expect(rowsOf(report('- 1021-03-03 10:15 UTC: a'))[0]).toMatchObject({ at: null, problem: 'absurd-date' });
  });

  it('[T30] tells each row its line', () => {
    expect(rowsOf(report('- 10:15 a', '', '- 10:20 b')).map((row) => row.line)).toEqual([5, 7]);
  });
});

describe('refusals', () => {
  it('[T32] refuses with advice', () => {
    for (const [input, reason] of [
      ['  \n', 'empty'],
      ['a\0b', 'binary'],
      ['x'.repeat(maxTimelineBytes + 1), 'too-large'],
      ['é'.repeat(maxTimelineBytes / 2 + 1), 'too-large'],
      ['# Nothing\n\nto see', 'no-rows'],
    ] as const) {
      const parsed = parseTimeline(input);
      expect(parsed).toMatchObject({ ok: false, reason });
      expect(parsed.ok ? '' : parsed.advice).toMatch(/\.$/);
    }
  });
});

/** Quadratic work would take minutes; a busy machine may take some seconds. */
const hostileLimitMs = 60_000;

describe('any text', () => {
  const words = [
    '10:15',
    '2021-03-03',
    'UTC',
    '## Timeline',
    '- ',
    '| ',
    '|-|-|',
    '\n',
    ' ',
    'T+5m',
    '~',
    '"',
    ',',
    'am',
    '??:??',
    'a',
    '>',
    '1. ',
    '(',
    ']',
  ];
  const pasted = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('[T30] never throws, keeps the order, and gives the same rows again', () => {
    fc.assert(
      fc.property(pasted, fc.constantFrom('markdown', 'csv', 'text', undefined), (input, format) => {
        const options = format === undefined ? {} : { format };
        const parsed = parseTimeline(input, options);
        if (!parsed.ok) return;
        const lines = parsed.rows.map((row) => row.line);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        const dated = parsed.rows.flatMap(({ at }) => (at === null ? [] : [at]));
        expect(dated.map((at) => new Date(at).toISOString())).toEqual(dated);
        expect(parsed.rows.filter(({ at, endAt }) => endAt !== null && (at === null || endAt < at))).toEqual([]);
        expect(parseTimeline(input, options)).toEqual(parsed);
      }),
    );
  });

  it(
    '[T32] takes a hostile mebibyte in bounded time',
    () => {
      for (const piece of [
        '- a\n',
        '[',
        '> ',
        '10:15 ',
        '|a|b|\n|-|-|\n',
        '1. a\n- b\n',
        '*a ',
        '\t- a\n',
        '"a,',
        '2020-01-01 ',
      ]) {
        const input = piece.repeat(Math.floor(maxTimelineBytes / piece.length));
        expect(parseTimeline(input)).toHaveProperty('ok');
        expect(parseTimeline(input, { format: 'text' })).toHaveProperty('ok');
      }
    },
    hostileLimitMs,
  );
});
