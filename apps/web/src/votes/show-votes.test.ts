import type { CardKind } from '@hearth/board/cards';
import type { VoteResult } from '@hearth/review/facilitation/state';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { dotKey } from '../board/votes-shown.ts';
import { showVotes } from './show-votes.ts';

const card = (id: string, kind: CardKind = 'factor') => ({ id: id as CardId, kind });
const ballot = (dots: Record<string, number>) => ({
  on: (id: CardId) => dots[id] ?? 0,
  left: () => 3 - Object.values(dots).reduce((sum, one) => sum + one, 0),
  begun: () => Object.keys(dots).length > 0,
});
const result = (id: number, on: 'factors' | 'learnings', dots: Record<string, number>): VoteResult => ({
  id,
  on,
  dots: 3,
  anonymous: true,
  closedMs: id,
  voters: 1,
  tallies: Object.entries(dots).map(([cardId, count]) => ({ cardId: cardId as CardId, dots: count })),
});
const voting = { on: 'factors', ballot: ballot({ a: 2 }), budget: 3, results: [], onStep: () => undefined } as const;

describe('while a vote is open', () => {
  it('[DV1] [DV6] a card shows mine, and no result of before', () => {
    const shown = showVotes({ ...voting, results: [result(1, 'factors', { b: 7 }), result(2, 'learnings', { l: 1 })] });
    expect([shown?.dots(card('a')), shown?.dots(card('b'))]).toEqual([2, 0]);
    expect(shown?.spoken(card('a'))).toBe(' 2 dots of yours.');
    expect(shown?.spoken(card('b'))).toBe(' No dot of yours.');
    expect(shown?.spoken(card('l', 'learning'))).toBe(' 1 dot in the vote.');
    expect(shown?.mine).toEqual({ left: 1, of: 3, begun: true });
  });

  it('[DV1] only what is voted on takes dots, and from observers nothing does', () => {
    const given: unknown[] = [];
    const shown = showVotes({ ...voting, onStep: (id, by) => given.push([id, by]) });
    shown?.stepper(card('b'))?.(1);
    expect(given).toEqual([['b', 1]]);
    expect(shown?.stepper(card('l', 'learning'))).toBeNull();
    const watched = showVotes({ ...voting, ballot: null });
    expect([watched?.stepper(card('a')), watched?.spoken(card('a')), watched?.mine]).toEqual([null, '', null]);
  });

  it('[DV1] plus and minus are its keys there, and nowhere else', () => {
    const given: number[] = [];
    const shown = showVotes({ ...voting, onStep: (_, by) => given.push(by) });
    for (const key of ['+', '=', '-']) dotKey(key, card('a'), shown)?.();
    expect(given).toEqual([1, 1, -1]);
    for (const [key, on, votes] of [
      ['+', card('l', 'learning'), shown],
      ['+', undefined, shown],
      ['+', card('a'), null],
      ['n', card('a'), shown],
    ] as const)
      expect(dotKey(key, on, votes)).toBeNull();
  });
});

describe('once it is closed', () => {
  it('[DV7] a card shows the dots of the last vote on its kind, and nothing where it got none', () => {
    const results = [result(1, 'factors', { a: 5, b: 1 }), result(2, 'factors', { a: 3 })];
    const shown = showVotes({ ...voting, on: null, ballot: null, results });
    expect([shown?.spoken(card('a')), shown?.spoken(card('b'))]).toEqual([' 3 dots in the vote.', '']);
    expect(shown?.stepper(card('a'))).toBeNull();
    expect(showVotes({ ...voting, on: null, ballot: null })).toBeNull();
  });
});

it('[DV10] a card is drawn anew for its own dots only: what others do changes no word of it', () => {
  const before = showVotes(voting);
  const after = showVotes({ ...voting, ballot: ballot({ a: 2, b: 1 }), results: [result(1, 'learnings', { l: 2 })] });
  for (const one of [card('a'), card('c'), card('event', 'event')])
    expect([after?.spoken(one), after?.dots(one)]).toEqual([before?.spoken(one), before?.dots(one)]);
  expect(after?.spoken(card('b'))).not.toBe(before?.spoken(card('b')));
});
