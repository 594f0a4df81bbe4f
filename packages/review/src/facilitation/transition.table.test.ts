// Every state × every command, cell by cell. The type of `table` demands that it is complete.
import { describe, expect, test } from 'vitest';
import type { ParticipantId } from '../ids.ts';
import { learningReview } from '../templates/built-in.ts';
import type { Template } from '../templates/template.ts';
import {
  type CommandContext,
  type FacilitationCommand,
  type FacilitationCommandKind,
  type Refusal,
} from './command.ts';
import { remainingMs } from './clock.ts';
import type { Transition } from './outcome.ts';
import type { StoredMeeting } from './state.ts';
import { lobby, longestPlanMs, transition } from './transition.ts';
import { revealed, revealNoticeMs } from './writing.ts';

const minute = 60_000;
const t0 = Date.UTC(2026, 10, 17, 10, 0);
/** The moment at which each cell's command is given. */
const now = t0 + 30 * minute;
const ines = 'ines-okafor' as ParticipantId;
const priya = 'priya-raman' as ParticipantId;
const maya = 'maya-castellanos' as ParticipantId;
const stageMinutes: Record<string, number> = {
  reports: 8,
  timeline: 12,
  perspectives: 16,
  factors: 15,
  learnings: 10,
  narrative: 10,
};
/** The default agenda with minutes of its own, and perspectives that begin privately whatever the template says. */
const agenda: Template = {
  ...learningReview,
  stages: learningReview.stages.map((stage) => ({
    ...stage,
    minutes: stageMinutes[stage.id] ?? stage.minutes,
    ...(stage.zone === 'perspectives' ? { privateWriting: 'attributed' as const } : {}),
  })),
};
const lastIndex = learningReview.stages.length - 1;

const by = (participantId: ParticipantId, role: CommandContext['actor']['role'], nowMs: number): CommandContext => ({
  actor: { participantId, role },
  nowMs,
  here: [],
  people: [],
});

const given = (commands: readonly [FacilitationCommand, number][]): StoredMeeting =>
  commands.reduce<StoredMeeting>((state, [command, atMs]) => {
    const step = transition(state, command, by(ines, 'facilitator', atMs));
    if (!step.ok) throw new Error(`${command.kind} at ${atMs}: ${step.reason}`);
    return step.state;
  }, lobby(agenda));

const start: [FacilitationCommand, number] = [{ kind: 'start' }, t0];
const nexts = (count: number, atMs: number): [FacilitationCommand, number][] =>
  Array.from({ length: count }, () => [{ kind: 'next' }, atMs]);
const handUp: [FacilitationCommand, number] = [{ kind: 'hand', raised: true }, now - 1000];

/** Stage 5, Factors, has 15 minutes; stage 1, Opening, and stage 8, Closing, have 3. */
const states = {
  lobby: lobby(agenda),
  'first stage': given([
    start,
    [{ kind: 'extend', minutes: 5 }, t0],
    [{ kind: 'pause' }, t0],
    [{ kind: 'resume' }, now - minute],
  ]),
  'middle stage': given([start, ...nexts(4, now - 5 * minute)]),
  'just moved': given([start, ...nexts(4, now - 10_000)]),
  'hand raised': given([start, ...nexts(4, now - 5 * minute), handUp]),
  overrun: given([start, ...nexts(4, now - 17 * minute)]),
  paused: given([start, ...nexts(4, now - 5 * minute), [{ kind: 'pause' }, now - minute]]),
  'paused in overrun': given([start, ...nexts(4, now - 17 * minute), [{ kind: 'pause' }, now - minute]]),
  'longest plan': {
    ...given([start, ...nexts(4, now - 5 * minute)]),
    timer: { kind: 'running', deadlineMs: now + 10 * minute, plannedMs: longestPlanMs },
  },
  'last stage': given([start, ...nexts(lastIndex, now - minute)]),
  ended: given([start, ...nexts(4, now - 5 * minute), [{ kind: 'end' }, now - minute]]),
} satisfies Record<string, StoredMeeting>;
type StateCase = keyof typeof states;

