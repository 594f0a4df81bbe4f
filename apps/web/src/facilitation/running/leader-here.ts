// Whether whoever leads is here, as the server counts it for the lead: who has gone a moment ago may only be reloading.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { leadGraceMs } from '@hearth/review/facilitation/lead';
import { useEffect, useEffectEvent, useState } from 'react';
import { useSecondsUntil } from '../use-facilitation.ts';

/** Never says that they are away before the server does. */
export const useLeaderIsHere = (view: FacilitationView): boolean => {
  const { leader } = view.state;
  const connected = view.people.some((person) => person.participantId === leader && person.here);
  const [awaySinceMs, setAwaySinceMs] = useState<number | null>(null);
  const note = useEffectEvent(() => setAwaySinceMs(connected ? null : view.serverNowMs));
  useEffect(() => note(), [leader, connected]);
  const seconds = useSecondsUntil(awaySinceMs === null ? null : awaySinceMs + leadGraceMs);
  return connected || (leader !== undefined && (awaySinceMs === null || seconds > 0));
};
