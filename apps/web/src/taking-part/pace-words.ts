// How the pace is told to those who run the meeting: how many, never who. Pure.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { counted } from '@hearth/review/time/words';

const hows = ['slower', 'faster'] as const;

type Paces = FacilitationState['pace'];

/** "2 people would like it a little slower." An empty string while nobody says anything. */
export const paceWords = (pace: Paces): string => {
  const wishes = wishesIn(pace).map(
    ([how, count]) => `${counted(count, 'person', 'people')} would like it a little ${how}`,
  );
  return wishes.length === 0 ? '' : `${wishes.join(', ')}.`;
};

/** "2 slower, 1 faster", where there is little room. */
export const shortPaceWords = (pace: Paces): string =>
  wishesIn(pace)
    .map(([how, count]) => `${count} ${how}`)
    .join(', ');

const wishesIn = (pace: Paces) => hows.map((how) => [how, pace?.[how] ?? 0] as const).filter(([, count]) => count > 0);
