import { lobby } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { isNewGathering, nextGather, pillMs, wayBackMs, type GatherState } from './gather-notice.ts';

const ada = 'ada-participant' as ParticipantId;
const ben = 'ben-participant' as ParticipantId;
const none: GatherState = { kind: 'none' };
const told = nextGather(none, { kind: 'gathered', by: ada, nowMs: 1_000 });

describe('[RM2] being brought somewhere', () => {
  it('is announced for three seconds, then the view goes along, with a way back for fifteen', () => {
    expect(nextGather(told, { kind: 'time', nowMs: 3_999, stays: false })).toBe(told);
    const there = nextGather(told, { kind: 'time', nowMs: 4_000, stays: false });
    expect(there).toEqual({ kind: 'there', by: ada, untilMs: 4_000 + wayBackMs });
    expect(nextGather(there, { kind: 'time', nowMs: 18_999, stays: false })).toBe(there);
    expect(nextGather(there, { kind: 'time', nowMs: 19_000, stays: false })).toEqual(none);
  });

  it('moves nobody who writes or wanders: they get an invitation that waits a minute', () => {
    const pill = nextGather(told, { kind: 'time', nowMs: 4_000, stays: true });
    expect(pill).toEqual({ kind: 'pill', by: ada, untilMs: 4_000 + pillMs });
    expect(nextGather(pill, { kind: 'time', nowMs: 30_000, stays: false })).toBe(pill);
    expect(nextGather(pill, { kind: 'went', nowMs: 30_000 })).toEqual({
      kind: 'there',
      by: ada,
      untilMs: 30_000 + wayBackMs,
    });
    expect(nextGather(pill, { kind: 'time', nowMs: 4_000 + pillMs, stays: true })).toEqual(none);
  });

  it('is nothing new when it was told before, or is long ago for a machine that slept', () => {
    const before = lobby(learningReview);
    const view = (atMs: number, serverNowMs: number) => ({
      reviewId: 'review-0001' as ReviewId,
      state: { ...before, gathering: { by: ada, atMs } },
      people: [],
      drafts: null,
      serverNowMs,
    });
    expect(isNewGathering(before, view(1_000, 1_050))).toBe(true);
    expect(isNewGathering(view(1_000, 1_050).state, view(1_000, 2_000))).toBe(false);
    expect(isNewGathering(view(1_000, 1_050).state, view(5_000, 5_010))).toBe(true);
    expect(isNewGathering(before, view(1_000, 601_000))).toBe(false);
    expect(isNewGathering(before, { ...view(1_000, 1_050), state: before })).toBe(false);
  });

  it('gives way to a newer invitation, and is over when one goes back', () => {
    expect(nextGather(told, { kind: 'gathered', by: ben, nowMs: 2_000 })).toMatchObject({ by: ben, untilMs: 5_000 });
    expect(nextGather(told, { kind: 'done' })).toEqual(none);
    expect(nextGather(none, { kind: 'went', nowMs: 1 })).toBe(none);
    expect(nextGather(none, { kind: 'time', nowMs: 1e9, stays: false })).toBe(none);
  });
});
