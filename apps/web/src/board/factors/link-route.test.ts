import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeLink, routeLinks, type Box } from './link-route.ts';

const box = (x: number, y: number, width = 180, height = 60): Box => ({ x, y, width, height });

/** Points along the path, curves included. */
const along = (path: string): { x: number; y: number }[] => {
  const points: { x: number; y: number }[] = [];
  let at = { x: 0, y: 0 };
  for (const [, command = '', rest = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const v = rest.trim().split(/\s+/).map(Number);
    const end = { x: v.at(-2) ?? 0, y: v.at(-1) ?? 0 };
    const [x1 = end.x, y1 = end.y, x2 = end.x, y2 = end.y] = command === 'C' ? v : [];
    const from = at;
    if (command !== 'M')
      for (let step = 0; step <= 20; step++) {
        const t = step / 20;
        const u = 1 - t;
        const blend = (a: number, b: number, c: number, d: number): number =>
          u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
        points.push(
          command === 'C'
            ? { x: blend(from.x, x1, x2, end.x), y: blend(from.y, y1, y2, end.y) }
            : { x: from.x + (end.x - from.x) * t, y: from.y + (end.y - from.y) * t },
        );
      }
    at = end;
  }
  return points;
};

const inside = (point: { x: number; y: number }, card: Box): boolean =>
  point.x > card.x + 1 &&
  point.x < card.x + card.width - 1 &&
  point.y > card.y + 1 &&
  point.y < card.y + card.height - 1;

describe('[B10] a link', () => {
  it('runs straight to a neighbour at the same height', () => {
    expect(routeLink(box(0, 0), box(240, 0), []).path).toBe('M180 30L239 30');
  });

  it('leaves on the left side for what stands at the left', () => {
    expect(routeLink(box(240, 0), box(0, 100), []).path).toMatch(/^M240 30C.* 181 130$/);
  });

  it('turns back within its own column', () => {
    const { path, label } = routeLink(box(0, 0), box(0, 100), []);
    expect(path).toMatch(/^M180 30C.* 181 130$/);
    expect(label.x).toBeGreaterThan(180);
  });

  it('covers no card of the columns that it crosses', () => {
    const column = fc
      .array(fc.tuple(fc.integer({ min: 30, max: 120 }), fc.integer({ min: 10, max: 40 })), { maxLength: 6 })
      .map((cards) => {
        let y = 0;
        return cards.map(([height, space]) => {
          const card = { y, height };
          y += height + space;
          return card;
        });
      });
    fc.assert(
      fc.property(
        column,
        column,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.boolean(),
        (second, third, fromY, toY, leftward) => {
          const obstacles = [
            ...second.map((card) => ({ ...card, x: 240, width: 180 })),
            ...third.map((card) => ({ ...card, x: 480, width: 180 })),
          ];
          const left = box(0, fromY);
          const right = box(720, toY);
          const { path } = leftward ? routeLink(right, left, obstacles) : routeLink(left, right, obstacles);
          for (const point of along(path)) for (const card of obstacles) expect(inside(point, card)).toBe(false);
        },
      ),
    );
  });
});

describe('[B11] several links', () => {
  it('arrive at places of their own, in the order of where they come from', () => {
    const boxes = new Map([
      ['a', box(0, 0)],
      ['b', box(0, 100)],
      ['c', box(240, 0, 180, 90)],
    ]);
    const routes = routeLinks(
      [
        { id: 'low', from: 'b', to: 'c' },
        { id: 'high', from: 'a', to: 'c' },
      ],
      boxes,
    );
    expect(routes.get('high')?.path).toMatch(/L239 30$/);
    expect(routes.get('low')?.path).toMatch(/ 239 60$/);
  });

  it('are left out where an end is not shown', () => {
    expect(routeLinks([{ id: 1, from: 'a', to: 'gone' }], new Map([['a', box(0, 0)]])).size).toBe(0);
  });
});
