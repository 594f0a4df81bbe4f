import type { FacilitationView } from '@hearth/protocol/facilitation';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { expect, test } from 'vitest';
import { acknowledgedCount } from './acknowledged.ts';
import { person } from '../facilitation/test/people.ts';

const people = [
  person('ines', 'facilitator'),
  person('priya', 'participant'),
  person('tomasz', 'participant', false),
  person('sam', 'observer'),
];
const view = (acknowledged?: string[]): FacilitationView => ({
  reviewId: 'review-1' as ReviewId,
  state: { ...lobby(learningReview), ...(acknowledged ? { acknowledged: acknowledged as ParticipantId[] } : {}) },
  people,
  drafts: null,
  serverNowMs: 0,
});

test('[O3] counts those who are here and take part; nobody else is waited for', () => {
  expect(acknowledgedCount(view())).toEqual({ said: 0, of: 2 });
  expect(acknowledgedCount(view(['priya', 'tomasz', 'sam']))).toEqual({ said: 1, of: 2 });
});
