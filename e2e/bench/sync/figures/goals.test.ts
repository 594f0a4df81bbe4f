import { expect, test } from 'vitest';
import { goalsOf, judge, type Goal } from './goals.ts';
import { bestPeer, overRepeats, saidOverRepeats, type Series } from './summary.ts';

const series = (target: string, ...runs: Series['runs']): Series => ({ target, runs, failures: [] });
const relay = series('relay', { cpu: 10, p50: 0.2, diskSyncMs: 0.1 });
const reached = (goal: Partial<Goal>, ours: Series, all = [relay, ours]): [number | null, boolean | null] => {
  const verdict = judge({ figure: 'cpu', what: '', atMost: 1.6, ...goal }, ours, all);
  return [verdict.reached, verdict.met];
};

test('a goal of the relay is a ratio within the same run', () => {
  expect(reached({ ofRelay: true }, series('ours', { cpu: 16 }))).toEqual([1.6, true]);
  expect(reached({ ofRelay: true }, series('ours', { cpu: 16.1 }))).toEqual([1.61, false]);
  expect(reached({}, series('ours', { cpu: 16 }))).toEqual([16, false]);
});

test('repeats count by their median, unless the goal says otherwise', () => {
  const ours = series('ours', { cpu: 1 }, { cpu: 9 }, { cpu: 2 });
  expect(reached({ atMost: 2 }, ours)).toEqual([2, true]);
  expect(reached({ atMost: 2, over: 'worst' }, ours)).toEqual([9, false]);
  expect(reached({ atMost: 1, over: 'best' }, ours)).toEqual([1, true]);
});

test('the disk is taken off ours, not off the relay, and never makes it less than nothing', () => {
  const goal = { figure: 'p50', aboveDisk: true, ofRelay: true, atMost: 1.5 };
  expect(reached(goal, series('ours', { p50: 0.4, diskSyncMs: 0.2 }))).toEqual([1, true]);
  expect(reached(goal, series('ours', { p50: 0.1, diskSyncMs: 0.2 }))).toEqual([0, true]);
});

test('what was not measured is neither met nor missed', () => {
  expect(reached({ ofRelay: true }, series('ours', { cpu: 1 }), [])).toEqual([null, null]);
  expect(reached({}, series('ours', { cpu: null }))).toEqual([null, null]);
  expect(reached({ aboveDisk: true }, series('ours', { cpu: 1 }))).toEqual([null, null]);
});

test('neither relays nor we are the best peer', () => {
  const all = [
    relay,
    series('disk-relay', { cpu: 1 }),
    series('ours', { cpu: 1 }),
    series('a', { cpu: 30 }),
    series('b', { cpu: 20 }),
  ];
  expect(bestPeer(all, 'cpu')).toBe(20);
  expect(bestPeer([relay], 'cpu')).toBe(null);
});

test('words are told once each, and are no numbers', () => {
  const said = series('ours', { whole: 'yes' }, { whole: 'no' }, { whole: 'yes' });
  expect(saidOverRepeats(said, 'whole')).toBe('yes/no');
  expect(overRepeats(said, 'whole')).toBe(null);
});

test('only the agreed shapes have goals', () => {
  expect(goalsOf('propagate 20x10@5').map(({ atMost }) => atMost)).toEqual([1.6, 1.5, 25, 0]);
  expect(goalsOf('propagate 3x3@3')).toEqual([]);
});
