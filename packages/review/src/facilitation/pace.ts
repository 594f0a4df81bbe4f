// "A little slower", "a little faster": each person's own wish, for this stage. SPEC F23.
import type { ParticipantId } from '../ids.ts';
import { withMember } from './members.ts';
import { accept, unchanged, type Transition } from './outcome.ts';
import { without, type PaceWish, type StoredMeeting } from './state.ts';

export const setPace = (state: StoredMeeting, me: ParticipantId, wish: PaceWish | null): Transition => {
  const before = state.paceWishes ?? { slower: [], faster: [] };
  const slower = withMember(before.slower, me, wish === 'slower');
  const faster = withMember(before.faster, me, wish === 'faster');
  if (slower === before.slower && faster === before.faster) return unchanged(state);
  if (slower.length === 0 && faster.length === 0) return accept(without(state, 'paceWishes'));
  return accept({ ...state, paceWishes: { slower, faster } });
};

/** What somebody wishes; for their eyes only. */
export const paceWishOf = ({ paceWishes }: Pick<StoredMeeting, 'paceWishes'>, who: ParticipantId): PaceWish | null => {
  if (paceWishes?.slower.includes(who)) return 'slower';
  return paceWishes?.faster.includes(who) ? 'faster' : null;
};
