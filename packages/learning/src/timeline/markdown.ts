// Timeline rows of a Markdown report. Pure. Rules: SPEC T40-T48.

import { readDocument } from '../markdown/document.ts';
import { guessOrder } from './calendar.ts';
import { collectMarks } from './collect.ts';
import { documentDate, documentYear, documentZone } from './context.ts';
import type { EntryMark, Mark } from './marks.ts';
import { resolveRows } from './resolve.ts';
import type { TimelineRow } from './row.ts';
import type { Given } from './given.ts';

/** Outside a timeline section, fewer entries than this are no timeline. */
const smallestGroup = 3;

export function markdownRows(input: string, given: Given): TimelineRow[] {
  const document = readDocument(input);
  const order = guessOrder(document.text);
  const marks = collectMarks(document, order);
  const chosen = chooseEntries(marks);
  const context = {
    date: given.date ?? documentDate(document, marks, order),
    zone: documentZone(document, marks) ?? given.zone,
    year: documentYear(document, marks),
    order,
  };
  return resolveRows(marks, chosen, context).filter((row) => row.text !== '');
}

/** The events under a timeline heading; without any, groups that look like a sequence of events; else milestones. */
function chooseEntries(marks: readonly Mark[]): Set<Mark> {
  const days = daysThatAreEntries(marks);
  const entries = marks.filter((mark): mark is EntryMark => mark.kind === 'entry');
  const events = entries.filter((entry) => entry.role === 'event' || days.has(entry));
  const said = events.filter((entry) => entry.place === 'said' || (entry.place === 'hinted' && isSetOff(entry)));
  if (said.length > 0) return new Set(said);
  const groups = Map.groupBy(events.filter(looksLikeEvent), (entry) => entry.group);
  const sequences = [...groups.values()].filter(looksLikeTimeline).flat();
  if (sequences.length > 0) return new Set(sequences);
  const milestones = Map.groupBy(
    entries.filter((entry) => entry.role === 'milestone'),
    (entry) => entry.group,
  );
  return new Set([...milestones.values()].filter((group) => group.length >= 2 || group[0]?.place != null).flat());
}

/** Day headings with text of their own and no entry under them. */
function daysThatAreEntries(marks: readonly Mark[]): ReadonlySet<Mark> {
  const found = new Set<Mark>();
  marks.forEach((mark, index) => {
    if (mark.kind !== 'entry' || mark.role !== 'day' || mark.text.trim() === '') return;
    const following = marks.slice(index + 1, index + 1 + longestDay);
    const end = following.findIndex(
      (next) => next.kind === 'prose' && next.depth !== null && next.depth <= (mark.depth ?? 6),
    );
    const within = end < 0 ? following : following.slice(0, end);
    if (!within.some((next) => next.kind === 'entry')) found.add(mark);
  });
  return found;
}

/** Marks looked at under one day's heading. */
const longestDay = 200;

const looksLikeEvent = (entry: EntryMark): boolean => entry.time.clock !== null && isSetOff(entry);

/** Not the beginning of a sentence ("At 10:15 we saw …"). */
const isSetOff = (entry: EntryMark): boolean => entry.form !== 'paragraph' || !['', ','].includes(entry.time.separator);

/** Two words: a table of measurements has none. */
const tellsSomething = /\p{L}{3,}\W{1,6}\p{L}{2,}/u;

function looksLikeTimeline(group: readonly EntryMark[]): boolean {
  const told = group.filter((entry) => tellsSomething.test(entry.text));
  const stamps = group.every((entry) => entry.form === 'stamp' && entry.time.date !== null);
  return (stamps || group.length >= smallestGroup) && told.length >= 0.7 * group.length;
}
