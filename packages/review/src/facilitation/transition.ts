// The meeting as a pure state machine: `transition(state, command, context)`. SPEC F1–F16.
import type { ParticipantId, StageId } from '../ids.ts';
import { permission } from '../permission.ts';
import type { Attribution, Template } from '../templates/template.ts';
import type { CommandContext, FacilitationCommand, Refusal } from './command.ts';
import type { FacilitationState, StageMove, StageVisit, Timer, Writing } from './state.ts';

/** What the server must do once the new state is stored. */
export type FacilitationEffect = { kind: 'stage-ended'; stageId: StageId; stageName: string } | { kind: 'reveal' };

export type Transition =
  | { ok: true; state: FacilitationState; effects: FacilitationEffect[] }
  | { ok: false; reason: Refusal };

const minuteMs = 60_000;
/** No extension pushes a stage's plan beyond this, so that a stuck key can't make a clock meaningless. */
export const longestPlanMs = 8 * 60 * minuteMs;
/** How long a move can be taken back. */
export const undoWithinMs = 15_000;
/** The button counts down in the browser: what was pressed in the last second may arrive a little late. */
const undoGraceMs = 2_000;

/** Between the announcement and the reveal, for a last look at one's own words. */
export const revealNoticeMs = 3_000;

/** The state of a meeting that has not begun. */
export const lobby = (template: Template): FacilitationState => ({
  version: 0,
  status: 'lobby',
  stages: template.stages,
  template: { id: template.id, version: template.version, name: template.name },
  stageIndex: 0,
  timer: pausedFor(template.stages[0]?.minutes ?? 0),
  visits: [],
  ready: [],
  hands: [],
  lastMove: null,
});

/** Milliseconds left on the clock; negative when the stage runs over. */
export const remainingMs = (timer: Timer, nowMs: number): number =>
  timer.kind === 'running' ? timer.deadlineMs - nowMs : timer.remainingMs;

/**
 * Applies one command. Pure: the same arguments give the same answer.
 * @returns the next state with what follows from it, or why nothing changed. A repeated `ready` or `hand` is accepted and
 *   leaves the state as it was, version included.
 */
export const transition = (
  state: FacilitationState,
  command: FacilitationCommand,
  context: CommandContext,
): Transition => {
  const wanted = command.kind === 'ready' || command.kind === 'hand' ? 'facilitation.take-part' : 'facilitation.run';
  const decision = permission(context.actor.role, wanted);
  if (!decision.allowed) return refuse(decision.reason);
  const { nowMs } = context;
  const me = context.actor.participantId;

  switch (command.kind) {
    case 'start':
      if (state.status === 'ended') return refuse('ended');
      if (state.status === 'running') return refuse('already-started');
      return accept(enter({ ...state, status: 'running' }, 0, nowMs, 'running'));
    case 'pause':
      return whileRunning(state, () => {
        if (state.timer.kind === 'paused') return refuse('already-paused');
        return accept({ ...state, timer: pause(state.timer, nowMs), lastMove: null });
      });
    case 'resume':
      return whileRunning(state, () => {
        if (state.timer.kind === 'running') return refuse('not-paused');
        return accept({ ...state, timer: run(state.timer, nowMs), lastMove: null });
      });
    case 'extend':
      return whileRunning(state, () => {
        const byMs = command.minutes * minuteMs;
        if (state.timer.plannedMs + byMs > longestPlanMs) return refuse('plan-too-long');
        return accept({ ...state, timer: extend(state.timer, byMs, nowMs), lastMove: null });
      });
    case 'next':
      return whileRunning(state, () => {
        if (state.stageIndex >= state.stages.length - 1) return refuse('last-stage');
        return accept(move(state, state.stageIndex + 1, nowMs), stageEnded(state));
      });
    case 'back':
      return whileRunning(state, () => {
        if (state.stageIndex === 0) return refuse('first-stage');
        return accept(move(state, state.stageIndex - 1, nowMs), stageEnded(state));
      });
    case 'undo-move':
      return whileRunning(state, () => {
        const { lastMove } = state;
        if (lastMove === null || nowMs - lastMove.atMs > undoWithinMs + undoGraceMs) return refuse('nothing-to-undo');
        return accept(takeBack(state, lastMove));
      });
    case 'end':
      return whileRunning(state, () =>
        accept(
          {
            ...leave(state, nowMs),
            status: 'ended',
            timer: pause(state.timer, nowMs),
            ready: [],
            hands: [],
            lastMove: null,
          },
          stageEnded(state),
        ),
      );
    case 'reopen':
      if (state.status !== 'ended') return refuse('not-ended');
      return accept(enter({ ...state, status: 'running' }, state.stageIndex, nowMs, 'paused'));
    case 'ready':
      return whileRunning(state, () => {
        const ready = withMember(state.ready, me, command.ready);
        return ready === state.ready ? unchanged(state) : accept({ ...state, ready });
      });
    case 'hand':
      return whileRunning(state, () => {
        const hands = withMember(state.hands, me, command.raised);
        return hands === state.hands ? unchanged(state) : accept({ ...state, hands });
      });
    case 'lower-hand':
      return whileRunning(state, () => {
        const hands = withMember(state.hands, command.participantId, false);
        return hands === state.hands ? refuse('no-such-hand') : accept({ ...state, hands });
      });
    case 'write-privately':
      return whileRunning(state, () => writePrivately(state, command.attribution));
    case 'reveal':
      if (state.status === 'lobby') return refuse('not-started');
      return announceReveal(state, nowMs);
  }
};

