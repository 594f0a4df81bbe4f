import { describe, expect, test } from 'vitest';
import { lobby } from './facilitation/transition.ts';
import type { FacilitationState } from './facilitation/state.ts';
import { lifecycle, type Lifecycle } from './lifecycle.ts';
import { learningReview } from './templates/learning-review.ts';

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

test('[L2] the default agenda has eight stages of 77 minutes, with ids that no two share', () => {
  const { stages } = learningReview;
  expect(stages.map((stage) => stage.name)).toEqual([
    'Opening',
    'Reports',
    'Timeline',
    'Perspectives',
    'Factors',
    'Learnings',
    'Narrative',
    'Closing',
  ]);
  expect(stages.reduce((sum, stage) => sum + stage.minutes, 0)).toBe(77);
  expect(new Set(stages.map((stage) => stage.id)).size).toBe(stages.length);
});
