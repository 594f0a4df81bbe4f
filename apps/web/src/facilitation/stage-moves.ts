// What changed about the stage between two views of the room, and what to tell. Pure.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { Stage } from '@hearth/review/templates/template';

export type StageMove =
  | { kind: 'started' | 'moved' | 'moved-back' | 'reopened'; stage: Stage; index: number }
  | { kind: 'ended' };

/**
 * @param before  null on the first view: joining is no move.
 * @returns null when the room is where it was.
 */
export const stageMove = (before: FacilitationState | null, after: FacilitationState): StageMove | null => {
  if (before === null) return null;
  if (after.status === 'ended') return before.status === 'ended' ? null : { kind: 'ended' };
  if (after.status === 'lobby') return null;
  const stage = after.stages[after.stageIndex];
  if (!stage) return null;
  const at = { stage, index: after.stageIndex };
  switch (before.status) {
    case 'lobby':
      return { kind: 'started', ...at };
    case 'ended':
      return { kind: 'reopened', ...at };
    case 'running':
      if (before.stageIndex === after.stageIndex) return null;
      return { kind: before.stageIndex < after.stageIndex ? 'moved' : 'moved-back', ...at };
  }
};

/** @param by  whoever did it, where that is told: those who run a meeting together act by name. */
export const moveWords = (move: StageMove, by: string | null = null): string => {
  switch (move.kind) {
    case 'started':
      return by === null
        ? `The review begins with ${move.stage.name}`
        : `${by} begins the review with ${move.stage.name}`;
    case 'moved':
      return by === null ? `The room moves to ${move.stage.name}` : `${by} moves the room to ${move.stage.name}`;
    case 'moved-back':
      return by === null
        ? `The room goes back to ${move.stage.name}`
        : `${by} moves the room back to ${move.stage.name}`;
    case 'reopened':
      return by === null
        ? `The room is open again, in ${move.stage.name}`
        : `${by} opens the room again, in ${move.stage.name}`;
    case 'ended':
      return `${by === null ? 'The review has ended' : `${by} ended the review`}. Everything stays as it is.`;
  }
};

/** What is on the screen about the last move. `pill` waits for the person; `notice` goes by itself. */
export type NoticeState =
  | { kind: 'none' }
  | { kind: 'notice'; move: StageMove; untilMs: number }
  | { kind: 'pill'; stage: Stage; index: number };

export type NoticeEvent =
  | { kind: 'moved'; move: StageMove; nowMs: number }
  /** The notice's time is over; `stays` tells whether the person is in the middle of something, or wanders. */
  | { kind: 'time'; nowMs: number; stays: boolean }
  | { kind: 'went' };

export const noticeMs = 3_000;

/** A person who is busy or wanders gets the pill instead of being moved; nobody else is left behind. */
export const nextNotice = (state: NoticeState, event: NoticeEvent): NoticeState => {
  switch (event.kind) {
    case 'moved':
      return { kind: 'notice', move: event.move, untilMs: event.nowMs + noticeMs };
    case 'time':
      if (state.kind !== 'notice' || event.nowMs < state.untilMs) return state;
      if (state.move.kind === 'ended' || !event.stays) return { kind: 'none' };
      return { kind: 'pill', stage: state.move.stage, index: state.move.index };
    case 'went':
      return { kind: 'none' };
  }
};
