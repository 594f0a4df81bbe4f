import { describe, expect, test } from 'vitest';
import type { FacilitationCommand } from './command.ts';
import { paceWishOf } from './pace.ts';
import { publicState } from './state.ts';
import { accepted, by, ines, maya, now, olga, priya, refusal, states, tom } from '../test/room.ts';

const meeting = states['middle stage'];
const begin = (...order: (typeof maya)[]): FacilitationCommand => ({
  kind: 'begin-round',
  purpose: 'check-out',
  question: 'What do you take with you?',
  order,
});

describe('[F24] a round', () => {
  test('goes from one to the next, and ends with the last', () => {
    let state = accepted(meeting, begin(priya, tom, maya));
    expect(state.round).toEqual({
      purpose: 'check-out',
      question: 'What do you take with you?',
      order: [priya, tom, maya],
      turn: 0,
      sinceMs: now,
    });
    state = accepted(state, { kind: 'end-turn', of: priya }, by(priya, now + 9_000));
    expect(state.round).toMatchObject({ turn: 1, sinceMs: now + 9_000 });
    state = accepted(state, { kind: 'end-turn', of: tom }, by(tom, now + 19_000));
    state = accepted(state, { kind: 'end-turn', of: maya }, by(maya, now + 29_000));
    expect(state).not.toHaveProperty('round');
  });

  test('leaves out who only observes, who is no part of the review, and whoever is named twice', () => {
    const strange = 'somebody-else' as typeof maya;
    expect(accepted(meeting, begin(olga, priya, strange, priya, tom)).round?.order).toEqual([priya, tom]);
    expect(refusal(meeting, begin(olga, strange))).toBe('nobody-to-ask');
  });

  test('a turn is ended by who has it, or by who runs the meeting in their place', () => {
    const round = states['round under way'];
    expect(accepted(round, { kind: 'end-turn', of: priya }, by(maya)).round?.turn).toBe(1);
    expect(refusal(round, { kind: 'end-turn', of: priya }, by(tom))).toBe('not-your-turn');
  });

  test('two who end a turn at once skip nobody', () => {
    const next = accepted(states['round under way'], { kind: 'end-turn', of: priya }, by(priya));
    expect(refusal(next, { kind: 'end-turn', of: priya }, by(ines))).toBe('turn-over');
    expect(refusal(next, { kind: 'end-turn', of: tom }, by(ines))).toBe('turn-over');
  });
});

describe('[F23] the pace', () => {
  test('is each person’s own, one of two, and gone when nobody wishes any more', () => {
    let state = accepted(meeting, { kind: 'pace', pace: 'slower' }, by(priya));
    state = accepted(state, { kind: 'pace', pace: 'slower' }, by(tom));
    state = accepted(state, { kind: 'pace', pace: 'faster' }, by(priya));
    expect(state.paceWishes).toEqual({ slower: [tom], faster: [priya] });
    expect(paceWishOf(state, priya)).toBe('faster');
    expect(paceWishOf(state, ines)).toBeNull();
    state = accepted(state, { kind: 'pace', pace: null }, by(priya));
    state = accepted(state, { kind: 'pace', pace: null }, by(tom));
    expect(state).not.toHaveProperty('paceWishes');
    expect(accepted(state, { kind: 'pace', pace: null }, by(tom))).toBe(state);
  });
});

test('[F23] everybody sees how many wish for another pace, also in what a move left behind, and nobody who', () => {
  const wished = accepted(accepted(meeting, { kind: 'pace', pace: 'slower' }, by(priya)), {
    kind: 'hand',
    raised: true,
  });
  expect(publicState(wished)).toMatchObject({ pace: { slower: 1, faster: 0 } });
  const onward = accepted(wished, { kind: 'next' });
  expect(onward.lastMove).toHaveProperty('paceWishes');
  for (const shown of [wished, onward].map(publicState)) expect(JSON.stringify(shown)).not.toContain(priya);
});

describe('[F20] asking for more time', () => {
  test('each answers once, and may change their mind', () => {
    const asked = states['question asked'];
    const yes = accepted(asked, { kind: 'answer-extend', yes: true }, by(priya));
    expect(yes.extendAsked).toMatchObject({ yes: [priya], no: [] });
    expect(accepted(yes, { kind: 'answer-extend', yes: true }, by(priya))).toBe(yes);
  });

  test('other minutes are another question', () => {
    const again = accepted(states['question asked'], { kind: 'ask-extend', minutes: 1 });
    expect(again.extendAsked).toEqual({ minutes: 1, atMs: now, yes: [], no: [] });
  });

  test('more time answers it, and so does leaving it', () => {
    const asked = states['question asked'];
    expect(accepted(asked, { kind: 'extend', minutes: 5 })).not.toHaveProperty('extendAsked');
    expect(accepted(asked, { kind: 'drop-extend' })).not.toHaveProperty('extendAsked');
  });
});
