// A text with the words that were looked for marked; a long one from a little before the first of them.
import type { Range } from '@hearth/board/search';
import { Fragment } from 'react';

const before = 40;

export const Marked = ({ text, ranges, longest }: { text: string; ranges: readonly Range[]; longest: number }) => {
  const first = ranges[0]?.[0] ?? 0;
  const from = text.length <= longest || first < before ? 0 : startOfWord(text, first - before);
  const to = Math.min(text.length, from + longest);
  const shown = ranges.filter(([start, end]) => start >= from && end <= to);
  return (
    <>
      {from > 0 && '…'}
      {shown.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(shown[index - 1]?.[1] ?? from, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(shown.at(-1)?.[1] ?? from, to)}
      {to < text.length && '…'}
    </>
  );
};

/** Never within a word, so never within a letter either. */
const startOfWord = (text: string, at: number): number => {
  const space = text.indexOf(' ', at);
  return space < 0 ? at : space + 1;
};
