// "I saw it differently": an account beside another one of the same, both kept, tied by a link. And what of it the room has not
// talked about yet. SPEC P1–P6.
import type { CardId, ColumnId, LinkId } from '@hearth/review/ids';
import type { Card, CardOf, Link, PerspectiveFacet } from './cards.ts';
import { columnOf, namelessColumn } from './drafts.ts';
import { addCard, addColumn, addLink, type Author, type Writer } from './operations.ts';
import { compareRanked } from './order.ts';
import { readCard, readLink } from './read.ts';

/** What somebody can have seen differently. */
export type Tellable = CardOf<'event'> | CardOf<'perspective'>;

export const isTellable = (card: Card | undefined): card is Tellable =>
  card?.kind === 'event' || card?.kind === 'perspective';

export interface Disagreement {
  link: Link;
  /** What was told first. */
  about: Tellable;
  /** The other account of it. */
  account: CardOf<'perspective'>;
  /** The room has talked about it. */
  discussed: boolean;
}

/**
 * Accounts that differ, in the order of what they are about: events by time, then perspectives by rank. What the facilitator
 * has still to bring up are those that are not `discussed`.
 */
export const disagreements = (board: { cards: readonly Card[]; links: readonly Link[] }): Disagreement[] => {
  const ties = board.links.filter(({ meaning }) => meaning === 'saw-differently');
  if (ties.length === 0) return [];
  const cards = new Map<CardId, Card>(board.cards.map((card) => [card.id, card]));
  return ties
    .flatMap((link): Disagreement[] => {
      const about = cards.get(link.to);
      const account = cards.get(link.from);
      if (!isTellable(about) || account?.kind !== 'perspective') return [];
      return [{ link, about, account, discussed: link.discussed === true }];
    })
    .toSorted((a, b) => compareAbout(a.about, b.about) || compareRanked(a.account, b.account));
};

const compareAbout = (a: Tellable, b: Tellable): number =>
  (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b)) || compareRanked(a, b);

/** Undated events come after the dated, perspectives last. */
const timeOf = (card: Tellable): number =>
  card.kind === 'event' ? (card.at ?? Number.MAX_SAFE_INTEGER - 1) : Number.MAX_SAFE_INTEGER;

/**
 * Puts an account beside another: a perspective in the column that bears its author's name (or in a new one), and the tie.
 * One step for everybody, one step of undo. Without an author it stands in the column without names.
 * @returns false where what it is about is gone or can't be told differently, where the words are none, or the id is taken.
 */
export const tellDifferently = (
  writer: Writer,
  told: { id: CardId; link: LinkId; about: CardId; text: string; facet: PerspectiveFacet },
  by: Author,
): boolean => {
  const { board, origin, undo } = writer;
  const text = told.text.trim();
  const about = readCard(told.about, board.cards.get(told.about));
  if (text === '' || about === null || !isTellable(about) || board.cards.has(told.id)) return false;
  undo.stopCapturing();
  board.doc.transact(() => {
    const columnId = columnFor(writer, by);
    addCard(writer, { kind: 'perspective', id: told.id, text, columnId, facet: told.facet }, by);
    addLink(writer, { id: told.link, from: told.id, to: told.about, meaning: 'saw-differently' });
  }, origin);
  undo.stopCapturing();
  return true;
};

const columnFor = (writer: Writer, { author }: Author): ColumnId => {
  if (author?.id) return columnOf(writer, { id: author.id, name: author.name });
  addColumn(writer, namelessColumn);
  return namelessColumn.id;
};

/** Notes that the room has talked about two accounts, or that it has still to. Both stay as they are. */
export const markDiscussed = ({ board, origin, undo }: Writer, id: LinkId, discussed: boolean): boolean => {
  const link = readLink(id, board.links.get(id));
  if (link?.meaning !== 'saw-differently' || (link.discussed === true) === discussed) return false;
  const { from, to, meaning } = link;
  undo.stopCapturing();
  board.doc.transact(
    () => board.links.set(id, { from, to, meaning, ...(discussed ? { discussed: true } : {}) }),
    origin,
  );
  undo.stopCapturing();
  return true;
};
