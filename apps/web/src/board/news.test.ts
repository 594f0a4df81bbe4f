import { addCard, editText, openWriter, removeCard, type NewCard } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { newsWords, noNews, watchNews } from './news.ts';

const factor = (id: string): NewCard => ({ kind: 'factor', id: id as CardId, text: 'words', category: 'human' });
const by = { author: null, nowMs: 0 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const two = () => {
  const mine = openWriter(new Y.Doc());
  const theirs = openWriter(new Y.Doc());
  const carry = (): void =>
    Y.applyUpdate(mine.board.doc, Y.encodeStateAsUpdate(theirs.board.doc, Y.encodeStateVector(mine.board.doc)), 'wire');
  return { mine, theirs, carry };
};

describe('[B16] news of others', () => {
  it('come in one sentence, however many edits there were', () => {
    const { mine, theirs, carry } = two();
    const tell = vi.fn();
    const stop = watchNews(mine, tell, 5_000);
    addCard(theirs, factor('factor-0001'), by);
    carry();
    addCard(theirs, factor('factor-0002'), by);
    carry();
    for (const insert of 'abc') {
      editText(theirs, 'factor-0001' as CardId, { index: 0, remove: 0, insert });
      carry();
    }
    expect(tell).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(tell.mock.calls).toEqual([['2 cards added in Factors, 1 card changed.']]);
    stop();
  });

  it('leave out what I did myself', () => {
    const { mine } = two();
    const tell = vi.fn();
    const stop = watchNews(mine, tell, 5_000);
    addCard(mine, factor('factor-0001'), by);
    mine.undo.undo();
    vi.advanceTimersByTime(20_000);
    expect(tell).not.toHaveBeenCalled();
    stop();
  });

  it('tell of what was removed', () => {
    const { mine, theirs, carry } = two();
    addCard(theirs, factor('factor-0001'), by);
    carry();
    const tell = vi.fn();
    const stop = watchNews(mine, tell, 5_000);
    removeCard(theirs, 'factor-0001' as CardId);
    carry();
    vi.advanceTimersByTime(5_000);
    expect(tell).toHaveBeenCalledWith('1 card removed.');
    stop();
  });

  it('are nothing while nothing happened', () => {
    expect(newsWords(noNews())).toBeNull();
  });
});
