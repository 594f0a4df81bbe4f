// Lets the clock speak at a stage's start, at one minute and at the end, and tells of a pause. Shows nothing.
import { useEffect, useRef } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { momentBetween, momentWords, type ClockSeen } from './remaining.ts';
import { useFacilitation, useRemaining } from './use-facilitation.ts';

export const ClockSpeech = () => {
  const { view } = useFacilitation();
  const remaining = useRemaining();
  const announce = useAnnounce();
  const seen = useRef<ClockSeen | null>(null);
  const state = view?.state ?? null;
  const ms = remaining?.ms ?? null;

  useEffect(() => {
    if (state === null || ms === null) return;
    const now: ClockSeen = { visit: state.visits.length, ms };
    const moment = state.status === 'running' ? momentBetween(seen.current, now) : null;
    seen.current = now;
    if (moment !== null) announce(momentWords(moment, state));
  }, [announce, ms, state]);

  const paused = state?.status === 'running' ? state.timer.kind === 'paused' : null;
  const wasPaused = useRef<boolean | null>(null);
  useEffect(() => {
    if (paused !== null && wasPaused.current !== null && paused !== wasPaused.current)
      announce(paused ? 'The clock is paused.' : 'The clock goes on.');
    wasPaused.current = paused;
  }, [announce, paused]);
  return null;
};
