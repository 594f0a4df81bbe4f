// The table of a variant: a line a server, then what was wanted and whether it was reached.
import type { Column } from '../scenario.ts';
import { goalsOf, judge, type Verdict } from './goals.ts';
import { bestPeer, isOurs, overRepeats, ratio, diskRelayIn, relayIn, saidOverRepeats, type Series } from './summary.ts';

const nothing = '–';

const shown = (value: number | null): string => {
  if (value === null) return nothing;
  const size = Math.abs(value);
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)));
};

const times = (value: number | null): string => (value === null ? nothing : `${value.toFixed(2)}×`);

const cell = (column: Column, series: Series, all: readonly Series[]): string => {
  const { figure, over, compared } = column;
  const value = overRepeats(series, figure, over);
  const text = value === null ? (saidOverRepeats(series, figure) ?? nothing) : shown(value);
  if (!compared || value === null) return text;
  const relay = relayIn(all);
  return `${text} (${times(ratio(value, relay && overRepeats(relay, figure, over)))} | ${times(ratio(value, bestPeer(all, figure, over)))})`;
};

/** One text, lines separated by newlines. */
export const tableOf = (variant: string, columns: readonly Column[], all: readonly Series[]): string => {
  const repeats = Math.max(0, ...all.map(({ runs }) => runs.length));
  const head = ['', ...columns.map(({ label, compared }) => (compared ? `${label} (×relay | ×best peer)` : label))];
  const rows = all.map((series) => [series.target, ...columns.map((column) => cell(column, series, all))]);
  const failures = all.flatMap(({ target, failures: reasons }) =>
    [...new Set(reasons)].map((reason) => `! ${target}: ${reason}`),
  );
  return [
    `\n## ${variant}, ${repeats === 1 ? 'once' : `median of ${repeats}`}`,
    ...aligned([head, ...rows]),
    ...failures,
    ...all.filter(isOurs).flatMap((series) => goalLines(variant, series, all)),
  ].join('\n');
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

const goalLines = (variant: string, series: Series, all: readonly Series[]): string[] =>
  goalsOf(variant).map((goal) => {
    const limit = diskRelayIn(all);
    return goalLine(series.target, judge(goal, series, all), limit && judge(goal, limit, all).reached);
  });

/** @param limit  what the relay that waits for the disk reaches: less can't be had with durability. */
const goalLine = (target: string, { goal, reached, met }: Verdict, limit: number | null): string => {
  const verdict = met === null ? 'not measured' : met ? 'met' : 'MISSED';
  const atBest = limit === null || goal.atMost === 0 ? '' : ` (disk-relay ${shown(limit)})`;
  return `${verdict.padEnd(12)}  ${target}: ${goal.what}: ${shown(reached)}, wanted at most ${goal.atMost}${atBest}`;
};
