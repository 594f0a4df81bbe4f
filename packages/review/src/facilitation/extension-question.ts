// Asking the room whether a stage should get more minutes. SPEC F20.
import type { ParticipantId } from '../ids.ts';
import { withMember } from './members.ts';
import { accept, refuse, unchanged, type Transition } from './outcome.ts';
import { without, type StoredMeeting } from './state.ts';

/** Asked anew with other minutes, the answers are void. */
export const askExtend = (state: StoredMeeting, minutes: 1 | 5, nowMs: number): Transition => {
  if (state.extendAsked?.minutes === minutes) return unchanged(state);
  return accept({ ...state, extendAsked: { minutes, atMs: nowMs, yes: [], no: [] }, lastMove: null });
};

export const answerExtend = (state: StoredMeeting, me: ParticipantId, says: boolean): Transition => {
  const asked = state.extendAsked;
  if (!asked) return refuse('not-asked');
  const yes = withMember(asked.yes, me, says);
  const no = withMember(asked.no, me, !says);
  if (yes === asked.yes && no === asked.no) return unchanged(state);
  return accept({ ...state, extendAsked: { ...asked, yes, no } });
};

export const dropExtend = (state: StoredMeeting): Transition =>
  state.extendAsked ? accept(without(state, 'extendAsked')) : refuse('not-asked');
