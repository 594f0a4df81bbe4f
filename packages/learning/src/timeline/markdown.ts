// Timeline rows of a Markdown report. Pure. Rules: SPEC T40-T48.

import { readDocument } from '../markdown/document.ts';
import { guessOrder } from './calendar.ts';
import { collectMarks } from './collect.ts';
import { documentDate, documentZone } from './context.ts';
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
    order,
  };
  return resolveRows(marks, chosen, context).filter((row) => row.text !== '');
}

/** The entries under a timeline heading; without any, the groups that look like a sequence of events. */
function chooseEntries(marks: readonly Mark[]): Set<Mark> {
  const entries = marks.filter((mark): mark is EntryMark => mark.kind === 'entry');
  const underHeading = entries.filter((entry) => entry.inTimeline);
  if (underHeading.length > 0) return new Set(underHeading);
  const groups = Map.groupBy(entries.filter(looksLikeEvent), (entry) => entry.group);
  return new Set([...groups.values()].filter(looksLikeTimeline).flat());
}

const looksLikeEvent = (entry: EntryMark): boolean =>
  entry.time.clock !== null && !(entry.form === 'paragraph' && entry.time.separator === '');

function looksLikeTimeline(group: readonly EntryMark[]): boolean {
  const told = group.filter((entry) => entry.text.trim().length > 3);
  return group.length >= smallestGroup && told.length >= 0.7 * group.length;
}
