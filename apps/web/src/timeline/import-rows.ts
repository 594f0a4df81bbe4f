// Rows that were read from a pasted timeline, while a person looks at them: what is marked, edited, left out. Pure.
import type { AcceptedRow } from '@hearth/learning/timeline/to-cards';
import type { TimelineRowBody } from '@hearth/protocol/http/timeline';
import { readTime, writeTime } from '../board/timeline/time-entry.ts';

export interface ImportRow {
  /** Line of the text it was read from, and its place: tells rows apart. */
  key: string;
  line: number;
  /** The time as it stood in the text. */
  written: string;
  /** The time as it stands in the field. */
  time: string;
  /** The time that was read, for as long as the field is not touched: parts of a second would be lost in it. */
  read: Pick<AcceptedRow, 'at' | 'endAt' | 'precision'> | null;
  text: string;
  problem: TimelineRowBody['problem'];
  included: boolean;
}

/** How times in the fields are read: `anchorMs` is a moment of the day that is meant where none is typed. */
export interface TimeFrame {
  anchorMs: number;
  zone: string;
}

/** The frame of these rows: the day of the first that has one, else of the incident, else of `nowMs`. */
export const frameOf = (
  rows: readonly TimelineRowBody[],
  zone: string,
  startedAt: number | null,
  nowMs: number,
): TimeFrame => {
  const first = rows.find((row) => row.at !== null)?.at;
  return { anchorMs: first ? Date.parse(first) : (startedAt ?? nowMs), zone };
};

export const rowsToLookAt = (rows: readonly TimelineRowBody[], frame: TimeFrame): ImportRow[] =>
  rows.map((row, index) => ({
    key: `${row.line}-${index}`,
    line: row.line,
    written: row.time,
    time: row.at === null ? '' : writeTime(instants(row), frame.anchorMs, frame.zone),
    read: { at: row.at, endAt: row.endAt, precision: row.precision },
    text: row.text,
    problem: row.problem,
    included: row.problem !== 'empty-text',
  }));

const instants = (row: Pick<TimelineRowBody, 'at' | 'endAt' | 'precision'>) => ({
  at: row.at === null ? null : Date.parse(row.at),
  endAt: row.endAt === null ? null : Date.parse(row.endAt),
  precision: row.precision,
});

/** A row with another time typed: what was read no longer counts. */
export const withTime = (row: ImportRow, time: string): ImportRow => ({ ...row, time, read: null });

const problemSentences: Record<NonNullable<TimelineRowBody['problem']>, string> = {
  'no-date': 'It names no day. Type one, such as 12 Nov 14:24.',
  'no-zone': 'It names no time zone: the one above is taken. Check the hour.',
  'time-not-understood': 'This time was not understood. Type it, or leave it empty if only the order is known.',
  'absurd-date': 'This day can not be right. Type it again.',
  'empty-text': 'Nothing is said here.',
};

export interface RowMark {
  field: 'time' | 'text';
  /** A row that is left like this can not come in. */
  blocks: boolean;
  sentence: string;
}

/** What is to be looked at in a row, or null. */
export const markOf = (row: ImportRow, frame: TimeFrame): RowMark | null => {
  if (row.text.trim() === '') return { field: 'text', blocks: true, sentence: problemSentences['empty-text'] };
  if (row.read === null) {
    const typed = readTime(row.time, frame.anchorMs, frame.zone);
    return typed.ok ? null : { field: 'time', blocks: true, sentence: typed.advice };
  }
  if (row.problem === null || row.problem === 'empty-text') return null;
  return { field: 'time', blocks: false, sentence: problemSentences[row.problem] };
};

/** The included rows as they will stand on the board, or the first row that can not come in. */
export const acceptedRows = (
  rows: readonly ImportRow[],
  frame: TimeFrame,
): { ok: true; rows: AcceptedRow[] } | { ok: false; key: string } => {
  const accepted: AcceptedRow[] = [];
  for (const row of rows) {
    if (!row.included) continue;
    const mark = markOf(row, frame);
    if (mark?.blocks) return { ok: false, key: row.key };
    accepted.push({ ...timeOf(row, frame), text: row.text.trim() });
  }
  return { ok: true, rows: accepted };
};

const timeOf = (row: ImportRow, frame: TimeFrame): Pick<AcceptedRow, 'at' | 'endAt' | 'precision'> => {
  if (row.read !== null)
    // A day that can not be right would stretch the axis over years: the row keeps its order only.
    return row.problem === 'absurd-date' ? { at: null, endAt: null, precision: 'unknown' } : row.read;
  const typed = readTime(row.time, frame.anchorMs, frame.zone);
  if (!typed.ok) throw new Error('a time that can not be read was not marked');
  const { at, endAt, precision } = typed.time;
  return {
    at: at === null ? null : new Date(at).toISOString(),
    endAt: endAt === null ? null : new Date(endAt).toISOString(),
    precision,
  };
};
