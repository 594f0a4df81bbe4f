import { describe, expect, it } from 'vitest';
import { nextZoom } from './zoom.ts';

describe('[B15] zoom', () => {
  it('goes from 50 to 150 % and back, and no further', () => {
    const up = [0.5];
    while (up.length < 20) up.push(nextZoom(up.at(-1) ?? 0, 'in'));
    expect(up.at(-1)).toBe(1.5);
    expect(up).toContain(1);
    const down = [1.5];
    while (down.length < 20) down.push(nextZoom(down.at(-1) ?? 0, 'out'));
    expect(down.at(-1)).toBe(0.5);
  });

  it('comes home to 100 %', () => {
    expect(nextZoom(0.7, 'actual')).toBe(1);
  });
});
