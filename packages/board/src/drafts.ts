// Private writing: thoughts in a document of one's own, and how they come onto the board, all in one transaction. A draft has
// the shape of a board, with perspectives only; one without an author was written under the promise that nobody learns who
// wrote it. Pure. SPEC R1–R7.
import { isId, type CardId, type ColumnId, type LinkId, type ParticipantId, type ReviewId } from '@hearth/review/ids';
import type { Attribution } from '@hearth/review/templates/template';
import type * as Y from 'yjs';
import type { PerspectiveCard, PerspectiveFacet } from './cards.ts';
import { boardOf } from './document.ts';
import {
  addCard,
  addCards,
  addColumn,
  addLink,
  openWriter,
  type Author,
  type NewCard,
  type Writer,
} from './operations.ts';
import { compareRanked } from './order.ts';
import { readCard, readColumn, readLink } from './read.ts';

/** Stands in for a column in a draft, where there is none to choose. */
export const draftColumn = 'draft-column' as ColumnId;
/** Where thoughts without an author go, whoever wrote them. */
export const namelessColumn = { id: 'without-names' as ColumnId, name: 'Without names', role: '' };
/** More of one person are not taken. */
export const mostThoughts = 300;

export interface Thought {
  id: CardId;
  text: string;
  facet: PerspectiveFacet;
  /** Its author was promised that nobody will see who wrote it. */
  anonymous: boolean;
  /** The card on the board of which this is another account. */
  differsFrom?: CardId | undefined;
}

export interface Draft {
  author: { id: ParticipantId; name: string };
  thoughts: readonly Thought[];
}

/** Name of the document that one person's thoughts of one round are in. */
export const draftDocument = (reviewId: ReviewId, participantId: ParticipantId, round: number): string =>
  `draft/${reviewId}/${participantId}/${round}`;

/** Thoughts of a draft in its order, without empty ones. Never throws. */
export const readThoughts = (draft: Y.Doc): Thought[] => {
  const { cards, links } = boardOf(draft);
  const others = new Map(
    [...links.entries()]
      .flatMap(([id, value]) => readLink(id, value) ?? [])
      .filter(({ meaning }) => meaning === 'saw-differently')
      .map(({ from, to }) => [from, to]),
  );
  const asThought = ({ id, text, facet, author }: PerspectiveCard): Thought => {
    const differsFrom = others.get(id);
    return { id, text: text.trim(), facet, anonymous: author === null, ...(differsFrom ? { differsFrom } : {}) };
  };
  return [...cards.entries()]
    .flatMap(([id, value]) => readCard(id, value) ?? [])
    .toSorted(compareRanked)
    .flatMap((card) => (card.kind === 'perspective' && card.text.trim() !== '' ? [asThought(card)] : []))
    .slice(0, mostThoughts);
};

/** Writes a thought into one's own draft. @returns false where it has no words. */
export const writeThought = (
  writer: Writer,
  { id, text, facet, differsFrom }: Omit<Thought, 'anonymous'>,
  by: Author,
): boolean => {
  const card = { kind: 'perspective', id, text: text.trim(), columnId: draftColumn, facet } as const;
  if (card.text === '') return false;
  return writer.board.doc.transact(() => {
    if (!addCard(writer, card, by)) return false;
    // The other end is on the board, not in here.
    if (differsFrom !== undefined)
      writer.board.links.set(id, { from: id, to: differsFrom, meaning: 'saw-differently' });
    return true;
  }, writer.origin);
};

/** A card that was on the board once, and removed since, is not brought back by a reveal that is repeated. */
export const wasEverOn = (board: Y.Doc, id: CardId): boolean => {
  // Yjs keeps what was removed from a map as the last entry under its key.
  const { _map: entries } = boardOf(board).cards;
  return entries.has(id);
};

/**
 * Puts thoughts on the board in one transaction, under their own ids; those that were there already are left as they are.
 * What is anonymous carries no author, stands in a column for all, and in an order that says nothing.
 * @returns how many were added.
 */
export const revealThoughts = (
  board: Y.Doc,
  drafts: readonly Draft[],
  { attribution, nowMs }: { attribution: Attribution; nowMs: number },
): number => {
  const writer = openWriter(board);
  const isNameless = (thought: Thought): boolean => attribution === 'anonymous' || thought.anonymous;
  const isNew = ({ id }: Thought): boolean => isId(id) && !wasEverOn(board, id);
  let added = 0;
  board.transact(() => {
    for (const { author, thoughts } of drafts) {
      const named = thoughts.filter((thought) => isNew(thought) && !isNameless(thought));
      if (named.length === 0) continue;
      const columnId = columnOf(writer, author);
      added += addCards(
        writer,
        named.map((thought) => perspective(thought, columnId)),
        { author, nowMs },
      );
      tie(writer, named);
    }
    const nameless = drafts
      .flatMap(({ thoughts }) => thoughts)
      .filter((thought) => isNew(thought) && isNameless(thought))
      .toSorted((left, right) => (left.id < right.id ? -1 : 1));
    if (nameless.length === 0) return;
    addColumn(writer, namelessColumn);
    added += addCards(
      writer,
      nameless.map((thought) => perspective(thought, namelessColumn.id)),
      { author: null, nowMs },
    );
    tie(writer, nameless);
  }, writer.origin);
  writer.undo.destroy();
  return added;
};

/** To what each is another account of, if that is still there. Two servers make one tie: it bears the thought's id. */
const tie = (writer: Writer, thoughts: readonly Thought[]): void => {
  for (const { id, differsFrom } of thoughts)
    if (differsFrom !== undefined)
      addLink(writer, { id: id as string as LinkId, from: id, to: differsFrom, meaning: 'saw-differently' });
};

const perspective = ({ id, text, facet }: Thought, columnId: ColumnId): NewCard => ({
  kind: 'perspective',
  id,
  text,
  columnId,
  facet,
});

/** The column that bears somebody's name already, or a new one. */
export const columnOf = (writer: Writer, { id, name }: Draft['author']): ColumnId => {
  const called = name.trim().toLocaleLowerCase();
  const columns = [...writer.board.columns.entries()]
    .flatMap(([columnId, value]) => readColumn(columnId, value) ?? [])
    .toSorted(compareRanked);
  const own = columns.find((column) => column.name.trim().toLocaleLowerCase() === called);
  if (own) return own.id;
  // A person's id, so that two servers that reveal at once make one column.
  const columnId = id as string as ColumnId;
  addColumn(writer, { id: columnId, name, role: '' });
  return columnId;
};
