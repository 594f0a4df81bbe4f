// The pages that belong to a review and are reached from its room, for those who may go there.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { permission } from '@hearth/review/permission';
import { FileInput, FilePenLine, History, MessageSquare, Share, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import type { CommandId } from '../commands/specs.ts';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { useNavigate } from '../router/Router.tsx';

export interface ReviewPlace {
  id: CommandId;
  label: string;
  icon: LucideIcon;
  onSelect: () => void;
}

export const useReviewPlaces = (review: ReviewDetail): readonly ReviewPlace[] => {
  const navigate = useNavigate();
  const { role, view } = useFacilitation();
  const ended = view?.state.status === 'ended';
  const { id, publication } = review;
  const published = publication !== null;
  return useMemo(() => {
    const places = [
      {
        id: 'incident',
        label: 'Edit the incident',
        icon: FilePenLine,
        page: 'incident',
        may: permission(role, 'review.edit'),
      },
      {
        id: 'import',
        label: 'Import a timeline',
        icon: FileInput,
        page: 'import',
        may: permission(role, 'timeline.import'),
      },
      { id: 'history', label: 'History', icon: History, page: 'history', may: permission(role, 'history.read') },
      {
        id: 'publish',
        label: published ? 'Published page' : 'Publish the narrative',
        icon: Share,
        page: 'publish',
        may: permission(role, 'publishing.publish'),
      },
      { id: 'after', label: 'After the meeting', icon: MessageSquare, page: 'after', may: { allowed: ended } },
    ] as const;
    return places
      .filter(({ may }) => may.allowed)
      .map(({ id: place, label, icon, page }) => ({
        id: place,
        label,
        icon,
        onSelect: () => navigate(`/reviews/${id}/${page}`),
      }));
  }, [navigate, role, ended, id, published]);
};