interface Outcome {
  status?: StoredMeeting['status'];
  stage?: number;
  clock?: 'running' | 'paused';
  /** Minutes left afterwards. */
  left?: number;
  ready?: number;
  hands?: number;
  visits?: number;
  ends?: string[];
}
type Expected = Refusal | Outcome;

const clockCommands = [
  'start',
  'pause',
  'resume',
  'extend',
  'next',
  'back',
  'undo-move',
  'end',
  'reopen',
  'ready',
  'hand',
  'lower-hand',
  'write-privately',
  'reveal',
] as const satisfies readonly FacilitationCommandKind[];
type ClockCommand = (typeof clockCommands)[number];

const commands: Record<ClockCommand, FacilitationCommand> = {
  start: { kind: 'start' },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  extend: { kind: 'extend', minutes: 5 },
  next: { kind: 'next' },
  back: { kind: 'back' },
  'undo-move': { kind: 'undo-move' },
  end: { kind: 'end' },
  reopen: { kind: 'reopen' },
  ready: { kind: 'ready', ready: true },
  hand: { kind: 'hand', raised: true },
  'lower-hand': { kind: 'lower-hand', participantId: ines },
  'write-privately': { kind: 'write-privately', attribution: 'anonymous' },
  reveal: { kind: 'reveal' },
};

