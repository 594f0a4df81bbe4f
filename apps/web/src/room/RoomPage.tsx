// The page of a review: fetches who one is in it, opens both live channels, and hands over to the room.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { permission } from '@hearth/review/permission';
import { useEffect, useMemo, useState } from 'react';
import { UploadsProvider } from '../attachments/Uploads.tsx';
import { BoardCommandsProvider } from '../board/commands.tsx';
import { BoardSessionProvider, useBoardSession } from '../board/session.tsx';
import { TalkProvider } from '../comments/talk.tsx';
import { DraftsProvider } from '../drafts/DraftsProvider.tsx';
import { FacilitationProvider } from '../facilitation/FacilitationProvider.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { useLocked } from '../facilitation/use-locked.ts';
import { useReview } from '../reviews/queries.ts';
import { useParams } from '../router/Router.tsx';
import { comesFirst } from '../shell/first-things.ts';
import { useDocumentTitle } from '../shell/page-title.tsx';
import { QueryProblem } from '../shell/late-problem.ts';
import { Room } from './Room.tsx';
import { RoomSkeleton } from './RoomSkeleton.tsx';
import { useLiveBoard } from './use-live-board.ts';

export const RoomPage = () => {
  const { reviewId = '' } = useParams();
  const review = useReview(reviewId);
  useDocumentTitle(review.data?.incident.title ?? 'Review');
  if (review.data)
    return (
      <FacilitationProvider seat={review.data.seat}>
        <LiveRoom review={review.data} />
      </FacilitationProvider>
    );
  if (review.error) return <QueryProblem error={review.error} onRetry={() => void review.refetch()} />;
  return <RoomSkeleton />;
};

const LiveRoom = ({ review }: { review: ReviewDetail }) => {
  const { live, copy, status, arrived } = useLiveBoard(review.id);
  const { role, seat } = useFacilitation();
  const locked = useLocked();
  const { zone, startedAt } = review.incident;
  const { participantId, name } = seat;
  // What can't be saved is not to be written: the board turns read-only until the server can.
  const canWrite = permission(role, 'board.write').allowed && status.kind !== 'not-saved' && status.kind !== 'refused';
  const me = useMemo(() => ({ participantId, name }), [participantId, name]);
  const session = useBoardSession(
    copy && { doc: copy.doc, awareness: copy.awareness, zone, startedAt, canWrite, locked, me },
  );
  const [shown] = useState(comesFirst);
  const isShown = session !== null && arrived;
  useEffect(() => {
    if (isShown) shown();
  }, [isShown, shown]);
  if (!live || !copy || !session || !arrived)
    return <RoomSkeleton title={review.incident.title} status={status} onRetry={() => live?.retry()} />;
  return (
    <BoardSessionProvider session={session}>
      <BoardCommandsProvider>
        <DraftsProvider>
          <TalkProvider>
            <UploadsProvider reviewId={review.id}>
              <Room review={review} live={live} copy={copy} status={status} />
            </UploadsProvider>
          </TalkProvider>
        </DraftsProvider>
      </BoardCommandsProvider>
    </BoardSessionProvider>
  );
};
