// Cards one after the other, each in the column that has the most room. Pure.
import type { Card } from '@hearth/board/cards';
import { cardBlock, kindHead } from './card-block.ts';
import { moved, type Block, type Measure, type Shape } from './shapes.ts';

interface FlowLook {
  columnWidth: number;
  gap: number;
  across: number;
  measure: Measure;
  headOf?: (card: Card) => string;
}

const cardGap = 10;

export const flowBlock = (cards: readonly Card[], look: FlowLook): Block => {
  const { columnWidth, gap, across, measure, headOf = kindHead } = look;
  const heights = Array.from({ length: Math.max(1, Math.min(across, cards.length)) }, () => 0);
  const shapes: Shape[] = [];
  for (const card of cards) {
    const shortest = heights.indexOf(Math.min(...heights));
    const y = heights[shortest] ?? 0;
    const block = cardBlock(card, { width: columnWidth, head: headOf(card), measure });
    shapes.push(...moved(block.shapes, shortest * (columnWidth + gap), y));
    heights[shortest] = y + block.height + cardGap;
  }
  return { width: heights.length * (columnWidth + gap) - gap, height: Math.max(...heights), shapes };
};
