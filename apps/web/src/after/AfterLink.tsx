// On a phone, where the stage was: the way to what comes after the meeting.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { ButtonLink } from '../design/Button.tsx';
import { useAfter } from './queries.ts';

export const AfterLink = ({ view: { reviewId } }: { view: FacilitationView }) => {
  const after = useAfter(reviewId);
  return (
    <ButtonLink look={after.data?.feedback === 'open' ? 'ink' : 'line'} to={`/reviews/${reviewId}/after`}>
      {after.data?.feedback === 'open' ? 'How was it?' : 'After the meeting'}
    </ButtonLink>
  );
};
