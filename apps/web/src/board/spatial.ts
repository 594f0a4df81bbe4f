// Which card an arrow key leads to. Pure: it sees rectangles only.

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Sideways distance counts more: an arrow follows its row or column before it jumps out of it. */
const sideways = 5;

/** @returns the item nearest to `from` in a direction, or null where there is none. */
export const nearest = <Item extends { rect: Rect }>(
  items: readonly Item[],
  from: Rect,
  direction: Direction,
): Item | null => {
  let best: Item | null = null;
  let bestCost = Infinity;
  for (const item of items) {
    const ahead = distanceAhead(from, item.rect, direction);
    if (ahead === null) continue;
    const vertical = direction === 'up' || direction === 'down';
    const aside = vertical
      ? apart(from.left, from.right, item.rect.left, item.rect.right)
      : apart(from.top, from.bottom, item.rect.top, item.rect.bottom);
    const cost = ahead + sideways * aside;
    if (cost < bestCost) {
      best = item;
      bestCost = cost;
    }
  }
  return best;
};

const distanceAhead = (from: Rect, to: Rect, direction: Direction): number | null => {
  const middleX = (to.left + to.right - from.left - from.right) / 2;
  const middleY = (to.top + to.bottom - from.top - from.bottom) / 2;
  const ahead = { left: -middleX, right: middleX, up: -middleY, down: middleY }[direction];
  return ahead > 1 ? ahead : null;
};

const apart = (a1: number, a2: number, b1: number, b2: number): number => Math.max(0, b1 - a2, a1 - b2);
