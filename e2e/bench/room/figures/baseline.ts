// The figures of an earlier run, kept with the machine that made them. Another machine is told by its empty board: what is
// slower there by as much is not our doing.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Figures } from '../scenario.ts';

const file = fileURLToPath(new URL('../baseline.json', import.meta.url));

export interface Baseline {
  machine: string;
  /** By the name of what was measured. */
  measured: Record<string, Figures>;
}

/** Processor, memory, versions. */
export const machineWords = (browser: string): string => {
  const [processor] = cpus();
  const memoryGB = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${processor?.model ?? 'processor'}, ${memoryGB} GB, Node ${process.version}, ${browser}`;
};

/** @returns null before the first was kept. */
export const readBaseline = (): Baseline | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Baseline;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Figures of this run take the place of the same ones; others stay. */
export const keepBaseline = (machine: string, measured: Record<string, Figures>): void => {
  const all = { ...readBaseline()?.measured, ...rounded(measured) };
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ machine, measured: sorted }, null, 2)}\n`);
};

const rounded = (measured: Record<string, Figures>): Record<string, Figures> =>
  Object.fromEntries(
    Object.entries(measured).map(([name, figures]) => [
      name,
      Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, Number(value.toFixed(2))])),
    ]),
  );

/** The figure by which a measurement is held against the baseline. */
const leading = ['workP95', 'paintP95', 'heapGrowthMB', 'scriptAndStyleKB'] as const;

export interface Comparison {
  figure: string;
  now: number;
  before: number;
  /** Times the baseline. */
  ratio: number;
  /** Times the baseline, if both machines were as fast as each other on the empty board; null without such a board. */
  onEqualMachines: number | null;
}

/**
 * Holds a measurement against the same one of the baseline.
 * @param control  the same movement on the empty board, in this run
 * @returns null where the baseline has nothing to compare with.
 */
export const compare = (
  baseline: Baseline,
  name: string,
  figures: Figures,
  control: { name: string; figures: Figures } | null,
): Comparison | null => {
  const figure = leading.find((one) => figures[one] !== undefined);
  const [now, before] = figure === undefined ? [] : [figures[figure], baseline.measured[name]?.[figure]];
  if (figure === undefined || now === undefined || before === undefined || before <= 0) return null;
  const controlNow = control?.figures[figure];
  const controlBefore = control ? baseline.measured[control.name]?.[figure] : undefined;
  const machine =
    controlNow === undefined || controlBefore === undefined || controlBefore <= 0 ? null : controlNow / controlBefore;
  const ratio = now / before;
  return { figure, now, before, ratio, onEqualMachines: machine === null || machine <= 0 ? null : ratio / machine };
};
