// What we want of each figure. Milliseconds, kilobytes of 1,000 bytes, or times what it was before.
import type { Figures } from '../scenario.ts';

interface Goal {
  figure: string;
  what: string;
  atMost: number;
}

const paint: readonly Goal[] = [
  { figure: 'paintP95', what: "another's letters to paint, p95, ms", atMost: 100 },
  { figure: 'missing', what: 'edits that were never painted', atMost: 0 },
];

/** By the name of what was measured. */
const goals: Record<string, readonly Goal[]> = {
  'pan 2000': [{ figure: 'workP95', what: 'main thread a frame while panning, p95, ms', atMost: 15 }],
  'all 2000': [{ figure: 'workP95', what: 'main thread a frame with everything at once, p95, ms', atMost: 20 }],
  'remote 2000': paint,
  'remote, all at work 2000': paint,
  'memory 2000': [
    { figure: 'heapGrowthMB', what: "heap beyond before an hour's edits, MB", atMost: 20 },
    { figure: 'nodesGrowth', what: 'nodes, times before', atMost: 1.1 },
    { figure: 'listenersGrowth', what: 'listeners, times before', atMost: 1.1 },
  ],
  'sent before the first interaction': [
    { figure: 'scriptAndStyleKB', what: 'JavaScript and CSS before the first interaction, kB', atMost: 250 },
  ],
};

/** A line a goal; none for what has no goal. */
export const goalLines = (name: string, figures: Figures): string[] =>
  (goals[name] ?? []).map(({ figure, what, atMost }) => {
    const reached = figures[figure];
    const verdict = reached === undefined ? 'not measured' : reached <= atMost ? 'met' : 'MISSED';
    return `${verdict.padEnd(12)}  ${what}: ${reached === undefined ? '–' : shown(reached)}, wanted at most ${atMost}`;
  });

export const shown = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)));
};
