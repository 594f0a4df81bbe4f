import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StageId } from '../ids.ts';
import type { Stage } from '../templates/template.ts';
import { plannedEndMs, plannedMinutes, reflowed } from './plan.ts';
import type { StoredMeeting } from './state.ts';
import { accepted, by, given, ines, minute, nexts, now, start, states, t0 } from '../test/room.ts';
import { lobby } from './transition.ts';

const agendaMinutes = [3, 8, 12, 16, 15, 10, 10, 3];

describe('[F18] the planned end', () => {
  test('is what the agenda takes from the start, whatever was paused, extended or overrun', () => {
    expect(plannedEndMs(states.lobby)).toBeNull();
    for (const state of [states['first stage'], states.overrun, states.paused, states['last stage']])
      expect(plannedEndMs(state)).toBe(t0 + 77 * minute);
    expect(plannedEndMs(accepted(states.overrun, { kind: 'reflow' }))).toBe(t0 + 77 * minute);
  });

  test('of a meeting that was opened again counts from there, with the stages that are left', () => {
    const reopened = accepted(states.ended, { kind: 'reopen' }, by(ines, now + 60 * minute));
    expect(plannedEndMs(reopened)).toBe(now + 98 * minute);
    const on = accepted(reopened, { kind: 'next' }, by(ines, now + 70 * minute));
    expect(plannedEndMs(on)).toBe(now + 98 * minute);
  });
});

describe('[F19] re-flowing', () => {
  test('two minutes over: narrative gets eight', () => {
    const agenda = [10, 10].map((minutes, index): Stage => ({
      id: `stage-${index}` as StageId,
      name: '',
      minutes,
      zone: null,
      question: '',
    }));
    const meeting = given([start], lobby({ id: 'two', version: 1, name: '', about: '', stages: agenda }));
    expect(reflowed(meeting, t0 + 12 * minute)).toEqual([10, 8]);
  });

  test('no stage gets less than half of its minutes, nor less than one, however late it is', () => {
    const late = given([start, ...nexts(4, now)]);
    expect(reflowed(late, t0 + 5 * 60 * minute)).toEqual([3, 8, 12, 16, 15, 5, 5, 2]);
    expect(reflowed(late, t0 + 9 * 60 * minute)).toEqual([3, 8, 12, 16, 15, 5, 5, 2]);
  });

  test('in the lobby and in the last stage nothing is shared', () => {
    expect(reflowed(states.lobby, now)).toEqual(agendaMinutes);
    expect(reflowed(states['last stage'], now)).toEqual(agendaMinutes);
  });

  test('the stage entered next has its new minutes on the clock, and keeps them when the room comes back', () => {
    const planned = accepted(states.overrun, { kind: 'reflow' });
    expect(planned.plan).toEqual([3, 8, 12, 16, 15, 21, 20, 6]);
    expect(planned.timer).toEqual(states.overrun.timer);
    const entered = accepted(planned, { kind: 'next' });
    expect(entered.timer).toEqual({ kind: 'running', deadlineMs: now + 21 * minute, plannedMs: 21 * minute });
    expect(plannedMinutes(entered, 5)).toBe(21);
    expect(plannedMinutes(entered, 99)).toBe(0);
  });

  test('whole minutes in the agenda’s proportions, summing to what is left wherever that is enough', () => {
    const minutes = fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(minutes, fc.nat(19), fc.integer({ min: 0, max: 10 * 60 * 60_000 }), (all, at, passedMs) => {
        const stages = all.map((length, index): Stage => ({
          id: `stage-${index}` as StageId,
          name: '',
          minutes: length,
          zone: null,
          question: '',
        }));
        const stageIndex = Math.min(at, all.length - 1);
        const nowMs = t0 + passedMs;
        const meeting: StoredMeeting = {
          ...lobby({ id: 'any', version: 1, name: '', about: '', stages }),
          status: 'running',
          stageIndex,
          timer: { kind: 'running', deadlineMs: nowMs, plannedMs: 0 },
          visits: [{ stageId: stages[0]!.id, enteredMs: t0, leftMs: null }],
        };
        const plan = reflowed(meeting, nowMs);
        expect(plan.slice(0, stageIndex + 1)).toEqual(all.slice(0, stageIndex + 1));
        const ahead = all.slice(stageIndex + 1);
        const shares = plan.slice(stageIndex + 1);
        const least = ahead.map((length) => Math.max(1, Math.ceil(length / 2)));
        const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
        const left = sum(all) - Math.ceil(passedMs / minute);
        expect(sum(shares)).toBe(ahead.length === 0 ? 0 : Math.max(left, sum(least)));
        for (const [index, share] of shares.entries()) {
          expect(Number.isInteger(share)).toBe(true);
          expect(share).toBeGreaterThanOrEqual(least[index]!);
          for (const [other, otherShare] of shares.entries())
            if (ahead[other]! > ahead[index]!) expect(otherShare).toBeGreaterThanOrEqual(share - 1);
        }
      }),
    );
  });
});
