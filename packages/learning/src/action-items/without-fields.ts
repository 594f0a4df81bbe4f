// The words of a sentence that are left when its fields stand in a form of their own. Pure. Rules: SPEC A71.

import type { CalendarDate } from '../timeline/calendar.ts';
import { findDue } from './due.ts';

/** Fields at the end of a sentence, in any order. */
const trailingFields = [
  /[\s,;–—-]*[([]?\s?\b(?:owners?|assignees?|assigned to|priority|prio|ticket|issue|due|eta|deadline)\s?[:=]\s?[^,;()[\]]{1,60}[)\]]?$/i,
  /[\s,;–—-]*[([]?@[A-Za-z][\w-]{0,60}[)\]]?$/,
  /[\s,;–—-]*[([]?@\p{Lu}[\p{L}\p{M}'’-]{1,30} \p{Lu}[\p{L}\p{M}'’-]{1,30}[)\]]?$/u,
  /[\s,;–—-]*[([]?\bP[0-5]\b[)\]]?$/,
  /[\s,;–—-]*[([]?(?:https?:\/\/[^\s()[\]]{1,300}|(?<![\w/.-])[A-Z][A-Z0-9]{1,9}-\d{1,7}|(?<![\w/&])#\d{1,7})[)\]]?$/,
];
const trailingDue = /[\s,;–—-]+[([]?(?:due(?: by| on)?|eta|by|before|until|next|in|within)\s[^()[\]]{3,30}[)\]]?$/i;
const mostFields = 6;

/** The sentence without the fields at its end; as it is, where too little would be left. */
export function withoutFields(sentence: string, today: CalendarDate | null): string {
  let text = sentence.trim();
  for (let count = 0; count < mostFields; count += 1) {
    const cut = endOfWords(text, today);
    if (cut === null) break;
    text = text.slice(0, cut).trimEnd();
  }
  return text.split(/\s+/).length < 2 ? sentence.trim() : text;
}

/** Index at which the last field begins. */
function endOfWords(text: string, today: CalendarDate | null): number | null {
  const bare = text.replace(/[.;]$/, '');
  // Patterns look at the end only: a field is short.
  const from = Math.max(0, bare.length - 400);
  const tail = bare.slice(from);
  for (const pattern of trailingFields) {
    const match = pattern.exec(tail);
    if (match) return from + match.index;
  }
  const due = trailingDue.exec(tail);
  return due && findDue(due[0], today) !== null ? from + due.index : null;
}
