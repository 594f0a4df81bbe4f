// How much room things take: what compact changes is in tokens.css.
import { deviceChoice } from './device-choice.ts';

export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

export const { set: setDensity, use: useDensity } = deviceChoice<Density>('density', densities);
