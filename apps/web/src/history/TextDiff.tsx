// Two versions of a text in one: what went is struck out, what came is underlined. Hue is not used: it means kind.
import { textStretches, type TextStretch } from '@hearth/board/difference';
import { useMemo } from 'react';
import styles from './TextDiff.module.css';

/** So much of what is equal stands around a change, and what is left out is worth leaving out. */
const aroundLetters = 60;
const worthLettersLess = 80;

export const TextDiff = ({ before, after }: { before: string; after: string }) => {
  const stretches = useMemo(() => textStretches(before, after), [before, after]);
  return (
    <p className={styles.diff}>
      {stretches.map((stretch, index) => {
        // A difference is shown once and never reordered: its places are its keys.
        if (stretch.kind === 'removed') return <del key={index}>{stretch.text}</del>;
        if (stretch.kind === 'added') return <ins key={index}>{stretch.text}</ins>;
        return <span key={index}>{shortened(stretch, index === 0, index === stretches.length - 1)}</span>;
      })}
    </p>
  );
};

const shortened = ({ text }: TextStretch, isFirst: boolean, isLast: boolean): string => {
  const head = isFirst ? 0 : aroundLetters;
  const tail = isLast ? 0 : aroundLetters;
  const signs = [...text];
  if (signs.length < head + tail + worthLettersLess) return text;
  return `${signs.slice(0, head).join('')}…${tail > 0 ? signs.slice(-tail).join('') : ''}`;
};
