// Turns rows that a person accepted into event cards for the board (`addCards` writes them). Pure; ids come from the caller.
import type { EventKind } from '@hearth/board/cards';
import type { NewCard } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';

/** What a row needs to become a card; a `TimelineRow` is one. */
export interface AcceptedRow {
  /** ISO UTC, or null while only the order is known. */
  at: string | null;
  endAt: string | null;
  precision: 'exact' | 'about' | 'unknown';
  text: string;
}

/** One card a row, in the same order; the person corrects what the words did not tell. */
export const cardsFromRows = (rows: readonly AcceptedRow[], newId: () => CardId): NewCard[] =>
  rows.map((row) => ({
    kind: 'event',
    id: newId(),
    text: row.text,
    at: row.at === null ? null : Date.parse(row.at),
    endAt: row.endAt === null ? null : Date.parse(row.endAt),
    precision: row.at === null ? 'unknown' : row.precision,
    eventKind: guessEventKind(row.text),
    lane: '',
    key: false,
  }));

/** First match wins: recovery before impact, so that "errors stopped" is no impact. */
const signs: readonly [EventKind, RegExp][] = [
  [
    'recovery',
    /\b(recovered|recovers|resolved|restored|back to normal|back (?:online|up)|all clear|healthy again|incident closed|working again)\b/i,
  ],
  [
    'detection',
    /\b(alert(?:s|ed)?|alarms?|paged|pages|pagerduty|noticed|notices|detected|reported|reports|first report|monitoring)\b/i,
  ],
  ['decision', /\b(decided?|decides|decision|agreed?|chose|choose)\b/i],
  [
    'change',
    /\b(deploy(?:s|ed|ment)?|releas(?:e|ed)|merged?|upgrad(?:e|ed)|rolled out|rollout|migrat(?:e|ed|ion)|config(?:uration)? change|applied)\b/i,
  ],
  [
    'diagnosis',
    /\b(investigat\w*|found|finds|discovered|identified|root cause|suspect\w*|realis\w*|realiz\w*|debug\w*|looked into|confirmed)\b/i,
  ],
  [
    'communication',
    /\b(announce\w*|status page|e-?mail\w*|called|call from|messaged|informed|notified|tweet\w*|posted|slack|told|asked)\b/i,
  ],
  ['impact', /\b(outage|down|fail\w*|errors?|unavailable|timeouts?|timing out|degraded|broken|slow|unable|stopped)\b/i],
];

/** Kind of an event by its words; `action` where they tell nothing. */
export const guessEventKind = (text: string): EventKind => {
  const start = text.slice(0, 400);
  return signs.find(([, pattern]) => pattern.test(start))?.[0] ?? 'action';
};
