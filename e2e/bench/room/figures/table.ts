// The tables that people read: a line a measurement, then what was wanted and what it was before.
import type { Measured } from '../scenario.ts';
import { compare, type Baseline } from './baseline.ts';
import { goalLines, shown } from './goals.ts';

const labels: Record<string, string> = {
  frames: 'frames',
  workP50: 'p50 ms',
  workP95: 'p95 ms',
  workMax: 'max ms',
  wallP95: 'p95 on the clock',
  longestTask: 'longest task',
  framesPerSecond: 'frames/s',
  arriveP50: 'undrawn p50 ms',
  arriveP95: 'p95 ms',
  paintP50: 'drawn p50 ms',
  paintP95: 'p95 ms',
  paintMax: 'max ms',
  scriptKB: 'JavaScript kB',
  styleKB: 'CSS kB',
  scriptAndStyleKB: 'both kB',
  onTheWireKB: 'on the wire kB',
  readyMs: 'board there, ms',
  heapBeforeMB: 'heap before MB',
  heapAfterMB: 'after MB',
  heapGrowthMB: 'grown by MB',
  nodesBefore: 'nodes before',
  nodesAfter: 'after',
  nodesGrowth: '×',
  listenersBefore: 'listeners before',
  listenersAfter: 'after',
  listenersGrowth: '×',
};

/** One text for a scenario; its measurements have the same figures. */
export const tableOf = (title: string, measured: readonly Measured[], baseline: Baseline | null): string => {
  const figures = [...new Set(measured.flatMap((one) => Object.keys(one.figures)))];
  const rows = [
    ['', ...figures.map((figure) => labels[figure] ?? figure)],
    ...measured.map((one) => [
      one.name,
      ...figures.map((figure) => (one.figures[figure] === undefined ? '–' : shown(one.figures[figure]))),
    ]),
  ];
  return [
    `\n## ${title}`,
    ...aligned(rows),
    ...measured.flatMap((one) => goalLines(one.name, one.figures)),
    ...measured.flatMap((one) => baselineLine(one, measured, baseline)),
  ].join('\n');
};

const baselineLine = (one: Measured, all: readonly Measured[], baseline: Baseline | null): string[] => {
  const control = all.find(({ name }) => name.endsWith(' 0')) ?? null;
  const found = baseline && compare(baseline, one.name, one.figures, control === one ? null : control);
  if (!found) return [];
  const equal = found.onEqualMachines === null ? '' : `, ${found.onEqualMachines.toFixed(2)}× by the empty board`;
  return [
    `baseline      ${one.name}: ${found.figure} ${shown(found.now)}, was ${shown(found.before)}: ${found.ratio.toFixed(2)}×${equal}`,
  ];
};

const aligned = (rows: readonly string[][]): string[] => {
  const widths = rows[0]?.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((text, index) => (index === 0 ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};
