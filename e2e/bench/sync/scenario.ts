// What a scenario is: variants, each measured on one server after the other, and the columns of its table.
import type { RunningServer } from './servers/running-server.ts';
import type { Target } from './servers/target.ts';
import type { Settings } from './settings.ts';

/** One measurement by figure. Null: it could not be measured, or makes no sense for that server. */
export type Figures = Record<string, number | string | null>;

export interface Column {
  figure: string;
  /** With its unit. */
  label: string;
  /** Over the repeats; the median if not given. */
  over?: 'median' | 'best' | 'worst';
  /** Shows how many times the relay's, and the best peer's, it is. */
  compared?: boolean;
}

export interface Bench {
  /** A started server of its own, put away afterwards whatever happens. */
  withServer: <T>(target: Target, work: (server: RunningServer) => Promise<T>) => Promise<T>;
  /** Tells what makes the figures doubtful. */
  warn: (line: string) => void;
}

export interface Variant {
  /** Goals are found by it. */
  name: string;
  /** @param repeat  from 1 */
  measure: (target: Target, bench: Bench, repeat: number) => Promise<Figures>;
}

export interface Scenario {
  name: string;
  about: string;
  columns: readonly Column[];
  repeats: number;
  /** Measures all targets at once: where time does not matter. */
  together?: boolean;
  accepts?: (target: Target) => boolean;
  variants: (settings: Settings) => Variant[];
}
