// Repeats of one measurement brought together, and one server's figures held against another's.
import type { Column, Figures } from '../scenario.ts';
import { median } from './percentiles.ts';

/** All repeats of one variant on one target, in their order. */
export interface Series {
  target: string;
  runs: Figures[];
  /** Why the others are missing. */
  failures: string[];
}

export type Over = NonNullable<Column['over']>;

const numbers = ({ runs }: Series, figure: string): number[] =>
  runs.map((run) => run[figure]).filter((value): value is number => typeof value === 'number');

/** Of numbers the median, smallest or largest; null when there are none. */
export const overRepeats = (series: Series, figure: string, over: Over = 'median'): number | null => {
  const values = numbers(series, figure);
  if (values.length === 0) return null;
  switch (over) {
    case 'median':
      return median(values);
    case 'best':
      return Math.min(...values);
    case 'worst':
      return Math.max(...values);
  }
};

/** What was said in words, each answer once. */
export const saidOverRepeats = ({ runs }: Series, figure: string): string | null => {
  const said = runs.map((run) => run[figure]).filter((value) => typeof value === 'string');
  return said.length === 0 ? null : [...new Set(said)].join('/');
};

/** How many times `of` the value is; null where either is missing or there is nothing to divide by. */
export const ratio = (value: number | null, of: number | null): number | null =>
  value === null || of === null || of <= 0 ? null : value / of;

const relays: ReadonlySet<string> = new Set(['relay', 'disk-relay']);

const named = (all: readonly Series[], name: string): Series | null =>
  all.find(({ target }) => target === name) ?? null;
export const relayIn = (all: readonly Series[]): Series | null => named(all, 'relay');
export const diskRelayIn = (all: readonly Series[]): Series | null => named(all, 'disk-relay');
export const isOurs = ({ target }: Series): boolean => target === 'ours';

/** The least that any peer needs. Neither relays nor we are peers. */
export const bestPeer = (all: readonly Series[], figure: string, over?: Over): number | null => {
  const peers = all.filter((series) => !relays.has(series.target) && !isOurs(series));
  const values = peers.map((series) => overRepeats(series, figure, over)).filter((value) => value !== null);
  return values.length === 0 ? null : Math.min(...values);
};
