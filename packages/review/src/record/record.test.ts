import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FacilitationCommand } from '../facilitation/command.ts';
import { publicState, type FacilitationState, type StoredMeeting } from '../facilitation/state.ts';
import { lobby, transition } from '../facilitation/transition.ts';
import type { ParticipantId, StageId } from '../ids.ts';
import type { Stage, Template } from '../templates/template.ts';
import { hintsFrom, withHints } from './hints.ts';
import { participationOf } from './participation.ts';
import { hasEnded, recordOf, type MeetingRecord } from './record.ts';

const minute = 60_000;
const startMs = Date.UTC(2026, 10, 21, 9);
const actor = { participantId: 'facilitator-1' as ParticipantId, role: 'facilitator' as const };

const stage = (id: string, name: string, minutes: number, zone: Stage['zone'] = null): Stage => ({
  id: id as StageId,
  name,
  minutes,
  zone,
  question: '',
});
const shortForm: Template = {
  id: 'ours',
  version: 1,
  name: 'Ours',
  about: '',
  stages: [
    stage('opening', 'Opening', 2),
    stage('timeline', 'Timeline', 6, 'timeline'),
    stage('perspectives', 'Perspectives', 10, 'perspectives'),
    stage('factors', 'Factors', 8, 'factors'),
    stage('closing', 'Closing', 2),
  ],
};

/** Holds a meeting: each step is a command, after so many minutes. */
const held = (steps: readonly (readonly [afterMinutes: number, command: FacilitationCommand])[]): FacilitationState => {
  let nowMs = startMs;
  const meeting = steps.reduce<StoredMeeting>((state, [afterMinutes, command]) => {
    nowMs += afterMinutes * minute;
    const outcome = transition(state, command, { actor, nowMs, here: [], people: [] });
    if (!outcome.ok) throw new Error(`${command.kind}: ${outcome.reason}`);
    return outcome.state;
  }, lobby(shortForm));
  return publicState(meeting);
};
const next = { kind: 'next' } as const;
const start = { kind: 'start' } as const;
const end = { kind: 'end' } as const;
const summary = ({ stages }: MeetingRecord) =>
  stages.map(({ name, usedMs, visits, outcome }) => `${name} ${usedMs / minute} in ${visits}: ${outcome}`);

test('[M1] minutes are those of all visits together; a stage that was only passed is skipped', () => {
  const meeting = held([
    [0, start],
    [2, next],
    [7, next],
    [0.1, next],
    [9, { kind: 'back' }],
    [0.1, { kind: 'back' }],
    [3, next],
    [0.1, next],
    [1, end],
  ]);
  const record = recordOf(meeting, startMs + 90 * minute);
  expect(record.stages.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'held', 'held', 'not-reached']);
  expect(record.stages.map(({ usedMs }) => Math.round(usedMs / 100) / 600)).toEqual([2, 10, 0.3, 10, 0]);
  expect(record).toMatchObject({ beganMs: startMs, reopened: 0, plannedMinutes: 28 });
  expect(record.endedMs).toBe(meeting.visits.at(-1)?.leftMs);

  const passed = recordOf(
    held([
      [0, start],
      [2, next],
      [0.1, next],
      [8, end],
    ]),
    startMs,
  );
  expect(summary(passed)).toEqual([
    'Opening 2 in 1: held',
    'Timeline 0.1 in 1: skipped',
    'Perspectives 8 in 1: held',
    'Factors 0 in 0: not-reached',
    'Closing 0 in 0: not-reached',
  ]);
});

test('[M2] a move that was taken back does not count, and the stage goes on as if nothing had been', () => {
  const steps = [
    [0, start],
    [2, next],
    [0.2, { kind: 'undo-move' }],
    [2.8, next],
    [6, end],
  ] as const;
  expect(summary(recordOf(held(steps), startMs)).slice(0, 2)).toEqual([
    'Opening 5 in 1: held',
    'Timeline 6 in 1: held',
  ]);
});

