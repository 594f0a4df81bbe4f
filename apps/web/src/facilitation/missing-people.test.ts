import type { FacilitationView, Person } from '@hearth/protocol/facilitation';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { missingPeople, missingWords } from './missing-people.ts';

const person = (name: string, here: boolean, role: Person['role'] = 'participant'): Person => ({
  participantId: `${name.toLowerCase()}-participant` as ParticipantId,
  name,
  role,
  here,
});
const view: FacilitationView = {
  reviewId: 'review-0001' as ReviewId,
  state: lobby(learningReview),
  drafts: null,
  people: [
    person('Ines Okafor', true, 'facilitator'),
    person('Priya Raman', true),
    person('Ruth', false, 'decision-maker'),
    person('Sam', false, 'observer'),
  ],
  serverNowMs: 1_000,
};

describe('[RM8] who is still missing before the start', () => {
  it('are those who were here before, and responders with a column of whom nobody is here', () => {
    expect(missingPeople(view, ['Tomasz', 'Maya'])).toEqual(['Ruth', 'Tomasz', 'Maya']);
  });
  it('not observers, nor whoever is here under a longer name or in other letters', () => {
    expect(missingPeople(view, ['priya', ' Ines  Okafor ', '', 'SAM'])).toEqual(['Ruth']);
  });
  it('names nobody twice: who was here and has a column is missing once', () => {
    expect(missingPeople(view, ['Ruth', 'Tomasz', 'Tomasz'])).toEqual(['Ruth', 'Tomasz']);
  });
  it('a name that only begins alike is another one', () => {
    expect(missingPeople(view, ['Pri', 'Priya Nair'])).toEqual(['Ruth', 'Pri', 'Priya Nair']);
  });
  it('is told in a sentence, or not at all', () => {
    expect(missingWords([])).toBe('');
    expect(missingWords(['Ruth', 'Tomasz'])).toBe('Still missing: Ruth and Tomasz.');
    expect(missingWords(['A', 'B', 'C', 'D', 'E'])).toBe('Still missing: A, B, C and 2 others.');
  });
});
