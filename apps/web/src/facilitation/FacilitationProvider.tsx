// Opens the facilitation connection of one review for everything below it.
import type { Seat } from '@hearth/protocol/http/access';
import { useEffect, useMemo, type ReactNode } from 'react';
import { createFacilitation } from './connection.ts';
import { FacilitationContext } from './use-facilitation.ts';

interface FacilitationProviderProps {
  /** Who sits here. Another seat opens another connection. */
  seat: Seat;
  children: ReactNode;
}

/** Renders its children at once; `useFacilitation().view` is null until the server has told the state. */
export const FacilitationProvider = ({ seat, children }: FacilitationProviderProps) => {
  const { reviewId } = seat;
  const connection = useMemo(() => createFacilitation(reviewId), [reviewId]);
  useEffect(() => connection.open(), [connection]);
  const value = useMemo(() => ({ connection, seat }), [connection, seat]);
  return <FacilitationContext value={value}>{children}</FacilitationContext>;
};
