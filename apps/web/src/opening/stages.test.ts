import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import { builtInTemplates, learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it, test } from 'vitest';
import { factorsAreDone, isClosing, isOpening, stageNow } from './stages.ts';

const factors = learningReview.stages.findIndex(({ zone }) => zone === 'factors');
const at = (stageIndex: number, visited = learningReview.stages.slice(0, stageIndex + 1)): FacilitationState => ({
  ...lobby(learningReview),
  status: 'running',
  stageIndex,
  visits: visited.map(({ id }, index) => ({ stageId: id, enteredMs: index, leftMs: index + 1 })),
});

test.each(builtInTemplates.map((template) => [template.name, template.stages] as const))(
  '[O1] %s has one opening and one closing',
  (_, stages) => {
    expect(stages.filter(isOpening)).toHaveLength(1);
    expect(stages.filter(isClosing)).toHaveLength(1);
  },
);

describe('when parked actions are offered', () => {
  it('[O2] once the room is beyond the factors, and after the end', () => {
    expect(factorsAreDone(lobby(learningReview))).toBe(false);
    expect(factorsAreDone(at(factors))).toBe(false);
    expect(factorsAreDone(at(factors + 1))).toBe(true);
    expect(factorsAreDone({ ...at(factors), status: 'ended' })).toBe(true);
  });

  it('[O2] factors that were jumped over are not done', () => {
    expect(factorsAreDone(at(factors + 1, learningReview.stages.slice(0, factors)))).toBe(false);
  });

  it('[O2] an agenda without factors waits for its first stage only', () => {
    const stages = learningReview.stages.filter(({ zone }) => zone !== 'factors');
    expect(factorsAreDone({ ...at(0), stages })).toBe(false);
    expect(factorsAreDone({ ...at(1), stages })).toBe(true);
  });

  it('[O1] no stage is the present one before the meeting and after it', () => {
    expect(stageNow(lobby(learningReview))).toBeUndefined();
    expect(stageNow(at(factors))?.zone).toBe('factors');
  });
});
