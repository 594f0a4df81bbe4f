// A meeting to test: its people, its agenda, and the states that the tables go through.
import type { CardId, ParticipantId } from '../ids.ts';
import type { Role } from '../roles.ts';
import { learningReview } from '../templates/built-in.ts';
import type { Template } from '../templates/template.ts';
import type { CommandContext, FacilitationCommand } from '../facilitation/command.ts';
import type { StoredMeeting } from '../facilitation/state.ts';
import { lobby, longestPlanMs, transition } from '../facilitation/transition.ts';

export const minute = 60_000;
export const t0 = Date.UTC(2026, 10, 17, 10, 0);
/** The moment at which each cell's command is given. */
export const now = t0 + 30 * minute;

export const ines = 'ines-okafor' as ParticipantId;
export const maya = 'maya-castellanos' as ParticipantId;
export const priya = 'priya-raman' as ParticipantId;
export const tom = 'tom-adeyemi' as ParticipantId;
export const olga = 'olga-lindqvist' as ParticipantId;
const roleOf = {
  [ines]: 'facilitator',
  [maya]: 'co-facilitator',
  [priya]: 'participant',
  [tom]: 'scribe',
  [olga]: 'observer',
} as const satisfies Record<string, Role>;
const people: CommandContext['people'] = [ines, maya, priya, tom, olga].map((participantId) => ({
  participantId,
  role: roleOf[participantId] ?? 'participant',
}));

const stageMinutes: Record<string, number> = {
  reports: 8,
  timeline: 12,
  perspectives: 16,
  factors: 15,
  learnings: 10,
  narrative: 10,
};
/**
 * The default agenda with minutes of its own, 3, 8, 12, 16, 15, 10, 10, 3, and perspectives that begin privately whatever
 * the template says.
 */
export const agenda: Template = {
  ...learningReview,
  stages: learningReview.stages.map((stage) => ({
    ...stage,
    minutes: stageMinutes[stage.id] ?? stage.minutes,
    ...(stage.zone === 'perspectives' ? { privateWriting: 'attributed' as const } : {}),
  })),
};
const lastIndex = agenda.stages.length - 1;

/** Everybody is of the review, and everybody but Tom is connected. */
export const by = (who: ParticipantId, nowMs = now, role: Role = roleOf[who] ?? 'participant'): CommandContext => ({
  actor: { participantId: who, role },
  nowMs,
  here: [ines, maya, priya, olga],
  people,
});

/** @throws when it is refused. */
export const accepted = (
  state: StoredMeeting,
  command: FacilitationCommand,
  context: CommandContext = by(ines),
): StoredMeeting => {
  const step = transition(state, command, context);
  if (!step.ok) throw new Error(`${command.kind}: ${step.reason}`);
  return step.state;
};

/** @returns why; null when it is accepted. */
export const refusal = (state: StoredMeeting, command: FacilitationCommand, context: CommandContext = by(ines)) => {
  const step = transition(state, command, context);
  return step.ok ? null : step.reason;
};

type Given = readonly [command: FacilitationCommand, atMs: number, who?: ParticipantId];

export const given = (commands: readonly Given[], from: StoredMeeting = lobby(agenda)): StoredMeeting =>
  commands.reduce((state, [command, atMs, who = ines]) => accepted(state, command, by(who, atMs)), from);

export const start: Given = [{ kind: 'start' }, t0];
export const nexts = (count: number, atMs: number): Given[] =>
  Array.from({ length: count }, (): Given => [{ kind: 'next' }, atMs]);
export const latency = 'factor-latency' as CardId;
export const alarm = 'factor-alarm' as CardId;

const inFactors = given([start, ...nexts(4, now - 5 * minute)]);
const voteOpen = accepted(
  inFactors,
  { kind: 'open-vote', on: 'factors', dots: 3, anonymous: false },
  by(ines, now - 60),
);
/** Its number in every state that has one. */
export const voteId = voteOpen.vote?.id ?? 0;

/** Stage 5, Factors, has 15 minutes; stage 1, Opening, and stage 8, Closing, have 3. */
export const states = {
  lobby: lobby(agenda),
  'first stage': given([
    start,
    [{ kind: 'extend', minutes: 5 }, t0],
    [{ kind: 'pause' }, t0],
    [{ kind: 'resume' }, now - minute],
  ]),
  'middle stage': inFactors,
  'just moved': given([start, ...nexts(4, now - 10_000)]),
  'hand raised': given([[{ kind: 'hand', raised: true }, now - 1000]], inFactors),
  overrun: given([start, ...nexts(4, now - 17 * minute)]),
  paused: given([[{ kind: 'pause' }, now - minute]], inFactors),
  'paused in overrun': given([start, ...nexts(4, now - 17 * minute), [{ kind: 'pause' }, now - minute]]),
  'longest plan': {
    ...inFactors,
    timer: { kind: 'running', deadlineMs: now + 10 * minute, plannedMs: longestPlanMs },
  },
  'last stage': given([start, ...nexts(lastIndex, now - minute)]),
  /** Maya has asked to lead, 20 seconds ago. */
  'lead asked': given([[{ kind: 'ask-lead' }, now - 20_000, maya]], inFactors),
  /** For five minutes; Priya said no. */
  'question asked': given(
    [
      [{ kind: 'ask-extend', minutes: 5 }, now - 30_000],
      [{ kind: 'answer-extend', yes: false }, now - 20_000, priya],
    ],
    inFactors,
  ),
  /** It is Priya's turn, Ines is the last. */
  'round under way': given(
    [[{ kind: 'begin-round', purpose: 'check-in', question: '', order: [priya, ines] }, now - 30_000]],
    inFactors,
  ),
  /** With names, three dots each: Priya has given two to the latency. */
  'vote open': given([[{ kind: 'vote', voteId, cardId: latency, dots: 2 }, now - 10_000, priya]], voteOpen),
  /** Priya finds it too fast, agreed to the rules and recorded a decision; Ines locked the factors and ticked an item. */
  'much said': given(
    [
      [{ kind: 'pace', pace: 'slower' }, now - 60_000, priya],
      [{ kind: 'acknowledge' }, now - 50_000, priya],
      [{ kind: 'decide', id: 'decision-0001', text: 'The alarm stays.' }, now - 40_000, priya],
      [{ kind: 'lock-zone', zone: 'factors', locked: true }, now - 30_000],
      [{ kind: 'check', item: 'reminder', done: true }, now - 20_000],
      [{ kind: 'word-opening', text: 'Welcome.' }, now - 15_000],
      [{ kind: 'soak', on: true }, now - 10_000],
    ],
    inFactors,
  ),
  ended: given([[{ kind: 'end' }, now - minute]], inFactors),
} satisfies Record<string, StoredMeeting>;
export type StateCase = keyof typeof states;
