// The meeting as one value. The server is its only writer; it never lives in the shared document.
import type { CardId, ParticipantId, StageId } from '../ids.ts';
import type { Attribution, Stage, Zone } from '../templates/template.ts';
import type { FacilitationCommandKind } from './command.ts';

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

/** For whom the room goes too fast, and for whom too slowly. */
export interface PaceWishes {
  slower: readonly ParticipantId[];
  faster: readonly ParticipantId[];
}
export type PaceWish = keyof PaceWishes;

/** Everybody speaks in turn. */
export interface Round {
  purpose: RoundPurpose;
  /** Empty where the purpose says it all. */
  question: string;
  order: readonly ParticipantId[];
  /** Index into `order`. */
  turn: number;
  /** When this turn began. */
  sinceMs: number;
}
export type RoundPurpose = 'check-in' | 'check-out' | 'round';

/** What the room was asked: more minutes for the stage? */
export interface ExtensionQuestion {
  minutes: 1 | 5;
  atMs: number;
  yes: readonly ParticipantId[];
  no: readonly ParticipantId[];
}

export type Votable = 'factors' | 'learnings';

/** A dot vote under way. Nothing in here tells for what somebody has voted. */
export interface Vote {
  id: number;
  on: Votable;
  /** How many each person may give. */
  dots: number;
  anonymous: boolean;
  openedMs: number;
  /** Who has given at least one. */
  voted: readonly ParticipantId[];
}

export interface VoteResult {
  id: number;
  on: Votable;
  dots: number;
  anonymous: boolean;
  closedMs: number;
  voters: number;
  /** Most dots first; cards that got some. `by` names who gave them, in votes with names. */
  tallies: readonly { cardId: CardId; dots: number; by?: readonly ParticipantId[] }[];
}

/** One person's dots in an open vote: positive numbers. */
export type Ballot = Readonly<Record<CardId, number>>;

export interface RecordedDecision {
  id: string;
  text: string;
  atMs: number;
  by: ParticipantId;
  present: readonly ParticipantId[];
}

/** What leaving a stage empties, and coming back by `undo-move` gives back. */
export interface StageTalk {
  paceWishes?: PaceWishes;
  round?: Round;
  extendAsked?: ExtensionQuestion;
}

/** What the last `next`, `back` or `jump` left behind, so that it can be taken back. */
export interface StageMove extends StageTalk {
  atMs: number;
  stageIndex: number;
  timer: Timer;
  ready: readonly ParticipantId[];
  writing?: Writing;
}

/** What both have: for who reads the one and the other. */
export interface Meeting extends StageTalk {
  /** Grows by one at each accepted command; a client that misses one fetches the whole state. */
  version: number;
  status: 'lobby' | 'running' | 'ended';
  stages: readonly Stage[];
  /** What the stages were copied from; absent in meetings from before this was noted. */
  template?: { id: string; version: number; name: string };
  /** Index into `stages` of the stage that the room is in; 0 in the lobby. */
  stageIndex: number;
  timer: Timer;
  /** Minutes of each stage as re-flowed; absent while they are those of the stages. */
  plan?: readonly number[];
  visits: readonly StageVisit[];
  /** Who said "ready" in this stage; emptied when the stage changes. */
  ready: readonly ParticipantId[];
  /** Raised hands, first come first. */
  hands: readonly ParticipantId[];
  /** null when the last thing done to stage or clock was no move. */
  lastMove: StageMove | null;
  /** Absent until the first round of private writing: then everybody writes openly. */
  writing?: Writing;
  /** Who began the meeting, or was handed it since; absent in the lobby. Others who run it may command all the same. */
  leader?: ParticipantId;
  /** Somebody else who runs the meeting asks to lead it. */
  leadAsked?: { by: ParticipantId; atMs: number };
  /** The last thing that somebody did to the meeting of everybody, by name. */
  lastAct?: { by: ParticipantId; kind: FacilitationCommandKind; atMs: number };
  /** The last invitation to where somebody looks. */
  gathering?: { by: ParticipantId; atMs: number };
  /** Where only those who run the meeting write now. A courtesy of the screens, no permission. */
  locked?: readonly Zone[];
  vote?: Vote;
  /** Of closed votes, oldest first. */
  results?: readonly VoteResult[];
  /** Who has said yes to the ground rules. */
  acknowledged?: readonly ParticipantId[];
  decisions?: readonly RecordedDecision[];
  /** What is ticked on the leaders' checklist. */
  checks?: readonly string[];
  /** The opening statement in the facilitator's words. */
  opening?: string;
  /** Whether actions rest for a while before they are confirmed. */
  soak?: boolean;
}

/** The meeting as everybody may see it. */
export interface FacilitationState extends Meeting {
  /** These are for the server alone: a stored meeting is shown through `publicState`. */
  ballots?: never;
  paceWishes?: never;
  /** How many wish the pace to be another; absent while nobody does. */
  pace?: Readonly<Record<PaceWish, number>>;
}

/** The meeting as the server keeps it. */
export interface StoredMeeting extends Meeting {
  /** Of the open vote: who has given which dots. Forgotten when it closes. */
  ballots?: Readonly<Record<ParticipantId, Ballot>>;
}

/** Leaves out what is hidden until a vote closes, and who it is that wishes for another pace. */
export const publicState = (meeting: StoredMeeting): FacilitationState => {
  const { ballots: _ballots, paceWishes, lastMove, ...shown } = meeting;
  return {
    ...shown,
    lastMove: lastMove && withoutWishes(lastMove),
    ...(paceWishes ? { pace: { slower: paceWishes.slower.length, faster: paceWishes.faster.length } } : {}),
  };
};

const withoutWishes = ({ paceWishes: _wishes, ...move }: StageMove): StageMove => move;

type Optional = Exclude<
  { [Key in keyof StoredMeeting]-?: undefined extends StoredMeeting[Key] ? Key : never }[keyof StoredMeeting],
  undefined
>;

/** The meeting as if those had never been. */
export const without = (meeting: StoredMeeting, ...fields: readonly Optional[]): StoredMeeting => {
  const rest = { ...meeting };
  for (const field of fields) delete rest[field];
  return rest;
};
