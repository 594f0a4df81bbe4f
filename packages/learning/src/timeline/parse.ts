// Timeline rows of whatever a person pastes: a Markdown report, a CSV export, notes. Pure. Rules: SPEC T1-T60.

import { parseCsv } from './csv.ts';
import { detectFormat, looksLikeChat, timedLines } from './format.ts';
import { readDate } from './calendar.ts';
import type { Given } from './given.ts';
import { markdownRows } from './markdown.ts';
import { textRows } from './notes.ts';
import type { TimelineFormat, TimelineParse } from './row.ts';
import { statusPageRows } from './status-page.ts';
import { parseZone } from './zone.ts';

export type { TimelineFormat, TimelineParse, TimelineProblem, TimelineRow } from './row.ts';

/** Largest input in bytes of UTF-8; longer pastes belong in parts. */
export const maxTimelineBytes = 1024 * 1024;

/** One line of a report may begin with a time by chance. */
const fewestTimed = 2;

export interface TimelineOptions {
  /** Told by the caller; else guessed from the text. */
  format?: TimelineFormat;
  /** Day of the first entry (`YYYY-MM-DD`), for input that names none. */
  date?: string;
  /** IANA name or offset, for input that states none. */
  zone?: string;
}

/** Rows in the order of the text. Bad input gives a reason and what to do about it; never throws. */
export function parseTimeline(input: string, options: TimelineOptions = {}): TimelineParse {
  if (input.trim() === '') return { ok: false, reason: 'empty', advice: 'Paste some text with a time on each line.' };
  if (byteLength(input) > maxTimelineBytes) {
    return { ok: false, reason: 'too-large', advice: 'The text is over 1 MiB. Split it and import the parts.' };
  }
  if (isBinary(input)) {
    return { ok: false, reason: 'binary', advice: 'This is not text. Export it as Markdown, CSV or plain text first.' };
  }
  const given: Given = {
    date: givenDate(options.date),
    zone: options.zone === undefined ? null : parseZone(options.zone),
  };
  const updates = options.format === undefined ? statusPageRows(input, given) : null;
  if (updates) return { ok: true, format: 'text', rows: updates };
  const format = options.format ?? detectFormat(input);
  if (format === 'csv') return parseCsv(input, given);
  const rows = format === 'markdown' ? markdownRows(input, given) : textRows(input, given);
  if (rows.length > 0) return { ok: true, format, rows };
  if (options.format === undefined && looksLikeChat(input)) {
    return { ok: true, format: 'text', rows: textRows(input, given) };
  }
  if (options.format === undefined) {
    // Under headings that don't say so, too few to be taken for a timeline among other words: but nothing else is here.
    const timed = timedLines(input);
    const told = timed.size < fewestTimed ? [] : textRows(input, given).filter((row) => timed.has(row.line));
    if (told.length > 0) return { ok: true, format: 'text', rows: told };
  }
  return {
    ok: false,
    reason: 'no-rows',
    advice: 'No line starts with a time. Write one event a line, such as "14:05 Deploy finished".',
  };
}

function givenDate(text: string | undefined): Given['date'] {
  const date = text === undefined ? undefined : readDate(text)?.date;
  return date?.year ? { year: date.year, month: date.month, day: date.day } : null;
}

function byteLength(text: string): number {
  // Every character has one to three bytes a UTF-16 unit: count only where that can matter.
  if (text.length > maxTimelineBytes) return text.length;
  if (text.length * 3 <= maxTimelineBytes) return text.length;
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const surrogate = unit >= 0xd800 && unit < 0xe000;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || surrogate ? 2 : 3;
  }
  return bytes;
}

/** NUL never stands in text; other control characters only now and then. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  if (text.includes('\0')) return true;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const unit = sample.charCodeAt(index);
    if ((unit < 32 && unit !== 9 && unit !== 10 && unit !== 13 && unit !== 12 && unit !== 27) || unit === 0xfffd)
      odd += 1;
  }
  return odd > sample.length / 50;
}
