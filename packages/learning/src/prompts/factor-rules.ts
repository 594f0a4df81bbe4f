// What the conditions on the board leave open. Pure. Rules: SPEC Q7, Q11-Q14.
import { factorCategories, type FactorCategory } from '@hearth/board/cards';
import { rephrasing } from '@hearth/board/whys';
import type { CardId } from '@hearth/review/ids';
import type { BoardFacts, BoardIndex } from './board-facts.ts';
import type { Passage } from './passages.ts';
import { fingerprint, mostOfARule, quoted, suggest, type Suggestion } from './suggestion.ts';

/** Questions that nobody has said anything about. */
export const openQuestions = ({ questions }: BoardFacts, { talked }: BoardIndex): Suggestion[] =>
  questions
    .filter(({ id, text }) => text.trim() !== '' && !talked.has(id))
    .map(({ id, text }) =>
      suggest('open-question', [id], {
        question: `${quoted(text)} Who can say something about it?`,
        why: 'It is a question on the board, and nobody has answered it yet.',
        cards: [id],
      }),
    );

/** Fewer factors than these say nothing about what was looked for. */
const enough = 3;

const missingKind: Record<FactorCategory, string> = {
  human: 'What did people see, expect and have to juggle in that hour?',
  technical: 'What in the tools and in the system made this possible, or harder to see?',
  organisational: 'Which goals, rules, plans or habits of the organisation were at work?',
};

/** Only technical factors, or none of how the organisation works. */
export const oneKind = ({ factors }: BoardFacts): Suggestion[] => {
  if (factors.length < enough) return [];
  const there = new Set(factors.map(({ category }) => category));
  const [only] = there.size === 1 ? there : [];
  const asked = only === 'organisational' ? 'human' : 'organisational';
  // It is not asked again with each factor: when there are twice as many.
  const size = Math.floor(Math.log2(factors.length));
  if (only !== undefined)
    return [
      suggest('one-kind', [only, size], {
        question: missingKind[asked],
        why: `All ${factors.length} factors are ${only} ones.`,
        cards: factors.slice(0, 1).map(({ id }) => id),
      }),
    ];
  const missing = factorCategories.findLast((category) => !there.has(category));
  if (missing === undefined || factors.length < enough + 2) return [];
  return [
    suggest('one-kind', ['without', missing, size], {
      question: missingKind[missing],
      why: `None of the ${factors.length} factors is ${missing === 'organisational' ? 'an' : 'a'} ${missing} one.`,
    }),
  ];
};

/** Factors from which no way leads to an event. */
export const unlinked = ({ factors, events }: BoardFacts, { explains }: BoardIndex): Suggestion[] => {
  if (events.length === 0) return [];
  const leads = leadingTo(new Set(events.map(({ id }) => id)), explains);
  return factors
    .filter(({ id, text }) => text.trim() !== '' && !leads(id))
    .slice(0, mostOfARule)
    .map(({ id, text }) =>
      suggest('unlinked', [id], {
        question: `Where on the timeline did ${quoted(text)} make a difference?`,
        why: 'This factor is linked to no event, directly or by way of others.',
        cards: [id],
      }),
    );
};

/** Each card is looked at once, whatever goes round in circles. */
const leadingTo = (events: ReadonlySet<CardId>, explains: BoardIndex['explains']): ((id: CardId) => boolean) => {
  const into = new Map<CardId, CardId[]>();
  for (const [from, targets] of explains)
    for (const to of targets) {
      const list = into.get(to);
      if (list) list.push(from);
      else into.set(to, [from]);
    }
  const reached = new Set<CardId>(events);
  for (const at of reached) for (const from of into.get(at) ?? []) reached.add(from);
  return (id) => reached.has(id);
};

/** As much of a card as is looked at for a person. */
const looked = 400;

/** Answers to a why that land on a person, and of which nobody asked why again. */
export const landsOnPerson = (facts: BoardFacts, { explains, explained }: BoardIndex): Suggestion[] => {
  const names = namesOf(facts);
  return facts.factors.flatMap(({ id, text }) => {
    if (!explains.has(id) || explained.has(id)) return [];
    const start = text.slice(0, looked);
    const asked = rephrasing(start);
    if (asked === null && !mentions(start, names)) return [];
    return [
      suggest('lands-on-person', [id, fingerprint(text)], {
        question: asked ?? 'Which conditions would have led anybody in that place to do the same?',
        why: 'A chain of whys ends here, on a person: behind it are conditions.',
        cards: [id],
      }),
    ];
  });
};

/** First names, and whole ones, of who is on the board and in the room. Short ones could be words. */
const namesOf = ({ columns, voices }: BoardFacts): ReadonlySet<string> =>
  new Set(
    [...columns, ...voices]
      .map(({ name }) => name.trim().split(/\s+/u, 1)[0] ?? '')
      .filter((name) => name.length >= 3 && /^\p{Lu}/u.test(name)),
  );

const mentions = (text: string, names: ReadonlySet<string>): boolean =>
  names.size > 0 && (text.match(/\p{Lu}[\p{L}\p{M}]{2,39}/gu) ?? []).some((word) => names.has(word));

/** Words by which a sentence claims a cause, or a figure. */
const claiming =
  /\b(because|caused|led to|due to|resulted in|as a result|therefore|triggered|meant that|so that|root cause)\b|\b\d+(?:[.,]\d+)?\s?(?:%|percent|minutes?|hours?|requests?|customers?|users?|orders?)|\b\d{1,2}:\d{2}\b/iu;
const shortestClaim = 40;
const wishes = new Set(['references', 'what to improve', 'what we want to improve', 'actions', 'learnings']);

/** Passages of the narrative that claim something and cite nothing. */
export const claims = ({ passages }: BoardFacts): Suggestion[] =>
  passages
    .filter(({ text, supported, section }) => isClaim(text) && !supported && !wishes.has(section.toLowerCase()))
    .map(({ index, text }: Passage) =>
      suggest('claim', [fingerprint(text)], {
        question: `What on the board, or in the logs, shows that ${quoted(text)}?`,
        why: 'The narrative says so, and cites no card.',
        block: index,
      }),
    );

const isClaim = (text: string): boolean => text.length >= shortestClaim && claiming.test(text);
