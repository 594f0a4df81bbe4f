import { expect, it } from 'vitest';
import { pngScale } from './png.ts';

it.each([
  [1_700, 3_000, 2],
  [1_700, 12_000, 1],
  [9_000, 9_000, 1],
  [1_700, 40_000, null],
  [15_000, 15_000, null],
])('[P5] a picture of %i × %i pixels is saved at %s×', (width, height, scale) => {
  expect(pngScale(width, height)).toBe(scale);
});
