// The next good question, drawn from what is on the board. Pure and deterministic: the same facts give the same suggestions in
// the same order. Each rule passes over its cards once; only the timeline is sorted. Rules: SPEC Q4-Q18.
import { isExplaining } from '@hearth/board/links';
import type { CardId } from '@hearth/review/ids';
import type { Zone } from '@hearth/review/templates/template';
import type { BoardFacts, BoardIndex } from './board-facts.ts';
import { claims, landsOnPerson, oneKind, openQuestions, unlinked } from './factor-rules.ts';
import { hearMore, noPerspective, toldDifferently, voicesNotHeard } from './people-rules.ts';
import { mostOfARule, suggestionRules, type Suggestion, type SuggestionRule } from './suggestion.ts';
import { gaps, knownThen, noDetection, unexplained } from './timeline-rules.ts';

const rules: Record<SuggestionRule, (facts: BoardFacts, index: BoardIndex) => Suggestion[]> = {
  'told-differently': toldDifferently,
  'known-then': knownThen,
  gap: gaps,
  'no-perspective': noPerspective,
  'open-question': openQuestions,
  'lands-on-person': landsOnPerson,
  'one-kind': oneKind,
  unexplained,
  unlinked,
  claim: claims,
  'hear-more': hearMore,
  'no-detection': noDetection,
  voices: voicesNotHeard,
};

/** What is best asked while the room is there; the others come after these. */
const fitting: Record<Zone, readonly SuggestionRule[]> = {
  timeline: ['gap', 'no-detection', 'known-then', 'told-differently', 'voices', 'hear-more'],
  perspectives: ['no-perspective', 'known-then', 'told-differently', 'hear-more', 'voices'],
  factors: ['one-kind', 'lands-on-person', 'unexplained', 'open-question', 'unlinked', 'told-differently', 'voices'],
  learnings: ['open-question', 'told-differently', 'voices', 'hear-more', 'one-kind'],
  narrative: ['claim', 'told-differently', 'open-question', 'gap'],
};

/**
 * @returns the best first: what fits the stage before the rest, and of each rule one before the second of any.
 * Those that somebody put aside are among them: they are known by their keys.
 */
export const nextQuestions = (facts: BoardFacts): Suggestion[] => {
  const index = indexOf(facts);
  const fits = facts.zone === null ? [] : fitting[facts.zone];
  const groups = [fits, suggestionRules.filter((rule) => !fits.includes(rule))];
  return groups.flatMap((group) => dealt(group.map((rule) => rules[rule](facts, index).slice(0, mostOfARule))));
};

const dealt = (hands: readonly (readonly Suggestion[])[]): Suggestion[] =>
  Array.from({ length: mostOfARule }, (_, round) => hands.flatMap((hand) => hand[round] ?? [])).flat();

const indexOf = ({ links, threads }: BoardFacts): BoardIndex => {
  const explains = new Map<CardId, CardId[]>();
  const explained = new Set<CardId>();
  for (const link of links) {
    if (!isExplaining(link)) continue;
    explained.add(link.to);
    const targets = explains.get(link.from);
    if (targets) targets.push(link.to);
    else explains.set(link.from, [link.to]);
  }
  return { explains, explained, talked: new Set(threads.flatMap(({ card }) => card ?? [])) };
};
