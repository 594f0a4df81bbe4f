import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, type Direction } from './spatial.ts';

const at = (name: string, left: number, top: number, width = 100, height = 50) => ({
  name,
  rect: { left, top, right: left + width, bottom: top + height },
});

const grid = [at('a', 0, 0), at('b', 120, 0), at('c', 240, 0), at('d', 0, 60), at('e', 120, 60), at('f', 240, 60)];

describe('[B12] an arrow key', () => {
  it.each([
    ['a', 'right', 'b'],
    ['b', 'down', 'e'],
    ['f', 'left', 'e'],
    ['e', 'up', 'b'],
    ['a', 'up', undefined],
    ['c', 'right', undefined],
  ] as const)('leads from %s %s to %s', (from, direction, to) => {
    const start = grid.find((item) => item.name === from);
    if (!start) throw new Error('no such card');
    expect(nearest(grid, start.rect, direction)?.name).toBe(to);
  });

  it('stays in its column although another is nearer', () => {
    const here = at('here', 0, 0);
    expect(nearest([here, at('below', 0, 200), at('beside', 130, 60)], here.rect, 'down')?.name).toBe('below');
  });

  it('never leads back to where it started', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 30 }),
        fc.constantFrom<Direction>('left', 'right', 'up', 'down'),
        (places, direction) => {
          const items = places.map(([x, y], index) => at(String(index), x, y));
          const start = items[0];
          if (!start) return;
          expect(nearest(items, start.rect, direction)).not.toBe(start);
        },
      ),
    );
  });
});
