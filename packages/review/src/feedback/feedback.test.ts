import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ratings,
  saysNothing,
  summedUp,
  verdicts,
  withAnswer,
  type Feedback,
  type FeedbackAnswer,
} from './feedback.ts';

const today = '2026-11-21';
const silent: Feedback = { facilitation: null, document: null, learned: null, again: null, helped: '', change: '' };
const given = (id: string, more: Partial<FeedbackAnswer> = {}) => ({ ...silent, id, day: today, ...more });
const afterAll = (answers: readonly Omit<FeedbackAnswer, 'together'>[]): FeedbackAnswer[] =>
  answers.reduce<FeedbackAnswer[]>(withAnswer, []);

const anyAnswers = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 8, maxLength: 22 }),
    day: fc.constant(today),
    facilitation: fc.option(fc.constantFrom(...ratings)),
    document: fc.option(fc.constantFrom(...ratings)),
    learned: fc.option(fc.constantFrom(...verdicts)),
    again: fc.option(fc.constantFrom(...verdicts)),
    helped: fc.string({ maxLength: 20 }),
    change: fc.string({ maxLength: 20 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('[E1] an answer says something, or it is none', () => {
  expect(saysNothing(silent)).toBe(true);
  for (const more of [
    { facilitation: 1 },
    { document: 5 },
    { learned: 'no' },
    { again: 'partly' },
    { helped: 'Tea' },
    { change: '-' },
  ] as const)
    expect(saysNothing({ ...silent, ...more })).toBe(false);
});

describe('[E2] fewer than three answers are shown as a count alone', () => {
  test('two, with all that they said', () => {
    const sum = summedUp(
      afterAll([given('a', { helped: 'Tea', facilitation: 5 }), given('b', { learned: 'yes' })]),
      today,
    );
    expect(sum).toMatchObject({ given: 2, shown: 0, helped: [], learned: { yes: 0, partly: 0, no: 0 } });
    expect(sum.facilitation).toEqual({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 });
  });

  test('also when they are days old', () => {
    expect(summedUp(afterAll([given('a'), given('b')]), '2026-12-24').shown).toBe(0);
  });

  test('three are summed up', () => {
    const answers = afterAll([
      given('c', { facilitation: 5, document: 3, learned: 'yes', again: 'yes', helped: 'The questions' }),
      given('a', { facilitation: 4, document: 3, learned: 'partly', again: 'yes', change: 'Begin on time' }),
      given('b', { facilitation: 5, learned: 'yes', again: 'no', helped: 'A calm hour' }),
    ]);
    expect(summedUp(answers, today)).toEqual({
      given: 3,
      shown: 3,
      facilitation: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 2 },
      document: { 1: 0, 2: 0, 3: 2, 4: 0, 5: 0 },
      learned: { yes: 2, partly: 1, no: 0 },
      again: { yes: 2, partly: 0, no: 1 },
      helped: ['A calm hour', 'The questions'],
      change: ['Begin on time'],
    });
  });
});

describe('[E3] no two sums of a day differ by one answer or two', () => {
  test('the fourth and fifth wait, the sixth brings them along', () => {
    const six = ['f', 'c', 'e', 'a', 'd', 'b'].map((id) => given(id));
    expect(six.map((_, index) => summedUp(afterAll(six.slice(0, index + 1)), today).shown)).toEqual([0, 0, 3, 3, 3, 6]);
  });

  test('whatever is said', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const shown = answers.map((_, index) => summedUp(afterAll(answers.slice(0, index + 1)), today).shown);
        for (const [index, count] of shown.entries()) {
          const before = shown[index - 1] ?? 0;
          expect(count === before || count - before >= 3).toBe(true);
        }
      }),
    );
  });

  test('what waited is shown once the day has passed, and never in a sum without a day', () => {
    const four = afterAll(['a', 'b', 'c', 'd'].map((id) => given(id)));
    expect(summedUp(four, today)).toMatchObject({ given: 4, shown: 3 });
    expect(summedUp(four, '2026-11-22')).toMatchObject({ given: 4, shown: 4 });
    expect(summedUp(four)).toMatchObject({ given: 4, shown: 3 });
  });
});

test('[E4] in what order people answered changes nothing that is kept or shown of three and more at once', () => {
  fc.assert(
    fc.property(anyAnswers, fc.infiniteStream(fc.nat()), (answers, keys) => {
      const some = answers.slice(0, answers.length - (answers.length % 3));
      const order = some.map((answer) => ({ answer, key: keys.next().value ?? 0 }));
      const shuffled = order.toSorted((one, other) => one.key - other.key).map(({ answer }) => answer);
      expect(afterAll(shuffled)).toEqual(afterAll(some));
      expect(summedUp(afterAll(shuffled), today)).toEqual(summedUp(afterAll(some), today));
    }),
  );
});

test('[E5] lines are shown by their letters: which belong together is not told', () => {
  const answers = afterAll([
    given('a', { helped: 'Zone by zone', change: 'Less of it' }),
    given('b', { helped: 'Ambulance notes', change: 'More of it' }),
    given('c', { helped: 'Maps', change: 'A break' }),
  ]);
  const { helped, change } = summedUp(answers, today);
  expect(helped).toEqual(['Ambulance notes', 'Maps', 'Zone by zone']);
  expect(change).toEqual(['A break', 'Less of it', 'More of it']);
});
