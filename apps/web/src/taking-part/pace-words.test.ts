import { expect, it } from 'vitest';
import { paceWords, shortPaceWords } from './pace-words.ts';

it('[TP5] the pace is told in numbers, kindly, and not at all while nobody says anything', () => {
  expect(paceWords(undefined)).toBe('');
  expect(paceWords({ slower: [], faster: [] })).toBe('');
  expect(paceWords({ slower: ['priya'], faster: [] })).toBe('1 person would like it a little slower.');
  expect(paceWords({ slower: ['priya', 'maya'], faster: ['ben'] })).toBe(
    '2 people would like it a little slower, 1 person would like it a little faster.',
  );
  expect(shortPaceWords({ slower: ['priya', 'maya'], faster: ['ben'] })).toBe('2 slower, 1 faster');
  expect(shortPaceWords(undefined)).toBe('');
});
