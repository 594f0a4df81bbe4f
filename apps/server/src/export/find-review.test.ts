import type { ReviewId } from '@hearth/review/ids';
import { expect, it } from 'vitest';
import { incident } from '../test/hearth.ts';
import { findReview, lineOf } from './find-review.ts';

const review = (id: string, title: string, reference = '') => ({
  id: id as ReviewId,
  incident: { ...incident, services: [], links: [], title, reference },
});
const labels = review('id-1', 'Labels stopped printing', 'INC-22');
const again = review('id-2', 'Labels stopped printing again', 'INC-220');
const orders = review('ID-1', 'Orders failed');
const all = [labels, again, orders];

it.each([
  ['id-1', labels],
  ['ID-1', orders],
  ['inc-22', labels],
  ['INC-220', again],
  ['labels stopped printing', labels],
  ['LABELS STOPPED PRINTING A', again],
  [' ord', orders],
])('takes %j for one review', (asked, meant) => {
  expect(findReview(all, asked)).toEqual({ ok: true, review: meant });
});

it.each([
  ['labels', 'several', [labels, again]],
  ['inc', 'several', [labels, again]],
  ['printing', 'none', all],
  ['id-', 'none', all],
  ['', 'none', all],
  ['  ', 'none', all],
])('does not guess at %j', (asked, reason, choices) => {
  expect(findReview(all, asked)).toEqual({ ok: false, reason, choices });
});

it('tells a review in one line that steers no terminal', () => {
  expect(lineOf(review('id-3', `Red \u001b[31malert\r\n${'x'.repeat(100)}`, 'INC-1'))).toMatch(
    /^id-3 {2}INC-1 {2}Red \[31malert x+…$/,
  );
  expect(lineOf(orders)).toBe('ID-1  Orders failed');
});
