// Timeline rows of plain notes and chat pastes: an entry a line, and no line is lost. Pure. Rules: SPEC T57-T59.

import { indentOf, isBlank, toLines, type Line } from '../markdown/lines.ts';
import { findDate, guessOrder, type DateOrder } from './calendar.ts';
import { readChatHead } from './chat-head.ts';
import { notUnderstood, readTime, type TimeExpression } from './expression.ts';
import type { Given } from './given.ts';
import type { EntryMark, Mark } from './marks.ts';
import { resolveRows } from './resolve.ts';
import type { TimelineRow } from './row.ts';
import { isDayOnly, saysNothing } from './walk.ts';
import { findZone, type Zone } from './zone.ts';

const zoneStatement = /\b(?:all times|times (?:are )?in|time ?zone)\b/i;
const rule = /^[-=_*]{3,}$/;
/** A line that can be a person's name and nothing else. */
const nameLine = /^\p{Lu}[\p{L}\p{M}'’.-]{1,30}(?: [\p{L}\p{M}'’.()-]{1,30}){0,3}$/u;

interface Reading {
  readonly order: DateOrder;
  readonly marks: Mark[];
  zone: Zone | null;
  /** The entry that following lines may belong to. */
  open: EntryMark | null;
  /** A message is being read: its lines are one entry up to the next blank line. */
  speaking: boolean;
  /** Nothing of the open message has been read but who speaks. */
  untold: boolean;
}

export function textRows(input: string, given: Given): TimelineRow[] {
  const reading: Reading = {
    order: guessOrder(input),
    marks: [],
    zone: null,
    open: null,
    speaking: false,
    untold: false,
  };
  for (const line of toLines(input.replace(/^\uFEFF/, ''))) {
    const text = withoutQuoteMark(line.text);
    if (isBlank(line) || text === '' || rule.test(text)) reading.speaking = false;
    else readLine(reading, line, text);
  }
  const entries = new Set(reading.marks.filter((mark) => mark.kind === 'entry'));
  const date = given.date ?? findDate(input, reading.order);
  return resolveRows(reading.marks, entries, {
    date,
    zone: reading.zone ?? given.zone,
    year: null,
    order: reading.order,
  });
}

const withoutQuoteMark = (text: string): string => text.trim().replace(/^>\s?/, '').trim();

function readLine(reading: Reading, line: Line, text: string): void {
  const time = readTime(text.replace(/^(?:[-*+•]|\d{1,3}[.)])\s/, ''), { order: reading.order });
  const head = time ? null : readChatHead(text);
  const { open } = reading;
  if (time && isDayOnly(time) && saysNothing(time.rest)) {
    reading.marks.push({ kind: 'date', date: time.date, weekday: time.weekday, dayShift: time.dayShift });
    reading.open = null;
  } else if (time && (!isDayOnly(time) || time.date !== null)) {
    openEntry(reading, time, speakerOf(reading, time, line) + time.rest.replace(/^<([^<>\s]{1,40})>\s/, '$1: '), line);
    reading.speaking = saysNothing(time.rest);
  } else if (head) {
    openEntry(reading, head.time, head.who, line);
    reading.speaking = true;
  } else if (open && (reading.speaking || indentOf(line.text) >= 2)) {
    open.text += (reading.untold ? ' ' : '\n') + text;
    reading.untold = false;
  } else if (zoneStatement.test(text) && findZone(text)) {
    reading.zone = findZone(text);
  } else openEntry(reading, notUnderstood(''), text.replace(/^[-*+•]\s/, ''), line);
}

/** Some chats put the name on the line above a time that stands alone: that line is then no entry of its own. */
function speakerOf(reading: Reading, time: TimeExpression, line: Line): string {
  const above = reading.marks.at(-1);
  const isName = above?.kind === 'entry' && above.time.raw === '' && above.line === line.number - 1;
  if (!saysNothing(time.rest) || !isName || !nameLine.test(above.text)) return '';
  reading.marks.pop();
  return `${above.text}:`;
}

function openEntry(reading: Reading, time: TimeExpression, text: string, line: Line): void {
  reading.open = {
    kind: 'entry',
    role: 'event',
    time,
    text,
    line: line.number,
    form: 'paragraph',
    depth: null,
    group: 'notes',
    place: 'said',
    zone: null,
  };
  reading.untold = text === '' || text.endsWith(':');
  reading.marks.push(reading.open);
}
