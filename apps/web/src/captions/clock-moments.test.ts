import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { momentBetween, momentWords } from './clock-moments.ts';

const at = (ms: number, visit = 1) => ({ visit, ms });

describe('when the clock speaks', () => {
  it('[C2] at one minute and at the end', () => {
    expect(momentBetween(at(60_500), at(60_000))).toBe('one-minute');
    expect(momentBetween(at(500), at(0))).toBe('end');
  });
  it('[C2] not on the first look, nor twice, nor when minutes are added or another stage begins', () => {
    expect(momentBetween(null, at(0))).toBeNull();
    expect(momentBetween(at(60_000), at(59_000))).toBeNull();
    expect(momentBetween(at(0), at(-1_000))).toBeNull();
    expect(momentBetween(at(-5_000), at(60_000))).toBeNull();
    expect(momentBetween(at(61_000, 1), at(30_000, 2))).toBeNull();
  });
  it('[C2] tells the end only, when a sleep went over both', () => {
    expect(momentBetween(at(120_000), at(-300_000))).toBe('end');
  });
  it('[C2] names the stage', () => {
    const state = { ...lobby(learningReview), status: 'running' as const, stageIndex: 4 };
    expect(momentWords('one-minute', state)).toBe('One minute left for Factors.');
    expect(momentWords('end', state)).toContain('Nothing is locked');
  });
});
