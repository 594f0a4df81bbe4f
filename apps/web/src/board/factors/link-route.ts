// How a link's curve runs from card to card: through the gutters between columns, and between the cards of a column that it
// has to cross. Pure; boxes and paths in CSS pixels of the same origin.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Route {
  /** SVG path data. */
  path: string;
  /** Middle of the stretch in which the words of the link have room. */
  label: Point;
  /** The link runs level there: its words stand on the line instead of across it. */
  level: boolean;
  /** How far it reaches, so that what is not seen is not drawn. */
  top: number;
  bottom: number;
}

interface Point {
  x: number;
  y: number;
}

/** Distance from a card's edge to the middle of the corridor below or above it. */
const clearance = 6;
const arrow = 1;
const nearlyLevelPx = 16;

/**
 * Routes one link.
 * @param fromPort, toPort  where along its side the link leaves and arrives, 0 (top) to 1.
 * @param obstacles  the other cards; those beside the way are ignored.
 */
export const routeLink = (from: Box, to: Box, obstacles: readonly Box[], fromPort = 0.5, toPort = 0.5): Route =>
  routeBetween(from, to, (startX, endX) => columnsBetween(startX, endX, obstacles.toSorted(byLeft)), fromPort, toPort);

/** @param columns  what stands between two verticals, in the order in which the link meets it. */
const routeBetween = (
  from: Box,
  to: Box,
  columns: (startX: number, endX: number) => readonly ColumnBetween[],
  fromPort: number,
  toPort: number,
): Route => {
  const startY = from.y + from.height * fromPort;
  const endY = to.y + to.height * toPort;
  const rightward = to.x >= from.x + from.width;
  const leftward = to.x + to.width <= from.x;
  if (!rightward && !leftward) return loop(from, to, startY, endY);

  const start = { x: rightward ? from.x + from.width : from.x, y: startY };
  const end = { x: rightward ? to.x - arrow : to.x + to.width + arrow, y: endY };
  const points: Point[] = [start];
  for (const column of columns(start.x, end.x)) {
    const share = (column.left + column.width / 2 - start.x) / (end.x - start.x || 1);
    const y = corridor(column.free, startY + (endY - startY) * share);
    const near = { x: column.left - clearance, y };
    const far = { x: column.left + column.width + clearance, y };
    points.push(...(rightward ? [near, far] : [far, near]));
  }
  points.push(end);
  return { path: throughPoints(points), ...labelSpot(points), ...reachOf(points) };
};

/** Both cards stand in one column: out and back in on the right side. */
const loop = (from: Box, to: Box, startY: number, endY: number): Route => {
  const start = { x: from.x + from.width, y: startY };
  const end = { x: to.x + to.width + arrow, y: endY };
  const out = Math.max(start.x, end.x) + 30;
  return {
    path: `M${n(start.x)} ${n(start.y)}C${n(out)} ${n(start.y)} ${n(out)} ${n(end.y)} ${n(end.x)} ${n(end.y)}`,
    label: { x: out + 2, y: (start.y + end.y) / 2 },
    level: false,
    ...reachOf([start, end]),
  };
};

const reachOf = (points: readonly Point[]): Pick<Route, 'top' | 'bottom'> => ({
  top: Math.min(...points.map(({ y }) => y)),
  bottom: Math.max(...points.map(({ y }) => y)),
});

interface ColumnBetween {
  left: number;
  width: number;
  /** Heights that no box of the column takes, from top to bottom. */
  free: readonly Stretch[];
}

type Stretch = readonly [top: number, bottom: number];

const byLeft = (a: Box, b: Box): number => a.x - b.x;

/**
 * Obstacles between two verticals, gathered into columns, in the order in which the link meets them. The two cards of a
 * link are never among them.
 * @param obstacles  from left to right.
 */
const columnsBetween = (startX: number, endX: number, obstacles: readonly Box[]): ColumnBetween[] => {
  const low = Math.min(startX, endX);
  const high = Math.max(startX, endX);
  const columns: { left: number; width: number; boxes: Box[] }[] = [];
  for (const box of obstacles) {
    if (box.x < low || box.x + box.width > high) continue;
    const column = columns.find((other) => box.x < other.left + other.width && other.left < box.x + box.width);
    if (!column) columns.push({ left: box.x, width: box.width, boxes: [box] });
    else {
      const right = Math.max(column.left + column.width, box.x + box.width);
      column.left = Math.min(column.left, box.x);
      column.width = right - column.left;
      column.boxes.push(box);
    }
  }
  const met = columns.map(({ left, width, boxes }) => ({ left, width, free: freeHeights(boxes) }));
  return endX >= startX ? met : met.toReversed();
};

