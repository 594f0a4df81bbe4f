import { expect, it } from 'vitest';
import { countWords, promises } from './words.ts';

it('[V2] counts are numbers of thoughts', () => {
  expect(countWords({ thoughts: 4, inProgress: 2 })).toBe('4 thoughts + 2 in progress');
  expect(countWords({ thoughts: 1, inProgress: 0 })).toBe('1 thought');
  expect(countWords({ thoughts: 0, inProgress: 1 })).toBe('0 thoughts + 1 in progress');
});

it('[V3] without names, people are told so before they write', () => {
  expect(promises.anonymous).toContain('Nobody will see who wrote this, not even the facilitator.');
  expect(promises.attributed).toContain('with your name');
});
