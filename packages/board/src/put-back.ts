// A card that somebody removed, as it was last seen: with its id, so that links, citations and comments find it again.
import type { Card, Link } from './cards.ts';
import { addCard, addLink, cardText, editText, type Writer } from './operations.ts';

/**
 * Puts a card back where it stood, in one step of undo. Links come back whose other ends are there. Where the card is
 * back already, its words become those given. SPEC W11.
 * @returns whether anything had to change.
 */
export const putBack = (writer: Writer, card: Card, links: readonly Link[]): boolean => {
  writer.undo.stopCapturing();
  const changed = writer.board.doc.transact(() => {
    const { rank, author, createdAt, unknownKind, ...rest } = card;
    if (!addCard(writer, rest, { author, nowMs: createdAt })) return takeWords(writer, card);
    const map = writer.board.cards.get(card.id) as { set(field: string, value: string): void };
    map.set('rank', rank);
    if (unknownKind !== undefined) map.set('kind', unknownKind);
    for (const link of links) addLink(writer, link);
    return true;
  }, writer.origin);
  writer.undo.stopCapturing();
  return changed;
};

const takeWords = (writer: Writer, { id, text }: Card): boolean => {
  const now = cardText(writer.board, id)?.toString();
  return now !== undefined && now !== text && editText(writer, id, { index: 0, remove: now.length, insert: text });
};
