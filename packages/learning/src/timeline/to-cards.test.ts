import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { cardsFromRows, guessEventKind } from './to-cards.ts';

describe('cardsFromRows', () => {
  it('[T60] keeps order, instants and precision; a row without a time is of unknown precision', () => {
    let next = 0;
    const cards = cardsFromRows(
      [
        { at: '2026-11-12T13:05:00.000Z', endAt: null, precision: 'about', text: 'Certificate deployed' },
        { at: null, endAt: null, precision: 'exact', text: 'Somebody wondered' },
      ],
      () => `card-000${next++}` as CardId,
    );
    expect(cards.map((card) => card.id)).toEqual(['card-0000', 'card-0001']);
    expect(cards[0]).toMatchObject({ at: Date.parse('2026-11-12T13:05:00Z'), precision: 'about', eventKind: 'change' });
    expect(cards[1]).toMatchObject({ at: null, precision: 'unknown', eventKind: 'action' });
  });

  it.each([
    ['Service restored, errors stopped', 'recovery'],
    ['On-call was paged', 'detection'],
    ['We decided to roll back', 'decision'],
    ['Found the missing index', 'diagnosis'],
    ['Posted to the status page', 'communication'],
    ['Checkout unavailable in two regions', 'impact'],
    ['Walked to the data hall', 'action'],
  ])('[T60] reads "%s" as %s', (text, kind) => {
    expect(guessEventKind(text)).toBe(kind);
  });
});
