import { describe, expect, it } from 'vitest';
import { seenOf } from './viewport.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('[B25] the part of an element that is seen', () => {
  const element = box(1000, 2000, 800, 5000);

  it('is told in its own px, in whole cells, with overscan', () => {
    expect(seenOf(box(1000, 4000, 900, 700), element)).toEqual({ left: 0, top: 1536, right: 1024, bottom: 3072 });
  });

  it('is the same for each view within the same cells, and for each view that is away from it', () => {
    const before = seenOf(box(1000, 4000, 900, 700), element);
    expect(seenOf(box(990, 3990, 900, 700), element)).toEqual(before);
    const away = seenOf(box(0, 0, 900, 700), element);
    expect(away.right - away.left).toBe(0);
    expect(seenOf(box(0, 9000, 900, 700), element)).toEqual(away);
  });

  it('holds all that the view touches', () => {
    for (let top = 0; top < 8000; top += 37) {
      const view = box(1100, top, 300, 600);
      const seen = seenOf(view, element);
      const from = Math.max(0, view.top - element.top);
      const to = Math.min(5000, view.bottom - element.top);
      if (from >= to) continue;
      expect(seen.top, `view at ${top}`).toBeLessThanOrEqual(from);
      expect(seen.bottom, `view at ${top}`).toBeGreaterThanOrEqual(to);
    }
  });
});
