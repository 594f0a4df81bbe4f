// The meeting as a pure state machine: `transition(state, command, context)`. SPEC F1–F31.
import { permission } from '../permission.ts';
import type { Template, Zone } from '../templates/template.ts';
import { extend, minuteMs, pause, pausedFor, run } from './clock.ts';
import { permissionFor, type CommandContext, type FacilitationCommand } from './command.ts';
import { acknowledge, check, decide, letSoak, withdrawDecision, wordOpening } from './decisions.ts';
import { answerExtend, askExtend, dropExtend } from './extension-question.ts';
import { askLead, handOver, keepLead, takeLead } from './lead.ts';
import { withMember } from './members.ts';
import { ended, entered, moved, stageEnds, takenBack } from './moves.ts';
import { accept, refuse, unchanged, type Transition } from './outcome.ts';
import { setPace } from './pace.ts';
import { reflow } from './plan.ts';
import { beginRound, endRound, endTurn } from './round.ts';
import { without, type FacilitationState, type StoredMeeting } from './state.ts';
import { closeVote, discardVote, giveDots, openVote } from './vote.ts';
import { announceReveal, writePrivately } from './writing.ts';

/** No extension pushes a stage's plan beyond this, so that a stuck key can't make a clock meaningless. */
export const longestPlanMs = 8 * 60 * minuteMs;
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

/**
 * Applies one command. Pure: the same arguments give the same answer.
 * @returns the next state with what follows from it, or why nothing changed. What was so already is accepted and leaves the
 *   state as it was, version included.
 */
export const transition = (state: StoredMeeting, command: FacilitationCommand, context: CommandContext): Transition => {
  const decision = permission(context.actor.role, permissionFor(command.kind));
  if (!decision.allowed) return refuse(decision.reason);
  const step = applied(state, command, context);
  if (!step.ok || step.state === state || !isForEverybody(state, command, context)) return step;
  const lastAct = { by: context.actor.participantId, kind: command.kind, atMs: context.nowMs };
  return { ...step, state: { ...step.state, lastAct } };
};

/** Whether it is done to the meeting of all: then everybody is told who did it. */
const isForEverybody = (state: StoredMeeting, command: FacilitationCommand, { actor }: CommandContext): boolean => {
  switch (command.kind) {
    case 'check':
    case 'word-opening':
      return false;
    case 'end-turn':
      return command.of !== actor.participantId;
    case 'withdraw-decision':
      return state.decisions?.find(({ id }) => id === command.id)?.by !== actor.participantId;
    default:
      return permissionFor(command.kind) === 'facilitation.run';
  }
};

const applied = (state: StoredMeeting, command: FacilitationCommand, context: CommandContext): Transition => {
  const { nowMs } = context;
  const me = context.actor.participantId;

  switch (command.kind) {
    case 'start':
      if (state.status === 'ended') return refuse('ended');
      if (state.status === 'running') return refuse('already-started');
      return accept(entered({ ...state, status: 'running', leader: me }, 0, nowMs, 'running'));
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
        return accept({
          ...without(state, 'extendAsked'),
          timer: extend(state.timer, byMs, nowMs),
          lastMove: null,
        });
      });
    case 'next':
      return whileRunning(state, () => {
        if (state.stageIndex >= state.stages.length - 1) return refuse('last-stage');
        return accept(moved(state, state.stageIndex + 1, nowMs), stageEnds(state));
      });
    case 'back':
      return whileRunning(state, () => {
        if (state.stageIndex === 0) return refuse('first-stage');
        return accept(moved(state, state.stageIndex - 1, nowMs), stageEnds(state));
      });
    case 'jump':
      return whileRunning(state, () => {
        if (state.stages[command.stageIndex] === undefined) return refuse('no-such-stage');
        if (command.stageIndex === state.stageIndex) return refuse('same-stage');
        return accept(moved(state, command.stageIndex, nowMs), stageEnds(state));
      });
    case 'undo-move':
      return whileRunning(state, () => {
        const before = takenBack(state, nowMs);
        return before ? accept(before) : refuse('nothing-to-undo');
      });
    case 'end':
      return whileRunning(state, () => accept(ended(state, nowMs), stageEnds(state)));
    case 'reopen':
      if (state.status !== 'ended') return refuse('not-ended');
      return accept(
        entered({ ...without(state, 'plan'), status: 'running', leader: me }, state.stageIndex, nowMs, 'paused'),
      );
    case 'reflow':
      return whileRunning(state, () => reflow(state, nowMs));
    case 'ask-extend':
      return whileRunning(state, () => {
        if (state.timer.plannedMs + command.minutes * minuteMs > longestPlanMs) return refuse('plan-too-long');
        return askExtend(state, command.minutes, nowMs);
      });
    case 'answer-extend':
      return whileRunning(state, () => answerExtend(state, me, command.yes));
    case 'drop-extend':
      return whileRunning(state, () => dropExtend(state));
    case 'gather':
      return whileRunning(state, () => accept({ ...state, gathering: { by: me, atMs: nowMs } }));
    case 'ask-lead':
      return whileRunning(state, () => askLead(state, context));
    case 'keep-lead':
      return whileRunning(state, () => keepLead(state, context));
    case 'hand-over':
      return whileRunning(state, () => handOver(state, command.to, context));
    case 'take-lead':
      return whileRunning(state, () => takeLead(state, context));
    case 'lock-zone':
      return whileRunning(state, () => lockZone(state, command.zone, command.locked));
    case 'pace':
      return whileRunning(state, () => setPace(state, me, command.pace));
    case 'begin-round':
      return whileRunning(state, () => beginRound(state, command, context));
    case 'end-turn':
      return whileRunning(state, () => endTurn(state, command.of, context));
    case 'end-round':
      return whileRunning(state, () => endRound(state));
    case 'open-vote':
      return whileRunning(state, () => openVote(state, command, nowMs));
    case 'vote':
      return whileRunning(state, () => giveDots(state, command, me));
    case 'close-vote':
      return whileRunning(state, () => closeVote(state, command.voteId, nowMs));
    case 'discard-vote':
      return whileRunning(state, () => discardVote(state, command.voteId));
    case 'acknowledge':
      return state.status === 'ended' ? refuse('ended') : acknowledge(state, me);
    case 'decide':
      return whileRunning(state, () => decide(state, command, context));
    case 'withdraw-decision':
      return whileRunning(state, () => withdrawDecision(state, command.id, context));
    case 'word-opening':
      return state.status === 'ended' ? refuse('ended') : wordOpening(state, command.text);
    case 'soak':
      return letSoak(state, command.on);
    case 'check':
      return check(state, command.item, command.done);
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

const lockZone = (state: StoredMeeting, zone: Zone, locked: boolean): Transition => {
  const before = state.locked ?? [];
  const zones = withMember(before, zone, locked);
  if (zones === before) return unchanged(state);
  return accept(zones.length === 0 ? without(state, 'locked') : { ...state, locked: zones });
};

const whileRunning = (state: StoredMeeting, then: () => Transition): Transition => {
  switch (state.status) {
    case 'lobby':
      return refuse('not-started');
    case 'ended':
      return refuse('ended');
    case 'running':
      return then();
  }
};
