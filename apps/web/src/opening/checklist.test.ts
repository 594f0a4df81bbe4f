import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, test } from 'vitest';
import { checked, checklist, type ChecklistFacts } from './checklist.ts';

const nothing: ChecklistFacts = {
  state: lobby(learningReview),
  incidentTold: false,
  invited: 0,
  coFacilitators: 0,
  acknowledged: { said: 0, of: 1 },
  moments: 0,
  learnings: 0,
  proposals: { proposed: 0, decided: 0 },
  publishedOn: null,
};
const known = (facts: Partial<ChecklistFacts>): string[] =>
  checked({ ...nothing, ...facts }).flatMap(({ item, is }) => (is.done && is.fact !== null ? [item.id] : []));

describe('the leaders’ checklist', () => {
  test('[O4] each item is one of its own, short enough to be kept, and says why', () => {
    expect(new Set(checklist.map(({ id }) => id)).size).toBe(checklist.length);
    for (const { id, why } of checklist) {
      expect(id).toMatch(/^[a-z-]{1,60}$/);
      expect(why).toMatch(/^[A-Z].+\.$/);
      expect(why.length).toBeLessThan(110);
    }
    expect(new Set(checklist.map(({ part }) => part))).toEqual(new Set(['before', 'during', 'after']));
  });

  test('[O4] nothing is done in a review that has just been made', () => {
    expect(checked(nothing).some(({ is }) => is.done)).toBe(false);
  });

  test.each<[string, Partial<ChecklistFacts>]>([
    ['incident', { incidentTold: true }],
    ['invited', { invited: 2 }],
    ['neutral', { coFacilitators: 1 }],
    ['timeline', { moments: 3 }],
    ['statement', { state: { ...nothing.state, opening: 'Good morning' } }],
    ['rules', { acknowledged: { said: 3, of: 3 } }],
    ['learnings', { learnings: 1 }],
    ['actions', { proposals: { proposed: 0, decided: 2 } }],
    ['published', { publishedOn: '20 November 2026' }],
  ])('[O4] Hearth knows by itself: %s', (id, facts) => {
    expect(known(facts)).toEqual([id]);
  });

  test('[O4] what is not quite so is no fact', () => {
    expect(known({ acknowledged: { said: 2, of: 3 } })).toEqual([]);
    expect(known({ acknowledged: { said: 1, of: 1 } })).toEqual([]);
    expect(known({ proposals: { proposed: 1, decided: 2 } })).toEqual([]);
  });

  test('[O4] the rest is ticked by hand; a fact needs no tick', () => {
    const state = { ...nothing.state, checks: ['care', 'timeline'] };
    const done = checked({ ...nothing, state, moments: 12 }).filter(({ is }) => is.done);
    expect(done).toEqual([
      { item: expect.objectContaining({ id: 'timeline' }), is: { done: true, fact: '12 moments are on it.' } },
      { item: expect.objectContaining({ id: 'care' }), is: { done: true, fact: null } },
    ]);
  });
});
