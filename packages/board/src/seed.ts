// The first update of a board's document: made once, by the server, before anybody joins.
import type { CardId } from '@hearth/review/ids';
import * as Y from 'yjs';
import { boardFormat, boardOf } from './document.ts';
import { narrativeSections, writeNarrative, type NarrativeNode } from './narrative.ts';
import { addCards, addColumn, addLink, openWriter, type Author, type NewCard } from './operations.ts';
import type { Column, Link, Theme } from './cards.ts';
import { groupCards } from './themes.ts';

/** A theme and the factors in it. */
interface SeedTheme extends Pick<Theme, 'id' | 'name'> {
  cards: readonly CardId[];
}

export interface SeedBoard {
  cards?: readonly { card: NewCard; by: Author }[];
  columns?: readonly Omit<Column, 'rank'>[];
  links?: readonly Link[];
  themes?: readonly SeedTheme[];
  narrative: NarrativeNode;
}

/** An empty narrative: its sections, a paragraph under each. */
export const emptyNarrative = (): NarrativeNode => ({
  type: 'doc',
  content: narrativeSections.flatMap((title) => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
    { type: 'paragraph' },
  ]),
});

/**
 * Encodes a board as one Yjs update (V1).
 * @param clientId  Yjs client id of the seed, an unsigned 32-bit number; the same seed and id give the same bytes.
 */
export const seedUpdate = (seed: SeedBoard, clientId: number): Uint8Array => {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientId;
  const writer = openWriter(doc);
  const board = boardOf(doc);
  board.meta.set('format', boardFormat);
  for (const { card, by } of seed.cards ?? []) addCards(writer, [card], by);
  for (const column of seed.columns ?? []) addColumn(writer, column);
  for (const link of seed.links ?? []) addLink(writer, link);
  for (const theme of seed.themes ?? []) groupCards(writer, theme, theme.cards);
  writeNarrative(board.narrative, seed.narrative);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
};
