import { expect, test } from 'vitest';
import { median, percentile, spread } from './percentiles.ts';

test('a median is the middle, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
  expect(median([10, 2])).toBe(6);
});

test('what was not measured does not pull a median down', () => {
  expect(median([null, 4, Number.NaN, 6])).toBe(5);
  expect(median([null])).toBe(null);
  expect(median([])).toBe(null);
});

test('a percentile is a value of the sample, by nearest rank, whatever its order', () => {
  const sample = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(sample, 0.5)).toBe(50);
  expect(percentile(sample, 0.99)).toBe(99);
  expect(percentile(sample, 1)).toBe(100);
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([], 0.5)).toBe(null);
});

test('numbers are ordered as numbers', () => {
  expect(spread([10, 9, 100, 1])).toEqual({ p50: 9, p95: 100, p99: 100 });
});

test('measuring a sample leaves it in its order', () => {
  const sample = Float64Array.of(3, 1, 2);
  spread(sample);
  expect([...sample]).toEqual([3, 1, 2]);
});
