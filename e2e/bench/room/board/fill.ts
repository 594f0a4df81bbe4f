// Writes a board into a review over the live connection, as fast as the server's limits for people allow.
import { setTimeout as delay } from 'node:timers/promises';
import { boardOf } from '@hearth/board/document';
import { addCards, addColumn, addLink, openWriter } from '@hearth/board/operations';
import { openLiveClient } from '../../live-client.ts';
import { until } from '../../sync/load/schedule.ts';
import type { BelievableBoard } from './believable-board.ts';

const cardsAtOnce = 200;
const linksAtOnce = 100;
const pauseMs = 20;
const arrivesWithinMs = 60_000;
const writtenAtMs = Date.parse('2026-11-18T10:00:00.000Z');

/** @throws Error  where the server did not take all of it. */
export const fillReview = async (
  url: string,
  reviewId: string,
  cookie: string,
  board: BelievableBoard,
): Promise<void> => {
  const client = await openLiveClient(url, reviewId, cookie);
  const reader = await openLiveClient(url, reviewId, cookie);
  try {
    const writer = openWriter(client.doc);
    for (const column of board.columns) addColumn(writer, column);
    for (let from = 0; from < board.cards.length; from += cardsAtOnce) {
      const author = { id: null, name: board.columns[from % board.columns.length]?.name ?? 'Priya' };
      addCards(writer, board.cards.slice(from, from + cardsAtOnce), { author, nowMs: writtenAtMs });
      await delay(pauseMs);
    }
    for (let from = 0; from < board.links.length; from += linksAtOnce) {
      client.doc.transact(() => {
        for (const link of board.links.slice(from, from + linksAtOnce)) addLink(writer, link);
      }, writer.origin);
      await delay(pauseMs);
    }
    const written = boardOf(client.doc);
    const read = boardOf(reader.doc);
    const isThere = (): boolean => read.cards.size === written.cards.size && read.links.size === written.links.size;
    if (!(await until(isThere, arrivesWithinMs))) {
      throw new Error(`of ${written.cards.size} cards ${read.cards.size} arrived: the server did not take the board`);
    }
  } finally {
    client.destroy();
    reader.destroy();
  }
};
