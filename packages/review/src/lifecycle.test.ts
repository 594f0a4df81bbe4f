import { describe, expect, test } from 'vitest';
import { lobby } from './facilitation/transition.ts';
import type { FacilitationState } from './facilitation/state.ts';
import { lifecycle, type Lifecycle } from './lifecycle.ts';
import { learningReview } from './templates/built-in.ts';

const expected: Record<FacilitationState['status'], Lifecycle> = {
  lobby: 'preparing',
  running: 'in-room',
  ended: 'writing-up',
};

describe('[L1] where a review stands', () => {
  const cases = (Object.keys(expected) as FacilitationState['status'][]).map((status) => ({ status }));
  test.each(cases)('follows the meeting ($status) until it is published', ({ status }) => {
    const meeting: FacilitationState = { ...lobby(learningReview), status };
    expect(lifecycle(meeting, false)).toBe(expected[status]);
    expect(lifecycle(meeting, true)).toBe('published');
  });
});
