// Rounds of private writing. SPEC F13–F16.
import type { Attribution } from '../templates/template.ts';
import { accept, refuse, unchanged, type Transition } from './outcome.ts';
import type { StoredMeeting, Writing } from './state.ts';

/** Between the announcement and the reveal, for a last look at one's own words. */
export const revealNoticeMs = 3_000;

/** The state once the announced thoughts are on the board; the same one where none were announced. */
export const revealed = (state: StoredMeeting): StoredMeeting =>
  state.writing?.phase === 'revealing'
    ? { ...state, version: state.version + 1, writing: { phase: 'open', round: state.writing.round } }
    : state;

export const writePrivately = (state: StoredMeeting, attribution: Attribution): Transition => {
  const { writing } = state;
  switch (writing?.phase) {
    case 'revealing':
      return refuse('revealing');
    case 'private':
      if (writing.attribution === attribution) return unchanged(state);
      return accept({ ...state, writing: { ...writing, attribution }, lastMove: null });
    case 'open':
    case undefined:
      if (state.stages[state.stageIndex]?.zone !== 'perspectives') return refuse('nothing-private-here');
      return accept({ ...state, writing: nextRound(state, attribution), ready: [], lastMove: null });
  }
};

export const nextRound = ({ writing }: StoredMeeting, attribution: Attribution): Writing => ({
  phase: 'private',
  round: (writing?.round ?? 0) + 1,
  attribution,
});

/** Pressed twice, it is announced once. */
export const announceReveal = (state: StoredMeeting, nowMs: number): Transition => {
  const { writing } = state;
  if (writing?.phase === 'revealing') return unchanged(state);
  if (writing?.phase !== 'private') return refuse('not-private');
  const revealing: Writing = { ...writing, phase: 'revealing', revealAtMs: nowMs + revealNoticeMs };
  return accept({ ...state, writing: revealing, lastMove: null }, [{ kind: 'reveal' }]);
};
