// Links in words: for the outline, for names of cards, and for what is lit when a card is selected. Pure.
import { meaningNames, type Card, type Link, type LinkMeaning } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import type { CardId, LinkId } from '@hearth/review/ids';
import { isolated, shortened } from '../design/isolated.ts';

export interface Relations {
  /** Links that start at the card. */
  to: readonly Link[];
  /** Links that end at the card. */
  from: readonly Link[];
}

export const relationsOf = (links: readonly Link[], id: CardId): Relations => ({
  to: links.filter((link) => link.from === id),
  from: links.filter((link) => link.to === id),
});

/** "leads to 2, from 1"; empty where the card stands alone. */
export const relationWords = ({ to, from }: Relations): string =>
  [...partWords('leads to', explaining(to)), ...partWords('from', explaining(from)), ...toldWords({ to, from })].join(
    ', ',
  );

const partWords = (words: string, links: readonly Link[]): string[] =>
  links.length > 0 ? [`${words} ${links.length}`] : [];

const explaining = (links: readonly Link[]): Link[] => links.filter(({ meaning }) => meaning !== 'saw-differently');

const toldWords = ({ to, from }: Relations): string[] =>
  [...to, ...from].some(({ meaning }) => meaning === 'saw-differently') ? ['told differently'] : [];

export interface RelationPart {
  /** "made possible 2", "from 1". */
  words: string;
  /** Cards at the other end. */
  cards: readonly CardId[];
}

/** What a card leads to by meaning, then what it comes from: each part a way to go there. */
export const relationParts = ({ to, from }: Relations): RelationPart[] => {
  const byMeaning = Map.groupBy(to, (link) => link.meaning);
  return [
    ...[...byMeaning].map(([meaning, links]) => ({
      words: `${meaningNames[meaning]} ${links.length}`,
      cards: links.map((link) => link.to),
    })),
    ...sources('from', explaining(from)),
    ...sources(
      'told differently',
      from.filter(({ meaning }) => meaning === 'saw-differently'),
    ),
  ];
};

const sources = (words: string, links: readonly Link[]): RelationPart[] =>
  links.length > 0 ? [{ words: `${words} ${links.length}`, cards: links.map((link) => link.from) }] : [];

/** One sentence a link, as a screen reader says it with the card. */
export const relationSentences = (view: Pick<BoardView, 'card'>, { to, from }: Relations): string[] => [
  ...to.map((link) => `${meaningNames[link.meaning]} “${headline(view.card(link.to))}”`),
  ...from.map((link) =>
    link.meaning === 'saw-differently'
      ? `${view.card(link.from)?.author?.name ?? 'Somebody'} saw it differently: “${headline(view.card(link.from))}”`
      : `“${headline(view.card(link.from))}” ${ofThis[link.meaning] ?? `${meaningNames[link.meaning]} this`}`,
  ),
];

const ofThis: Partial<Record<LinkMeaning, string>> = {
  'made-possible': 'made this possible',
  'made-harder': 'made this harder',
};

/** The first line of a card, safe inside a sentence. */
export const headline = (card: Card | undefined, longest = 80): string => {
  const words = (card?.text ?? '').trim().split('\n', 1)[0] ?? '';
  if (words === '') return 'without words';
  return isolated(shortened(words, longest));
};

export interface Lit {
  cards: ReadonlySet<CardId>;
  links: ReadonlySet<LinkId>;
}

export const nothingLit: Lit = { cards: new Set(), links: new Set() };

/** What a selected card lights: its own links, and onwards everything that they lead to. */
export const litBy = (links: readonly Link[], selected: CardId | null): Lit => {
  if (selected === null) return nothingLit;
  const cards = new Set<CardId>();
  const lit = new Set<LinkId>();
  for (const link of links) {
    if (link.to !== selected || link.from === selected) continue;
    lit.add(link.id);
    cards.add(link.from);
  }
  const onwards = linksByStart(links);
  const waiting: CardId[] = [selected];
  const reached = new Set<CardId>([selected]);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const link of onwards.get(at) ?? []) {
      lit.add(link.id);
      if (link.to !== selected) cards.add(link.to);
      if (reached.has(link.to)) continue;
      reached.add(link.to);
      waiting.push(link.to);
    }
  }
  return lit.size === 0 ? nothingLit : { cards, links: lit };
};

const starts = new WeakMap<readonly Link[], ReadonlyMap<CardId, readonly Link[]>>();

/** Found once for each set of links: a selected card asks with every letter that anybody types. */
const linksByStart = (links: readonly Link[]): ReadonlyMap<CardId, readonly Link[]> => {
  const known = starts.get(links) ?? Map.groupBy(links, (link) => link.from);
  starts.set(links, known);
  return known;
};
