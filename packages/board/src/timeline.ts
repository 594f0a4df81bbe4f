// How events stand on a time axis: order, span, gaps and lanes. Pure.
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
