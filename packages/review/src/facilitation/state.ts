// The meeting as one value. The server is its only writer; it never lives in the shared document.
import type { ParticipantId, StageId } from '../ids.ts';
import type { Attribution, Stage } from '../templates/template.ts';

/** The stage's clock. Times are Unix milliseconds of the server; a deadline in the past is an overrun, never an end. */
export type Timer =
  | { kind: 'running'; deadlineMs: number; plannedMs: number }
  | { kind: 'paused'; remainingMs: number; plannedMs: number };

export interface StageVisit {
  stageId: StageId;
  enteredMs: number;
  /** null while the room is in the stage. */
  leftMs: number | null;
}

/**
 * Rounds of private writing are counted from 1. Each person's thoughts are a document of their own, named by the round:
 * once it is `open`, nobody opens those documents any more. A round outlives its stage until it is revealed.
 */
export type Writing =
  | { phase: 'private'; round: number; attribution: Attribution }
  /** From `revealAtMs` on the server copies the thoughts onto the board. */
  | { phase: 'revealing'; round: number; attribution: Attribution; revealAtMs: number }
  | { phase: 'open'; round: number };

/** What the last `next` or `back` left behind, so that it can be taken back. */
export interface StageMove {
  atMs: number;
  stageIndex: number;
  timer: Timer;
  ready: readonly ParticipantId[];
  writing?: Writing;
}

export interface FacilitationState {
  /** Grows by one at each accepted command; a client that misses one fetches the whole state. */
  version: number;
  status: 'lobby' | 'running' | 'ended';
  stages: readonly Stage[];
  /** What the stages were copied from; absent in meetings from before this was noted. */
  template?: { id: string; version: number; name: string };
  /** Index into `stages` of the stage that the room is in; 0 in the lobby. */
  stageIndex: number;
  timer: Timer;
  visits: readonly StageVisit[];
  /** Who said "ready" in this stage; emptied when the stage changes. */
  ready: readonly ParticipantId[];
  /** Raised hands, first come first. */
  hands: readonly ParticipantId[];
  /** null when the last thing done to stage or clock was no move. */
  lastMove: StageMove | null;
  /** Absent until the first round of private writing: then everybody writes openly. */
  writing?: Writing;
}
