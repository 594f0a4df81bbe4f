import { lobby } from '@hearth/review/facilitation/transition';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { StageId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, test } from 'vitest';
import { isEarly, soakMoment, soakOf } from './soak.ts';

const friday = Date.UTC(2026, 10, 20, 14);
const tuesday = Date.UTC(2026, 10, 24, 14);
const zone = 'Europe/Berlin';
const visit = (enteredMs: number, leftMs: number | null) => ({ stageId: 'closing' as StageId, enteredMs, leftMs });
const ended: FacilitationState = {
  ...lobby(learningReview),
  status: 'ended',
  soak: true,
  visits: [visit(0, 1), visit(friday - 60_000, friday)],
};

describe('soak time', () => {
  test('[S1] lasts two work days from the end of the meeting, in the incident’s zone', () => {
    expect(soakOf(ended, zone, friday)).toEqual({ kind: 'soaking', untilMs: tuesday });
    expect(soakOf(ended, zone, tuesday - 1)).toEqual({ kind: 'soaking', untilMs: tuesday });
    expect(soakOf(ended, zone, tuesday)).toEqual({ kind: 'soaked', sinceMs: tuesday });
    expect(soakMoment(tuesday, zone)).toBe('Tuesday 24 November, 15:00');
  });

  test('[S2] it has not begun before the end, and begins anew with the end of a reopened meeting', () => {
    expect(soakOf({ ...ended, status: 'running', visits: [visit(friday, null)] }, zone, tuesday)).toEqual({
      kind: 'not-begun',
    });
    const again = { ...ended, visits: [...ended.visits, visit(tuesday - 60_000, tuesday)] };
    expect(soakOf(again, zone, tuesday)).toMatchObject({ kind: 'soaking' });
  });

  test('[S3] only between is it early; a review without soak time never is', () => {
    const { soak: _, ...without } = ended;
    expect(isEarly(soakOf(without, zone, friday))).toBe(false);
    expect(isEarly(soakOf({ ...ended, soak: false }, zone, friday))).toBe(false);
    expect(isEarly(soakOf({ ...ended, status: 'lobby', visits: [] }, zone, friday))).toBe(true);
    expect(isEarly(soakOf(ended, zone, friday))).toBe(true);
    expect(isEarly(soakOf(ended, zone, tuesday))).toBe(false);
  });
});
