// Peels the fields off the ends of a sentence that stand in a form of their own. Pure. Rules: SPEC A71.

import { readDate } from '../timeline/calendar.ts';
import type { CalendarDate } from '../timeline/calendar.ts';
import { findDue } from './due.ts';
import { ownerOfField } from './owner.ts';

const mentioned = String.raw`@(?:\p{Lu}[\p{L}\p{M}'’-]{1,30} \p{Lu}[\p{L}\p{M}'’-]{1,30}|[A-Za-z][\w./-]{0,60})`;
/** Fields at the end of a sentence, in any order, each with what sets it off. */
const trailingFields = [
  /[\s,;–—-]*[([]?\s?\b(?:owners?|assignees?|assigned to|priority|prio|ticket|issue|due|eta|deadline)\s?[:=]\s?[^,;()[\]]{1,60}[)\]]?$/i,
  new RegExp(String.raw`[\s,;–—-]*[([]?${mentioned}(?:(?:,? and |,? & |, )${mentioned}){0,5}[)\]]?$`, 'u'),
  /[\s,;–—-]*[([]?\bP[0-5]\b[)\]]?$/,
  /[\s,;–—-]*[([]?(?:https?:\/\/[^\s()[\]]{1,300}|(?<![\w/.-])[A-Z][A-Z0-9]{1,9}-\d{1,7}|(?:\b(?:[Gg]it[Hh]ub|[Gg]it[Ll]ab|[Ii]ssue|[Tt]icket|PR)\s{1,2})?(?<![\w/&])#\d{1,7})[)\]]?$/,
  /[,;–—-]\s?[([]?(?:asap|as soon as possible)[)\]]?$/i,
];
const trailingDue =
  /[\s,;–—-]+[([]?(?:(?:due(?: by| on)?|eta|by|before|until|next|in|within)\s[^()[\]]{3,30}|tomorrow)[)\]]?$/i;
/** A date or somebody's name, set off: ", Mira Chen", "(Tomasz)", "— 3 Dec", "; owner Mira". */
const setOff =
  /(?:\s*[,;([]|\s[–—-])\s?([^,;()[\]–—@]{2,60}|@[^,;()[\]–—@]{2,60}(?: (?:and|&) @[^,;()[\]–—@]{2,60})?)[)\]]?$/;
const leadingFields = [
  /^(?:[-*+•]\s{1,3})?\[[ xX]?\]\s{1,3}/,
  /^[[(]?P[0-5][\])]?\s?[:–—-]\s{0,2}/,
  /^[[(]?@[^\s:,;()[\]]{1,40}(?: [^\s:,;()[\]]{1,40}){0,3}[\])]?:\s{0,2}/,
  /^(?:owners?|assignees?)\s?[:=]\s?[^.,;:]{2,60}[.,;]\s{1,2}/i,
];
const mostFields = 6;

export interface Peeled {
  /** What is left; the whole sentence where too little would be. */
  readonly text: string;
  /** The pieces taken off, with the marks that set them off. */
  readonly fields: readonly string[];
}

export function peelFields(sentence: string, today: CalendarDate | null): Peeled {
  const fields: string[] = [];
  let text = sentence.trim();
  for (const pattern of leadingFields) {
    const lead = pattern.exec(text)?.[0] ?? '';
    if (lead !== '') fields.push(lead);
    text = text.slice(lead.length);
  }
  for (let count = 0; count < mostFields; count += 1) {
    const cut = startOfLastField(text, today);
    if (cut === null) break;
    fields.push(text.slice(cut));
    text = text.slice(0, cut).trimEnd();
  }
  return { text: text.split(/\s+/).length < 2 ? sentence.trim() : text, fields };
}

/** Index at which the last field begins, or what sets it off; null where the sentence ends in words. */
function startOfLastField(text: string, today: CalendarDate | null): number | null {
  const bare = text.replace(/[.;]$/, '');
  // Patterns look at the end only: a field is short.
  const from = Math.max(0, bare.length - 400);
  const tail = bare.slice(from);
  for (const pattern of trailingFields) {
    const match = pattern.exec(tail);
    if (match) return from + match.index;
  }
  const due = trailingDue.exec(tail);
  if (due && findDue(due[0], today) !== null) return from + due.index;
  const apart = setOff.exec(tail);
  return apart && (isDate(apart[1]!.trim()) || ownerOfField(apart[0]) !== null) ? from + apart.index : null;
}

const isDate = (text: string): boolean => readDate(text)?.length === text.length;
