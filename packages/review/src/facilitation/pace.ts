// "A little slower", "a little faster": each person's own wish, for this stage. SPEC F23.
import type { ParticipantId } from '../ids.ts';
import { withMember } from './members.ts';
import { accept, unchanged, type Transition } from './outcome.ts';
import { without, type StoredMeeting } from './state.ts';

export const setPace = (state: StoredMeeting, me: ParticipantId, wish: 'slower' | 'faster' | null): Transition => {
  const before = state.pace ?? { slower: [], faster: [] };
  const slower = withMember(before.slower, me, wish === 'slower');
  const faster = withMember(before.faster, me, wish === 'faster');
  if (slower === before.slower && faster === before.faster) return unchanged(state);
  if (slower.length === 0 && faster.length === 0) return accept(without(state, 'pace'));
  return accept({ ...state, pace: { slower, faster } });
};
