// Random meetings: stage, clock, ready and hands.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permission } from '../permission.ts';
import { learningReview } from '../templates/built-in.ts';
import { remainingMs } from './clock.ts';
import type { FacilitationCommand, FacilitationCommandKind } from './command.ts';
import { accepted, facilitator, meeting, play, type Step } from '../test/random-meeting.ts';
import { lobby, longestPlanMs, transition } from './transition.ts';

describe('random meetings', () => {
  test('[F1] the version grows by one at each change and never otherwise; no state is written to', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { before, after, untouched } of play(steps)) {
          expect(after.version).toBe(before.version + (after === before ? 0 : 1));
          expect(JSON.stringify(before)).toBe(untouched);
        }
      }),
    );
  });

  test('[F6] visits are well formed: one is open while running, none otherwise, each after the one before', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { after } of play(steps)) {
          const running = after.status === 'running';
          const open = after.visits.filter((visit) => visit.leftMs === null);
          const here = after.stages[after.stageIndex]?.id;
          expect(open.map((visit) => visit.stageId)).toEqual(running ? [here] : []);
          expect(after.visits.slice(0, -1).every((visit) => visit.leftMs !== null)).toBe(true);
          const times = after.visits.flatMap((visit) => [visit.enteredMs, visit.leftMs ?? Infinity]);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('[F5] [F17] the stage stays in range, and moves by one at most unless somebody jumps', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { command: given, before, after } of play(steps)) {
          expect(after.stages[after.stageIndex]).toBeDefined();
          if (given.kind === 'jump' || given.kind === 'undo-move') continue;
          expect(Math.abs(after.stageIndex - before.stageIndex)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('[F11] nobody changes anything without the permission; observers never do', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { command: given, role } of accepted(play(steps))) {
          expect(role).not.toBe('observer');
          expect(permission(role, takingPart.has(given.kind) ? 'facilitation.take-part' : 'facilitation.run')).toEqual({
            allowed: true,
          });
        }
      }),
    );
  });

  test('[F3] pause and resume keep what is left; no other command starts or stops the clock of a stage', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const played = play(steps);
        for (const { before, after, nowMs } of accepted(played, 'pause', 'resume')) {
          expect(after.timer.kind).not.toBe(before.timer.kind);
          expect(remainingMs(after.timer, nowMs)).toBe(remainingMs(before.timer, nowMs));
        }
        for (const { command: given, before, after } of accepted(played))
          if (!clockKinds.has(given.kind)) expect(after.timer).toBe(before.timer);
        for (const { before, after } of accepted(played, 'extend', 'next', 'back', 'jump', 'undo-move'))
          expect(after.timer.kind).toBe(before.timer.kind);
        for (const { after } of accepted(played, 'start')) expect(after.timer.kind).toBe('running');
        for (const { after } of accepted(played, 'end', 'reopen')) expect(after.timer.kind).toBe('paused');
      }),
    );
  });

  test('[F4] an extension gives at least its minutes, and the plan stays within eight hours', () => {
    // Extensions over and over, so that the bound is met: 3 minutes of plan leave room for 95 times five.
    const waits = fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { minLength: 96, maxLength: 110, size: 'max' });
    fc.assert(
      fc.property(waits, (afterEach) => {
        const extend: FacilitationCommand = { kind: 'extend', minutes: 5 };
        const played = play([
          { command: { kind: 'start' }, actor: facilitator, here: [], afterMs: 0 },
          ...afterEach.map((afterMs): Step => ({ command: extend, actor: facilitator, here: [], afterMs })),
        ]);
        const extended = accepted(played, 'extend');
        expect(extended).toHaveLength(95);
        for (const { before, after, nowMs } of extended) {
          expect(after.timer.plannedMs).toBeLessThanOrEqual(longestPlanMs);
          expect(remainingMs(after.timer, nowMs)).toBe(Math.max(0, remainingMs(before.timer, nowMs)) + 5 * 60_000);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('[F7] a move that is taken back leaves what everybody sees as it was', () => {
    const end = fc.constantFrom<FacilitationCommand>(
      { kind: 'next' },
      { kind: 'back' },
      { kind: 'jump', stageIndex: 2 },
    );
    const actor = facilitator;
    const nowMs = Date.UTC(2026, 11, 1);
    fc.assert(
      fc.property(meeting, end, (steps, move) => {
        const state = play(steps).at(-1)?.after ?? lobby(learningReview);
        const moved = transition(state, move, { actor, nowMs, here: [], people: [] });
        fc.pre(moved.ok);
        const undone = transition(
          moved.ok ? moved.state : state,
          { kind: 'undo-move' },
          { actor, nowMs: nowMs + 10_000, here: [], people: [] },
        );
        expect(undone).toEqual({
          ok: true,
          state: { ...state, version: state.version + 2, lastMove: null, lastAct: expect.anything() },
          effects: [],
        });
      }),
    );
  });

  test('[F9] [F10] ready and hands name each person once, and are empty once the meeting has ended', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { after } of play(steps)) {
          expect(new Set(after.ready).size).toBe(after.ready.length);
          expect(new Set(after.hands).size).toBe(after.hands.length);
          expect(after.status === 'running' ? [] : [...after.ready, ...after.hands]).toEqual([]);
        }
      }),
    );
  });
});

const takingPart: ReadonlySet<FacilitationCommandKind> = new Set<FacilitationCommandKind>([
  'ready',
  'hand',
  'answer-extend',
  'pace',
  'end-turn',
  'vote',
  'acknowledge',
  'decide',
  'withdraw-decision',
]);
/** Those that may touch the clock. */
const clockKinds: ReadonlySet<FacilitationCommandKind> = new Set<FacilitationCommandKind>([
  'start',
  'pause',
  'resume',
  'extend',
  'next',
  'back',
  'jump',
  'undo-move',
  'end',
  'reopen',
]);
