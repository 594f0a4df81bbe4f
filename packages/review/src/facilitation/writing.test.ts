import { describe, expect, test } from 'vitest';
import type { FacilitationCommand } from './command.ts';
import { accepted, by, given, ines, maya, minute, nexts, now, priya, start } from '../test/room.ts';
import { transition } from './transition.ts';
import { revealed, revealNoticeMs } from './writing.ts';

describe('private writing', () => {
  const perspectives = given([start, ...nexts(3, now - minute)]);
  const anonymous: FacilitationCommand = { kind: 'write-privately', attribution: 'anonymous' };

  test('[F13] a stage that begins with it does so at its first visit only, and the round outlives the stage', () => {
    expect(perspectives.writing).toEqual({ phase: 'private', round: 1, attribution: 'attributed' });
    expect(accepted(perspectives, { kind: 'next' }).writing).toEqual(perspectives.writing);
    expect(accepted(perspectives, { kind: 'end' }).writing).toEqual(perspectives.writing);
    const open = revealed(accepted(perspectives, { kind: 'reveal' }));
    const again = accepted(accepted(open, { kind: 'next' }), { kind: 'back' });
    expect(again.writing).toEqual({ phase: 'open', round: 1 });
  });

  test('[F13] a facilitator begins another round, in a stage of perspectives only', () => {
    const open = revealed(accepted(perspectives, { kind: 'reveal' }));
    expect(accepted(open, anonymous).writing).toEqual({ phase: 'private', round: 2, attribution: 'anonymous' });
    const factors = accepted(open, { kind: 'next' });
    expect(transition(factors, anonymous, by(ines))).toEqual({
      ok: false,
      reason: 'nothing-private-here',
    });
    for (const role of ['participant', 'observer'] as const)
      expect(transition(perspectives, { kind: 'reveal' }, by(priya, now, role)).ok).toBe(false);
  });

  test('[F13] a move taken back takes its round back; entering again begins the same one', () => {
    const timeline = given([start, ...nexts(2, now - minute)]);
    const entered = accepted(timeline, { kind: 'next' });
    const undone = accepted(entered, { kind: 'undo-move' });
    expect(undone).toEqual({ ...timeline, version: timeline.version + 2, lastMove: null, lastAct: expect.anything() });
    expect(accepted(undone, { kind: 'next' }).writing).toEqual(entered.writing);
    const announced = accepted(entered, { kind: 'reveal' });
    expect(transition(announced, { kind: 'undo-move' }, by(ines))).toMatchObject({ ok: false });
  });

  test('[F14] names may be left out, or asked for, while the round is under way; saying the same changes nothing', () => {
    const changed = accepted(perspectives, anonymous);
    expect(changed.writing).toEqual({ phase: 'private', round: 1, attribution: 'anonymous' });
    expect(accepted(changed, anonymous)).toBe(changed);
  });

  test('[F15] a reveal is announced once, ahead of time, and no round begins meanwhile', () => {
    const announced = accepted(perspectives, { kind: 'reveal' });
    expect(announced.writing).toMatchObject({ phase: 'revealing', revealAtMs: now + revealNoticeMs });
    expect(accepted(announced, { kind: 'reveal' }, by(maya, now + 1_000))).toBe(announced);
    const refusal = transition(announced, anonymous, by(ines));
    expect(refusal).toEqual({ ok: false, reason: 'revealing' });
    expect(accepted(announced, { kind: 'end' }).writing).toEqual(announced.writing);
  });

  test('[F16] what is revealed is revealed once', () => {
    const announced = accepted(perspectives, { kind: 'reveal' });
    const open = revealed(announced);
    expect(open).toEqual({ ...announced, version: announced.version + 1, writing: { phase: 'open', round: 1 } });
    expect(revealed(open)).toBe(open);
    expect(revealed(perspectives)).toBe(perspectives);
  });
});
