import { lobby } from '@hearth/review/facilitation/transition';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { StageId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import type { Stage } from '@hearth/review/templates/template';
import { describe, expect, it } from 'vitest';
import { offersOf } from './offers.ts';

const stage: Stage = { id: 'factors' as StageId, name: 'Factors', minutes: 10, zone: 'factors', question: '' };
const vote = { on: 'factors', dots: 3, anonymous: true } as const;
const running = (more: Partial<Stage>, change: Partial<FacilitationState> = {}): FacilitationState => ({
  ...lobby(learningReview),
  status: 'running',
  stages: [{ ...stage, ...more }],
  stageIndex: 0,
  visits: [{ stageId: stage.id, enteredMs: 1_000, leftMs: null }],
  ...change,
});
const result = (closedMs: number, on: 'factors' | 'learnings' = 'factors') => ({
  id: 1,
  on,
  dots: 3,
  anonymous: true,
  closedMs,
  voters: 0,
  tallies: [],
});
const round = { purpose: 'check-in', question: '', order: [], turn: 0, sinceMs: 0 } as const;

describe('[TP10] what a stage has in store is offered', () => {
  it('only what it has, and only while the meeting runs', () => {
    expect(offersOf(running({}))).toMatchObject({ round: null, vote: null });
    expect(offersOf(running({ round: 'check-in', vote }))).toMatchObject({ round: 'check-in', vote });
    expect(offersOf(running({ round: 'check-in', vote }, { status: 'ended' }))).toMatchObject({
      round: null,
      vote: null,
    });
  });

  it('no second one while one is under way', () => {
    expect(offersOf(running({ round: 'check-in', vote }, { round }))).toMatchObject({ round: null, vote: null });
    const open = { ...vote, id: 1, openedMs: 2_000, voted: [] };
    expect(offersOf(running({ vote }, { vote: open })).vote).toBeNull();
  });

  it('a vote that was held in this visit is not offered again; one of an earlier visit or on something else is', () => {
    expect(offersOf(running({ vote }, { results: [result(1_500)] })).vote).toBeNull();
    expect(offersOf(running({ vote }, { results: [result(500)] })).vote).toEqual(vote);
    expect(offersOf(running({ vote }, { results: [result(1_500, 'learnings')] })).vote).toEqual(vote);
  });
});
