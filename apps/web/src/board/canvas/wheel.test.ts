import { describe, expect, test } from 'vitest';
import { wheelPx, type Turn } from './wheel.ts';

/** A notch as Firefox tells it: in lines to whoever asks for the mode first, otherwise in px. */
const firefoxNotch = (): Turn => {
  let lines: boolean | null = null;
  return {
    get deltaX() {
      lines ??= false;
      return 0;
    },
    get deltaY() {
      lines ??= false;
      return lines ? 3 : 102;
    },
    get deltaMode() {
      lines ??= true;
      return lines ? 1 : 0;
    },
  };
};

describe('how far a wheel turned', () => {
  test.each([
    ['px', 0, { x: -12, y: 300 }],
    ['lines', 1, { x: -192, y: 4_800 }],
    ['pages', 2, { x: -7_200, y: 180_000 }],
  ])('[B15] counted in %s it is told in px', (_, deltaMode, px) => {
    expect(wheelPx({ deltaX: -12, deltaY: 300, deltaMode })).toEqual(px);
  });

  test('[B15] Firefox is asked so that it answers in px', () => {
    expect(wheelPx(firefoxNotch())).toEqual({ x: 0, y: 102 });
  });
});
