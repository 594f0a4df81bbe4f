// A card of a picture: its kind as an edge and an icon, its time, all of its words, and who wrote it where it says so. Pure.
import { eventKindNames, facetNames, type Card } from '@hearth/board/cards';
import { counted } from '@hearth/review/time/words';
import { colours, styles } from './look.ts';
import type { Block, Measure, Shape, TextStyle } from './shapes.ts';
import { wrapWords } from './wrap.ts';

/** A card with more lines ends in "…": one card is no book. */
const mostLines = 60;

const pad = { left: 14, right: 12, top: 9, bottom: 10 };
const edgePx = 4;
const iconPx = 14;
const betweenPx = 3;

export interface CardLook {
  width: number;
  /** What stands beside the icon: a time, a kind. */
  head: string;
  measure: Measure;
  mostLines?: number;
}

export const cardBlock = (card: Card, look: CardLook): Block => {
  const { width, measure } = look;
  const room = width - pad.left - pad.right;
  const colour = colours[card.kind];
  const shapes: Shape[] = [];
  let y = pad.top;
  const write = (text: string, style: TextStyle, fill: string, most: number, indent = 0): void => {
    for (const line of wrapWords(text, room - indent, style, measure, most)) {
      shapes.push({
        kind: 'words',
        // Words that run from right to left begin at the right.
        x: line.rtl ? width - pad.right : pad.left + indent,
        y: y + style.size * 0.95 + (style.lineHeight - style.size) / 2 - 1,
        text: line.text,
        style,
        fill,
        ...(line.rtl ? { rtl: true } : {}),
      });
      y += style.lineHeight;
    }
  };

  shapes.push({ kind: 'icon', name: card.kind, x: pad.left, y: y + 2, size: iconPx, stroke: colour });
  if (card.kind === 'event' && card.key)
    shapes.push({ kind: 'icon', name: 'key', x: width - pad.right - iconPx, y: y + 2, size: iconPx, stroke: colour });
  write(look.head, styles.time, colour, 2, iconPx + 6);
  y += betweenPx;
  write(card.text.trim() === '' ? 'without words' : card.text, styles.card, colours.ink, look.mostLines ?? mostLines);
  for (const line of besideWords(card)) {
    y += betweenPx;
    write(line, styles.meta, colours['ink-3'], look.mostLines ?? mostLines);
  }
  const height = y + pad.bottom;
  return {
    width,
    height,
    shapes: [
      { kind: 'rect', x: 0, y: 0, width, height, fill: colours.card, stroke: colours.line, radius: 6 },
      { kind: 'rect', x: 0, y: 0, width: edgePx, height, fill: colour, radius: 2 },
      ...shapes,
    ],
  };
};

/** What a card is called where no time is. */
export const kindHead = (card: Card): string => {
  switch (card.kind) {
    case 'event':
      return eventKindNames[card.eventKind];
    case 'perspective':
      return facetNames[card.facet];
    case 'factor':
      return 'Factor';
    case 'question':
      return 'Question';
    case 'learning':
      return 'Learning';
    case 'action':
      return card.parked ? 'Action, parked' : 'Action';
  }
};

/** Lines under a card's words. */
const besideWords = (card: Card): string[] => [
  ...(card.kind === 'event' && card.knownThen ? [`Known then: ${card.knownThen}`] : []),
  ...(card.kind === 'event' && card.knownNow ? [`Known now: ${card.knownNow}`] : []),
  ...(card.kind === 'event' ? (card.tellings ?? []).map(tellingWords) : []),
  ...(card.files.length > 0 ? [counted(card.files.length, 'file')] : []),
  ...card.evidence.map(({ label, url }) => label || url),
  ...(card.author === null ? [] : [card.author.name]),
];

const tellingWords = ({ author, text }: { author: Card['author']; text: string }): string =>
  author === null ? `Also told: ${text}` : `${author.name} tells: ${text}`;
