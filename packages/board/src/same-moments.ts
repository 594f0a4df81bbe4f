// Which events may tell one moment twice: near each other in time, in lanes of their own, with words in common. A suggestion
// for people to judge, never a decision. Pure. SPEC J6–J8.
import type { EventCard } from './cards.ts';
import { compareRanked } from './order.ts';
import { fold } from './search.ts';
import { dated } from './timeline.ts';

export interface SameMoment {
  /** The one that was noted first; the other is offered to be joined to it. */
  first: EventCard;
  other: EventCard;
  apartMs: number;
  /** Words that both have, as the first one writes them. */
  shared: readonly string[];
  /** 0 to 1; the likeliest come first. */
  likeness: number;
}

const minuteMs = 60_000;
/** People's clocks, and what they remember, differ by so much; an "about" by more. */
const exactReachMs = 10 * minuteMs;
const aboutReachMs = 25 * minuteMs;
/** At the same minute one word in common is worth a look; farther away it takes more. */
const leastLikeness = 0.4;
/** In a minute with hundreds of log lines only so many neighbours of each are looked at. */
const mostNeighbours = 60;
export const mostSuggestions = 200;
/** A word on more than so many moments, and more than this share of them, is no sign. */
const fewestCommon = 12;
const commonShare = 0.1;

/** @returns pairs of different lanes, each event in one pair at most; those that people set apart are left out. */
export const sameMoments = (events: readonly EventCard[]): SameMoment[] => {
  const said = dated(events).map((event) => ({ event, at: event.at, words: wordsOf(event.text) }));
  const common = commonOf(said.map(({ words }) => words));
  const told = said.map((one) => ({ ...one, words: new Map([...one.words].filter(([stem]) => !common.has(stem))) }));
  const pairs: SameMoment[] = [];
  told.forEach((one, index) => {
    for (const two of told.slice(index + 1, index + 1 + mostNeighbours)) {
      if (distance(one, two) > aboutReachMs) break;
      const pair = compare(one, two);
      if (pair) pairs.push(pair);
    }
  });
  const taken = new Set<string>();
  return pairs
    .toSorted((a, b) => b.likeness - a.likeness || compareRanked(a.first, b.first) || compareRanked(a.other, b.other))
    .filter(({ first, other }) => {
      if (taken.has(first.id) || taken.has(other.id)) return false;
      taken.add(first.id).add(other.id);
      return true;
    })
    .slice(0, mostSuggestions);
};

/** In a log hundreds of lines share the same words: those tell no moment from another. */
const commonOf = (all: readonly ReadonlyMap<string, string>[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const words of all) for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const most = Math.max(fewestCommon, all.length * commonShare);
  return new Set([...counts].flatMap(([stem, count]) => (count > most ? [stem] : [])));
};

interface Told {
  event: EventCard;
  at: number;
  words: ReadonlyMap<string, string>;
}

const compare = (one: Told, two: Told): SameMoment | null => {
  const [a, b] = [one.event, two.event];
  if (a.lane === b.lane || a.apart?.some(({ id }) => id === b.id) || b.apart?.some(({ id }) => id === a.id))
    return null;
  const about = a.precision === 'about' || b.precision === 'about';
  const apartMs = distance(one, two);
  const reachMs = about ? aboutReachMs : exactReachMs;
  if (apartMs > reachMs) return null;
  const [first, other] =
    a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? [one, two] : [two, one];
  const shared = [...first.words].flatMap(([stem, word]) => (other.words.has(stem) ? [word] : []));
  const fewest = Math.min(first.words.size, other.words.size);
  if (shared.length === 0 || fewest === 0) return null;
  // Words tell more than clocks: a minute's distance is usual between two people.
  const likeness = 0.65 * (shared.length / fewest) + 0.35 * (1 - apartMs / reachMs);
  return likeness < leastLikeness ? null : { first: first.event, other: other.event, apartMs, shared, likeness };
};

/** None where one of them is a range that the other falls into. */
const distance = (one: Told, two: Told): number => Math.max(0, two.at - Math.max(one.at, one.event.endAt ?? one.at));

const fillers = new Set(
  'a about after again all an and are as at be been before being but by can could did do does for from get gets got had has have he her him his i in into is it its me my no not of off on or our out over she so some still than that the their them then there they this to too up us was we were what when where which while who will with would you your'.split(
    ' ',
  ),
);

/** Words that carry meaning, by stem: small, without accents and the commonest endings. */
const wordsOf = (text: string): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  for (const word of text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'._-]*[\p{L}\p{N}]|\p{N}/gu) ?? []) {
    const small = fold(word).text;
    if (fillers.has(small)) continue;
    const stem = small.length > 4 ? small.replace(/(?:ing|ed|es|s|’s|'s)$/, '') : small;
    if (!words.has(stem)) words.set(stem, word);
  }
  return words;
};
