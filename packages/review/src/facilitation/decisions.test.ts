import { describe, expect, test } from 'vitest';
import { chooseTemplate } from './choose-template.ts';
import type { FacilitationCommand } from './command.ts';
import { accepted, by, given, ines, maya, now, olga, priya, refusal, states, tom } from '../test/room.ts';
import { learningReview } from '../templates/built-in.ts';

const decide = (id: string, text: string): FacilitationCommand => ({ kind: 'decide', id, text });
const meeting = states['middle stage'];

describe('[F28] decisions', () => {
  test('are recorded with who was there and when', () => {
    const decided = accepted(meeting, decide('decision-0001', 'The alarm stays.'), by(tom));
    expect(decided.decisions).toEqual([
      { id: 'decision-0001', text: 'The alarm stays.', atMs: now, by: tom, present: [ines, maya, priya, olga, tom] },
    ]);
  });

  test('sent twice, are recorded once; another of the same id is none', () => {
    const decided = accepted(meeting, decide('decision-0001', 'Yes.'), by(priya));
    expect(accepted(decided, decide('decision-0001', 'Yes.'), by(priya, now + 9))).toBe(decided);
    expect(refusal(decided, decide('decision-0001', 'No.'), by(priya))).toBe('decision-taken');
    expect(refusal(decided, decide('decision-0001', 'Yes.'), by(tom))).toBe('decision-taken');
  });

  test('are withdrawn by who recorded them, or by who runs the meeting', () => {
    const withdraw: FacilitationCommand = { kind: 'withdraw-decision', id: 'decision-0001' };
    expect(refusal(states['much said'], withdraw, by(tom))).toBe('not-your-decision');
    for (const who of [priya, maya]) expect(accepted(states['much said'], withdraw, by(who)).decisions).toEqual([]);
  });

  test('are fifty at most', () => {
    const many = given(
      Array.from({ length: 50 }, (_, index) => [decide(`decision-${index}`, 'Yes.'), now]),
      meeting,
    );
    expect(refusal(many, decide('decision-50', 'Yes.'))).toBe('too-many-decisions');
  });
});

describe('[F29] the ground rules', () => {
  test('are said yes to by each, in the lobby too, and for good', () => {
    let state = accepted(states.lobby, { kind: 'acknowledge' }, by(priya));
    state = accepted(state, { kind: 'acknowledge' }, by(maya));
    expect(state.acknowledged).toEqual([priya, maya]);
    state = given(
      [
        [{ kind: 'start' }, now],
        [{ kind: 'next' }, now],
        [{ kind: 'end' }, now],
      ],
      state,
    );
    expect(state.acknowledged).toEqual([priya, maya]);
    expect(refusal(state, { kind: 'acknowledge' }, by(tom))).toBe('ended');
  });
});

describe('[F30] the leaders’ preparation', () => {
  const prepared = given(
    [
      [{ kind: 'check', item: 'invited', done: true }, now],
      [{ kind: 'word-opening', text: 'Welcome.' }, now],
      [{ kind: 'soak', on: true }, now],
      [{ kind: 'acknowledge' }, now, priya],
    ],
    states.lobby,
  );

  test('outlives another agenda', () => {
    const chosen = chooseTemplate(prepared, learningReview);
    expect(chosen.ok && chosen.state).toMatchObject({
      checks: ['invited'],
      opening: 'Welcome.',
      soak: true,
      acknowledged: [priya],
      stages: learningReview.stages,
      version: 5,
    });
  });

  test('can be taken back', () => {
    const state = given(
      [
        [{ kind: 'check', item: 'invited', done: false }, now],
        [{ kind: 'word-opening', text: null }, now],
        [{ kind: 'soak', on: false }, now],
      ],
      prepared,
    );
    expect(state).toMatchObject({ checks: [], soak: false });
    expect(state).not.toHaveProperty('opening');
    expect(accepted(state, { kind: 'word-opening', text: null })).toBe(state);
  });

  test('has sixty items at most; one of them can be taken off all the same', () => {
    const item = (index: number, done = true): FacilitationCommand => ({ kind: 'check', item: `item ${index}`, done });
    const full = given(
      Array.from({ length: 60 }, (_, index) => [item(index), now]),
      states.ended,
    );
    expect(refusal(full, item(60))).toBe('too-many-checks');
    expect(accepted(full, item(7, false)).checks).toHaveLength(59);
  });
});
