// Columns of cards, side by side, in rows of as many as there is room for. Pure.
import type { Card } from '@hearth/board/cards';
import { cardBlock, kindHead } from './card-block.ts';
import { colours, styles } from './look.ts';
import { wrapWords } from './wrap.ts';
import { moved, type Block, type Box, type Measure, type Shape } from './shapes.ts';

export interface PictureColumn {
  name: string;
  /** Beside the name, quieter. */
  note: string;
  cards: readonly Card[];
  /** What stands in an empty column. */
  nothing: string;
}

interface ColumnsLook {
  columnWidth: number;
  gap: number;
  /** Columns in a row. */
  across: number;
  measure: Measure;
  /** What stands beside a card's icon. */
  headOf?: (card: Card) => string;
}

export interface Columns extends Block {
  /** Where each card stands. */
  boxes: ReadonlyMap<string, Box>;
}

const cardGap = 10;

export const columnsBlock = (columns: readonly PictureColumn[], look: ColumnsLook): Columns => {
  const { columnWidth, gap, across, measure, headOf = kindHead } = look;
  const shapes: Shape[] = [];
  const boxes = new Map<string, Box>();
  let top = 0;
  for (let row = 0; row < columns.length; row += across) {
    let bottom = top;
    columns.slice(row, row + across).forEach((column, index) => {
      const x = index * (columnWidth + gap);
      let y = top + styles.group.lineHeight;
      shapes.push(...heading(column, x, y - 6, columnWidth, measure));
      y += 8;
      if (column.cards.length === 0 && column.nothing !== '')
        shapes.push({ kind: 'words', x, y: y + 14, text: column.nothing, style: styles.meta, fill: colours['ink-3'] });
      for (const card of column.cards) {
        const block = cardBlock(card, { width: columnWidth, head: headOf(card), measure });
        shapes.push(...moved(block.shapes, x, y));
        boxes.set(card.id, { x, y, width: block.width, height: block.height });
        y += block.height + cardGap;
      }
      bottom = Math.max(bottom, column.cards.length === 0 ? y + 24 : y);
    });
    top = bottom + gap / 2;
  }
  const most = Math.min(across, columns.length);
  return { width: most * columnWidth + Math.max(0, most - 1) * gap, height: top, shapes, boxes };
};

function heading({ name, note }: PictureColumn, x: number, y: number, width: number, measure: Measure): Shape[] {
  const words: Shape = { kind: 'words', x, y, text: cut(name, width, measure), style: styles.group, fill: colours.ink };
  const used = measure(words.text, styles.group) + 8;
  const room = width - used;
  return note === '' || room < 30
    ? [words]
    : [
        words,
        {
          kind: 'words',
          x: x + used,
          y,
          text: cutMeta(note, room, measure),
          style: styles.meta,
          fill: colours['ink-3'],
        },
      ];
}

const cut = (text: string, width: number, measure: Measure): string =>
  wrapWords(text, width, styles.group, measure, 1)[0]?.text ?? '';
const cutMeta = (text: string, width: number, measure: Measure): string =>
  wrapWords(text, width, styles.meta, measure, 1)[0]?.text ?? '';
