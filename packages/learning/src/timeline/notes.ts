// Timeline rows of plain notes and chat pastes: an entry a line, and no line is lost. Pure. Rules: SPEC T57-T60.

import { isBlank, toLines, type Line } from '../markdown/lines.ts';
import { findDate, guessOrder } from './calendar.ts';
import { notUnderstood, readTime, type TimeExpression } from './expression.ts';
import { readChatHead } from './chat-head.ts';
import type { Given } from './given.ts';
import type { EntryMark, Mark } from './marks.ts';
import { resolveRows } from './resolve.ts';
import type { TimelineRow } from './row.ts';
import { findZone, type Zone } from './zone.ts';

const zoneStatement = /\b(?:all times|times (?:are )?in|time ?zone)\b/i;
export function textRows(input: string, given: Given): TimelineRow[] {
  const lines = toLines(input.replace(/^\uFEFF/, ''));
  const order = guessOrder(input);
  const marks: Mark[] = [];
  let zone: Zone | null = null;
  let open: EntryMark | null = null;
  let speaking = false;
  for (const line of lines) {
    if (isBlank(line)) {
      speaking = false;
      continue;
    }
    const text = line.text.trim();
    const time = readTime(text.replace(/^(?:[-*+•]|\d{1,3}[.)])\s/, ''), { order });
    const head = time ? null : readChatHead(text);
    if (time && isDayLine(time)) {
      marks.push({ kind: 'date', date: time.date, weekday: time.weekday, dayShift: time.dayShift });
      open = null;
    } else if (time && (time.clock !== null || time.relativeMinutes !== null || time.date !== null)) {
      open = entry(time, time.rest, line);
      marks.push(open);
    } else if (head) {
      open = entry(head.time, head.who, line);
      marks.push(open);
      speaking = true;
    } else if (speaking && open) {
      open.text += open.text.endsWith(':') ? ` ${text}` : `\n${text}`;
    } else if (zoneStatement.test(text) && findZone(text)) {
      zone = findZone(text);
    } else if (/^\s{2,}\S|^\t/.test(line.text) && open) {
      open.text += `\n${text}`;
    } else {
      open = entry(notUnderstood(''), text.replace(/^[-*+•]\s/, ''), line);
      marks.push(open);
    }
  }
  const entries = new Set(marks.filter((mark) => mark.kind === 'entry'));
  const date = given.date ?? findDate(input, order);
  return resolveRows(marks, entries, { date, zone: zone ?? given.zone, year: null, order });
}

function isDayLine(time: TimeExpression): boolean {
  const dayOnly = time.clock === null && time.relativeMinutes === null;
  return dayOnly && time.rest.replace(/[\s:*_.,()=-]/g, '') === '';
}

function entry(time: TimeExpression, text: string, line: Line): EntryMark {
  return {
    kind: 'entry',
    time,
    text,
    line: line.number,
    form: 'paragraph',
    group: 'notes',
    role: 'event',
    depth: null,
    place: 'said',
    zone: null,
  };
}