/** The state once the announced thoughts are on the board; the same one where none were announced. */
export const revealed = (state: FacilitationState): FacilitationState =>
  state.writing?.phase === 'revealing'
    ? { ...state, version: state.version + 1, writing: { phase: 'open', round: state.writing.round } }
    : state;

const writePrivately = (state: FacilitationState, attribution: Attribution): Transition => {
  const { writing } = state;
  switch (writing?.phase) {
    case 'revealing':
      return refuse('revealing');
    case 'private':
      if (writing.attribution === attribution) return unchanged(state);
      return accept({ ...state, writing: { ...writing, attribution }, lastMove: null });
    case 'open':
    case undefined:
      if (state.stages[state.stageIndex]?.zone !== 'perspectives') return refuse('nothing-private-here');
      return accept({ ...state, writing: nextRound(state, attribution), ready: [], lastMove: null });
  }
};

const nextRound = ({ writing }: FacilitationState, attribution: Attribution): Writing => ({
  phase: 'private',
  round: (writing?.round ?? 0) + 1,
  attribution,
});

/** Pressed twice, it is announced once. */
const announceReveal = (state: FacilitationState, nowMs: number): Transition => {
  const { writing } = state;
  if (writing?.phase === 'revealing') return unchanged(state);
  if (writing?.phase !== 'private') return refuse('not-private');
  const revealing: Writing = { ...writing, phase: 'revealing', revealAtMs: nowMs + revealNoticeMs };
  return accept({ ...state, writing: revealing, lastMove: null }, [{ kind: 'reveal' }]);
};

const refuse = (reason: Refusal): Transition => ({ ok: false, reason });
const unchanged = (state: FacilitationState): Transition => ({ ok: true, state, effects: [] });
const accept = (state: FacilitationState, effects: FacilitationEffect[] = []): Transition => ({
  ok: true,
  state: { ...state, version: state.version + 1 },
  effects,
});

const whileRunning = (state: FacilitationState, then: () => Transition): Transition => {
  switch (state.status) {
    case 'lobby':
      return refuse('not-started');
    case 'ended':
      return refuse('ended');
    case 'running':
      return then();
  }
};

const enter = (
  state: FacilitationState,
  stageIndex: number,
  nowMs: number,
  clock: Timer['kind'],
): FacilitationState => {
  const stage = state.stages[stageIndex];
  if (!stage) throw new RangeError(`no stage ${stageIndex}`);
  const timer = pausedFor(stage.minutes);
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

const move = (state: FacilitationState, stageIndex: number, nowMs: number): FacilitationState => ({
  ...enter(leave(state, nowMs), stageIndex, nowMs, state.timer.kind),
  lastMove: {
    atMs: nowMs,
    stageIndex: state.stageIndex,
    timer: state.timer,
    ready: state.ready,
    ...(state.writing ? { writing: state.writing } : {}),
  },
});

/**
 * The visit that the move began never was, the one before it goes on; its clock ran all the time. Nor was a round of
 * private writing: entering the stage again begins the same one, with what was written meanwhile.
 */
const takeBack = (state: FacilitationState, lastMove: StageMove): FacilitationState => {
  const before: FacilitationState = {
    ...state,
    stageIndex: lastMove.stageIndex,
    timer: lastMove.timer,
    ready: lastMove.ready,
    visits: state.visits
      .slice(0, -1)
      .map((visit, index, all) => (index === all.length - 1 ? { ...visit, leftMs: null } : visit)),
    lastMove: null,
  };
  delete before.writing;
  return lastMove.writing ? { ...before, writing: lastMove.writing } : before;
};

const leave = (state: FacilitationState, nowMs: number): FacilitationState => {
  // A server's clock may be set back; a visit never ends before it began.
  const close = (visit: StageVisit): StageVisit =>
    visit.leftMs === null ? { ...visit, leftMs: Math.max(visit.enteredMs, nowMs) } : visit;
  return { ...state, visits: state.visits.map(close) };
};

const stageEnded = (state: FacilitationState): FacilitationEffect[] => {
  const stage = state.stages[state.stageIndex];
  return stage ? [{ kind: 'stage-ended', stageId: stage.id, stageName: stage.name }] : [];
};

const pausedFor = (minutes: number): Timer & { kind: 'paused' } => ({
  kind: 'paused',
  remainingMs: minutes * minuteMs,
  plannedMs: minutes * minuteMs,
});

const run = (timer: Timer, nowMs: number): Timer =>
  timer.kind === 'running'
    ? timer
    : { kind: 'running', deadlineMs: nowMs + timer.remainingMs, plannedMs: timer.plannedMs };

const pause = (timer: Timer, nowMs: number): Timer =>
  timer.kind === 'paused'
    ? timer
    : { kind: 'paused', remainingMs: timer.deadlineMs - nowMs, plannedMs: timer.plannedMs };

/** An overrun stage gets the minutes from now on, so that "+1" always shows at least one minute. */
const extend = (timer: Timer, byMs: number, nowMs: number): Timer => {
  const left = Math.max(0, remainingMs(timer, nowMs)) + byMs;
  const plannedMs = timer.plannedMs + byMs;
  return timer.kind === 'running'
    ? { kind: 'running', deadlineMs: nowMs + left, plannedMs }
    : { kind: 'paused', remainingMs: left, plannedMs };
};

const withMember = (list: readonly ParticipantId[], who: ParticipantId, member: boolean): readonly ParticipantId[] => {
  if (list.includes(who) === member) return list;
  return member ? [...list, who] : list.filter((other) => other !== who);
};
