import { addCard, editText, openWriter, removeCard, type NewCard } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { NewsLevel } from './news-level.ts';
import { newsInFull, newsWords, noNews, watchNews } from './news.ts';

const id = (name: string): CardId => name as CardId;
const factor = (name: string, text = 'words'): NewCard => ({ kind: 'factor', id: id(name), text, category: 'human' });
const by = { author: { id: null, name: 'Priya' }, nowMs: 0 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const two = (level: NewsLevel = 'normal') => {
  const mine = openWriter(new Y.Doc());
  const theirs = openWriter(new Y.Doc());
  const carry = (): void =>
    Y.applyUpdate(mine.board.doc, Y.encodeStateAsUpdate(theirs.board.doc, Y.encodeStateVector(mine.board.doc)), 'wire');
  const told: string[] = [];
  const watch = (): (() => void) =>
    watchNews(
      mine,
      (words) => told.push(words),
      () => level,
    );
  /** The other one writes, a letter at a time. */
  const write = (card: CardId, letters: string): void => {
    for (const insert of letters) {
      editText(theirs, card, { index: 0, remove: 0, insert });
      carry();
    }
  };
  return { mine, theirs, carry, told, watch, write };
};

describe('[B16] news of others', () => {
  it('come in one sentence, however many edits there were', () => {
    const { theirs, carry, told, watch, write } = two();
    addCard(theirs, factor('factor-0000'), by);
    carry();
    const stop = watch();
    addCard(theirs, factor('factor-0001'), by);
    addCard(theirs, factor('factor-0002'), by);
    carry();
    write(id('factor-0001'), 'abc');
    write(id('factor-0000'), 'abc');
    expect(told).toEqual([]);
    vi.advanceTimersByTime(5_000);
    expect(told).toEqual(['2 cards added in Factors, 1 card changed.']);
    stop();
  });

  it('leave out what I did myself', () => {
    const { mine, told, watch } = two();
    const stop = watch();
    addCard(mine, factor('factor-0001'), by);
    mine.undo.undo();
    vi.advanceTimersByTime(20_000);
    expect(told).toEqual([]);
    stop();
  });

  it('tell of what was removed, and not of what came and went', () => {
    const { theirs, carry, told, watch } = two();
    addCard(theirs, factor('factor-0001'), by);
    carry();
    const stop = watch();
    removeCard(theirs, id('factor-0001'));
    addCard(theirs, factor('factor-0002'), by);
    carry();
    removeCard(theirs, id('factor-0002'));
    carry();
    vi.advanceTimersByTime(5_000);
    expect(told).toEqual(['1 card removed.']);
    stop();
  });

  it('tell of a card that somebody goes on writing in once a minute', () => {
    const { theirs, carry, told, watch, write } = two();
    addCard(theirs, factor('factor-0001'), by);
    carry();
    const stop = watch();
    for (let second = 0; second < 50; second++) {
      write(id('factor-0001'), 'a');
      vi.advanceTimersByTime(1_000);
    }
    expect(told).toEqual(['1 card changed.']);
    vi.advanceTimersByTime(60_000);
    write(id('factor-0001'), 'a');
    vi.advanceTimersByTime(5_000);
    expect(told).toEqual(['1 card changed.', '1 card changed.']);
    stop();
  });

  it('are nothing while nothing happened', () => {
    expect(newsWords(noNews(), () => null)).toBeNull();
    expect(newsInFull(noNews(), () => null)).toBeNull();
  });
});

describe('[O9] how much is told', () => {
  it('quiet: nothing', () => {
    const { theirs, carry, told, watch } = two('quiet');
    const stop = watch();
    addCard(theirs, factor('factor-0001'), by);
    carry();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
    stop();
  });

  it('all: each card by its words, once they are written', () => {
    const { theirs, carry, told, watch, write } = two('all');
    const stop = watch();
    addCard(theirs, factor('factor-0001', ''), by);
    carry();
    write(id('factor-0001'), 'eueuq eht');
    vi.advanceTimersByTime(2_400);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['Priya added “the queue” in Factors.']);
    stop();
  });

  it('all: not put off for ever, and a crowd of cards is counted', () => {
    const { theirs, carry, told, watch } = two('all');
    const stop = watch();
    for (let second = 0; second < 10; second++) {
      addCard(theirs, factor(`factor-000${second}`, `card ${second}`), by);
      carry();
      vi.advanceTimersByTime(1_000);
    }
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^Priya added “card 0” in Factors\. .* 5 more changes\.$/);
    stop();
  });
});
