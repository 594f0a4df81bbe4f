// What people said about a card outlives it, with the words that it had last. SPEC M9.
import * as Y from 'yjs';
import type { BoardDocument } from './document.ts';
import { readCard } from './read.ts';

/** Longer ones are cut. */
export const longestQuote = 400;

/** Words that a comment is shown with where what it is about is gone. */
export const quoteOf = (words: string): string => words.trim().slice(0, longestQuote).toWellFormed();

/** Writes a card's words down in each thread about it. Within the transaction that removes the card. */
export const keepLastWords = ({ cards, comments }: BoardDocument, id: string): void => {
  const quote = quoteOf(readCard(id, cards.get(id))?.text ?? '');
  for (const value of comments.values()) {
    if (!(value instanceof Y.Map)) continue;
    const about: unknown = value.get('about');
    if (typeof about === 'object' && about !== null && 'card' in about && about.card === id)
      value.set('about', { ...about, quote });
  }
};
