// Several cards at once, as one step of undo.
import type { CardId } from '@hearth/review/ids';
import type { Pasted } from './clip.ts';
import { addCards, addLink, removeCard, type Author, type Writer } from './operations.ts';

/** Adds cards and the links among them: one step for everybody, one step of undo. @returns how many cards were added. */
export const pasteCards = (writer: Writer, { cards, links }: Pick<Pasted, 'cards' | 'links'>, by: Author): number =>
  inOneStep(writer, () => {
    const added = addCards(writer, cards, by);
    for (const link of links) addLink(writer, link);
    return added;
  });

/** Removes cards with their links: one step of undo. @returns how many were there. */
export const removeCards = (writer: Writer, ids: readonly CardId[]): number =>
  inOneStep(writer, () => ids.filter((id) => removeCard(writer, id)).length);

const inOneStep = <Result>(writer: Writer, change: () => Result): Result => {
  writer.undo.stopCapturing();
  const result = writer.board.doc.transact(change, writer.origin);
  writer.undo.stopCapturing();
  return result;
};
