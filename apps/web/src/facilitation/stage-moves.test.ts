import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { moveWords, nextNotice, noticeMs, stageMove, type NoticeState } from './stage-moves.ts';

const state = (status: FacilitationState['status'], stageIndex: number): FacilitationState => ({
  ...lobby(learningReview),
  status,
  stageIndex,
});
const words = (before: FacilitationState | null, after: FacilitationState): string | null => {
  const move = stageMove(before, after);
  return move === null ? null : moveWords(move);
};

describe('what a change of stage is called', () => {
  it('tells start, next, back, end and reopening', () => {
    expect(words(state('lobby', 0), state('running', 0))).toBe('The review begins with Opening');
    expect(words(state('running', 3), state('running', 4))).toBe('The room moves to Factors');
    expect(words(state('running', 4), state('running', 3))).toBe('The room goes back to Perspectives');
    expect(words(state('running', 4), state('ended', 4))).toBe('The review has ended. Everything stays as it is.');
    expect(words(state('ended', 4), state('running', 4))).toBe('The room is open again, in Factors');
  });
  it('tells nothing on joining, nor when the stage stays', () => {
    expect(words(null, state('running', 4))).toBeNull();
    expect(words(state('running', 4), state('running', 4))).toBeNull();
    expect(words(state('lobby', 0), state('lobby', 0))).toBeNull();
    expect(words(state('ended', 4), state('ended', 4))).toBeNull();
  });
});

describe('a move by somebody else who runs the meeting', () => {
  it('bears their name', () => {
    const by = (before: FacilitationState, after: FacilitationState): string | null => {
      const move = stageMove(before, after);
      return move && moveWords(move, 'Ben');
    };
    expect(by(state('lobby', 0), state('running', 0))).toBe('Ben begins the review with Opening');
    expect(by(state('running', 3), state('running', 4))).toBe('Ben moves the room to Factors');
    expect(by(state('running', 4), state('running', 2))).toBe('Ben moves the room back to Timeline');
    expect(by(state('running', 4), state('ended', 4))).toBe('Ben ended the review. Everything stays as it is.');
    expect(by(state('ended', 4), state('running', 4))).toBe('Ben opens the room again, in Factors');
  });
});

describe('the notice of a move', () => {
  const move = stageMove(state('running', 3), state('running', 4));
  if (move === null) throw new Error('the room moved');
  const shown = nextNotice({ kind: 'none' }, { kind: 'moved', move, nowMs: 1_000 });
  const after = (stays: boolean, nowMs = 1_000 + noticeMs): NoticeState =>
    nextNotice(shown, { kind: 'time', nowMs, stays });

  it('stays for three seconds', () => {
    expect(shown.kind).toBe('notice');
    expect(after(false, 1_000 + noticeMs - 1)).toBe(shown);
    expect(after(false).kind).toBe('none');
  });
  it('becomes a pill for whoever is typing or wanders, until they go', () => {
    const pill = after(true);
    expect(pill).toMatchObject({ kind: 'pill', stage: { name: 'Factors' } });
    expect(nextNotice(pill, { kind: 'time', nowMs: 1e9, stays: false })).toBe(pill);
    expect(nextNotice(pill, { kind: 'went' }).kind).toBe('none');
  });
  it('gives way to a newer move, pill or not', () => {
    expect(nextNotice(after(true), { kind: 'moved', move, nowMs: 9_000 })).toMatchObject({ untilMs: 12_000 });
  });
  it('leaves no pill when the meeting ended: there is nowhere to go', () => {
    const ended = nextNotice({ kind: 'none' }, { kind: 'moved', move: { kind: 'ended' }, nowMs: 0 });
    expect(nextNotice(ended, { kind: 'time', nowMs: noticeMs, stays: true }).kind).toBe('none');
  });
});
