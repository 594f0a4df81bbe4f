// A status page copied as text: updates under words such as "Monitoring", each dated by the line under it, latest first.
// Pure. Rules: SPEC T61.

import { isBlank, toLines, type Line } from '../markdown/lines.ts';
import { guessOrder, withYear } from './calendar.ts';
import { readTime, type TimeExpression } from './expression.ts';
import type { Given } from './given.ts';
import type { EntryMark } from './marks.ts';
import { resolveRows } from './resolve.ts';
import type { TimelineRow } from './row.ts';
import { saysNothing } from './walk.ts';

const statusLine =
  /^(?:postmortem|resolved|monitoring|identified|investigating|update|in progress|completed|scheduled|verifying)(?:\s?-)?$/i;
const longestStamp = 60;
const fewestUpdates = 2;

/** Its updates in the order of the text; null for any other paste. */
export function statusPageRows(input: string, given: Given): TimelineRow[] | null {
  const lines = toLines(input).filter((line) => !isBlank(line));
  const start = lines.findIndex((line) => statusLine.test(line.text.trim()));
  if (start < 0) return null;
  const updates = readUpdates(lines.slice(start));
  if (!updates || updates.length < fewestUpdates) return null;
  const [first] = updates;
  const date = given.date ?? (first?.time.date ? withYear(first.time.date, null) : null);
  return resolveRows(updates, new Set(updates), { date, zone: given.zone, year: null, order: guessOrder(input) });
}

/** Null where an update has no stamp under it. */
function readUpdates(lines: readonly Line[]): EntryMark[] | null {
  const updates: EntryMark[] = [];
  let told: Line[] = [];
  for (const line of lines) {
    const time = readStampBelow(line.text);
    if (!time) {
      if (told.length > 0 && statusLine.test(line.text.trim())) return null;
      told.push(line);
    } else if (told.length > 0) {
      updates.push(toUpdate(time, told));
      told = [];
    }
  }
  return updates;
}

/** "Posted Mar 03, 2020 - 21:03 UTC", "Mar 13, 10:16 MDT": a day, a time and a zone, and nothing else. */
function readStampBelow(line: string): TimeExpression | null {
  const text = line.trim().replace(/^Posted\s(?:\d{1,3}\s\w{3,7}\sago\.?\s{1,2})?/, '');
  if (text.length > longestStamp) return null;
  const time = readTime(text);
  return time?.date && time.clock?.zone && saysNothing(time.rest) ? time : null;
}

function toUpdate(time: TimeExpression, told: readonly Line[]): EntryMark {
  return {
    kind: 'entry',
    role: 'event',
    time,
    text: told.map((line) => line.text.trim()).join('\n'),
    line: told[0]!.number,
    form: 'stamp',
    depth: null,
    group: 'status page',
    place: 'said',
    zone: null,
  };
}
