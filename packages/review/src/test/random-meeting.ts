// Random meetings: many commands from several people with several roles. fast-check prints seed and path when one fails.
import * as fc from 'fast-check';
import type { CardId, ParticipantId } from '../ids.ts';
import { roles, type Role } from '../roles.ts';
import { learningReview } from '../templates/built-in.ts';
import { zones } from '../templates/template.ts';
import type { CommandContext, FacilitationCommand, FacilitationCommandKind } from '../facilitation/command.ts';
import type { StoredMeeting } from '../facilitation/state.ts';
import { lobby, transition } from '../facilitation/transition.ts';

/** Two of each role; both facilitators may command, and both do. */
export const everybody = roles.flatMap((role) =>
  [1, 2].map((number) => ({ participantId: `person-${number}-${role}` as ParticipantId, role })),
);

export const facilitator: CommandContext['actor'] = { participantId: everybody[0]!.participantId, role: 'facilitator' };
const somebody = fc.constantFrom(...everybody);
const anyId = fc.oneof(
  { weight: 8, arbitrary: somebody.map(({ participantId }) => participantId) },
  { weight: 1, arbitrary: fc.constant('a-stranger' as ParticipantId) },
);
const cardId = fc.constantFrom('factor-0001', 'factor-0002', 'factor-0003', '__proto__') as fc.Arbitrary<CardId>;

/** Stand for what is known once the meeting is there: the open vote, and whose turn it is. */
const theOpenVote = -1;
const whoseTurn = 'whose-turn' as ParticipantId;

const told = (command: FacilitationCommand, { vote, round }: StoredMeeting): FacilitationCommand => {
  if ('voteId' in command && command.voteId === theOpenVote) return { ...command, voteId: vote?.id ?? 1 };
  if (command.kind === 'end-turn' && command.of === whoseTurn)
    return { ...command, of: round?.order[round.turn] ?? command.of };
  return command;
};

const minutes = fc.constantFrom<1 | 5>(1, 5);
const id = fc.integer({ min: 1, max: 9 }).map((number) => `decision-${number}`);
const kind = <Kind extends FacilitationCommandKind>(...kinds: readonly Kind[]): fc.Arbitrary<Kind> =>
  fc.constantFrom(...kinds);

const command: fc.Arbitrary<FacilitationCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: kind('next', 'back') }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('pause', 'resume') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('start', 'undo-move', 'reflow') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('jump'), stageIndex: fc.integer({ min: -1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('end', 'reopen') }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('extend'), minutes }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('ask-extend'), minutes }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('answer-extend'), yes: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('drop-extend', 'gather', 'end-round', 'acknowledge') }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('ask-lead', 'take-lead', 'keep-lead') }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('hand-over'), to: anyId }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: kind('lock-zone'), zone: fc.constantFrom(...zones), locked: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kind('ready'), ready: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('hand'), raised: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('lower-hand'), participantId: anyId }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('pace'), pace: fc.constantFrom('slower', 'faster', null) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('begin-round'),
      purpose: fc.constant('round'),
      question: fc.constant(''),
      order: fc.array(anyId, { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: kind('end-turn'), of: fc.oneof(fc.constant(whoseTurn), anyId) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('open-vote'),
      on: fc.constantFrom('factors', 'learnings'),
      dots: fc.integer({ min: 1, max: 4 }),
      anonymous: fc.boolean(),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: kind('vote'),
      voteId: fc.oneof({ weight: 9, arbitrary: fc.constant(theOpenVote) }, { weight: 1, arbitrary: fc.nat(20) }),
      cardId,
      dots: fc.integer({ min: 0, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('close-vote', 'discard-vote'), voteId: fc.constant(theOpenVote) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('decide'), id, text: fc.constant('We go on.') }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('withdraw-decision'), id }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('check'), item: fc.constant('reminder'), done: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('soak'), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('word-opening'), text: fc.constantFrom('Welcome.', null) }) },
);

export interface Step {
  command: FacilitationCommand;
  actor: CommandContext['actor'];
  here: readonly ParticipantId[];
  afterMs: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  command,
  // Facilitators act often enough for a meeting to get somewhere.
  actor: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...everybody.slice(0, 4)) },
    { weight: 2, arbitrary: somebody },
  ),
  here: fc.subarray(everybody.map(({ participantId }) => participantId)),
  afterMs: fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 40 * 60_000 })),
});
/** Most of them have begun, and go on for a while. */
export const meeting: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 1, arbitrary: fc.array(step, { maxLength: 20 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(step, { minLength: 30, maxLength: 80, size: 'max' })
      .map((steps): Step[] => [{ command: { kind: 'start' }, actor: facilitator, here: [], afterMs: 0 }, ...steps]),
  },
);

/** One command of a meeting, with the state before and after it; the same object when nothing changed. */
export interface Played {
  command: FacilitationCommand;
  context: CommandContext;
  role: Role;
  nowMs: number;
  before: StoredMeeting;
  after: StoredMeeting;
  refused: boolean;
  /** The state before, as it was before the command. */
  untouched: string;
}

export const play = (steps: readonly Step[]): Played[] => {
  let before: StoredMeeting = lobby(learningReview);
  let nowMs = Date.UTC(2026, 10, 17, 10, 0);
  return steps.map(({ command: given, actor, here, afterMs }) => {
    nowMs += afterMs;
    const untouched = JSON.stringify(before);
    const context: CommandContext = { actor, nowMs, here, people: everybody };
    const now = told(given, before);
    const result = transition(before, now, context);
    const after = result.ok ? result.state : before;
    const played = { command: now, context, role: actor.role, nowMs, before, after, refused: !result.ok, untouched };
    before = after;
    return played;
  });
};

export const accepted = (played: readonly Played[], ...kinds: FacilitationCommandKind[]): Played[] =>
  played.filter((each) => !each.refused && (kinds.length === 0 || kinds.includes(each.command.kind)));
