// The timeline of a picture: the axis of the screen with wider cards; what has no room on it, or too many words, is told in
// full below. Pure.
import type { EventCard } from '@hearth/board/cards';
import { clock, counted, durationInWords } from '@hearth/review/time/words';
import { ticksOf } from '../board/timeline/axis.ts';
import { lanesBy } from '../board/timeline/lanes.ts';
import { layoutTimeline, type CardSizes, type TimelineLayout } from '../board/timeline/layout.ts';
import { timeWords } from '../board/timeline/time-entry.ts';
import { cardBlock } from './card-block.ts';
import { flowBlock } from './flow.ts';
import { colours, styles } from './look.ts';
import { moved, type Block, type Measure, type Shape } from './shapes.ts';
import { wrapWords } from './wrap.ts';

const cardPx = 212;
const laneNamePx = 120;
const axisPx = 26;
const rowGap = 14;
/** Lines of a card on the axis. */
const mostLines = 7;
/** How many times its room the axis may take so that nothing is folded. */
const stretches = [1, 1.4, 2, 3] as const;

export interface TimelineTimes {
  /** A moment of the incident's own day: other days are named. */
  anchorMs: number;
  zone: string;
}

export const timelineBlock = (
  events: readonly EventCard[],
  width: number,
  times: TimelineTimes,
  measure: Measure,
): Block => {
  const headOf = (card: EventCard): string => timeWords(card, times.anchorMs, times.zone);
  const blockOf = (card: EventCard): Block =>
    cardBlock(card, { width: cardPx, head: headOf(card), measure, mostLines });
  const blocks = new Map(events.map((card) => [card.id, blockOf(card)]));
  const rowHeight = rowGap + Math.max(60, ...[...blocks.values()].map(({ height }) => height));
  const sizes: CardSizes = { width: cardPx, wide: cardPx, narrowest: cardPx, between: 10, rowHeight, margin: 22 };

  const lanes = lanesBy('lane', events);
  let layout: TimelineLayout | null = null;
  for (const stretch of stretches) {
    layout = layoutTimeline(lanes, width - laneNamePx, stretch, sizes);
    if (layout === null || layout.lanes.every((lane) => lane.folds.length === 0)) break;
  }
  const shapes: Shape[] = [];
  let height = 0;
  const folded = new Set<string>();
  if (layout !== null) {
    shapes.push(...ruling(layout, times.zone));
    for (const lane of layout.lanes) {
      if (lane.top > 0)
        shapes.push({
          kind: 'line',
          x1: 0,
          y1: lane.top,
          x2: laneNamePx + layout.width,
          y2: lane.top,
          stroke: colours.line,
        });
      wrapWords(lane.name, laneNamePx - 16, styles.group, measure, 3).forEach(({ text }, index) =>
        shapes.push({
          kind: 'words',
          x: 0,
          y: lane.top + 22 + index * styles.group.lineHeight,
          text,
          style: styles.group,
          fill: colours['ink-2'],
        }),
      );
      for (const { id, x, row } of lane.events) {
        const block = blocks.get(id);
        const card = events.find((event) => event.id === id);
        if (!block || !card) continue;
        const y = lane.top + row * rowHeight + 4;
        if (card.at !== null && card.endAt !== null)
          shapes.push({
            kind: 'rect',
            x: laneNamePx + x,
            y: y + block.height + 2,
            width: Math.max(3, (card.endAt - card.at) * layout.axis.pxPerMs),
            height: 3,
            fill: colours.event,
          });
        shapes.push(...moved(block.shapes, laneNamePx + x, y));
      }
      for (const fold of lane.folds) {
        for (const id of fold.ids) folded.add(id);
        shapes.push(...foldShapes(fold, laneNamePx + fold.x, lane.top + fold.row * rowHeight + 4, times.zone));
      }
    }
    height = layout.height + axisPx;
  }

  const waiting = layout === null ? events : layout.waiting;
  const full = events.filter(
    (card) =>
      folded.has(card.id) ||
      (!waiting.includes(card) && wrapWords(card.text, cardPx - 26, styles.card, measure).length > mostLines),
  );
  const lists = [
    { name: 'Order unknown', cards: waiting },
    { name: 'In full', cards: full },
  ];
  for (const { name, cards } of lists) {
    if (cards.length === 0) continue;
    height += 34;
    shapes.push({ kind: 'words', x: 0, y: height - 10, text: name, style: styles.group, fill: colours['ink-2'] });
    const flow = flowBlock(cards, {
      columnWidth: 300,
      gap: 24,
      across: Math.max(1, Math.floor((width + 24) / 324)),
      measure,
      headOf: (card) => (card.kind === 'event' ? headOf(card) : ''),
    });
    shapes.push(...moved(flow.shapes, 0, height));
    height += flow.height;
  }
  return { width: Math.max(width, laneNamePx + (layout?.width ?? 0)), height, shapes };
};

/** Ticks, the marks of true times, and the gaps in which nothing is noted. */
const ruling = (layout: TimelineLayout, zone: string): Shape[] => {
  const bottom = layout.height;
  const ticks = ticksOf(layout.axis, zone).filter((tick) => tick.x < layout.width - 30);
  return [
    ...ticks.flatMap(({ x, label, strong }): Shape[] => [
      {
        kind: 'line',
        x1: laneNamePx + x,
        y1: 0,
        x2: laneNamePx + x,
        y2: bottom,
        stroke: colours.line,
        dashed: !strong,
      },
      { kind: 'words', x: laneNamePx + x + 4, y: bottom + 18, text: label, style: styles.meta, fill: colours['ink-3'] },
    ]),
    { kind: 'line', x1: laneNamePx, y1: bottom, x2: laneNamePx + layout.width, y2: bottom, stroke: colours.edge },
    ...layout.lanes.flatMap((lane) =>
      lane.events.map(({ x }): Shape => ({
        kind: 'rect',
        x: laneNamePx + x - 2,
        y: bottom - 2,
        width: 4,
        height: 4,
        fill: colours.event,
        radius: 2,
      })),
    ),
    ...layout.gaps.flatMap(({ x, width, free, fromMs, toMs }): Shape[] =>
      free === null || width < 120
        ? []
        : [
            {
              kind: 'words',
              x: laneNamePx + x + 12,
              y: free.top + free.height - 12,
              text: `${durationInWords((toMs - fromMs) / 60_000)} with nothing noted`,
              style: styles.meta,
              fill: colours['ink-3'],
            },
          ],
    ),
  ];
};

const foldShapes = (
  { ids, fromMs, toMs }: { ids: readonly unknown[]; fromMs: number; toMs: number },
  x: number,
  y: number,
  zone: string,
): Shape[] => {
  const words = (text: string, line: number): Shape => ({
    kind: 'words',
    x: x + 12,
    y: y + 20 + line * styles.meta.lineHeight,
    text,
    style: styles.meta,
    fill: colours['ink-2'],
  });
  const from = clock(fromMs, zone);
  const to = clock(toMs, zone);
  return [
    {
      kind: 'rect',
      x,
      y,
      width: cardPx,
      height: 52,
      fill: colours.sheet,
      stroke: colours.edge,
      dashed: true,
      radius: 6,
    },
    words(`${counted(ids.length, 'moment')}, in full below`, 0),
    words(from === to ? from : `${from} to ${to}`, 1),
  ];
};