const table: Record<StateCase, Record<ClockCommand, Expected>> = {
  lobby: {
    start: { status: 'running', stage: 0, clock: 'running', left: 3, visits: 1 },
    pause: 'not-started',
    resume: 'not-started',
    extend: 'not-started',
    next: 'not-started',
    back: 'not-started',
    'undo-move': 'not-started',
    end: 'not-started',
    reopen: 'not-ended',
    ready: 'not-started',
    hand: 'not-started',
    'lower-hand': 'not-started',
    'write-privately': 'not-started',
    reveal: 'not-started',
  },
  'first stage': {
    start: 'already-started',
    pause: { clock: 'paused', left: 7 },
    resume: 'not-paused',
    extend: { left: 12 },
    next: { stage: 1, left: 8, visits: 2, ends: ['Opening'] },
    back: 'first-stage',
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', clock: 'paused', left: 7, ends: ['Opening'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': 'nothing-private-here',
    reveal: 'not-private',
  },
  'middle stage': {
    start: 'already-started',
    pause: { clock: 'paused', left: 10 },
    resume: 'not-paused',
    extend: { left: 15 },
    next: { stage: 5, left: 10, visits: 6, ends: ['Factors'] },
    back: { stage: 3, left: 16, visits: 6, ends: ['Factors'] },
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', clock: 'paused', left: 10, ends: ['Factors'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': {},
    reveal: {},
  },
  'just moved': {
    start: 'already-started',
    pause: { clock: 'paused', left: 15 - 1 / 6 },
    resume: 'not-paused',
    extend: { left: 20 - 1 / 6 },
    next: { stage: 5, left: 10, visits: 6, ends: ['Factors'] },
    back: { stage: 3, left: 16, visits: 6, ends: ['Factors'] },
    'undo-move': { stage: 3, clock: 'running', left: 16 - 1 / 6, visits: 4 },
    end: { status: 'ended', clock: 'paused', left: 15 - 1 / 6, ends: ['Factors'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': {},
    reveal: {},
  },
  'hand raised': {
    start: 'already-started',
    pause: { clock: 'paused', left: 10 },
    resume: 'not-paused',
    extend: { left: 15 },
    next: { stage: 5, left: 10, visits: 6, ends: ['Factors'] },
    back: { stage: 3, left: 16, visits: 6, ends: ['Factors'] },
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', clock: 'paused', left: 10, hands: 0, ends: ['Factors'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 2 },
    'lower-hand': { hands: 0 },
    'write-privately': {},
    reveal: {},
  },
  overrun: {
    start: 'already-started',
    pause: { clock: 'paused', left: -2 },
    resume: 'not-paused',
    extend: { left: 5 },
    next: { stage: 5, left: 10, visits: 6, ends: ['Factors'] },
    back: { stage: 3, left: 16, visits: 6, ends: ['Factors'] },
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', clock: 'paused', left: -2, ends: ['Factors'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': {},
    reveal: {},
  },
  paused: {
    start: 'already-started',
    pause: 'already-paused',
    resume: { clock: 'running', left: 11 },
    extend: { left: 16 },
    next: { stage: 5, clock: 'paused', left: 10, visits: 6, ends: ['Factors'] },
    back: { stage: 3, clock: 'paused', left: 16, visits: 6, ends: ['Factors'] },
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', left: 11, ends: ['Factors'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': {},
    reveal: {},
  },
  'paused in overrun': {
    start: 'already-started',
    pause: 'already-paused',
    resume: { clock: 'running', left: -1 },
    extend: { left: 5 },
    next: { stage: 5, left: 10, visits: 6, ends: ['Factors'] },
    back: { stage: 3, left: 16, visits: 6, ends: ['Factors'] },
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', left: -1, ends: ['Factors'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': {},
    reveal: {},
  },
  'longest plan': {
    start: 'already-started',
    pause: { clock: 'paused', left: 10 },
    resume: 'not-paused',
    extend: 'plan-too-long',
    next: { stage: 5, left: 10, visits: 6, ends: ['Factors'] },
    back: { stage: 3, left: 16, visits: 6, ends: ['Factors'] },
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', clock: 'paused', left: 10, ends: ['Factors'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': {},
    reveal: {},
  },
  'last stage': {
    start: 'already-started',
    pause: { clock: 'paused', left: 2 },
    resume: 'not-paused',
    extend: { left: 7 },
    next: 'last-stage',
    back: { stage: lastIndex - 1, left: 10, visits: 9, ends: ['Closing'] },
    'undo-move': 'nothing-to-undo',
    end: { status: 'ended', clock: 'paused', left: 2, ends: ['Closing'] },
    reopen: 'not-ended',
    ready: { ready: 1 },
    hand: { hands: 1 },
    'lower-hand': 'no-such-hand',
    'write-privately': {},
    reveal: {},
  },
  ended: {
    start: 'ended',
    pause: 'ended',
    resume: 'ended',
    extend: 'ended',
    next: 'ended',
    back: 'ended',
    'undo-move': 'ended',
    end: 'ended',
    reopen: { status: 'running', stage: 4, clock: 'paused', left: 15, visits: 6 },
    ready: 'ended',
    hand: 'ended',
    'lower-hand': 'ended',
    'write-privately': 'ended',
    reveal: {},
  },
};

type Told = { refused: Refusal } | (Required<Outcome> & { versions: number });

/** Tenths of a second: a cell's minutes may be a third of one. */
const rounded = (minutes: number): number => Math.round(minutes * 600);

const outcomeOf = (state: StoredMeeting, ends: string[]): Required<Outcome> => ({
  status: state.status,
  stage: state.stageIndex,
  clock: state.timer.kind,
  left: rounded(remainingMs(state.timer, now) / minute),
  ready: state.ready.length,
  hands: state.hands.length,
  visits: state.visits.length,
  ends,
});

const toldBy = (before: StoredMeeting, step: Transition): Told => {
  if (!step.ok) return { refused: step.reason };
  const ends = step.effects.flatMap((effect) => (effect.kind === 'stage-ended' ? [effect.stageName] : []));
  return { ...outcomeOf(step.state, ends), versions: step.state.version - before.version };
};

/** What a cell does not name stays as it was; a change of stage empties "ready". */
const wantedOf = (before: StoredMeeting, kind: FacilitationCommandKind, expected: Expected): Told => {
  if (typeof expected === 'string') return { refused: expected };
  const kept = { ...outcomeOf(before, []), ...(changesStage(kind) ? { ready: 0 } : {}) };
  const named = expected.left === undefined ? expected : { ...expected, left: rounded(expected.left) };
  return { ...kept, ...named, versions: 1 };
};

describe('[F1–F10] every state and every command', () => {
  const cells = (Object.keys(table) as StateCase[]).flatMap((state) =>
    clockCommands.map((kind) => ({ state, kind, expected: table[state][kind] })),
  );

  test.each(cells)('$state × $kind', ({ state, kind, expected }) => {
    const before: StoredMeeting = states[state];
    const untouched = JSON.stringify(before);
    // A second person takes part, so that a raised hand joins the queue instead of repeating the first.
    const actor = kind === 'ready' || kind === 'hand' ? by(priya, 'participant', now) : by(ines, 'facilitator', now);
    const step = transition(before, commands[kind], actor);
    expect(JSON.stringify(before), 'the state given is never written to').toBe(untouched);

    expect(toldBy(before, step)).toEqual(wantedOf(before, kind, expected));
  });
});

const changesStage = (kind: FacilitationCommandKind): boolean =>
  kind === 'start' || kind === 'next' || kind === 'back' || kind === 'end' || kind === 'reopen';

const accepted = (
  state: StoredMeeting,
  command: FacilitationCommand,
  context = by(ines, 'facilitator', now),
): StoredMeeting => {
  const step = transition(state, command, context);
  if (!step.ok) throw new Error(step.reason);
  return step.state;
};

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
    expect(transition(factors, anonymous, by(ines, 'facilitator', now))).toEqual({
      ok: false,
      reason: 'nothing-private-here',
    });
    for (const role of ['participant', 'observer'] as const)
      expect(transition(perspectives, { kind: 'reveal' }, by(priya, role, now)).ok).toBe(false);
  });

  test('[F13] a move taken back takes its round back; entering again begins the same one', () => {
    const timeline = given([start, ...nexts(2, now - minute)]);
    const entered = accepted(timeline, { kind: 'next' });
    const undone = accepted(entered, { kind: 'undo-move' });
    expect(undone).toEqual({ ...timeline, version: timeline.version + 2, lastMove: null, lastAct: expect.anything() });
    expect(accepted(undone, { kind: 'next' }).writing).toEqual(entered.writing);
    const announced = accepted(entered, { kind: 'reveal' });
    expect(transition(announced, { kind: 'undo-move' }, by(ines, 'facilitator', now))).toMatchObject({ ok: false });
  });

  test('[F14] names may be left out, or asked for, while the round is under way; saying the same changes nothing', () => {
    const changed = accepted(perspectives, anonymous);
    expect(changed.writing).toEqual({ phase: 'private', round: 1, attribution: 'anonymous' });
    expect(accepted(changed, anonymous)).toBe(changed);
  });

  test('[F15] a reveal is announced once, ahead of time, and no round begins meanwhile', () => {
    const announced = accepted(perspectives, { kind: 'reveal' });
    expect(announced.writing).toMatchObject({ phase: 'revealing', revealAtMs: now + revealNoticeMs });
    expect(accepted(announced, { kind: 'reveal' }, by(maya, 'co-facilitator', now + 1_000))).toBe(announced);
    const refusal = transition(announced, anonymous, by(ines, 'facilitator', now));
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

describe('what one cell can not tell', () => {
  test('[F3] pausing and resuming keeps what was left, however long the pause was', () => {
    const paused = accepted(states['middle stage'], { kind: 'pause' });
    const resumed = accepted(paused, { kind: 'resume' }, by(ines, 'facilitator', now + 55 * minute));
    expect(remainingMs(resumed.timer, now + 55 * minute)).toBe(10 * minute);
  });

  test('[F5] moving on empties ready and keeps the hands', () => {
    let state = accepted(states['middle stage'], { kind: 'ready', ready: true }, by(priya, 'participant', now));
    state = accepted(state, { kind: 'hand', raised: true }, by(priya, 'participant', now));
    state = accepted(state, { kind: 'next' });
    expect(state.ready).toEqual([]);
    expect(state.hands).toEqual([priya]);
  });

  test('[F7] a move taken back leaves stage, clock, ready and visits as if it had not been', () => {
    const before = accepted(states['middle stage'], { kind: 'ready', ready: true }, by(priya, 'participant', now));
    for (const kind of ['next', 'back'] as const) {
      const undone = accepted(accepted(before, { kind }), { kind: 'undo-move' }, by(ines, 'facilitator', now + 14_000));
      expect(undone).toEqual({ ...before, version: before.version + 2, lastMove: null, lastAct: expect.anything() });
    }
  });

  test('[F7] a move can not be taken back twice, nor once the clock was touched, nor later than it is offered', () => {
    const moved = accepted(states['middle stage'], { kind: 'next' });
    const refused = (state: StoredMeeting, atMs = now) =>
      transition(state, { kind: 'undo-move' }, by(ines, 'facilitator', atMs));
    const nothing = { ok: false, reason: 'nothing-to-undo' };
    expect(refused(accepted(moved, { kind: 'undo-move' }))).toEqual(nothing);
    expect(refused(accepted(moved, { kind: 'pause' }))).toEqual(nothing);
    expect(refused(accepted(moved, { kind: 'extend', minutes: 1 }))).toEqual(nothing);
    expect(refused(moved, now + 17_001)).toEqual(nothing);
    expect(refused(moved, now + 15_000)).toMatchObject({ ok: true });
  });

  test('[F8] ending and reopening keeps the stage and the visits, with a paused clock', () => {
    const reopened = accepted(accepted(states['middle stage'], { kind: 'end' }), { kind: 'reopen' });
    expect(reopened).toMatchObject({ status: 'running', stageIndex: 4, timer: { kind: 'paused' } });
    expect(reopened.visits.map((visit) => visit.leftMs === null)).toEqual([false, false, false, false, false, true]);
  });

  test('[F9] saying ready twice changes nothing, version included', () => {
    const once = accepted(states['middle stage'], { kind: 'ready', ready: true }, by(priya, 'participant', now));
    const twice = accepted(once, { kind: 'ready', ready: true }, by(priya, 'participant', now));
    expect(twice).toBe(once);
    expect(accepted(once, { kind: 'ready', ready: false }, by(priya, 'participant', now)).ready).toEqual([]);
  });

  test('[F10] hands queue in the order in which they were raised; lowering one keeps the others', () => {
    let state: StoredMeeting = states['middle stage'];
    for (const who of [maya, priya, ines])
      state = accepted(state, { kind: 'hand', raised: true }, by(who, 'participant', now));
    expect(state.hands).toEqual([maya, priya, ines]);
    expect(accepted(state, { kind: 'hand', raised: true }, by(maya, 'participant', now))).toBe(state);
    expect(accepted(state, { kind: 'lower-hand', participantId: priya }).hands).toEqual([maya, ines]);
  });

  test('[F12] time alone changes nothing: an overrun is told, never acted on', () => {
    const state = states.overrun;
    expect(remainingMs(state.timer, now)).toBe(-2 * minute);
    expect(state).toMatchObject({ status: 'running', stageIndex: 4 });
  });

  test('[F6] a clock set back never makes a visit end before it began', () => {
    const moved = accepted(states['middle stage'], { kind: 'next' }, by(ines, 'facilitator', t0 - minute));
    for (const visit of moved.visits) expect(visit.leftMs ?? Infinity).toBeGreaterThanOrEqual(visit.enteredMs);
  });
});
