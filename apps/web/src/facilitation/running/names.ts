// People by their ids. Pure.
import type { FacilitationView } from '@hearth/protocol/facilitation';

/** Somebody whom the room does not know (any more) is somebody. */
export const nameOf = (view: FacilitationView | null, id: string): string =>
  view?.people.find((person) => person.participantId === id)?.name ?? 'Somebody';

/** `Ada leads`, above what those who run the meeting can do. */
export const leaderWords = (view: FacilitationView, me: string): string => {
  const { leader } = view.state;
  if (leader === undefined) return 'Nobody leads just now';
  return leader === me ? 'You lead the meeting' : `${nameOf(view, leader)} leads the meeting`;
};
