// Where events stand: lanes, rows within a lane where cards would cover each other, folds where even three rows are too few,
// and a scale at which few are folded. Pure; lengths in the canvas's own pixels.
import { isPicture, type EventCard } from '@hearth/board/cards';
import { gapsOf, spanOf, standsBehind, type TimelineGap } from '@hearth/board/timeline';
import type { CardId } from '@hearth/review/ids';
import { widestSecondPx, xOf, type Axis } from './axis.ts';
import type { LaneOfEvents } from './lanes.ts';

/** Sizes of cards: where the board is shown small they grow, since words don't shrink with it. */
export interface CardSizes {
  width: number;
  /** Of a card with a picture beside its words. */
  wide: number;
  /** A card gives way to its neighbour down to this width before one of them takes another row. */
  narrowest: number;
  between: number;
  rowHeight: number;
  /** Before the first event and behind the last card. */
  margin: number;
}

export const cardSizes = (scale = 1): CardSizes => ({
  width: 118 * scale,
  wide: 182 * scale,
  narrowest: 92 * scale,
  between: 4 * scale,
  rowHeight: Math.round(59 * scale),
  margin: 22 * scale,
});

/** Width of the column that names the lanes. */
export const laneHeaderPx = (scale: number): number => Math.round(100 * scale);

/** A lane never grows beyond; what has no room folds. */
export const mostRows = 3;
const rowIndexes = Array.from({ length: mostRows }, (_, row) => row);
/** A timeline that needs more than this many times its room to be read begins as a whole, with folds. */
const mostReadable = 8;
/** So many are folded at any readable scale: not worth trying. */
const mostReadEvents = 600;
/** Browsers lay out about twice as much. */
const widestSheetPx = 12_000_000;
const shortestSpanMs = 30 * 60_000;

export interface PlacedEvent {
  id: CardId;
  x: number;
  width: number;
  row: number;
  /** Only its order is known: it stands between its neighbours, at no time. */
  between: boolean;
}

/** Moments so close that no row has room for them one by one. */
export interface Fold {
  /** The first of them. */
  key: CardId;
  ids: readonly CardId[];
  x: number;
  width: number;
  row: number;
  fromMs: number;
  toMs: number;
}

export interface Lane {
  key: string;
  name: string;
  change: LaneOfEvents['change'];
  /** Distance of its first row from the top of the lanes. */
  top: number;
  rows: number;
  events: readonly PlacedEvent[];
  folds: readonly Fold[];
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
  /** Those of which only the order is known, and not even between which others. */
  waiting: readonly EventCard[];
}

/** Axis that shows all dated events on `widthPx`, the last card included; stretched, it shows less of them at once. */
export const fitAxis = (
  events: readonly EventCard[],
  widthPx: number,
  stretch = 1,
  sizes = cardSizes(),
): Axis | null => {
  const span = spanOf(events);
  if (span === null) return null;
  // A single moment still stands on an axis: half an hour of it.
  const lengthMs = Math.max(span.toMs - span.fromMs, shortestSpanMs);
  const usable = Math.max(200, widthPx - sizes.width - 2 * sizes.margin);
  const pxPerMs = (usable * stretch) / lengthMs;
  const marginMs = sizes.margin / pxPerMs;
  return {
    fromMs: span.fromMs - marginMs,
    toMs: span.fromMs + lengthMs + (sizes.width + sizes.margin) / pxPerMs,
    pxPerMs,
  };
};

/** How far an axis may be stretched: until a second is wide enough, or the sheet as wide as a browser can lay out. */
export const mostStretch = (events: readonly EventCard[], widthPx: number, sizes = cardSizes()): number => {
  const whole = fitAxis(events, widthPx, 1, sizes);
  if (whole === null) return 1;
  const second = widestSecondPx / 1000 / whole.pxPerMs;
  return Math.max(1, Math.min(second, widestSheetPx / widthPx));
};

/** How far the axis has to be stretched so that nothing is folded; 1, the whole at once, where that is too far to be read. */
export const readableStretch = (lanes: readonly LaneOfEvents[], widthPx: number, sizes = cardSizes()): number => {
  const events = lanes.flatMap((lane) => lane.events);
  if (events.length > mostReadEvents) return 1;
  for (let stretch = 1; stretch <= mostReadable; stretch *= 1.3) {
    const axis = fitAxis(events, widthPx, stretch, sizes);
    if (axis === null || placeLanes(lanes, axis, sizes).every((lane) => lane.folds.length === 0)) return stretch;
  }
  return 1;
};

export const layoutTimeline = (
  lanes: readonly LaneOfEvents[],
  widthPx: number,
  stretch: number,
  sizes = cardSizes(),
  /** A moment that never folds: what one has just added is seen. */
  unfolded: CardId | null = null,
): TimelineLayout | null => {
  const events = lanes.flatMap((lane) => lane.events);
  const axis = fitAxis(events, widthPx, stretch, sizes);
  if (axis === null) return null;
  const placed = placeLanes(lanes, axis, sizes, unfolded);
  const shown = new Set(
    placed.flatMap((lane) => [...lane.events.map(({ id }) => id), ...lane.folds.flatMap(({ ids }) => ids)]),
  );
  const height = placed.reduce((sum, lane) => sum + lane.rows * sizes.rowHeight, 0);
  return {
    axis,
    rowHeight: sizes.rowHeight,
    width: Math.max(widthPx, xOf(axis, axis.toMs)),
    scrolls: xOf(axis, axis.toMs) > widthPx + 1,
    height,
    lanes: placed,
    gaps: gapsOf(events).map((gap) => {
      const x = xOf(axis, gap.fromMs);
      const width = xOf(axis, gap.toMs) - x;
      return { ...gap, x, width, free: freeStretch(placed, x, x + width, height, sizes.rowHeight) };
    }),
    waiting: events.filter(({ id }) => !shown.has(id)),
  };
};

