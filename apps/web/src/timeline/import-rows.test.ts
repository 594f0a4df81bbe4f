import type { TimelineRowBody } from '@hearth/protocol/http/timeline';
import { describe, expect, it } from 'vitest';
import { acceptedRows, frameOf, markOf, rowsToLookAt, withTime, type ImportRow } from './import-rows.ts';

const row = (over: Partial<TimelineRowBody> = {}): TimelineRowBody => ({
  time: '14:24',
  at: '2026-11-12T14:24:31.000Z',
  endAt: null,
  precision: 'exact',
  text: 'Four calls, one firmware',
  line: 1,
  problem: null,
  ...over,
});
const unread = row({ at: null, precision: 'unknown', problem: 'time-not-understood', time: 'soon' });
const frame = { anchorMs: Date.UTC(2026, 10, 12, 13), zone: 'Europe/London' };
const look = (...rows: TimelineRowBody[]) => rowsToLookAt(rows, frame);
const only = (rows: ImportRow[]): ImportRow => {
  if (rows.length !== 1 || rows[0] === undefined) throw new Error('one row was wanted');
  return rows[0];
};

describe('rows of an import', () => {
  it('shows and keeps what was read, to the second', () => {
    const rows = look(row());
    expect(only(rows).time).toBe('14:24:31');
    expect(acceptedRows(rows, frame)).toEqual({
      ok: true,
      rows: [{ at: '2026-11-12T14:24:31.000Z', endAt: null, precision: 'exact', text: 'Four calls, one firmware' }],
    });
  });

  it('reads what a person types, precision and day included', () => {
    const accept = (time: string) => acceptedRows([withTime(only(look(unread)), time)], frame);
    expect(accept('about 14:40')).toMatchObject({ rows: [{ at: '2026-11-12T14:40:00.000Z', precision: 'about' }] });
    expect(accept('13 Nov 09:05')).toMatchObject({ rows: [{ at: '2026-11-13T09:05:00.000Z' }] });
    expect(accept('')).toMatchObject({ rows: [{ at: null, precision: 'unknown' }] });
  });

  it('marks what was not understood, and lets it come in by its order all the same', () => {
    const rows = look(unread);
    expect(markOf(only(rows), frame)).toMatchObject({ field: 'time', blocks: false });
    expect(acceptedRows(rows, frame)).toMatchObject({ ok: true, rows: [{ at: null, precision: 'unknown' }] });
  });

  it('takes the mark away once the time is typed', () => {
    expect(markOf(withTime(only(look(unread)), '14:30'), frame)).toBeNull();
  });

  it('holds a row back whose typed time can not be read, or that says nothing', () => {
    const wrong = withTime(only(look(row({ line: 7 }))), '25:99');
    expect(acceptedRows([wrong], frame)).toEqual({ ok: false, key: wrong.key });
    expect(markOf({ ...only(look(row())), text: '  ' }, frame)).toMatchObject({ field: 'text', blocks: true });
  });

  it('leaves out what is excluded, and from the start what says nothing', () => {
    const rows = look(row(), row({ text: '', problem: 'empty-text', line: 2 }));
    expect(rows.map(({ included }) => included)).toEqual([true, false]);
    expect(acceptedRows(rows, frame)).toMatchObject({ ok: true, rows: [{}] });
    expect(
      acceptedRows(
        rows.map((one) => ({ ...one, included: false })),
        frame,
      ),
    ).toEqual({ ok: true, rows: [] });
  });

  it('does not put an absurd day on the axis', () => {
    const rows = look(row({ at: '0026-11-12T14:24:00.000Z', problem: 'absurd-date' }));
    expect(acceptedRows(rows, frame)).toMatchObject({ rows: [{ at: null }] });
  });

  it('takes the day of the first row that has one, then of the incident, then of today', () => {
    expect(frameOf([unread, row()], 'UTC', 5, 9).anchorMs).toBe(Date.parse('2026-11-12T14:24:31.000Z'));
    expect(frameOf([unread], 'UTC', 5, 9).anchorMs).toBe(5);
    expect(frameOf([], 'UTC', null, 9).anchorMs).toBe(9);
  });
});
