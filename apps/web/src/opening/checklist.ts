// The leaders' checklist: before, during and after a review. What Hearth knows is told as a fact, the rest is ticked by hand. Pure.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { counted } from '@hearth/review/time/words';

/** What Hearth knows of a review. */
export interface ChecklistFacts {
  state: FacilitationState;
  /** Whether start and impact of the incident are told. */
  incidentTold: boolean;
  /** Participants besides those who run the meeting. */
  invited: number;
  coFacilitators: number;
  acknowledged: { said: number; of: number };
  moments: number;
  learnings: number;
  proposals: { proposed: number; decided: number };
  /** In words; null until the story is published. */
  publishedOn: string | null;
}

export type ChecklistPart = 'before' | 'during' | 'after';
export const partNames: Record<ChecklistPart, string> = { before: 'Before', during: 'During', after: 'After' };

export interface ChecklistItem {
  /** Kept with the meeting. */
  id: string;
  part: ChecklistPart;
  what: string;
  why: string;
  /** Why it is done already; null where somebody has to say so. */
  fact?: (facts: ChecklistFacts) => string | null;
}

export const checklist: readonly ChecklistItem[] = [
  {
    id: 'incident',
    part: 'before',
    what: 'The incident is told in a few facts',
    why: 'Nobody should have to ask what this is about.',
    fact: ({ incidentTold }) => (incidentTold ? 'Its start and what it meant are there.' : null),
  },
  {
    id: 'invited',
    part: 'before',
    what: 'Those who met it are invited',
    why: 'They know what no log holds.',
    fact: ({ invited }) => (invited >= 2 ? `${invited} people have come in.` : null),
  },
  {
    id: 'outsider',
    part: 'before',
    what: 'Somebody comes who was not part of it',
    why: 'They ask what nobody else would.',
  },
  {
    id: 'purpose',
    part: 'before',
    what: 'Everybody knows what it is for',
    why: 'Who expects a trial brings a defence.',
  },
  {
    id: 'leaders',
    part: 'before',
    what: 'Those with rank know that they listen first',
    why: 'A question from above weighs more than it is meant to.',
  },
  {
    id: 'neutral',
    part: 'before',
    what: 'I have no stake in it, or somebody beside me who has none',
    why: 'It is hard to be curious about one’s own decisions.',
    fact: ({ coFacilitators }) => (coFacilitators > 0 ? 'You are not alone in facilitating.' : null),
  },
  {
    id: 'timeline',
    part: 'before',
    what: 'The timeline has its first moments',
    why: 'The hour is for conversation, not for looking up times.',
    fact: ({ moments }) => (moments >= 3 ? `${moments} moments are on it.` : null),
  },
  {
    id: 'statement',
    part: 'before',
    what: 'The opening statement sounds like me',
    why: 'One’s own words are believed.',
    fact: ({ state }) => (state.opening === undefined ? null : 'It is in your own words.'),
  },
  {
    id: 'reminder',
    part: 'during',
    what: 'The safety reminder was spoken',
    why: 'Said aloud it is a promise; on a screen it is decoration.',
  },
  {
    id: 'rules',
    part: 'during',
    what: 'Everybody agreed to the ground rules',
    why: 'What was agreed to can be called upon.',
    fact: ({ acknowledged: { said, of } }) => (of > 1 && said === of ? `All ${of} who are here.` : null),
  },
  {
    id: 'voices',
    part: 'during',
    what: 'Everybody was asked once',
    why: 'Who has been silent for ten minutes rarely begins by themselves.',
  },
  {
    id: 'blame',
    part: 'during',
    what: 'A judgement was turned into a question',
    why: 'One that is left standing makes a room quiet.',
  },
  {
    id: 'learnings',
    part: 'during',
    what: 'Something is understood that was not before',
    why: 'A review with learnings and no action is complete; the other way round it is not.',
    fact: ({ learnings }) =>
      learnings > 0 ? `${counted(learnings, 'learning is', 'learnings are')} on the board.` : null,
  },
  {
    id: 'decisions',
    part: 'during',
    what: 'Decisions were noted as they were made',
    why: 'By tomorrow each of us remembers another one.',
    fact: ({ state: { decisions = [] } }) =>
      decisions.length > 0 ? `${counted(decisions.length, 'decision is', 'decisions are')} noted.` : null,
  },
  {
    id: 'thanks',
    part: 'during',
    what: 'Whoever noticed was thanked, and everybody here',
    why: 'Who is thanked for telling tells again.',
  },
  {
    id: 'care',
    part: 'after',
    what: 'I asked those who had it hardest how they are',
    why: 'An incident takes something, and so does telling it.',
  },
  {
    id: 'actions',
    part: 'after',
    what: 'Each proposed action was confirmed or let go',
    why: 'A list that nobody decided about is a list of wishes.',
    fact: ({ proposals: { proposed, decided } }) =>
      decided > 0 && proposed === 0 ? `${counted(decided, 'was', 'were')} decided, none is left.` : null,
  },
  {
    id: 'published',
    part: 'after',
    what: 'The story is published',
    why: 'Who was not here can learn from it only then.',
    fact: ({ publishedOn }) => (publishedOn === null ? null : `On ${publishedOn}.`),
  },
  {
    id: 'told',
    part: 'after',
    what: 'Those it concerns know where to read it',
    why: 'Teams beside us have the same conditions, and not yet our incident.',
  },
];

export type CheckState = { done: false } | { done: true; fact: string | null };

/** @returns for each item whether it is done, and the fact by which Hearth knows. */
export const checked = (facts: ChecklistFacts): { item: ChecklistItem; is: CheckState }[] =>
  checklist.map((item) => {
    const fact = item.fact?.(facts) ?? null;
    if (fact !== null) return { item, is: { done: true, fact } };
    return { item, is: facts.state.checks?.includes(item.id) ? { done: true, fact: null } : { done: false } };
  });
