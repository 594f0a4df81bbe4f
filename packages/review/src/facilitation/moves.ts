// From stage to stage, back again, and out of the meeting. SPEC F5–F8, F17.
import { pause, pausedFor, run } from './clock.ts';
import type { FacilitationEffect } from './outcome.ts';
import { plannedMinutes } from './plan.ts';
import { without, type StageMove, type StageTalk, type StageVisit, type StoredMeeting, type Timer } from './state.ts';
import { withResult } from './vote.ts';
import { nextRound } from './writing.ts';

/** How long a move can be taken back. */
export const undoWithinMs = 15_000;
/** The button counts down in the browser: what was pressed in the last second may arrive a little late. */
const undoGraceMs = 2_000;

/** The room is in that stage from now on, with its whole plan on the clock. */
export const entered = (
  state: StoredMeeting,
  stageIndex: number,
  nowMs: number,
  clock: Timer['kind'],
): StoredMeeting => {
  const stage = state.stages[stageIndex];
  if (!stage) throw new RangeError(`no stage ${stageIndex}`);
  const timer = pausedFor(plannedMinutes(state, stageIndex));
  const { privateWriting } = stage;
  const isFirstVisit = !state.visits.some((visit) => visit.stageId === stage.id);
  const isUnderWay = state.writing !== undefined && state.writing.phase !== 'open';
  return {
    ...state,
    ...(privateWriting && isFirstVisit && !isUnderWay ? { writing: nextRound(state, privateWriting) } : {}),
    stageIndex,
    timer: clock === 'running' ? run(timer, nowMs) : timer,
    visits: [...state.visits, { stageId: stage.id, enteredMs: nowMs, leftMs: null }],
    ready: [],
  };
};

/** What the stage left behind is kept with the move. */
export const moved = (state: StoredMeeting, stageIndex: number, nowMs: number): StoredMeeting => {
  const { timer, ready, writing } = state;
  const lastMove: StageMove = {
    atMs: nowMs,
    stageIndex: state.stageIndex,
    timer,
    ready,
    ...(writing ? { writing } : {}),
    ...talkIn(state),
  };
  return { ...entered(left(state, nowMs), stageIndex, nowMs, timer.kind), lastMove };
};

/**
 * The meeting without its last move; null when there is none, or when it is too late. The visit that the move began never
 * was, the one before it goes on; its clock ran all the time. Nor was a round of private writing: entering the stage again
 * begins the same one, with what was written meanwhile.
 */
export const takenBack = (state: StoredMeeting, nowMs: number): StoredMeeting | null => {
  const { lastMove, visits } = state;
  if (lastMove === null || nowMs - lastMove.atMs > undoWithinMs + undoGraceMs) return null;
  const { stageIndex, timer, ready, writing } = lastMove;
  return {
    ...without(state, 'writing', ...talk),
    stageIndex,
    timer,
    ready,
    visits: visits
      .slice(0, -1)
      .map((visit, index, all) => (index === all.length - 1 ? { ...visit, leftMs: null } : visit)),
    lastMove: null,
    ...(writing ? { writing } : {}),
    ...talkIn(lastMove),
  };
};

/** What people gave in an open vote is worth its result. */
export const ended = (state: StoredMeeting, nowMs: number): StoredMeeting => ({
  ...without(withResult(left(state, nowMs), nowMs), 'leadAsked', 'gathering', 'locked'),
  status: 'ended',
  timer: pause(state.timer, nowMs),
  ready: [],
  hands: [],
  lastMove: null,
});

export const stageEnds = (state: StoredMeeting): FacilitationEffect[] => {
  const stage = state.stages[state.stageIndex];
  return stage ? [{ kind: 'stage-ended', stageId: stage.id, stageName: stage.name }] : [];
};

const talk = ['paceWishes', 'round', 'extendAsked'] as const satisfies readonly (keyof StageTalk)[];

const talkIn = ({ paceWishes, round, extendAsked }: StageTalk): StageTalk => ({
  ...(paceWishes ? { paceWishes } : {}),
  ...(round ? { round } : {}),
  ...(extendAsked ? { extendAsked } : {}),
});

const left = (state: StoredMeeting, nowMs: number): StoredMeeting => {
  // A server's clock may be set back; a visit never ends before it began.
  const close = (visit: StageVisit): StageVisit =>
    visit.leftMs === null ? { ...visit, leftMs: Math.max(visit.enteredMs, nowMs) } : visit;
  return { ...without(state, ...talk), visits: state.visits.map(close) };
};
