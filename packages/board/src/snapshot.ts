// The whole board as one immutable value: what extraction, publication and tests read.
import type * as Y from 'yjs';
import type { Card, Column, Link } from './cards.ts';
import { readThreads, type Thread } from './comments.ts';
import { boardFormat, boardOf } from './document.ts';
import { readNarrative, type NarrativeNode } from './narrative.ts';
import { compareRanked } from './order.ts';
import { readCard, readColumn, readLink } from './read.ts';

export interface BoardSnapshot {
  format: number;
  /** By rank, then id; all kinds together. */
  cards: readonly Card[];
  /** Only links both of whose ends exist. */
  links: readonly Link[];
  columns: readonly Column[];
  narrative: NarrativeNode;
  /** What people said about the narrative; never published. */
  comments: readonly Thread[];
}

/** Reads a document. Two documents with the same content give equal snapshots, in the same order. */
export const snapshotOf = (doc: Y.Doc): BoardSnapshot => {
  const board = boardOf(doc);
  const cards = read(board.cards, readCard).toSorted(compareRanked);
  const known = new Set<string>(cards.map((card) => card.id));
  const format = board.meta.get('format');
  return {
    format: typeof format === 'number' ? format : boardFormat,
    cards,
    links: read(board.links, readLink)
      .filter((link) => known.has(link.from) && known.has(link.to))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    columns: read(board.columns, readColumn).toSorted(compareRanked),
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
