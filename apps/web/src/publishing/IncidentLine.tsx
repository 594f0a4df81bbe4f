// The incident on one line, as a figure. Its words are in the table below it, so the drawing itself is one image.
import type { ReportEvent } from '@hearth/learning/publishing/report';
import { clock, durationInWords } from '@hearth/review/time/words';
import { useId } from 'react';
import { layOutLine, lineWidth, type LineLabel } from './incident-line.ts';
import styles from './IncidentLine.module.css';

export const IncidentLine = ({ events, zone }: { events: readonly ReportEvent[]; zone: string }) => {
  const hatch = useId();
  const line = layOutLine(events, (at) => clock(at, zone));
  if (line === null) return null;
  const { points, names, clocks, gap, impact } = line;
  const told = [
    `${points.length} events from ${clocks.length > 0 ? earliest(clocks) : ''} to ${latest(clocks)}.`,
    gap ? `Nothing is noted for ${durationInWords(gap.minutes)}.` : '',
  ].join(' ');
  return (
    <figure className={styles.figure} ref={reachableByKeyboard}>
      <svg
        viewBox={names.some(({ row }) => row > 0) ? `0 -12 ${lineWidth} 108` : `0 0 ${lineWidth} 96`}
        role="img"
        aria-label={told}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v6" className={styles.hatch} />
          </pattern>
        </defs>
        {impact && (
          <rect x={impact.from} y="36" width={impact.to - impact.from} height="14" className={styles.impact} />
        )}
        {gap && <rect x={gap.from} y="36" width={gap.to - gap.from} height="14" fill={`url(#${hatch})`} />}
        <path d={`M0 50h${lineWidth}`} className={styles.axis} />
        {points.map(({ id, x, key, about }) =>
          key ? (
            <path key={id} d={`M${x} 36l7 7-7 7-7-7z`} className={styles.point} />
          ) : (
            <circle key={id} cx={x} cy="43" r="4" className={about ? styles.about : styles.point} />
          ),
        )}
        <Labels labels={names} y={24} className={styles.name} />
        <Labels labels={clocks} y={68} className={styles.clock} />
        {gap && (
          <text x={(gap.from + gap.to) / 2} y="90" textAnchor="middle" className={styles.clock}>
            {durationInWords(gap.minutes)}, nothing noted
          </text>
        )}
      </svg>
    </figure>
  );
};

/** On a phone the line is wider than the page and scrolls: what scrolls must take the focus. */
const reachableByKeyboard = (figure: HTMLElement | null) => {
  if (figure !== null && figure.scrollWidth > figure.clientWidth) figure.tabIndex = 0;
};

const Labels = ({ labels, y, className }: { labels: readonly LineLabel[]; y: number; className: string | undefined }) =>
  labels.map(({ x, words, anchor, row }) => (
    <text key={`${x} ${words}`} x={x} y={y - 18 * row} textAnchor={anchor} className={className}>
      {words}
    </text>
  ));

const earliest = (labels: readonly LineLabel[]) => labels.reduce((a, b) => (b.x < a.x ? b : a)).words;
const latest = (labels: readonly LineLabel[]) => labels.reduce((a, b) => (b.x > a.x ? b : a)).words;
