// Whose view is missing, and where views differ. Pure. Rules: SPEC Q6, Q9, Q10, Q16.
import type { Card } from '@hearth/board/cards';
import { listed } from '@hearth/review/time/words';
import type { CardId } from '@hearth/review/ids';
import type { BoardFacts, BoardIndex, Voice } from './board-facts.ts';
import { fingerprint, quoted, suggest, type Suggestion } from './suggestion.ts';

/** Two accounts that differ, of which nothing was said yet. */
export const toldDifferently = (facts: BoardFacts, { talked }: BoardIndex): Suggestion[] => {
  const cards = new Map<CardId, Card>([...facts.events, ...facts.perspectives].map((card) => [card.id, card]));
  const pairs = new Map<string, readonly [CardId, CardId]>();
  const note = (one: CardId, other: CardId): void => {
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    if (!pairs.has(key)) pairs.set(key, [one, other]);
  };
  for (const { from, to, meaning, discussed } of facts.links)
    if (meaning === 'saw-differently' && discussed !== true) note(to, from);
  for (const { id, apart = [] } of facts.events)
    for (const other of apart) if (other.how === 'differently') note(id, other.id);
  return [...pairs].flatMap(([key, [one, other]]) => {
    const [about, account] = [cards.get(one), cards.get(other)];
    if (!about || !account || talked.has(one) || talked.has(other)) return [];
    return [
      suggest('told-differently', [key], {
        question: `${quoted(about.text)} was seen in two ways. What did each of you have in front of you?`,
        why: 'Two accounts differ, and nothing is said about it yet.',
        cards: [one, other],
      }),
    ];
  });
};

/** Responders of whom the board tells nothing from their side: columns without cards, and people whose lane tells what they did. */
export const noPerspective = ({ columns, perspectives, events, voices, writing }: BoardFacts): Suggestion[] => {
  if (writing !== null) return [];
  const told = new Set<string>(perspectives.map(({ columnId }) => columnId));
  const authors = new Set(perspectives.map(({ author }) => author?.name.toLowerCase() ?? ''));
  const missing = new Map<string, { name: string; cards: CardId[] }>();
  for (const { id, name } of columns)
    if (name !== '' && !told.has(id)) missing.set(name.toLowerCase(), { name, cards: [] });
  const heard = new Set(columns.filter(({ id }) => told.has(id)).map(({ name }) => name.toLowerCase()));
  const people = new Map(voices.map(({ name }) => [name.toLowerCase(), name]));
  for (const { id, lane } of events) {
    const key = lane.toLowerCase();
    const name = people.get(key);
    if (name === undefined && !missing.has(key)) continue;
    if (heard.has(key) || authors.has(key)) continue;
    const entry = missing.get(key) ?? { name: name ?? lane, cards: [] };
    missing.set(key, entry);
    entry.cards.push(id);
  }
  return [...missing.values()].map(({ name, cards }) =>
    suggest('no-perspective', [fingerprint(name)], {
      question: `${name}, how did it look from where you stood?`,
      why: `Nothing on the board tells ${name}’s side yet.`,
      cards: cards.slice(0, 2),
    }),
  );
};

/** Cards of which somebody wants to hear more. */
export const hearMore = (facts: BoardFacts, { talked }: BoardIndex): Suggestion[] =>
  [...facts.events, ...facts.perspectives, ...facts.factors, ...facts.learnings]
    .map((card) => ({ card, wished: (card.reactions ?? []).filter(({ kind }) => kind === 'more').length }))
    .filter(({ card, wished }) => wished > 0 && !talked.has(card.id))
    .toSorted((a, b) => b.wished - a.wished)
    .map(({ card, wished }) =>
      suggest('hear-more', [card.id, wished], {
        question: `Who can tell more about ${quoted(card.text)}?`,
        why: `${wished === 1 ? 'Somebody wants' : `${wished} people want`} to hear more about it, and nothing was said yet.`,
        cards: [card.id],
      }),
    );

/** So much must have been said by two others before somebody's silence means anything. */
const spoken = 2;
const conversation = 6;

/** Who has not been heard while others were. Nobody's number leaves this function. */
const unheard = (facts: BoardFacts): Voice[] => {
  if (facts.writing === 'anonymous' || facts.voices.length < 3) return [];
  const said = new Map<string, number>();
  const count = (id: string | null | undefined): void => {
    if (id) said.set(id, (said.get(id) ?? 0) + 1);
  };
  const { events, perspectives, factors, questions, learnings, actions, threads } = facts;
  for (const list of [events, perspectives, factors, questions, learnings, actions])
    for (const { author } of list) count(author?.id);
  for (const { author, replies } of threads) {
    count(author?.id);
    for (const reply of replies) count(reply.author?.id);
  }
  const counts = facts.voices.map(({ id }) => said.get(id) ?? 0);
  const others = counts.filter((number) => number >= spoken).length;
  if (others < 2 || counts.reduce((sum, number) => sum + number, 0) < conversation) return [];
  return facts.voices.filter(({ id, busy }) => !busy && !said.has(id));
};

export const voicesNotHeard = (facts: BoardFacts): Suggestion[] => {
  if (facts.writing !== null) return [];
  const silent = unheard(facts);
  if (silent.length === 0) return [];
  return [
    suggest('voices', [fingerprint(silent.map(({ id }) => id).join(' '))], {
      question: 'Is there something that one of you has seen and that is not on the board yet?',
      why: `${listed(silent.map(({ name }) => name))} ${silent.length === 1 ? 'has' : 'have'} not written under their name yet. Only you see this.`,
      private: true,
    }),
  ];
};
