// Where events stand: a lane each, rows within a lane where cards would cover each other, and a scale at which few do. Pure.
import { dated, gapsOf, lanesOf, spanOf, type TimelineGap } from '@hearth/board/timeline';
import type { EventCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { xOf, type Axis } from './axis.ts';

/** Sizes of cards in the canvas's own pixels: where the board is shown small they grow, since words don't shrink with it. */
export interface CardSizes {
  width: number;
  /** A card gives way to its neighbour down to this width before one of them takes another row. */
  narrowest: number;
  between: number;
  rowHeight: number;
  /** Before the first event and behind the last card. */
  margin: number;
}

export const cardSizes = (scale = 1): CardSizes => ({
  width: 118 * scale,
  narrowest: 92 * scale,
  between: 4 * scale,
  rowHeight: Math.round(59 * scale),
  margin: 22 * scale,
});

/** Width of the column that names the lanes. */
export const laneHeaderPx = (scale: number): number => Math.round(100 * scale);

const mostRows = 3;
const widestAxisPx = 16_000;

export interface PlacedEvent {
  id: CardId;
  x: number;
  width: number;
  row: number;
}

export interface Lane {
  name: string;
  /** Distance of its first row from the top of the lanes. */
  top: number;
  rows: number;
  events: readonly PlacedEvent[];
}

export interface PlacedGap extends TimelineGap {
  x: number;
  width: number;
  /** Top of the tallest stretch that no card covers; null where cards fill it all. */
  free: { top: number; height: number } | null;
}

export interface TimelineLayout {
  axis: Axis;
  rowHeight: number;
  width: number;
  /** The axis is wider than there is room. */
  scrolls: boolean;
  height: number;
  lanes: readonly Lane[];
  gaps: readonly PlacedGap[];
}

/** Axis that shows all dated events on `widthPx`, the last card included. */
export const fitAxis = (
  events: readonly EventCard[],
  widthPx: number,
  stretch = 1,
  sizes = cardSizes(),
): Axis | null => {
  const span = spanOf(events);
  if (span === null) return null;
  // A single moment still stands on an axis: half an hour of it.
  const lengthMs = Math.max(span.toMs - span.fromMs, 30 * 60_000);
  const usable = Math.max(200, widthPx - sizes.width - 2 * sizes.margin);
  const pxPerMs = (usable * stretch) / lengthMs;
  const marginMs = sizes.margin / pxPerMs;
  return {
    fromMs: span.fromMs - marginMs,
    toMs: span.fromMs + lengthMs + (sizes.width + sizes.margin) / pxPerMs,
    pxPerMs,
  };
};

/** How far the axis has to be stretched so that no lane has more than three rows; bounded where no stretch helps. */
export const readableStretch = (events: readonly EventCard[], widthPx: number, sizes = cardSizes()): number => {
  const most = Math.max(1, widestAxisPx / widthPx);
  for (let stretch = 1; stretch < most; stretch *= 1.3) {
    const axis = fitAxis(events, widthPx, stretch, sizes);
    if (axis === null || placeLanes(events, axis, sizes).every((lane) => lane.rows <= mostRows)) return stretch;
  }
  return Math.min(4, most);
};

export const layoutTimeline = (
  events: readonly EventCard[],
  widthPx: number,
  stretch: number,
  sizes = cardSizes(),
): TimelineLayout | null => {
  const axis = fitAxis(events, widthPx, stretch, sizes);
  if (axis === null) return null;
  const lanes = placeLanes(events, axis, sizes);
  const height = lanes.reduce((sum, lane) => sum + lane.rows * sizes.rowHeight, 0);
  return {
    axis,
    rowHeight: sizes.rowHeight,
    width: Math.max(widthPx, xOf(axis, axis.toMs)),
    scrolls: xOf(axis, axis.toMs) > widthPx + 1,
    height,
    lanes,
    gaps: gapsOf(events).map((gap) => {
      const x = xOf(axis, gap.fromMs);
      const width = xOf(axis, gap.toMs) - x;
      return { ...gap, x, width, free: freeStretch(lanes, x, x + width, height, sizes.rowHeight) };
    }),
  };
};

/** Lanes with their events in rows; undated events stand elsewhere. */
export const placeLanes = (events: readonly EventCard[], axis: Axis, sizes = cardSizes()): Lane[] => {
  const timed = dated(events);
  const byLane = new Map<string, PlacedEvent[]>(lanesOf(timed).map((name) => [name, []]));
  const reached = new Map<string, PlacedEvent[]>();
  for (const event of timed) {
    const x = xOf(axis, event.at);
    const last = reached.get(event.lane) ?? [];
    reached.set(event.lane, last);
    let row = last.findIndex((before) => before.x + sizes.narrowest + sizes.between <= x);
    if (row < 0) row = last.length;
    const before = last[row];
    if (before) before.width = Math.min(before.width, x - before.x - sizes.between);
    const placed = { id: event.id, x, width: sizes.width, row };
    last[row] = placed;
    byLane.get(event.lane)?.push(placed);
  }
  let top = 0;
  return [...byLane].map(([name, placed]) => {
    const rows = Math.max(1, ...placed.map((event) => event.row + 1));
    const lane = { name, top, rows, events: placed };
    top += rows * sizes.rowHeight;
    return lane;
  });
};

const freeStretch = (
  lanes: readonly Lane[],
  from: number,
  to: number,
  height: number,
  rowHeight: number,
): PlacedGap['free'] => {
  const covered = lanes
    .flatMap((lane) =>
      lane.events
        .filter((event) => event.x < to && event.x + event.width > from)
        .map((event) => lane.top + event.row * rowHeight),
    )
    .toSorted((a, b) => a - b);
  let best: PlacedGap['free'] = null;
  let top = 0;
  for (const next of [...covered, height]) {
    if (next - top >= rowHeight && next - top > (best?.height ?? 0)) best = { top, height: next - top };
    top = Math.max(top, next + rowHeight);
  }
  return best;
};
