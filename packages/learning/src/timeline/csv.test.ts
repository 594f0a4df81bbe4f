import { describe, expect, it } from 'vitest';
import { parseTimeline } from './parse.ts';

function told(input: string): string[] {
  const parsed = parseTimeline(input, { date: '2021-03-03', zone: 'UTC' });
  expect(parsed).toMatchObject({ ok: true, format: 'csv' });
  return parsed.ok ? parsed.rows.map((row) => `${row.at?.slice(5, 16) ?? 'null'} ${row.text}`) : [];
}

describe('CSV', () => {
  it('[T52] reads commas, semicolons, tabs and quotes', () => {
    expect(told('time,event\n10:15,"a, ""b""\nc"\n10:20,d')).toEqual(['03-03T10:15 a, "b"\nc', '03-03T10:20 d']);
    expect(told('When;What\n10:15;a\n10:20;b')).toEqual(['03-03T10:15 a', '03-03T10:20 b']);
    expect(told('timestamp\tmessage\n2021-03-04T10:15:00Z\ta')).toEqual(['03-04T10:15 a']);
  });

  it('[T53] joins date and time, and puts who before what', () => {
    expect(told('date,time,who,description,link\n2021-03-04,10:15,Ada,restarted,x')).toEqual([
      '03-04T10:15 Ada: restarted',
    ]);
  });

  it('[T53] takes ends from their column, and leaves ids and durations out', () => {
    const parsed = parseTimeline(
      'incident_id,start_at,end_at,minutes,status\n7,2021-03-04T10:15:00Z,2021-03-04T10:20:00Z,5,Update',
    );
    expect(parsed.ok && parsed.rows[0]).toMatchObject({ text: 'Update', endAt: '2021-03-04T10:20:00.000Z' });
  });

  it('[T53] does without a header', () => {
    expect(told('2021-03-04 10:15,a\n2021-03-04 10:20,b\n2021-03-04 10:25,c')).toHaveLength(3);
  });

  it('[T54] reads Unix time', () => {
    expect(told('ts,text\n1614853800,a\n1614853800000,b\n1614853800.000200,c')).toEqual([
      '03-04T10:30 a',
      '03-04T10:30 b',
      '03-04T10:30 c',
    ]);
  });

  it('[T52] names the line of an open quote', () => {
    const parsed = parseTimeline('time,event\n10:15,"a\n10:20,b', { format: 'csv' });
    expect(parsed).toMatchObject({
      ok: false,
      reason: 'broken-csv',
      advice: expect.stringContaining('line 2') as string,
    });
  });

  it('[T58] keeps rows whose time it cannot read', () => {
    const parsed = parseTimeline('time,event\n10:15,a\nlater,b');
    expect(parsed.ok && parsed.rows[1]).toMatchObject({ time: 'later', text: 'b', problem: 'time-not-understood' });
  });
});