/** Above the boxes of a column, below them, and between two of them. */
const freeHeights = (boxes: readonly Box[]): Stretch[] => {
  const sorted = boxes.toSorted((a, b) => a.y - b.y);
  const first = sorted[0];
  if (!first) return [];
  const free: Stretch[] = [[-Infinity, first.y - clearance]];
  let reached = first.y + first.height;
  for (const box of sorted.slice(1)) {
    if (box.y - reached >= 2) free.push([reached, box.y]);
    reached = Math.max(reached, box.y + box.height);
  }
  free.push([reached + clearance, Infinity]);
  return free;
};

/** The free height nearest to the wanted one. */
const corridor = (free: readonly Stretch[], wanted: number): number => {
  let best = wanted;
  let bestAway = Infinity;
  for (const [top, bottom] of free) {
    const room = Math.min(clearance, (bottom - top) / 2);
    const y = Math.min(
      Math.max(wanted, Number.isFinite(top) ? top + room : top),
      Number.isFinite(bottom) ? bottom - room : bottom,
    );
    if (Math.abs(y - wanted) < bestAway) {
      best = y;
      bestAway = Math.abs(y - wanted);
    }
  }
  return best;
};

const n = (value: number): number => Math.round(value * 10) / 10;

/** Level across columns, an S in each gutter. */
const throughPoints = (points: readonly Point[]): string =>
  points
    .map((point, index) => {
      const before = points[index - 1];
      if (!before) return `M${n(point.x)} ${n(point.y)}`;
      if (Math.abs(point.y - before.y) < 0.5) return `L${n(point.x)} ${n(point.y)}`;
      const middle = (before.x + point.x) / 2;
      return `C${n(middle)} ${n(before.y)} ${n(middle)} ${n(point.y)} ${n(point.x)} ${n(point.y)}`;
    })
    .join('');

/** Gutters are every other stretch: the widest has the most room for words. */
const labelSpot = (points: readonly Point[]): { label: Point; level: boolean } => {
  let widest = -1;
  let label = points[0] ?? { x: 0, y: 0 };
  let level = false;
  for (let index = 0; index + 1 < points.length; index += 2) {
    const a = points[index];
    const b = points[index + 1];
    if (!a || !b || Math.abs(b.x - a.x) <= widest) continue;
    widest = Math.abs(b.x - a.x);
    label = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    level = Math.abs(b.y - a.y) < nearlyLevelPx;
  }
  return { label, level };
};

export interface LinkEnds<Id> {
  id: Id;
  from: string;
  to: string;
}

/** Routes all links whose ends have boxes, each leaving and arriving at a place of its own along the side. */
export const routeLinks = <Id>(links: readonly LinkEnds<Id>[], boxes: ReadonlyMap<string, Box>): Map<Id, Route> => {
  const shown = links.filter((link) => boxes.has(link.from) && boxes.has(link.to));
  const middle = (id: string): number => {
    const box = boxes.get(id);
    return box ? box.y + box.height / 2 : 0;
  };
  /** Each link's place among those at the same side of the same card, from the top, by where they go. */
  const portsAt = (end: 'from' | 'to'): Map<LinkEnds<Id>, number> => {
    const other = end === 'from' ? 'to' : 'from';
    const ports = new Map<LinkEnds<Id>, number>();
    for (const beside of Map.groupBy(shown, (link) => link[end]).values()) {
      const ordered = beside.toSorted((a, b) => middle(a[other]) - middle(b[other]));
      for (const [place, link] of ordered.entries()) ports.set(link, (place + 1) / (ordered.length + 1));
    }
    return ports;
  };
  const leaving = portsAt('from');
  const arriving = portsAt('to');
  // Cards of a column have their edges in common: most links cross the same columns.
  const obstacles = [...boxes.values()].toSorted(byLeft);
  const met = new Map<string, readonly ColumnBetween[]>();
  const columns = (startX: number, endX: number): readonly ColumnBetween[] => {
    const key = `${startX} ${endX}`;
    const known = met.get(key) ?? columnsBetween(startX, endX, obstacles);
    met.set(key, known);
    return known;
  };
  const routes = new Map<Id, Route>();
  for (const link of shown) {
    const from = boxes.get(link.from);
    const to = boxes.get(link.to);
    if (from && to)
      routes.set(link.id, routeBetween(from, to, columns, leaving.get(link) ?? 0.5, arriving.get(link) ?? 0.5));
  }
  return routes;
};
