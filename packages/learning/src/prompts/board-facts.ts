// What the next question is drawn from: the board as everybody sees it, and who is in the room. Rules: SPEC Q4.
import type { CardOf, Column, Link } from '@hearth/board/cards';
import type { Thread } from '@hearth/board/comments';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import type { Attribution, Zone } from '@hearth/review/templates/template';
import type { Passage } from './passages.ts';

/** Somebody who takes part and is here; never an observer, nor whoever runs the meeting. */
export interface Voice {
  id: ParticipantId;
  name: string;
  /** Writes at this moment. */
  busy: boolean;
}

export interface BoardFacts {
  events: readonly CardOf<'event'>[];
  perspectives: readonly CardOf<'perspective'>[];
  factors: readonly CardOf<'factor'>[];
  questions: readonly CardOf<'question'>[];
  learnings: readonly CardOf<'learning'>[];
  actions: readonly CardOf<'action'>[];
  links: readonly Link[];
  columns: readonly Column[];
  threads: readonly Thread[];
  passages: readonly Passage[];
  voices: readonly Voice[];
  /** Where the room is; null before the meeting, after it, and in stages without a zone. */
  zone: Zone | null;
  /** A round of private writing is under way: until it is revealed, what is on the board says nothing of who has written. */
  writing: Attribution | null;
}

/** What several rules look up, made once for each board. */
export interface BoardIndex {
  /** Cards about which something was said. */
  talked: ReadonlySet<CardId>;
  /** Conditions that explain something: where a link comes from. */
  explains: ReadonlyMap<CardId, readonly CardId[]>;
  /** What has an explanation: where a link goes to. */
  explained: ReadonlySet<CardId>;
}
