// A board of any size, written the way people write it.
import { addCards, openWriter, type NewCard } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import type { LiveClient } from './live-client.ts';

const cardsAtOnce = 200;
const pauseMs = 20;
const categories = ['human', 'technical', 'organisational'] as const;

export const fillCardId = (n: number): CardId => `bench-card-${n}` as CardId;

/** Adds so many factors, spread over their three columns. */
export const fillBoard = async (client: LiveClient, cards: number): Promise<void> => {
  const writer = openWriter(client.doc);
  const all = Array.from({ length: cards }, (_, n): NewCard => {
    const text = `Card ${n}: something that made the incident possible or harder to see`;
    return { kind: 'factor', id: fillCardId(n), category: categories[n % categories.length] ?? 'human', text };
  });
  for (let from = 0; from < cards; from += cardsAtOnce) {
    addCards(writer, all.slice(from, from + cardsAtOnce), { author: null, nowMs: 0 });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};
