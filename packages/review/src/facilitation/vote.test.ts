import { describe, expect, test } from 'vitest';
import type { CardId } from '../ids.ts';
import type { FacilitationCommand } from './command.ts';
import { publicState } from './state.ts';
import { accepted, alarm, by, ines, latency, maya, priya, refusal, states, tom, voteId } from '../test/room.ts';
import { ballotOf, votesLeft } from './vote.ts';

const open = states['vote open'];
const dots = (cardId: CardId, count: number, id = voteId): FacilitationCommand => ({
  kind: 'vote',
  voteId: id,
  cardId,
  dots: count,
});
const opened = (anonymous: boolean) =>
  accepted(states['middle stage'], { kind: 'open-vote', on: 'factors', dots: 3, anonymous });

describe('[F25] dots', () => {
  test('are given within a budget, moved, and taken back', () => {
    expect(ballotOf(open, priya)).toEqual({ [latency]: 2 });
    expect(votesLeft(ballotOf(open, priya), 3)).toBe(1);
    expect(refusal(open, dots(alarm, 2), by(priya))).toBe('no-dots-left');
    expect(refusal(open, dots(latency, 4), by(priya))).toBe('no-dots-left');
    const moved = accepted(accepted(open, dots(latency, 1), by(priya)), dots(alarm, 2), by(priya));
    expect(ballotOf(moved, priya)).toEqual({ [latency]: 1, [alarm]: 2 });
    const none = accepted(accepted(moved, dots(latency, 0), by(priya)), dots(alarm, 0), by(priya));
    expect(ballotOf(none, priya)).toEqual({});
    expect(none.vote?.voted).toEqual([]);
    expect(none.ballots).toEqual({});
    expect(votesLeft({}, 3)).toBe(3);
  });

  test('count for whatever a card is called', () => {
    let state = opened(false);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const before = state;
      expect(accepted(state, dots(name as CardId, 0), by(maya))).toBe(before);
      state = accepted(state, dots(name as CardId, 1), by(maya));
    }
    expect(votesLeft(ballotOf(state, maya), 3)).toBe(0);
    // As the store and the wire do.
    state = JSON.parse(JSON.stringify(state)) as typeof state;
    expect(refusal(state, dots(latency, 1), by(maya))).toBe('no-dots-left');
    state = accepted(state, { kind: 'close-vote', voteId: state.vote!.id });
    expect(state.results?.[0]?.tallies.map(({ cardId }) => cardId)).toEqual(['__proto__', 'constructor', 'toString']);
  });

  test('that come late find no other vote than the one they were meant for', () => {
    const discarded = accepted(open, { kind: 'discard-vote', voteId });
    const another = accepted(discarded, { kind: 'open-vote', on: 'learnings', dots: 3, anonymous: false });
    expect(another.vote?.id).not.toBe(voteId);
    expect(refusal(another, dots(latency, 1), by(priya))).toBe('no-such-vote');
    expect(refusal(another, { kind: 'close-vote', voteId })).toBe('no-such-vote');
    expect(refusal(another, { kind: 'discard-vote', voteId })).toBe('no-such-vote');
  });
});

describe('[F26] until it closes', () => {
  test('everybody sees who has voted, and nobody for what', () => {
    const shown = publicState(open);
    expect(shown.vote?.voted).toEqual([priya]);
    expect(shown).not.toHaveProperty('ballots');
    expect(JSON.stringify(shown)).not.toContain(latency);
  });

  test('what is discarded is forgotten', () => {
    const discarded = accepted(open, { kind: 'discard-vote', voteId });
    expect(JSON.stringify(discarded)).not.toContain(latency);
    expect(discarded).not.toHaveProperty('results');
  });
});

describe('[F27] the result', () => {
  const voted = (anonymous: boolean) => {
    let state = opened(anonymous);
    const id = state.vote!.id;
    state = accepted(state, dots(alarm, 1, id), by(tom));
    state = accepted(state, dots(latency, 3, id), by(priya));
    state = accepted(state, dots(alarm, 2, id), by(ines));
    state = accepted(state, dots('factor-other' as CardId, 1, id), by(maya));
    return accepted(state, { kind: 'close-vote', voteId: id });
  };

  test('counts all dots, most first; equals in an order of their own', () => {
    const [result] = voted(false).results ?? [];
    expect(result).toMatchObject({ voters: 4, on: 'factors', dots: 3 });
    expect(result?.tallies).toEqual([
      { cardId: alarm, dots: 3, by: [tom, ines] },
      { cardId: latency, dots: 3, by: [priya] },
      { cardId: 'factor-other', dots: 1, by: [maya] },
    ]);
  });

  test('of an anonymous vote names nobody, and nothing is kept that could', () => {
    const closed = voted(true);
    expect(closed.results?.[0]?.tallies).toEqual([
      { cardId: alarm, dots: 3 },
      { cardId: latency, dots: 3 },
      { cardId: 'factor-other', dots: 1 },
    ]);
    expect(closed).not.toHaveProperty('ballots');
    for (const { participantId } of by(ines).people)
      expect(JSON.stringify(closed.results)).not.toContain(participantId);
  });

  test('is kept for thirty votes', () => {
    let state = states['middle stage'];
    for (let count = 0; count < 30; count += 1) {
      state = accepted(state, { kind: 'open-vote', on: 'factors', dots: 1, anonymous: false });
      state = accepted(state, { kind: 'close-vote', voteId: state.vote!.id });
    }
    expect(state.results).toHaveLength(30);
    expect(refusal(state, { kind: 'open-vote', on: 'factors', dots: 1, anonymous: false })).toBe('too-many-votes');
  });
});
