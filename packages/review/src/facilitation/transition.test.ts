import { describe, expect, test } from 'vitest';
import { remainingMs } from './clock.ts';
import { facilitationCommandKinds, type FacilitationCommand, type FacilitationCommandKind } from './command.ts';
import type { StoredMeeting } from './state.ts';
import { accepted, agenda, by, ines, latency, maya, minute, now, priya, refusal, states, t0 } from '../test/room.ts';
import { transition } from './transition.ts';

describe('what one cell can not tell', () => {
  test('[F3] pausing and resuming keeps what was left, however long the pause was', () => {
    const paused = accepted(states['middle stage'], { kind: 'pause' });
    const resumed = accepted(paused, { kind: 'resume' }, by(ines, now + 55 * minute));
    expect(remainingMs(resumed.timer, now + 55 * minute)).toBe(10 * minute);
  });

  test('[F5] moving on empties ready and keeps the hands', () => {
    let state = accepted(states['middle stage'], { kind: 'ready', ready: true }, by(priya));
    state = accepted(state, { kind: 'hand', raised: true }, by(priya));
    state = accepted(state, { kind: 'next' });
    expect(state.ready).toEqual([]);
    expect(state.hands).toEqual([priya]);
  });

  test('[F7] a move taken back leaves stage, clock, ready and visits as if it had not been', () => {
    const before = accepted(states['middle stage'], { kind: 'ready', ready: true }, by(priya));
    for (const kind of ['next', 'back'] as const) {
      const undone = accepted(accepted(before, { kind }), { kind: 'undo-move' }, by(ines, now + 14_000));
      expect(undone).toEqual({ ...before, version: before.version + 2, lastMove: null, lastAct: expect.anything() });
    }
  });

  test('[F7] a move can not be taken back twice, nor once the clock was touched, nor later than it is offered', () => {
    const moved = accepted(states['middle stage'], { kind: 'next' });
    const refused = (state: StoredMeeting, atMs = now) => transition(state, { kind: 'undo-move' }, by(ines, atMs));
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
    const once = accepted(states['middle stage'], { kind: 'ready', ready: true }, by(priya));
    const twice = accepted(once, { kind: 'ready', ready: true }, by(priya));
    expect(twice).toBe(once);
    expect(accepted(once, { kind: 'ready', ready: false }, by(priya)).ready).toEqual([]);
  });

  test('[F10] hands queue in the order in which they were raised; lowering one keeps the others', () => {
    let state: StoredMeeting = states['middle stage'];
    for (const who of [maya, priya, ines])
      state = accepted(state, { kind: 'hand', raised: true }, by(who, now, 'participant'));
    expect(state.hands).toEqual([maya, priya, ines]);
    expect(accepted(state, { kind: 'hand', raised: true }, by(maya, now, 'participant'))).toBe(state);
    expect(accepted(state, { kind: 'lower-hand', participantId: priya }).hands).toEqual([maya, ines]);
  });

  test('[F12] time alone changes nothing: an overrun is told, never acted on', () => {
    const state = states.overrun;
    expect(remainingMs(state.timer, now)).toBe(-2 * minute);
    expect(state).toMatchObject({ status: 'running', stageIndex: 4 });
  });

  test('[F6] a clock set back never makes a visit end before it began', () => {
    const moved = accepted(states['middle stage'], { kind: 'next' }, by(ines, t0 - minute));
    for (const visit of moved.visits) expect(visit.leftMs ?? Infinity).toBeGreaterThanOrEqual(visit.enteredMs);
  });
});

describe('[F31] a meeting from before the lead, the plan, rounds and votes', () => {
  const older: StoredMeeting = {
    version: 9,
    status: 'running',
    stages: agenda.stages.map(({ id, name, minutes: length, zone, question }) => ({
      id,
      name,
      minutes: length,
      zone,
      question,
    })),
    stageIndex: 4,
    timer: { kind: 'running', deadlineMs: now + 10 * minute, plannedMs: 15 * minute },
    visits: [{ stageId: agenda.stages[4]!.id, enteredMs: t0, leftMs: null }],
    ready: [],
    hands: [],
    lastMove: {
      atMs: now - 1_000,
      stageIndex: 3,
      timer: { kind: 'running', deadlineMs: now, plannedMs: 16 * minute },
      ready: [],
    },
  };
  /** Those that are about something that an older meeting has not. */
  const refused: Partial<Record<FacilitationCommandKind, string>> = {
    start: 'already-started',
    resume: 'not-paused',
    reopen: 'not-ended',
    'answer-extend': 'not-asked',
    'drop-extend': 'not-asked',
    'keep-lead': 'lead-not-asked',
    'lower-hand': 'no-such-hand',
    'end-turn': 'no-round',
    'end-round': 'no-round',
    vote: 'no-such-vote',
    'close-vote': 'no-such-vote',
    'discard-vote': 'no-such-vote',
    'withdraw-decision': 'no-such-decision',
    'write-privately': 'nothing-private-here',
    reveal: 'not-private',
  };
  const wanted: Record<FacilitationCommandKind, object> = {
    start: {},
    pause: {},
    resume: {},
    extend: { minutes: 1 },
    next: {},
    back: {},
    jump: { stageIndex: 0 },
    'undo-move': {},
    end: {},
    reopen: {},
    reflow: {},
    'ask-extend': { minutes: 1 },
    'answer-extend': { yes: true },
    'drop-extend': {},
    gather: {},
    'ask-lead': {},
    'keep-lead': {},
    'hand-over': { to: maya },
    'take-lead': {},
    'lock-zone': { zone: 'factors', locked: true },
    ready: { ready: true },
    hand: { raised: true },
    'lower-hand': { participantId: ines },
    pace: { pace: 'slower' },
    'begin-round': { purpose: 'round', question: '', order: [ines] },
    'end-turn': { of: ines },
    'end-round': {},
    'open-vote': { on: 'factors', dots: 3, anonymous: false },
    vote: { voteId: 1, cardId: latency, dots: 1 },
    'close-vote': { voteId: 1 },
    'discard-vote': { voteId: 1 },
    acknowledge: {},
    decide: { id: 'decision-0001', text: 'Yes.' },
    'withdraw-decision': { id: 'decision-0001' },
    check: { item: 'invited', done: true },
    'word-opening': { text: 'Welcome.' },
    soak: { on: true },
    'write-privately': { attribution: 'anonymous' },
    reveal: {},
  };

  test.each(facilitationCommandKinds)('copes with %s', (kind) => {
    const command = { kind, ...wanted[kind] } as FacilitationCommand;
    expect(refusal(older, command)).toBe(refused[kind] ?? null);
  });
});
