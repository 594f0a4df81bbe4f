// The whole board as one immutable value: what extraction, publication and tests read.
import type * as Y from 'yjs';
import type { Card, Column, Link, Theme } from './cards.ts';
import { readThreads, type Thread } from './comments.ts';
import { boardFormat, boardOf } from './document.ts';
import { joinLinks, joinTold } from './joined.ts';
import { readNarrative, type NarrativeNode } from './narrative.ts';
import { compareRanked } from './order.ts';
import {
  columnOfNobody,
  inKnownColumn,
  inKnownTheme,
  readCard,
  readColumn,
  readLink,
  readTheme,
  standsNowhere,
} from './read.ts';

export interface BoardSnapshot {
  format: number;
  /** By rank, then id; all kinds together. */
  cards: readonly Card[];
  /** Only links both of whose ends exist. */
  links: readonly Link[];
  columns: readonly Column[];
  themes: readonly Theme[];
  narrative: NarrativeNode;
  /** What people said about the narrative; never published. */
  comments: readonly Thread[];
}

/** Reads a document. Two documents with the same content give equal snapshots, in the same order. */
export const snapshotOf = (doc: Y.Doc): BoardSnapshot => {
  const board = boardOf(doc);
  const themes = read(board.themes, readTheme).toSorted(compareRanked);
  const themeIds = new Set(themes.map((theme) => theme.id));
  const columns = read(board.columns, readColumn).toSorted(compareRanked);
  const columnIds = new Set(columns.map((column) => column.id));
  const every = read(board.cards, readCard).map((card) =>
    inKnownColumn(
      inKnownTheme(card, (id) => themeIds.has(id)),
      (id) => columnIds.has(id),
    ),
  );
  const known = new Set<string>(every.map((card) => card.id));
  const { cards, shownBy } = joinTold(new Map(every.map((card) => [card.id, card])));
  const format = board.meta.get('format');
  return {
    format: typeof format === 'number' ? format : boardFormat,
    cards: [...cards.values()].toSorted(compareRanked),
    links: joinLinks(
      read(board.links, readLink)
        .filter((link) => known.has(link.from) && known.has(link.to))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      shownBy,
    ),
    columns: every.some(standsNowhere) ? [...columns, columnOfNobody] : columns,
    themes,
    narrative: readNarrative(board.narrative),
    comments: readThreads(board.comments),
  };
};

const read = <T>(map: Y.Map<unknown>, reader: (id: string, value: unknown) => T | null): T[] => {
  const all: T[] = [];
  for (const [id, value] of map.entries()) {
    const item = reader(id, value);
    if (item !== null) all.push(item);
  }
  return all;
};
