// A review as one file, for whoever leaves Hearth: everything in words, and the board's document as it is. Shapes only.
// Rules: SPEC X1-X5. Told to people in docs/export.md: what is there changes only with `version`.
import type {
  EventKind,
  FactorCategory,
  LinkMeaning,
  PerspectiveFacet,
  Precision,
  ReactionKind,
} from '@hearth/board/cards';
import type { DiagnosticAnswer } from '@hearth/board/diagnostics';
import type { FeedbackSum } from '@hearth/review/feedback/feedback';
import type { Incident } from '@hearth/review/incident';
import type { Role } from '@hearth/review/roles';
import type { ActionFields, ActionSource, ActionStatus, Proposal } from '../action-items/model.ts';
import type { Report } from '../publishing/report.ts';

export const exportFormat = 'hearth-review';
export const exportVersion = 1;

/** ISO 8601 in UTC with milliseconds, such as 2026-11-12T14:24:00.000Z. */
export type Moment = string;

type IncidentTime = 'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt';
export type ExportedIncident = Omit<Incident, IncidentTime> & Record<IncidentTime, Moment | null>;

export interface ExportedStage {
  id: string;
  name: string;
  minutes: number;
  zone: string | null;
  question: string;
  /** Each time that the room was in it; `leftAt` is null while it is. */
  visits: { enteredAt: Moment; leftAt: Moment | null }[];
}

export interface ExportedPerson {
  id: string;
  name: string;
  role: Role;
  joinedAt: Moment;
}

export interface ExportedCard {
  id: string;
  text: string;
  /** null when nobody is to be named; `id` is that of a participant. */
  author: { id: string | null; name: string } | null;
  createdAt: Moment;
  evidence: { label: string; url: string }[];
  /** What is told of the files on it. Their contents are not in the export: each is at Hearth under its id. */
  files: { id: string; name: string; type: string; bytes: number; alt: string }[];
  /** How people react to it; names only of those who are named. */
  reactions: { kind: ReactionKind; count: number; names: string[] }[];
}

export interface ExportedEvent extends ExportedCard {
  at: Moment | null;
  endAt: Moment | null;
  precision: Precision;
  kind: EventKind;
  lane: string;
  key: boolean;
  /** What people knew at that moment, and what came to be known only afterwards; empty where nobody said it. */
  knownThen: string;
  knownNow: string;
  /** How others told the same moment. */
  tellings: (Omit<ExportedCard, 'createdAt' | 'reactions'> & {
    at: Moment | null;
    endAt: Moment | null;
    precision: Precision;
    lane: string;
  })[];
  /** Ids of events that tell the same moment differently, and stand beside it. */
  toldDifferently: string[];
}

export interface ExportedColumn {
  /** null for cards whose column was removed while somebody wrote in it. */
  id: string | null;
  name: string;
  role: string;
  cards: (ExportedCard & { facet: PerspectiveFacet })[];
}

/** "`from` `words` `to`": a factor and what it explains, or an account and the one that it differs from. */
export interface ExportedLink {
  id: string;
  from: string;
  to: string;
  meaning: LinkMeaning;
  words: string;
  /** Of accounts that differ: the room has talked about it. */
  discussed: boolean;
}

export interface ExportedRemark {
  id: string;
  text: string;
  author: { id: string | null; name: string } | null;
  createdAt: Moment;
}

export interface ExportedComment extends ExportedRemark {
  /** Id of the card that it is about, still there or not; null for words of the narrative. */
  card: string | null;
  /** What it was about when it was begun; the last words of a card that was removed. */
  quote: string;
  resolvedAt: Moment | null;
  answers: ExportedRemark[];
}

/** Cards of a kind in the board's order; events by time, then those of which only the order is known. */
export interface ExportedBoard {
  timeline: ExportedEvent[];
  perspectives: ExportedColumn[];
  /** `theme`: the name of the group that it stands in; null where it stands in none. */
  factors: (ExportedCard & { category: FactorCategory; theme: string | null })[];
  links: ExportedLink[];
  questions: ExportedCard[];
  learnings: ExportedCard[];
  actions: (ExportedCard & { parked: boolean })[];
}

/** What the room answered about a condition around the work. `name` and `question` are null where the checklist has it no more. */
export interface ExportedDiagnostic {
  id: string;
  name: string | null;
  question: string | null;
  /** null while only a note is there. */
  answer: DiagnosticAnswer | null;
  /** Empty where there is none. */
  note: string;
  /** Id of the factor that it became, still there or not. */
  card: string | null;
}

export interface ExportedProposal extends ActionFields {
  id: string;
  state: Proposal['state'];
  actionId: string | null;
  source: ActionSource;
}

export interface ExportedAction extends ActionFields {
  id: string;
  status: ActionStatus;
  completionNote: string;
  createdAt: Moment;
  updatedAt: Moment;
  completedAt: Moment | null;
  source: ActionSource;
}

export interface ExportedSnapshot {
  id: string;
  kind: string;
  name: string;
  stageId: string | null;
  createdAt: Moment;
  bytes: number;
}

export interface ReviewExport {
  format: typeof exportFormat;
  version: typeof exportVersion;
  review: { id: string; createdAt: Moment; demo: boolean };
  incident: ExportedIncident;
  meeting: {
    status: 'lobby' | 'running' | 'ended';
    /** Id of the stage that the room is in; null before the meeting and after it. */
    currentStage: string | null;
    /** The opening statement in the facilitator's words; null where it was the one filled from the incident. */
    opening: string | null;
    /** Whether actions soak for two work days before they are confirmed. */
    soak: boolean;
    /** Oldest first; `by` and `present` are ids of participants. */
    decisions: { id: string; text: string; at: Moment; by: string; present: string[] }[];
    /** Closed dot votes, oldest first. `card` is an id of the board; `by`, ids of participants, is null in anonymous votes. */
    votes: {
      id: number;
      on: 'factors' | 'learnings';
      dots: number;
      anonymous: boolean;
      closedAt: Moment;
      voters: number;
      tallies: { card: string; dots: number; by: string[] | null }[];
    }[];
    /** What was ticked on the leaders' checklist. */
    checks: string[];
    agenda: ExportedStage[];
  };
  participants: ExportedPerson[];
  board: ExportedBoard;
  /** What else was at work, as far as it was answered: in the order of the checklist, then by id. */
  diagnostics: ExportedDiagnostic[];
  /** On cards and on the narrative, oldest first. */
  comments: ExportedComment[];
  /** GitHub's Markdown; empty when nobody has written any. */
  narrative: string;
  proposals: ExportedProposal[];
  actions: ExportedAction[];
  published: { slug: string; revision: number; publishedAt: Moment; markdown: string; report: Report } | null;
  /** The named snapshots, oldest first, without their states. */
  snapshots: ExportedSnapshot[];
  /** What people said after the meeting, as a sum; of fewer than three the count alone; null while nobody has. */
  feedback: FeedbackSum | null;
  /** The shared document behind board and narrative, with its whole state. */
  document: { name: string; boardFormat: number; encoding: 'yjs-update-v1+base64'; state: string };
}
