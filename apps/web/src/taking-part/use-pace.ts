import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';

export type PaceWish = 'slower' | 'faster' | null;

/** What I wish of the pace. The same wish again takes it back. */
export const usePace = () => {
  const { view, seat, facilitates, takesPart } = useFacilitation();
  const command = useCommand();
  const pace = view?.state.pace;
  const wished = (['slower', 'faster'] as const).find((one) => pace?.[one].includes(seat.participantId));
  const mine: PaceWish = wished ?? null;
  return {
    /** Whoever sets the pace needs no wish for it. */
    possible: takesPart && !facilitates && view?.state.status === 'running',
    mine,
    wish: (wanted: PaceWish) => void command({ kind: 'pace', pace: wanted === mine ? null : wanted }),
  };
};
