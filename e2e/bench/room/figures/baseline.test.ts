import { expect, test } from 'vitest';
import { compare } from './baseline.ts';

const baseline = { machine: 'that one', measured: { 'pan 0': { workP95: 2 }, 'pan 2000': { workP95: 10 } } };

test('a machine twice as slow on the empty board is not held against the board', () => {
  const control = { name: 'pan 0', figures: { workP95: 4 } };
  expect(compare(baseline, 'pan 2000', { workP95: 20 }, control)).toMatchObject({ ratio: 2, onEqualMachines: 1 });
  expect(compare(baseline, 'pan 2000', { workP95: 30 }, control)).toMatchObject({ ratio: 3, onEqualMachines: 1.5 });
});

test('without an empty board only the plain ratio is told; without a baseline nothing', () => {
  expect(compare(baseline, 'pan 2000', { workP95: 5 }, null)).toMatchObject({ ratio: 0.5, onEqualMachines: null });
  expect(compare(baseline, 'drag 2000', { workP95: 5 }, null)).toBeNull();
  expect(compare(baseline, 'pan 2000', { edits: 5 }, null)).toBeNull();
});
