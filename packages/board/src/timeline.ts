// How events stand on a time axis: order, span, gaps and lanes. Pure.
import type { CardId } from '@hearth/review/ids';
import type { EventCard } from './cards.ts';
import { compareRanked } from './order.ts';

export interface TimelineGap {
  fromMs: number;
  toMs: number;
}

/** A silence counts as a gap from five minutes on, and only when it is three times the usual distance between events. */
const shortestGapMs = 5 * 60_000;
const unusual = 3;

/** Events with a time, by time; equal times by rank, then id. */
export const dated = (events: readonly EventCard[]): (EventCard & { at: number })[] =>
  events
    .filter((event): event is EventCard & { at: number } => event.at !== null)
    .toSorted((a, b) => a.at - b.at || compareRanked(a, b));

/** Events of which only the order is known, by rank. */
export const undated = (events: readonly EventCard[]): EventCard[] =>
  events.filter((event) => event.at === null).toSorted(compareRanked);

/** Where an event of which only the order is known stands on an axis. */
export interface StandsBehind {
  after: CardId;
  /** The next moment in time; null where none comes after. */
  before: CardId | null;
  /** Between the two, Unix milliseconds: a place to draw it at, and no claim. */
  atMs: number;
}

/**
 * Places for events of which only the order is known: each behind the dated event that it is ranked behind, before the next
 * moment in time. One that is ranked in front of all dated events, or behind all of them, has not been placed yet: what is
 * noted last comes last, and that says nothing.
 */
export const standsBehind = (events: readonly EventCard[]): ReadonlyMap<CardId, StandsBehind> => {
  const inTime = dated(events);
  const next = new Map(inTime.map((event, index) => [event.id, inTime[index + 1] ?? null]));
  const span = spanOf(events);
  const places = new Map<CardId, StandsBehind>();
  let after: (EventCard & { at: number }) | null = null;
  let waiting: EventCard[] = [];
  for (const event of events.toSorted(compareRanked)) {
    if (event.at === null) {
      waiting.push(event);
      continue;
    }
    if (after !== null && waiting.length > 0 && span !== null) {
      const before = next.get(after.id) ?? null;
      // Behind the last moment there is no next one: a little to its right.
      const to = before?.at ?? after.at + Math.max(1, (span.toMs - span.fromMs) / 40) * (waiting.length + 1);
      const from = after.at;
      const { id } = after;
      waiting.forEach((one, index) => {
        const atMs = from + ((to - from) * (index + 1)) / (waiting.length + 1);
        places.set(one.id, { after: id, before: before?.id ?? null, atMs });
      });
    }
    waiting = [];
    after = { ...event, at: event.at };
  }
  return places;
};

/** First and last moment of the dated events, ranges included; null when there is none. */
export const spanOf = (events: readonly EventCard[]): { fromMs: number; toMs: number } | null => {
  let fromMs = Infinity;
  let toMs = -Infinity;
  for (const event of events) {
    if (event.at === null) continue;
    fromMs = Math.min(fromMs, event.at);
    toMs = Math.max(toMs, event.endAt ?? event.at);
  }
  return fromMs <= toMs ? { fromMs, toMs } : null;
};

/** Stretches in which nothing is noted although events stand on both sides. */
export const gapsOf = (events: readonly EventCard[]): TimelineGap[] => {
  const silences: TimelineGap[] = [];
  let reachedMs: number | null = null;
  for (const event of dated(events)) {
    if (reachedMs !== null && event.at > reachedMs) silences.push({ fromMs: reachedMs, toMs: event.at });
    reachedMs = Math.max(reachedMs ?? 0, event.endAt ?? event.at);
  }
  if (silences.length < 2) return [];
  const lengths = silences.map((gap) => gap.toMs - gap.fromMs).toSorted((a, b) => a - b);
  const usual = lengths[lengths.length >> 1] ?? 0;
  return silences.filter((gap) => gap.toMs - gap.fromMs >= Math.max(shortestGapMs, unusual * usual));
};

/** Names of the lanes in the order in which they first appear by rank; the common lane ('') comes last. */
export const lanesOf = (events: readonly EventCard[]): string[] => {
  const names = new Set(events.toSorted(compareRanked).map((event) => event.lane));
  const common = names.delete('');
  return common || names.size === 0 ? [...names, ''] : [...names];
};
