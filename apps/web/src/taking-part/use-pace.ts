import type { PaceWish } from '@hearth/review/facilitation/state';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';

/** What I wish of the pace. The same wish again takes it back. */
export const usePace = () => {
  const { view, own, facilitates, takesPart } = useFacilitation();
  const command = useCommand();
  const mine = own.pace;
  return {
    /** Whoever sets the pace needs no wish for it. */
    possible: takesPart && !facilitates && view?.state.status === 'running',
    mine,
    wish: (wanted: PaceWish | null) => void command({ kind: 'pace', pace: wanted === mine ? null : wanted }),
  };
};
