import type { ReviewSummary } from '@hearth/protocol/http/reviews';
import type { ReviewId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { groupReviews } from './groups.ts';

const review = (id: string, over: Partial<ReviewSummary>): ReviewSummary => ({
  id: id as ReviewId,
  title: id,
  severity: 'high',
  services: [],
  startedAt: 0,
  zone: 'UTC',
  createdAt: 0,
  state: 'preparing',
  demo: false,
  stage: { name: 'Opening', index: 0, count: 8 },
  inside: [],
  learnings: 0,
  actions: { total: 0, open: 0 },
  publication: null,
  ...over,
});
const ids = (reviews: readonly ReviewSummary[]) => reviews.map(({ id }) => id);

describe('reviews on the first page', () => {
  it('puts rooms with people in them first, the fullest leading', () => {
    const { live, groups } = groupReviews([
      review('empty-room', { state: 'in-room' }),
      review('small', { state: 'in-room', inside: ['A'] }),
      review('full', { state: 'in-room', inside: ['A', 'B'] }),
      review('early', { state: 'preparing', inside: ['A'] }),
    ]);
    expect(ids(live)).toEqual(['full', 'small']);
    expect(groups.map(({ state, reviews }) => [state, ids(reviews)])).toEqual([
      ['in-room', ['empty-room']],
      ['preparing', ['early']],
    ]);
  });

  it('lets the longest-waiting lead, and the newest among the published', () => {
    const { groups } = groupReviews([
      review('b', { startedAt: 20 }),
      review('a', { startedAt: 10 }),
      review('unknown', { startedAt: null, createdAt: 15 }),
      review('old', { state: 'published', startedAt: 1 }),
      review('new', { state: 'published', startedAt: 2 }),
    ]);
    expect(groups.map(({ reviews }) => ids(reviews))).toEqual([
      ['a', 'unknown', 'b'],
      ['new', 'old'],
    ]);
  });

  it('leaves out states that no review is in', () => {
    expect(groupReviews([])).toEqual({ live: [], groups: [] });
  });
});