interface Standing {
  event: EventCard;
  x: number;
  atMs: number;
  between: boolean;
}

export const placeLanes = (
  lanes: readonly LaneOfEvents[],
  axis: Axis,
  sizes = cardSizes(),
  unfolded: CardId | null = null,
): Lane[] => {
  const behind = standsBehind(lanes.flatMap((lane) => lane.events));
  let top = 0;
  return lanes.flatMap(({ key, name, change, events }) => {
    const standing = events
      .flatMap((event): Standing[] => {
        if (event.at !== null) return [{ event, atMs: event.at, x: xOf(axis, event.at), between: false }];
        const place = behind.get(event.id);
        return place ? [{ event, atMs: place.atMs, x: xOf(axis, place.atMs), between: true }] : [];
      })
      .toSorted((a, b) => a.x - b.x);
    if (standing.length === 0) return [];
    const folded = placeRows(standing, sizes, null);
    const kept = folded.folds.some(({ ids }) => ids.some((id) => id === unfolded)) ? unfolded : null;
    const { placed, folds, rows } = kept === null ? folded : placeRows(standing, sizes, kept);
    const lane = { key, name, change, top, rows, events: placed, folds };
    top += rows * sizes.rowHeight;
    return [lane];
  });
};

interface OpenFold {
  members: Standing[];
  x: number;
}

/**
 * Each stands in the first row that has room. Where none has, it folds with what stands last in the last row; a key moment
 * takes the place of one that is none, so that key moments are seen as long as there is room for any.
 * @param unfolded  has the first row to itself, as far as it reaches.
 */
const placeRows = (
  standing: readonly Standing[],
  sizes: CardSizes,
  unfolded: CardId | null,
): { placed: PlacedEvent[]; folds: Fold[]; rows: number } => {
  const rows: ({ event: Standing; placed: PlacedEvent } | undefined)[] = [];
  const placed: PlacedEvent[] = [];
  const folds: OpenFold[] = [];
  let open: OpenFold | null = null;
  const reach = sizes.narrowest + sizes.between;
  const kept = standing.find(({ event }) => event.id === unfolded);
  const isKeptFrom = (row: number, item: Standing): boolean =>
    row === 0 && kept !== undefined && item !== kept && Math.abs(item.x - kept.x) < reach;
  const hasRoom = (row: number, item: Standing): boolean => {
    const last = rows[row];
    return !isKeptFrom(row, item) && (last === undefined || last.placed.x + reach <= item.x);
  };
  const put = (item: Standing, row: number): void => {
    const before = rows[row]?.placed;
    if (before) before.width = Math.min(before.width, item.x - before.x - sizes.between);
    const width = item.event.files.some(isPicture) ? sizes.wide : sizes.width;
    const card = { id: item.event.id, x: item.x, width, row, between: item.between };
    rows[row] = { event: item, placed: card };
    placed.push(card);
  };
  const take = (row: number): Standing | null => {
    const last = rows[row];
    if (!last) return null;
    placed.splice(placed.indexOf(last.placed), 1);
    return last.event;
  };

  for (const item of standing) {
    if (open && open.x + reach <= item.x) open = null;
    // The row that a fold stood in is free again behind it.
    const row = rowIndexes.slice(0, open ? mostRows - 1 : mostRows).find((index) => hasRoom(index, item));
    if (row !== undefined) {
      put(item, row);
      continue;
    }
    if (!open) {
      const last = take(mostRows - 1);
      open = { members: last ? [last] : [], x: last?.x ?? item.x };
      folds.push(open);
      // Nothing else stands there until the fold is passed.
      rows.length = Math.min(rows.length, mostRows - 1);
    }
    const gives = item.event.key
      ? rows.findIndex(
          (last, index) =>
            last !== undefined &&
            index < mostRows - 1 &&
            !last.event.event.key &&
            last.event !== kept &&
            !isKeptFrom(index, item) &&
            last.placed.x > item.x - reach,
        )
      : -1;
    if (gives < 0) open.members.push(item);
    else {
      const given = take(gives);
      if (given) open.members.push(given);
      const card = { id: item.event.id, x: item.x, width: sizes.width, row: gives, between: item.between };
      rows[gives] = { event: item, placed: card };
      placed.push(card);
    }
  }
  return {
    placed,
    folds: folds.map((fold) => closeFold(fold, sizes)),
    rows: folds.length > 0 ? mostRows : Math.max(1, ...placed.map((card) => card.row + 1)),
  };
};

const closeFold = ({ members, x }: OpenFold, sizes: CardSizes): Fold => {
  const sorted = members.toSorted((a, b) => a.x - b.x);
  const ids = sorted.map(({ event }) => event.id);
  const times = sorted.map(({ atMs }) => atMs);
  return {
    key: ids[0] as CardId,
    ids,
    x,
    width: sizes.narrowest,
    row: mostRows - 1,
    fromMs: Math.min(...times),
    toMs: Math.max(...times),
  };
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
      [...lane.events, ...lane.folds]
        .filter((card) => card.x < to && card.x + card.width > from)
        .map((card) => lane.top + card.row * rowHeight),
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
