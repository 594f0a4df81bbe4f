// Where events stand: a lane each, rows within a lane where cards would cover each other, and a scale at which few do. Pure.
import { dated, gapsOf, lanesOf, spanOf, type TimelineGap } from '@hearth/board/timeline';
import type { EventCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { xOf, type Axis } from './axis.ts';

export const cardWidth = 118;
/** A card gives way to its neighbour down to this width before one of them takes another row. */
const narrowestCard = 92;
const betweenCards = 4;
export const rowHeight = 59;
/** Before the first event and behind the last card. */
const marginPx = 22;
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
  width: number;
  /** The axis is wider than there is room. */
  scrolls: boolean;
  height: number;
  lanes: readonly Lane[];
  gaps: readonly PlacedGap[];
}

/** Axis that shows all dated events on `widthPx`, the last card included. */
export const fitAxis = (events: readonly EventCard[], widthPx: number, stretch = 1): Axis | null => {
  const span = spanOf(events);
  if (span === null) return null;
  // A single moment still stands on an axis: half an hour of it.
  const lengthMs = Math.max(span.toMs - span.fromMs, 30 * 60_000);
  const usable = Math.max(200, widthPx - cardWidth - 2 * marginPx);
  const pxPerMs = (usable * stretch) / lengthMs;
  const marginMs = marginPx / pxPerMs;
  return { fromMs: span.fromMs - marginMs, toMs: span.fromMs + lengthMs + (cardWidth + marginPx) / pxPerMs, pxPerMs };
};

/** How far the axis has to be stretched so that no lane has more than three rows; bounded where no stretch helps. */
export const readableStretch = (events: readonly EventCard[], widthPx: number): number => {
  const most = Math.max(1, widestAxisPx / widthPx);
  for (let stretch = 1; stretch < most; stretch *= 1.3) {
    const axis = fitAxis(events, widthPx, stretch);
    if (axis === null || placeLanes(events, axis).every((lane) => lane.rows <= mostRows)) return stretch;
  }
  return Math.min(4, most);
};

export const layoutTimeline = (
  events: readonly EventCard[],
  widthPx: number,
  stretch: number,
): TimelineLayout | null => {
  const axis = fitAxis(events, widthPx, stretch);
  if (axis === null) return null;
  const lanes = placeLanes(events, axis);
  const height = lanes.reduce((sum, lane) => sum + lane.rows * rowHeight, 0);
  return {
    axis,
    width: Math.max(widthPx, xOf(axis, axis.toMs)),
    scrolls: xOf(axis, axis.toMs) > widthPx + 1,
    height,
    lanes,
    gaps: gapsOf(events).map((gap) => {
      const x = xOf(axis, gap.fromMs);
      const width = xOf(axis, gap.toMs) - x;
      return { ...gap, x, width, free: freeStretch(lanes, x, x + width, height) };
    }),
  };
};

/** Lanes with their events in rows; undated events stand elsewhere. */
export const placeLanes = (events: readonly EventCard[], axis: Axis): Lane[] => {
  const timed = dated(events);
  const byLane = new Map<string, PlacedEvent[]>(lanesOf(timed).map((name) => [name, []]));
  const reached = new Map<string, PlacedEvent[]>();
  for (const event of timed) {
    const x = xOf(axis, event.at);
    const last = reached.get(event.lane) ?? [];
    reached.set(event.lane, last);
    let row = last.findIndex((before) => before.x + narrowestCard + betweenCards <= x);
    if (row < 0) row = last.length;
    const before = last[row];
    if (before) before.width = Math.min(before.width, x - before.x - betweenCards);
    const placed = { id: event.id, x, width: cardWidth, row };
    last[row] = placed;
    byLane.get(event.lane)?.push(placed);
  }
  let top = 0;
  return [...byLane].map(([name, placed]) => {
    const rows = Math.max(1, ...placed.map((event) => event.row + 1));
    const lane = { name, top, rows, events: placed };
    top += rows * rowHeight;
    return lane;
  });
};

const freeStretch = (lanes: readonly Lane[], from: number, to: number, height: number): PlacedGap['free'] => {
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
