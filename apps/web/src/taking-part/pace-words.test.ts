import { expect, it } from 'vitest';
import { paceWords, shortPaceWords } from './pace-words.ts';

it('[TP5] the pace is told in numbers, kindly, and not at all while nobody says anything', () => {
  expect(paceWords(undefined)).toBe('');
  expect(paceWords({ slower: 0, faster: 0 })).toBe('');
  expect(paceWords({ slower: 1, faster: 0 })).toBe('1 person would like it a little slower.');
  expect(paceWords({ slower: 2, faster: 1 })).toBe(
    '2 people would like it a little slower, 1 person would like it a little faster.',
  );
  expect(shortPaceWords({ slower: 2, faster: 1 })).toBe('2 slower, 1 faster');
  expect(shortPaceWords(undefined)).toBe('');
});
