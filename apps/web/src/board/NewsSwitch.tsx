// How much a screen reader says of what others do.
import { Segmented } from '../design/Segmented.tsx';
import { newsLevels, setNewsLevel, useNewsLevel, type NewsLevel } from './news-level.ts';

const names: Record<NewsLevel, string> = { quiet: 'Quiet', normal: 'Normal', all: 'All' };

const hints: Record<NewsLevel, string> = {
  quiet: 'A screen reader says only what you do yourself, and the clock.',
  normal: 'A screen reader says now and then how many cards others added, changed or removed.',
  all: 'A screen reader says each card that others add or change, by its words.',
};

export const NewsSwitch = () => {
  const level = useNewsLevel();
  return (
    <>
      <Segmented
        label="What others do, spoken"
        options={newsLevels.map((value) => ({ value, label: names[value] }))}
        value={level}
        onChange={setNewsLevel}
      />
      <p className="small">{hints[level]}</p>
    </>
  );
};
