import { describe, expect, it } from 'vitest';
import { largerFor } from './larger.ts';

describe('[BS1] how much larger a wall shows the board', () => {
  it.each([
    [720, 1.2],
    [1440, 1.2],
    [1920, 1.5],
    [2560, 2],
    [3840, 3],
    [7680, 3],
  ])('%i px wide: %f', (width, larger) => {
    expect(largerFor(width)).toBe(larger);
  });
});
