// How the pace is told to those who run the meeting: how many, never who. Pure.
import { counted } from '@hearth/review/time/words';

interface Paces {
  slower: readonly unknown[];
  faster: readonly unknown[];
}

/** "2 people would like it a little slower." An empty string while nobody says anything. */
export const paceWords = (pace: Paces | undefined): string => {
  const wish = (how: 'slower' | 'faster'): string | null => {
    const count = pace?.[how].length ?? 0;
    return count === 0 ? null : `${counted(count, 'person', 'people')} would like it a little ${how}`;
  };
  const wishes = [wish('slower'), wish('faster')].filter((one) => one !== null);
  return wishes.length === 0 ? '' : `${wishes.join(', ')}.`;
};
