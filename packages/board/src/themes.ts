// Themes: named groups of factors. A card names its theme and nothing else does: removing a theme touches no card, so whoever
// moves a card into it meanwhile loses nothing. SPEC G1–G7.
import type { CardId, ThemeId } from '@hearth/review/ids';
import * as Y from 'yjs';
import type { Theme } from './cards.ts';
import type { BoardDocument } from './document.ts';
import { act, changeCard, type Writer } from './operations.ts';
import { compareRanked, isRank, placeAt, spread, type Ranked } from './order.ts';
import { longestThemeName, readCard, readTheme } from './read.ts';

const themesOf = (board: BoardDocument): Theme[] =>
  [...board.themes.entries()].flatMap(([id, value]) => readTheme(id, value) ?? []).toSorted(compareRanked);

const themeMap = (board: BoardDocument, id: ThemeId): Y.Map<unknown> | null => {
  const value = board.themes.get(id);
  return value instanceof Y.Map ? (value as Y.Map<unknown>) : null;
};

/**
 * Makes a theme, last among themes, and puts factors into it: one step.
 * @param cards  what is no factor, or gone, is left where it is.
 * @returns how many cards stand in it now; null where the id is taken, and nothing changed.
 */
export const groupCards = (
  writer: Writer,
  theme: Pick<Theme, 'id' | 'name'>,
  cards: readonly CardId[],
): number | null => {
  let moved = 0;
  const made = act(writer, () => {
    const { board } = writer;
    if (board.themes.has(theme.id)) return false;
    const others = themesOf(board);
    const { rank, repairs } = placeAt(others, others.length);
    for (const [id, repaired] of repairs) themeMap(board, id as ThemeId)?.set('rank', repaired);
    board.themes.set(
      theme.id,
      new Y.Map<unknown>(Object.entries({ name: theme.name.slice(0, longestThemeName), rank })),
    );
    moved = putInTheme(writer, theme.id, cards);
    return true;
  });
  return made ? moved : null;
};

/** Puts factors into a theme, or out of any. @returns how many moved. */
export const putInTheme = (writer: Writer, theme: ThemeId | null, cards: readonly CardId[]): number => {
  let moved = 0;
  act(writer, () => {
    if (theme !== null && themeMap(writer.board, theme) === null) return false;
    for (const id of cards) if (changeCard(writer, id, { theme })) moved += 1;
    return moved > 0;
  });
  return moved;
};

export const renameTheme = (writer: Writer, id: ThemeId, name: string): boolean =>
  act(writer, () => {
    const map = themeMap(writer.board, id);
    const cut = name.slice(0, longestThemeName);
    if (map === null || map.get('name') === cut) return false;
    map.set('name', cut);
    return true;
  });

/** Takes the theme away; its cards stand by their category again. Taken back, it has them all again. */
export const removeTheme = (writer: Writer, id: ThemeId): boolean =>
  act(writer, () => {
    if (!writer.board.themes.has(id)) return false;
    writer.board.themes.delete(id);
    return true;
  });

/**
 * Puts the cards of each list into its order, and touches no other card: they share out the ranks that they have.
 * @returns how many cards stand elsewhere among their list than before.
 */
export const reorderCards = (writer: Writer, lists: readonly (readonly CardId[])[]): number => {
  let moved = 0;
  act(writer, () => {
    for (const list of lists) {
      const cards = list.flatMap((id): Ranked | [] => readCard(id, writer.board.cards.get(id)) ?? []);
      const ranked = cards.toSorted(compareRanked);
      if (ranked.every((card, place) => card.id === cards[place]?.id)) continue;
      moved += ranked.filter((card, place) => card.id !== cards[place]?.id).length;
      const own = ranked.map((card) => card.rank);
      const apart = own.every((rank, place) => isRank(rank) && rank !== own[place - 1]);
      const ranks = apart ? own : spread(cards.length);
      for (const [place, card] of cards.entries()) {
        const map = writer.board.cards.get(card.id);
        if (map instanceof Y.Map && card.rank !== ranks[place]) map.set('rank', ranks[place]);
      }
    }
    return moved > 0;
  });
  return moved;
};

const pairKey = (one: CardId, other: CardId): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
/** Declined pairs beyond these are not read. */
const mostDeclined = 5_000;

/** Remembers of each pair of these cards that they do not belong together. */
export const declineSimilar = (writer: Writer, cards: readonly CardId[]): boolean =>
  act(writer, () => {
    const { declined } = writer.board;
    let changed = false;
    for (const [place, one] of cards.entries())
      for (const other of cards.slice(place + 1)) {
        if (one === other || declined.get(pairKey(one, other)) === true) continue;
        declined.set(pairKey(one, other), true);
        changed = true;
      }
    return changed;
  });

/** @returns a test whether people said of two cards that they do not belong together. Never throws. */
export const declinedPairs = (board: BoardDocument): ((one: CardId, other: CardId) => boolean) => {
  const pairs = new Set<string>();
  for (const [key, value] of board.declined.entries()) {
    if (pairs.size >= mostDeclined) break;
    if (value === true) pairs.add(key);
  }
  return (one, other) => pairs.has(pairKey(one, other));
};
