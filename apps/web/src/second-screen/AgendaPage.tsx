// A second screen for the room: the agenda alone, live, with nothing to press. Whoever may enter the room may open it.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { FacilitationProvider } from '../facilitation/FacilitationProvider.tsx';
import { useReview } from '../reviews/queries.ts';
import { useParams } from '../router/Router.tsx';
import { QueryProblem } from '../shell/late-problem.ts';
import { useDocumentTitle } from '../shell/page-title.tsx';
import { AgendaFace } from './AgendaFace.tsx';
import { useKeepAwake } from './keep-awake.ts';

export const AgendaPage = () => {
  const { reviewId = '' } = useParams();
  const review = useReview(reviewId);
  if (review.data) return <Agenda review={review.data} />;
  if (review.error) return <QueryProblem error={review.error} onRetry={() => void review.refetch()} />;
  return <p className="vh">Opening the agenda</p>;
};

const Agenda = ({ review }: { review: ReviewDetail }) => {
  useDocumentTitle(`Agenda: ${review.incident.title}`);
  useKeepAwake();
  return (
    <FacilitationProvider seat={review.seat}>
      <main>
        <AgendaFace title={review.incident.title} />
      </main>
    </FacilitationProvider>
  );
};
