// What a scenario is: it measures one board, and gives figures by the name of what was done.
import type { Review, Stage } from './stage/stage.ts';
import type { Settings } from './settings.ts';

export type Figures = Record<string, number>;

export interface Measured {
  /** Such as "pan 2000": goals and the baseline are found by it. */
  name: string;
  figures: Figures;
}

export interface Scenario {
  name: string;
  about: string;
  /** Which of the boards it is measured on; 0 is the empty one, the control. */
  sizes: (settings: Settings) => readonly number[];
  measure: (stage: Stage, review: Review, settings: Settings) => Promise<Measured[]>;
}
