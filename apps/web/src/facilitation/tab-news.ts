// What a tab in the background says of the meeting: that it is my turn, that I am asked, or where the room went. Pure. ../second-screen/SPEC.md TN1.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { ParticipantId } from '@hearth/review/ids';
import { runsTheRoom, takesPart } from './people.ts';
import { stageMove } from './stage-moves.ts';

/** @param before  null on the first view: joining is no news. @returns a word or three; null for no news. */
export const tabNews = (before: FacilitationView | null, after: FacilitationView, me: ParticipantId): string | null => {
  if (before === null) return null;
  const [was, is] = [before.state, after.state];
  const role = after.people.find((person) => person.participantId === me)?.role;
  const mayAnswer = role !== undefined && takesPart(role);
  const speaks = is.round?.order[is.round.turn];
  // A turn is told by when it began: every view is made of new objects.
  if (speaks === me && is.round?.sinceMs !== was.round?.sinceMs) return 'Your turn';
  const toExtend = is.extendAsked && is.extendAsked.atMs !== was.extendAsked?.atMs && mayAnswer && !runsTheRoom(role);
  const toLead = is.leadAsked && is.leadAsked.atMs !== was.leadAsked?.atMs && is.leader === me;
  const toVote = is.vote && is.vote.id !== was.vote?.id && mayAnswer && is.lastAct?.by !== me;
  if (toExtend || toLead || toVote) return 'You are asked';
  const move = stageMove(was, is);
  if (move === null) return null;
  return move.kind === 'ended' ? 'Ended' : move.stage.name;
};
