// Every state × every command to plan, lead, pace, rounds, votes and decisions, cell by cell.
import { describe, expect, test } from 'vitest';
import type { ParticipantId } from '../ids.ts';
import type { Role } from '../roles.ts';
import { facilitationCommandKinds, type FacilitationCommand, type FacilitationCommandKind } from './command.ts';
import { by, ines, latency, maya, now, priya, states, voteId, type StateCase } from '../test/room.ts';
import { nothing, toldBy, wantedOf, type Expected } from '../test/outcome.ts';
import { transition } from './transition.ts';
import type { ClockCommand } from './transition.table.test.ts';

type RoomCommand = Exclude<FacilitationCommandKind, ClockCommand>;
type Row = Record<StateCase, Expected>;
type Running = Exclude<StateCase, 'lobby' | 'ended'>;

/** The same in every state of a running meeting but those named; before and after it, the command is refused. */
const running = (expected: Expected, but: Partial<Record<Running, Expected>> = {}): Row => ({
  lobby: 'not-started',
  'first stage': expected,
  'middle stage': expected,
  'just moved': expected,
  'hand raised': expected,
  overrun: expected,
  paused: expected,
  'paused in overrun': expected,
  'longest plan': expected,
  'last stage': expected,
  'lead asked': expected,
  'question asked': expected,
  'round under way': expected,
  'vote open': expected,
  'much said': expected,
  ended: 'ended',
  ...but,
});

const voteNumber = (state: StateCase): string => `#${states[state].version + 1} `;

interface Rows {
  who: ParticipantId;
  command: FacilitationCommand;
  row: Row;
}

const table: { [Kind in RoomCommand]: Rows & { command: { kind: Kind } } } = {
  // The meeting began at 10:00 with 77 minutes to share, and the cells are at 10:30.
  reflow: {
    who: ines,
    command: { kind: 'reflow' },
    row: running(
      { plan: '3 8 12 16 15 16 16 5' },
      {
        // Seven minutes of the opening are left, 40 for the other stages, which had 74.
        'first stage': { plan: '3 4 7 9 8 5 5 2' },
        'just moved': { plan: '3 8 12 16 15 14 14 4' },
        paused: { plan: '3 8 12 16 15 16 15 5' },
        overrun: { plan: '3 8 12 16 15 21 20 6' },
        'paused in overrun': { plan: '3 8 12 16 15 21 20 6' },
        'last stage': 'nothing-to-reflow',
      },
    ),
  },
  'ask-extend': {
    who: ines,
    command: { kind: 'ask-extend', minutes: 5 },
    row: running(
      { question: '5 minutes, 0 yes, 0 no' },
      { 'longest plan': 'plan-too-long', 'question asked': nothing },
    ),
  },
  'answer-extend': {
    who: priya,
    command: { kind: 'answer-extend', yes: true },
    row: running('not-asked', { 'question asked': { question: '5 minutes, 1 yes, 0 no' } }),
  },
  'drop-extend': {
    who: ines,
    command: { kind: 'drop-extend' },
    row: running('not-asked', { 'question asked': { question: '' } }),
  },
  gather: { who: maya, command: { kind: 'gather' }, row: running({ gathering: maya }) },
  'ask-lead': {
    who: maya,
    command: { kind: 'ask-lead' },
    row: running({ leadAsked: maya }, { 'lead asked': nothing }),
  },
  'keep-lead': {
    who: ines,
    command: { kind: 'keep-lead' },
    row: running('lead-not-asked', { 'lead asked': { leadAsked: '' } }),
  },
  'hand-over': {
    who: ines,
    command: { kind: 'hand-over', to: maya },
    row: running({ leader: maya }, { 'lead asked': { leader: maya, leadAsked: '' } }),
  },
  'take-lead': {
    who: maya,
    command: { kind: 'take-lead' },
    row: running('lead-not-asked', { 'lead asked': { leader: maya, leadAsked: '' } }),
  },
  'lock-zone': {
    who: ines,
    command: { kind: 'lock-zone', zone: 'factors', locked: true },
    row: running({ locked: 'factors' }, { 'much said': nothing }),
  },
  pace: {
    who: priya,
    command: { kind: 'pace', pace: 'faster' },
    row: running({ pace: '0 slower, 1 faster' }),
  },
  'begin-round': {
    who: ines,
    command: { kind: 'begin-round', purpose: 'round', question: 'What surprised you?', order: [maya, priya] },
    row: running({ round: `${maya}, 1 of 2` }, { 'round under way': 'round-under-way' }),
  },
  'end-turn': {
    who: priya,
    command: { kind: 'end-turn', of: priya },
    row: running('no-round', { 'round under way': { round: `${ines}, 2 of 2` } }),
  },
  'end-round': {
    who: ines,
    command: { kind: 'end-round' },
    row: running('no-round', { 'round under way': { round: '' } }),
  },
  'open-vote': {
    who: ines,
    command: { kind: 'open-vote', on: 'factors', dots: 5, anonymous: true },
    row: {
      ...(Object.fromEntries(
        Object.keys(states).map((state) => [state, { vote: voteNumber(state as StateCase) }]),
      ) as Row),
      lobby: 'not-started',
      'vote open': 'vote-open',
      ended: 'ended',
    },
  },
  vote: {
    who: maya,
    command: { kind: 'vote', voteId, cardId: latency, dots: 3 },
    row: running('no-such-vote', { 'vote open': { vote: `#${voteId} ${priya} ${maya}`, ballots: 5 } }),
  },
  'close-vote': {
    who: ines,
    command: { kind: 'close-vote', voteId },
    row: running('no-such-vote', { 'vote open': { vote: '', ballots: 0, results: 1 } }),
  },
  'discard-vote': {
    who: ines,
    command: { kind: 'discard-vote', voteId },
    row: running('no-such-vote', { 'vote open': { vote: '', ballots: 0 } }),
  },
  acknowledge: {
    who: priya,
    command: { kind: 'acknowledge' },
    row: { ...running({ acknowledged: 1 }, { 'much said': nothing }), lobby: { acknowledged: 1 } },
  },
  decide: {
    who: maya,
    command: { kind: 'decide', id: 'decision-0002', text: 'We meet again on Tuesday.' },
    row: running({ decisions: 1 }, { 'much said': { decisions: 2 } }),
  },
  'withdraw-decision': {
    who: priya,
    command: { kind: 'withdraw-decision', id: 'decision-0001' },
    row: running('no-such-decision', { 'much said': { decisions: 0 } }),
  },
  check: {
    who: ines,
    command: { kind: 'check', item: 'reminder', done: true },
    row: {
      ...running({ checks: 'reminder' }, { 'much said': nothing }),
      lobby: { checks: 'reminder' },
      ended: { checks: 'reminder' },
    },
  },
  'word-opening': {
    who: ines,
    command: { kind: 'word-opening', text: 'Welcome.' },
    row: { ...running({ opening: 'Welcome.' }, { 'much said': nothing }), lobby: { opening: 'Welcome.' } },
  },
  soak: {
    who: ines,
    command: { kind: 'soak', on: true },
    row: { ...running({ soak: true }, { 'much said': nothing }), lobby: { soak: true }, ended: { soak: true } },
  },
};
const kinds = Object.keys(table) as RoomCommand[];

