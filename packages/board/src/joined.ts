// Two tellings of one moment as one card: the one points at the other, and is shown there with its own words. Nothing is
// copied and nothing removed, so that joining can be taken back at any time and two people who join at once lose nothing.
// Pure but for the map it is given. SPEC J1–J5.
import type { CardId } from '@hearth/review/ids';
import * as Y from 'yjs';
import type { Card, EventCard, Link, Reaction, Telling } from './cards.ts';
import { readCard } from './read.ts';

/** Cards as they are shown, and where each that is joined is to be found. */
export interface Joined {
  cards: Map<string, Card>;
  /** From a card that is joined to the one that shows it. */
  shownBy: ReadonlyMap<string, CardId>;
}

/** A longer chain is a broken document: what hangs at its end stands for itself. */
const longestChain = 50;

export const isJoined = (card: Card | null | undefined): card is EventCard & { into: CardId } =>
  card?.kind === 'event' && card.into !== undefined;

/**
 * @param all  every card by id, as `readCard` has it.
 * @param before  what this gave last time: a card whose parts are the same objects stays the same object.
 */
export const joinTold = (all: ReadonlyMap<string, Card>, before?: ReadonlyMap<string, Card>): Joined => {
  const shownBy = new Map<string, CardId>();
  const told = new Map<CardId, EventCard[]>();
  for (const card of all.values()) {
    if (!isJoined(card)) continue;
    const root = rootOf(all, card);
    if (root === card) continue;
    shownBy.set(card.id, root.id);
    const list = told.get(root.id);
    if (list) list.push(card);
    else told.set(root.id, [card]);
  }
  const cards = new Map<string, Card>();
  for (const [id, card] of all) {
    if (shownBy.has(id)) continue;
    const parts = told.get(card.id);
    cards.set(id, parts && card.kind === 'event' ? withTellings(card, parts, before?.get(id)) : card);
  }
  return { cards, shownBy };
};

/** The card that shows it: itself where what it points at is no event any more. Of a ring the smallest id shows the others. */
const rootOf = (all: ReadonlyMap<string, Card>, card: EventCard): EventCard => {
  let root = card;
  let smallest = card;
  for (let steps = 0; steps < longestChain; steps++) {
    const next = root.into === undefined ? undefined : all.get(root.into);
    if (next?.kind !== 'event') return root;
    if (next === card) return smallest;
    root = next;
    if (root.id < smallest.id) smallest = root;
  }
  return card;
};

const partsOf = new WeakMap<Card, readonly Card[]>();

const withTellings = (card: EventCard, parts: readonly EventCard[], before: Card | undefined): EventCard => {
  const sorted = parts.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1));
  const made = [card, ...sorted];
  const known = before && partsOf.get(before);
  if (before?.kind === 'event' && known?.length === made.length && known.every((part, index) => part === made[index]))
    return before;
  const { into: _, ...shown } = card;
  const reactions = reactionsOf(made);
  const joined: EventCard = {
    ...shown,
    ...(reactions.length > 0 ? { reactions } : {}),
    tellings: sorted.map(tellingOf),
  };
  partsOf.set(joined, made);
  return joined;
};

/** Given to any of them; once for each person and kind. */
const reactionsOf = (cards: readonly EventCard[]): Reaction[] => {
  const all = cards.flatMap(({ reactions = [] }) => reactions);
  return [...new Map(all.map((reaction) => [`${reaction.kind} ${reaction.by}`, reaction])).values()];
};

const tellingOf = ({ id, text, author, lane, at, endAt, precision, evidence, files }: EventCard): Telling => ({
  id,
  text,
  author,
  lane,
  at,
  endAt,
  precision,
  evidence,
  files,
});

/** Links of a card that is joined are links of the one that shows it; twice the same is once. */
export const joinLinks = (links: readonly Link[], shownBy: Joined['shownBy']): readonly Link[] => {
  if (shownBy.size === 0) return links;
  const seen = new Set<string>();
  return links.flatMap((link) => {
    const from = shownBy.get(link.from) ?? link.from;
    const to = shownBy.get(link.to) ?? link.to;
    const ends = `${from} ${to}`;
    if (from === to || seen.has(ends)) return [];
    seen.add(ends);
    return [from === link.from && to === link.to ? link : { ...link, from, to }];
  });
};

/** Ids of the cards that a document shows at this one. */
export const joinedTo = (cards: Y.Map<unknown>, id: CardId): CardId[] => {
  // Most boards have none: look before reading every card.
  const some = [...cards.values()].some((value) => value instanceof Y.Map && value.has('into'));
  if (!some) return [];
  const all = new Map(
    [...cards.entries()].flatMap(([key, value]) => {
      const card = readCard(key, value);
      return card ? [[key, card] as const] : [];
    }),
  );
  return [...joinTold(all).shownBy].flatMap(([one, root]) => (root === id ? [one as CardId] : []));
};
