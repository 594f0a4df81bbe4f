// What a cell of the tables tells of the meeting after a command.
import type { Refusal } from '../facilitation/command.ts';
import { remainingMs } from '../facilitation/clock.ts';
import type { Transition } from '../facilitation/outcome.ts';
import type { StoredMeeting } from '../facilitation/state.ts';
import { minute, now } from './room.ts';

interface All {
  status: StoredMeeting['status'];
  stage: number;
  clock: 'running' | 'paused';
  /** Minutes left on the clock. */
  left: number;
  ready: number;
  hands: number;
  visits: number;
  ends: readonly string[];
  /** Minutes of each stage. */
  plan: string;
  leader: string;
  leadAsked: string;
  /** "5 minutes, 1 yes, 2 no" */
  question: string;
  gathering: string;
  locked: string;
  /** "1 slower, 2 faster" */
  pace: string;
  /** "priya-raman, 1 of 2" */
  round: string;
  /** Who has voted. */
  vote: string;
  /** Dots on the server, told to nobody else. */
  ballots: number;
  results: number;
  acknowledged: number;
  decisions: number;
  checks: string;
  opening: string;
  soak: boolean;
  /** By how much the version grew. */
  versions: number;
}

/** What it does not name stays as it was, and the version grows by one. A string says why it is refused. */
export type Expected = Refusal | Partial<All>;

const same = { versions: 0 } as const;
/** Asked for what is so already. */
export const nothing: Expected = same;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const outcomeOf = (state: StoredMeeting, ends: readonly string[], versions: number): All => {
  const { extendAsked, paceWishes: pace, round, vote } = state;
  return {
    status: state.status,
    stage: state.stageIndex,
    clock: state.timer.kind,
    left: remainingMs(state.timer, now) / minute,
    ready: state.ready.length,
    hands: state.hands.length,
    visits: state.visits.length,
    ends,
    plan: state.plan?.join(' ') ?? '',
    leader: state.leader ?? '',
    leadAsked: state.leadAsked?.by ?? '',
    question: extendAsked
      ? `${extendAsked.minutes} minutes, ${extendAsked.yes.length} yes, ${extendAsked.no.length} no`
      : '',
    gathering: state.gathering?.by ?? '',
    locked: state.locked?.join(' ') ?? '',
    pace: pace ? `${pace.slower.length} slower, ${pace.faster.length} faster` : '',
    round: round ? `${round.order[round.turn]}, ${round.turn + 1} of ${round.order.length}` : '',
    vote: vote ? `#${vote.id} ${vote.voted.join(' ')}` : '',
    ballots: sum(Object.values(state.ballots ?? {}).flatMap((ballot) => Object.values(ballot))),
    results: state.results?.length ?? 0,
    acknowledged: state.acknowledged?.length ?? 0,
    decisions: state.decisions?.length ?? 0,
    checks: state.checks?.join(' ') ?? '',
    opening: state.opening ?? '',
    soak: state.soak ?? false,
    versions,
  };
};

type Told = { refused: Refusal } | All;

/** A cell's minutes may be a third of one: tenths of a second tell them apart. */
const rounded = (told: All): All => ({ ...told, left: Math.round(told.left * 600) });

export const toldBy = (before: StoredMeeting, step: Transition): Told => {
  if (!step.ok) return { refused: step.reason };
  const ends = step.effects.flatMap((effect) => (effect.kind === 'stage-ended' ? [effect.stageName] : []));
  return rounded(outcomeOf(step.state, ends, step.state.version - before.version));
};

export const wantedOf = (before: StoredMeeting, expected: Expected): Told =>
  typeof expected === 'string' ? { refused: expected } : rounded({ ...outcomeOf(before, [], 1), ...expected });
