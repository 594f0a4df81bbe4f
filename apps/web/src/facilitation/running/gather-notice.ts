// What is on the screen while a facilitator invites everybody to where they look. Pure.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ParticipantId } from '@hearth/review/ids';
import { noticeMs } from '../stage-moves.ts';

/** How old an invitation may be when it comes: a laptop that slept is not taken along to where somebody looked an hour ago. */
const lateMs = 20_000;

type Gathered = FacilitationView & { state: { gathering: NonNullable<FacilitationState['gathering']> } };

/** Whether somebody has just asked everybody to come. */
export const isNewGathering = (before: FacilitationState, view: FacilitationView): view is Gathered => {
  const { gathering } = view.state;
  return (
    gathering !== undefined && gathering.atMs !== before.gathering?.atMs && view.serverNowMs - gathering.atMs <= lateMs
  );
};

export type GatherState =
  | { kind: 'none' }
  | { kind: 'notice'; by: ParticipantId; untilMs: number }
  /** For those who are in the middle of something, or wander: they go when they want to. */
  | { kind: 'pill'; by: ParticipantId; untilMs: number }
  /** They went along: for a while there is a way back. */
  | { kind: 'there'; by: ParticipantId; untilMs: number };

export type GatherEvent =
  | { kind: 'gathered'; by: ParticipantId; nowMs: number }
  /** Time passed. `stays` tells whether the person is in the middle of something, or wanders. */
  | { kind: 'time'; nowMs: number; stays: boolean }
  | { kind: 'went'; nowMs: number }
  | { kind: 'done' };

/** How long one can go back. */
export const wayBackMs = 15_000;
/** How long an invitation waits for somebody who is busy. */
export const pillMs = 60_000;

/** @param event  `time` at the end of a notice takes those along who do not stay: go there then, and tell `went`. */
export const nextGather = (state: GatherState, event: GatherEvent): GatherState => {
  switch (event.kind) {
    case 'gathered':
      return { kind: 'notice', by: event.by, untilMs: event.nowMs + noticeMs };
    case 'went':
      return state.kind === 'none' ? state : { kind: 'there', by: state.by, untilMs: event.nowMs + wayBackMs };
    case 'time':
      if (state.kind === 'none' || event.nowMs < state.untilMs) return state;
      if (state.kind !== 'notice') return { kind: 'none' };
      return event.stays
        ? { kind: 'pill', by: state.by, untilMs: event.nowMs + pillMs }
        : { kind: 'there', by: state.by, untilMs: event.nowMs + wayBackMs };
    case 'done':
      return { kind: 'none' };
  }
};
