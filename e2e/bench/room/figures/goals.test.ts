import { expect, test } from 'vitest';
import { goalLines, shown } from './goals.ts';

test('a goal is met at its limit, missed above it, and told when it was not measured', () => {
  expect(goalLines('pan 2000', { workP95: 15 })[0]).toMatch(/^met .*: 15, wanted at most 15$/);
  expect(goalLines('pan 2000', { workP95: 15.01 })[0]).toMatch(/^MISSED/);
  expect(goalLines('pan 2000', {})[0]).toMatch(/^not measured/);
  expect(goalLines('pan 3', { workP95: 99 })).toEqual([]);
});

test('figures are told as exactly as they are worth', () => {
  expect([1.234, 12.34, 1234.5, Number.NaN].map(shown)).toEqual(['1.23', '12.3', '1235', '–']);
});
