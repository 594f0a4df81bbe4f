// The factors of a picture: conditions by what they are, themes, what they explain at the right, and the links between them,
// routed as on the screen. Pure.
import { categoryNames, meaningNames, type Card, type EventCard, type Link } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import { counted } from '@hearth/review/time/words';
import { routeLinks } from '../board/factors/link-route.ts';
import { categoryOrder, themeName } from '../board/groups.ts';
import { timeWords } from '../board/timeline/time-entry.ts';
import { kindHead } from './card-block.ts';
import { columnsBlock, type Columns } from './columns.ts';
import { flowBlock } from './flow.ts';
import { colours, styles } from './look.ts';
import { moved, type Block, type Box, type Measure, type Shape } from './shapes.ts';
import type { TimelineTimes } from './timeline-zone.ts';

const columnPx = 300;
/** Links run and say what they mean between the columns. */
const gutterPx = 124;
const across = 3;
/** With more links their words would cover each other. */
const mostLabels = 40;

export const factorsBlock = (
  view: Pick<BoardView, 'list' | 'links' | 'themes'>,
  width: number,
  times: TimelineTimes,
  measure: Measure,
): Block => {
  const factors = view.list('factor');
  const links = view.links();
  const targets = new Set(links.map((link) => link.to));
  const explained = view
    .list('event')
    .filter((event) => targets.has(event.id))
    .toSorted(byTime);
  const headOf = (card: Card): string =>
    card.kind === 'event' ? timeWords(card, times.anchorMs, times.zone) : kindHead(card);
  const look = { columnWidth: columnPx, gap: gutterPx, measure, headOf };

  const categories = columnsBlock(
    categoryOrder.map((category) => ({
      name: categoryNames[category],
      note: '',
      cards: factors.filter((card) => card.theme === null && card.category === category),
      nothing: 'None here',
    })),
    { ...look, across },
  );
  const themes = columnsBlock(
    view.themes().map((theme) => {
      const cards = factors.filter((card) => card.theme === theme.id);
      return { name: themeName(theme), note: counted(cards.length, 'factor'), cards, nothing: 'Nothing in it yet' };
    }),
    { ...look, across },
  );
  const events = columnsBlock([{ name: 'What they explain', note: '', cards: explained, nothing: '' }], {
    ...look,
    across: 1,
  });

  const parts: { columns: Columns; x: number; y: number }[] = [
    { columns: categories, x: 0, y: 0 },
    { columns: themes, x: 0, y: categories.height },
    ...(explained.length > 0 ? [{ columns: events, x: across * (columnPx + gutterPx), y: 0 }] : []),
  ];
  const boxes = new Map<string, Box>();
  for (const { columns, x, y } of parts)
    for (const [id, box] of columns.boxes) boxes.set(id, { ...box, x: box.x + x, y: box.y + y });
  const shapes = [
    ...linkShapes(links, boxes, measure),
    ...parts.flatMap(({ columns, x, y }) => moved(columns.shapes, x, y)),
  ];

  let height = Math.max(categories.height + themes.height, explained.length > 0 ? events.height : 0);
  const questions = view.list('question');
  if (questions.length > 0) {
    height += 30;
    shapes.push({ kind: 'words', x: 0, y: height - 8, text: 'Questions', style: styles.group, fill: colours.ink });
    const flow = flowBlock(questions, {
      columnWidth: columnPx,
      gap: 24,
      across: Math.floor((width + 24) / 324),
      measure,
    });
    shapes.push(...moved(flow.shapes, 0, height));
    height += flow.height;
  }
  return { width: Math.max(width, (across + 1) * columnPx + across * gutterPx), height, shapes };
};

const linkShapes = (links: readonly Link[], boxes: ReadonlyMap<string, Box>, measure: Measure): Shape[] => {
  const routes = routeLinks(links, boxes);
  const drawn = links.flatMap((link) => {
    const route = routes.get(link.id);
    return route ? [{ link, route }] : [];
  });
  return [
    ...drawn.map(({ route }): Shape => ({ kind: 'curve', path: route.path, stroke: colours.edge })),
    ...(drawn.length > mostLabels ? [] : drawn).flatMap(({ link, route }): Shape[] => {
      const text = meaningNames[link.meaning];
      const wide = measure(text, styles.meta);
      const { x, y } = route.label;
      return [
        { kind: 'rect', x: x - wide / 2 - 4, y: y - 9, width: wide + 8, height: 18, fill: colours.sheet, radius: 4 },
        { kind: 'words', x: x - wide / 2, y: y + 4.5, text, style: styles.meta, fill: colours['ink-2'] },
      ];
    }),
  ];
};

const byTime = (a: EventCard, b: EventCard): number =>
  (a.at ?? Infinity) - (b.at ?? Infinity) || (a.id < b.id ? -1 : 1);