describe('[M3] begin, end, and what came after the end', () => {
  test('before the start there is nothing to tell', () => {
    const record = recordOf(lobby(shortForm), startMs);
    expect(record).toMatchObject({ beganMs: null, endedMs: null, usedMs: 0, reopened: 0 });
    expect(hasEnded(lobby(shortForm))).toBe(false);
  });

  test('while it runs, the stage that the room is in counts until now', () => {
    const running = held([
      [0, start],
      [2, next],
    ]);
    const record = recordOf(running, startMs + 6 * minute);
    expect(record.endedMs).toBeNull();
    expect(record.stages[1]?.usedMs).toBe(4 * minute);
    expect(hasEnded(running)).toBe(false);
  });

  test('opened again, the pause between does not count, and it has ended once', () => {
    const again = held([
      [0, start],
      [5, end],
      [60, { kind: 'reopen' }],
      [3, next],
    ]);
    expect(hasEnded(again)).toBe(true);
    const ended = held([
      [0, start],
      [5, end],
      [60, { kind: 'reopen' }],
      [3, next],
      [6, end],
    ]);
    const record = recordOf(ended, startMs);
    expect(record).toMatchObject({ reopened: 1, usedMs: 14 * minute, endedMs: startMs + 74 * minute });
    expect(record.stages[0]).toMatchObject({ usedMs: 8 * minute, visits: 2 });
  });

  test('a clock that was set back makes no stage shorter than nothing', () => {
    const record = recordOf(held([[0, start]]), startMs - 60 * minute);
    expect(record.usedMs).toBe(0);
  });
});

test('[M1] [M3] of any meeting: each reopening counts once, nothing is used twice, and it has ended or not', () => {
  const commands: FacilitationCommand[] = [
    start,
    next,
    end,
    { kind: 'back' },
    { kind: 'undo-move' },
    { kind: 'reopen' },
    { kind: 'pause' },
    { kind: 'resume' },
    { kind: 'jump', stageIndex: 3 },
    { kind: 'extend', minutes: 5 },
  ];
  const steps = fc.array(fc.tuple(fc.nat({ max: 600_000 }), fc.constantFrom(...commands)), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (taken) => {
      let nowMs = startMs;
      let state: StoredMeeting = lobby(shortForm);
      let [ends, reopenings] = [0, 0];
      for (const [afterMs, command] of taken) {
        nowMs += afterMs;
        const outcome = transition(state, command, { actor, nowMs, here: [], people: [] });
        if (!outcome.ok) continue;
        ({ state } = outcome);
        if (command.kind === 'end') ends += 1;
        if (command.kind === 'reopen') reopenings += 1;
      }
      const record = recordOf(state, nowMs);
      expect(record.reopened).toBe(reopenings);
      expect(hasEnded(state)).toBe(ends > 0);
      expect(record.endedMs !== null).toBe(state.status === 'ended');
      expect(record.usedMs).toBeLessThanOrEqual(nowMs - (record.beganMs ?? nowMs));
      expect(record.stages.reduce((sum, { visits }) => sum + visits, 0)).toBe(state.visits.length);
    }),
  );
});

test('[M4] the plan as it had become is told beside the agenda’s, where it differs', () => {
  const meeting = {
    ...held([
      [0, start],
      [2, end],
    ]),
    plan: [2, 6, 5, 6, 2],
  };
  expect(
    recordOf(meeting, startMs).stages.map(({ plannedMinutes, replannedMinutes }) => [plannedMinutes, replannedMinutes]),
  ).toEqual([
    [2, null],
    [6, null],
    [10, 5],
    [8, 6],
    [2, null],
  ]);
});

test('[M5] participation is counts: how many of those who may write did, and how much came in which stage', () => {
  const { visits } = held([
    [0, start],
    [2, next],
    [6, next],
    [8, end],
  ]);
  const at = (minutes: number, authorId: string | null) => ({ authorId, atMs: startMs + minutes * minute });
  const people = [
    { id: 'ada', role: 'facilitator' },
    { id: 'bo', role: 'participant' },
    { id: 'cleo', role: 'participant' },
    { id: 'dag', role: 'observer' },
  ] as const;
  const written = [at(-60, 'bo'), at(3, 'bo'), at(4, 'bo'), at(9, null), at(9, 'gone'), at(20, 'ada')];
  expect(participationOf(people, visits, written)).toEqual({
    people: 3,
    wrote: 2,
    unnamed: 1,
    stages: [
      { stageId: 'timeline', written: 2 },
      { stageId: 'perspectives', written: 2 },
    ],
  });
});

