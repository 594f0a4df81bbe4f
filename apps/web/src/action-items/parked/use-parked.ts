// Parked actions of the room's board, as far as they wait for a decision.
import type { ReviewId } from '@hearth/review/ids';
import { permission } from '@hearth/review/permission';
import type { Role } from '@hearth/review/roles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCards } from '../../board/session.tsx';
import { runsTheRoom } from '../../facilitation/people.ts';
import { useChanged, useFacilitation } from '../../facilitation/use-facilitation.ts';
import { factorsAreDone } from '../../opening/stages.ts';
import { proposalsQuery } from '../panel/queries.ts';
import { parkedActions, type ParkedAction } from './parked.ts';

/** Whom the room looks at when something is to be decided. */
const isAsked = (role: Role): boolean => runsTheRoom(role) || role === 'decision-maker';

/** @returns `offered`: whether this person is asked to look at them by themselves. */
export const useParked = (reviewId: ReviewId): { parked: ParkedAction[]; canDecide: boolean; offered: boolean } => {
  const { view, role } = useFacilitation();
  const client = useQueryClient();
  const cards = useCards('action');
  const canDecide = permission(role, 'action-items.decide').allowed;
  const due = view !== null && factorsAreDone(view.state) && cards.some((card) => card.parked);
  const proposals = useQuery({ ...proposalsQuery(reviewId), enabled: canDecide && due });
  useChanged((topic) => {
    if (topic === 'action-items' || topic === 'all')
      void client.invalidateQueries({ queryKey: proposalsQuery(reviewId).queryKey });
  });
  const parked = parkedActions(cards, proposals.data ?? []);
  return { parked, canDecide, offered: due && proposals.isSuccess && parked.length > 0 && isAsked(role) };
};