describe('[F17–F30] every state and every command', () => {
  const cells = kinds.flatMap((kind) =>
    (Object.keys(states) as StateCase[]).map((state) => ({ state, kind, expected: table[kind].row[state] })),
  );

  test.each(cells)('$state × $kind', ({ state, kind, expected }) => {
    const before = states[state];
    const untouched = JSON.stringify(before);
    const step = transition(before, table[kind].command, by(table[kind].who));
    expect(JSON.stringify(before), 'the state given is never written to').toBe(untouched);
    expect(toldBy(before, step)).toEqual(wantedOf(before, expected));
  });
});

/** The state in which each succeeds, and what comes of the same command by the same person a second time. */
const twice: Record<RoomCommand, [StateCase, Expected | 'again']> = {
  reflow: ['middle stage', nothing],
  'ask-extend': ['middle stage', nothing],
  'answer-extend': ['question asked', nothing],
  'drop-extend': ['question asked', 'not-asked'],
  gather: ['middle stage', 'again'],
  'ask-lead': ['middle stage', nothing],
  'keep-lead': ['lead asked', 'lead-not-asked'],
  'hand-over': ['middle stage', 'already-leading'],
  'take-lead': ['lead asked', 'already-leading'],
  'lock-zone': ['middle stage', nothing],
  pace: ['middle stage', nothing],
  'begin-round': ['middle stage', 'round-under-way'],
  'end-turn': ['round under way', 'turn-over'],
  'end-round': ['round under way', 'no-round'],
  'open-vote': ['middle stage', 'vote-open'],
  vote: ['vote open', nothing],
  'close-vote': ['vote open', 'no-such-vote'],
  'discard-vote': ['vote open', 'no-such-vote'],
  acknowledge: ['middle stage', nothing],
  decide: ['middle stage', nothing],
  'withdraw-decision': ['much said', 'no-such-decision'],
  check: ['middle stage', nothing],
  'word-opening': ['middle stage', nothing],
  soak: ['middle stage', nothing],
};

test.each(kinds)('[F1] %s given twice', (kind) => {
  const [state, expected] = twice[kind];
  const { command, who } = table[kind];
  const once = transition(states[state], command, by(who));
  if (!once.ok) throw new Error(once.reason);
  const step = transition(once.state, command, by(who));
  expect(toldBy(once.state, step)).toEqual(wantedOf(once.state, expected === 'again' ? {} : expected));
  if (expected === nothing) expect(step.ok && step.state).toBe(once.state);
});

const commands = Object.fromEntries(kinds.map((kind) => [kind, table[kind].command])) as Record<
  RoomCommand,
  FacilitationCommand
>;
const takingPart = new Set<FacilitationCommandKind>([
  'answer-extend',
  'pace',
  'end-turn',
  'vote',
  'acknowledge',
  'decide',
  'withdraw-decision',
]);

describe('[F11] who may', () => {
  const cells = kinds.flatMap((kind) => Object.keys(states).map((state) => ({ kind, state: state as StateCase })));

  test.each(cells)('$kind, in $state: the role is looked at before the state', ({ kind, state }) => {
    const reasonOf = (role: Role) => {
      const step = transition(states[state], commands[kind], by(priya, now, role));
      return step.ok ? null : step.reason;
    };
    expect(reasonOf('observer')).toBe('observers-only-read');
    for (const role of ['participant', 'sme', 'decision-maker', 'scribe'] as const)
      if (takingPart.has(kind)) expect(reasonOf(role)).not.toBe('facilitators-only');
      else expect(reasonOf(role)).toBe('facilitators-only');
    for (const role of ['facilitator', 'co-facilitator'] as const)
      expect(['observers-only-read', 'facilitators-only']).not.toContain(reasonOf(role));
  });

  test('every command there is has its cells', () => {
    expect(new Set(facilitationCommandKinds).size).toBe(facilitationCommandKinds.length);
    expect(facilitationCommandKinds.length).toBe(kinds.length + 15);
  });
});
