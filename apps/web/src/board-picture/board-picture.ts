// The board, or one zone of it, as a picture: drawn from what the document holds, not from the screen. What is written
// privately is in other documents, and never here. Pure. Rules: SPEC P1 to P6.
import type { BoardView } from '@hearth/board/view';
import { counted } from '@hearth/review/time/words';
import type { BoardZone } from '@hearth/board/zones';
import { columnName, zoneNames } from '../board/groups.ts';
import { columnsBlock } from './columns.ts';
import { factorsBlock } from './factors-zone.ts';
import { flowBlock } from './flow.ts';
import { colours, styles } from './look.ts';
import { moved, type Block, type Measure, type Shape } from './shapes.ts';
import type { Picture } from './svg.ts';
import { timelineBlock, type TimelineTimes } from './timeline-zone.ts';
import { wrapWords } from './wrap.ts';

/** A picture with more could not be read, nor opened by much that opens pictures. */
export const mostCards = 2_000;

export interface PictureRequest extends TimelineTimes {
  view: Pick<BoardView, 'list' | 'columns' | 'themes' | 'links'>;
  what: BoardZone | 'board';
  title: string;
  /** Under the title. */
  line: string;
  measure: Measure;
}

export type PictureOutcome =
  | { ok: true; picture: Picture }
  | { ok: false; reason: 'empty' }
  | { ok: false; reason: 'too-many-cards'; cards: number };

const pagePx = 28;
const zonePad = 20;
const zoneHead = 44;
const zoneGap = 20;
/** Inside a zone. */
const roomPx = 1_620;

export const boardPicture = (request: PictureRequest): PictureOutcome => {
  const zones = zonesOf(request).filter((zone) => zone.cards > 0);
  const cards = zones.reduce((sum, zone) => sum + zone.cards, 0);
  if (cards === 0) return { ok: false, reason: 'empty' };
  if (cards > mostCards) return { ok: false, reason: 'too-many-cards', cards };

  const blocks = zones.map((zone) => ({ zone, block: zone.draw() }));
  const inner = Math.max(roomPx, ...blocks.map(({ block }) => block.width)) + 2 * zonePad;
  const shapes: Shape[] = [];
  let y = pagePx;
  for (const { text, rtl } of wrapWords(request.title, inner, styles.title, request.measure, 3)) {
    y += styles.title.lineHeight;
    const x = rtl ? pagePx + inner : pagePx;
    shapes.push({ kind: 'words', x, y: y - 10, text, style: styles.title, fill: colours.ink, ...(rtl ? { rtl } : {}) });
  }
  y += styles.meta.lineHeight;
  shapes.push({ kind: 'words', x: pagePx, y: y - 4, text: request.line, style: styles.meta, fill: colours['ink-3'] });
  y += 14;
  for (const { zone, block } of blocks) {
    const height = zoneHead + block.height + zonePad;
    const sheet = { x: pagePx, y, width: inner, height };
    shapes.push(
      { kind: 'rect', ...sheet, fill: colours.sheet, stroke: colours.line, radius: 6 },
      { kind: 'words', x: pagePx + zonePad, y: y + 28, text: zone.name, style: styles.zone, fill: colours.ink },
      {
        kind: 'words',
        x: pagePx + zonePad + request.measure(zone.name, styles.zone) + 10,
        y: y + 28,
        text: zone.count,
        style: styles.meta,
        fill: colours['ink-3'],
      },
      ...moved(block.shapes, pagePx + zonePad, y + zoneHead),
    );
    y += height + zoneGap;
  }
  return {
    ok: true,
    picture: { title: request.title, width: inner + 2 * pagePx, height: y - zoneGap + pagePx, shapes },
  };
};

interface ZoneOfPicture {
  name: string;
  count: string;
  cards: number;
  draw: () => Block;
}

const zonesOf = ({ view, what, anchorMs, zone: timeZone, measure }: PictureRequest): ZoneOfPicture[] => {
  const times = { anchorMs, zone: timeZone };
  const events = view.list('event');
  const perspectives = view.list('perspective');
  const factors = view.list('factor').length + view.list('question').length;
  const learnings = view.list('learning');
  const actions = view.list('action');
  const lists = { columnWidth: 300, gap: 24, across: 5, measure };
  const zones: Record<BoardZone, ZoneOfPicture> = {
    timeline: {
      name: zoneNames.timeline,
      count: counted(events.length, 'event'),
      cards: events.length,
      draw: () => timelineBlock(events, roomPx, times, measure),
    },
    perspectives: {
      name: zoneNames.perspectives,
      count: counted(perspectives.length, 'thought'),
      cards: perspectives.length,
      draw: () =>
        columnsBlock(
          view.columns().map((column) => ({
            name: columnName(column),
            note: column.role,
            cards: perspectives.filter((card) => card.columnId === column.id),
            nothing: 'Nothing written',
          })),
          lists,
        ),
    },
    factors: {
      name: zoneNames.factors,
      count: counted(factors, 'card'),
      cards: factors,
      draw: () => factorsBlock(view, roomPx, times, measure),
    },
    learnings: {
      name: zoneNames.learnings,
      count: counted(learnings.length, 'learning'),
      cards: learnings.length,
      draw: () => flowBlock(learnings, lists),
    },
    actions: {
      name: zoneNames.actions,
      count: counted(actions.length, 'action'),
      cards: actions.length,
      draw: () => flowBlock(actions, lists),
    },
  };
  return what === 'board' ? Object.values(zones) : [zones[what]];
};