describe('hints for the agenda’s next version', () => {
  const recorded = (minutes: Record<string, number>, planned: Record<string, number> = {}): MeetingRecord => ({
    beganMs: startMs,
    endedMs: startMs + 60 * minute,
    plannedMinutes: 28,
    usedMs: 28 * minute,
    reopened: 0,
    stages: shortForm.stages.map(({ id, name, minutes: own }) => ({
      stageId: id,
      name,
      plannedMinutes: planned[id] ?? own,
      replannedMinutes: null,
      usedMs: (minutes[id] ?? own) * minute,
      visits: 1,
      outcome: minutes[id] === 0 ? 'skipped' : 'held',
    })),
  });

  test('[M6] what meetings say together is half the way from the plan to what it took', () => {
    const records = [recorded({ perspectives: 18 }), recorded({ perspectives: 16 }), recorded({ perspectives: 21 })];
    expect(hintsFrom(records, shortForm.stages)).toEqual([
      {
        kind: 'minutes',
        stageId: 'perspectives',
        name: 'Perspectives',
        plannedMinutes: 10,
        usedMinutes: 18,
        minutes: 14,
        meetings: 3,
      },
    ]);
    expect(hintsFrom([recorded({ factors: 4 })], shortForm.stages)).toMatchObject([
      { usedMinutes: 4, minutes: 6, meetings: 1 },
    ]);
  });

  test('[M6] a minute more or less is no hint, and neither is what meetings disagree about', () => {
    expect(hintsFrom([recorded({ perspectives: 11, closing: 3 })], shortForm.stages)).toEqual([]);
    expect(hintsFrom([recorded({ perspectives: 18 }), recorded({ perspectives: 5 })], shortForm.stages)).toEqual([]);
    expect(hintsFrom([recorded({ perspectives: 18 }), recorded({})], shortForm.stages)).toEqual([]);
    expect(hintsFrom([], shortForm.stages)).toEqual([]);
  });

  test('[M6] only the newest three are asked', () => {
    const records = [18, 18, 18, 4].map((perspectives) => recorded({ perspectives }));
    expect(hintsFrom(records, shortForm.stages)).toMatchObject([{ meetings: 3, minutes: 14 }]);
  });

  test('[M7] a meeting that planned the stage otherwise says nothing of it', () => {
    const before = recorded({ perspectives: 18 }, { perspectives: 6 });
    expect(hintsFrom([before], shortForm.stages)).toEqual([]);
    expect(hintsFrom([recorded({ perspectives: 18 }), before], shortForm.stages)).toMatchObject([{ meetings: 1 }]);
  });

  test('[M8] what was skipped each time is told and left to people; minutes are taken over', () => {
    const records = [recorded({ timeline: 0, factors: 16 }), recorded({ timeline: 0, factors: 16 })];
    const hints = hintsFrom(records, shortForm.stages);
    expect(hints).toMatchObject([
      { kind: 'skipped', name: 'Timeline', meetings: 2 },
      { kind: 'minutes', name: 'Factors', minutes: 12 },
    ]);
    expect(withHints(shortForm.stages, hints).map(({ minutes }) => minutes)).toEqual([2, 6, 10, 12, 2]);
    expect(hintsFrom([recorded({ timeline: 0 })], shortForm.stages)).toEqual([]);
  });

  test('[M8] a stage keeps a minute at least', () => {
    const stages = [{ id: 'opening' as StageId, name: 'Opening', minutes: 3, zone: null, question: '' }];
    const [hint] = hintsFrom([recorded({ opening: 0.5 }, { opening: 3 })], stages);
    expect(hint).toMatchObject({ usedMinutes: 1, minutes: 2 });
  });
});
