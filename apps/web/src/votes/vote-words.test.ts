import type { ParticipantId } from '@hearth/review/ids';
import { expect, it } from 'vitest';
import { leftWords, votedWords } from './vote-words.ts';
import { person } from '../facilitation/test/people.ts';

const people = [
  person('ines', 'facilitator'),
  person('priya'),
  person('maya'),
  person('sam', 'observer'),
  person('dele', 'participant', false),
];
const ids = (...names: string[]) => names as ParticipantId[];

it('[DV6] while a vote is open it tells how many have voted, of those who are here or did so before they left', () => {
  expect(votedWords([], people)).toBe('Nobody has voted yet');
  expect(votedWords(ids('priya'), people)).toBe('One of three has voted');
  expect(votedWords(ids('priya', 'dele'), people)).toBe('Two of four have voted');
  const many = Array.from({ length: 15 }, (_, index) => person(`p${index}`));
  expect(
    votedWords(
      many.slice(0, 14).map(({ participantId }) => participantId),
      many,
    ),
  ).toBe('14 of 15 have voted');
});

it('[DV5] what is left is told in words', () => {
  expect(leftWords(5, 5)).toBe('5 dots to give');
  expect(leftWords(1, 5)).toBe('1 dot left');
  expect(leftWords(0, 5)).toBe('No dots left');
});
