// When the clock itself is worth a sentence: one minute before the end of a stage, and at the end. Pure.
import type { FacilitationState } from '@hearth/review/facilitation/state';

/** What the clock was when it was last looked at; `visit` counts the stage's visits, so that a re-entered stage speaks anew. */
export interface ClockSeen {
  visit: number;
  ms: number;
}

export type ClockMoment = 'one-minute' | 'end';

/**
 * Which of them lies between two looks at the clock. A look after a long sleep tells the last one only; extending a stage, and
 * entering another, tells nothing; nothing is told on the first look, since a reload is no event.
 */
export const momentBetween = (before: ClockSeen | null, after: ClockSeen): ClockMoment | null => {
  if (before === null || after.visit !== before.visit) return null;
  if (before.ms > 0 && after.ms <= 0) return 'end';
  if (before.ms > 60_000 && after.ms <= 60_000 && after.ms > 0) return 'one-minute';
  return null;
};

export const momentWords = (moment: ClockMoment, state: FacilitationState): string => {
  const name = state.stages[state.stageIndex]?.name ?? 'this stage';
  switch (moment) {
    case 'one-minute':
      return `One minute left for ${name}.`;
    case 'end':
      return `Time is up for ${name}. Nothing is locked. Take the time you need.`;
  }
};
