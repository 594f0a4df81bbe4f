import type { FacilitationView } from '@hearth/protocol/facilitation';
import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundPeople, roundQuestions, shuffled, stepped, turnNow, turnWords } from './rounds.ts';
import { idOf, person } from '../facilitation/test/people.ts';

const people = [
  person('Ines', 'facilitator'),
  person('Priya'),
  person('Tomasz'),
  person('Sam', 'observer'),
  person('Dele', 'participant', false),
];
const meeting = (turn: number): FacilitationView['state'] => ({
  ...lobby(learningReview),
  round: {
    purpose: 'check-in',
    question: 'How?',
    order: [idOf('Priya'), idOf('Tomasz'), idOf('Gone')],
    turn,
    sinceMs: 0,
  },
});

describe('before a round begins', () => {
  it('[TP7] asks those who are here and take part, whoever runs the meeting last', () => {
    expect(roundPeople(people).map(({ name }) => name)).toEqual(['Priya', 'Tomasz', 'Ines']);
  });

  it('[TP8] shuffling keeps everybody, once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat()),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (items, numbers) => {
          const mixed = shuffled(items, () => numbers.next().value as number);
          expect(mixed.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
        },
      ),
    );
    expect(shuffled(['a', 'b', 'c'], () => 0)).toEqual(['b', 'c', 'a']);
  });

  it('[TP8] one is moved by a step, and stays at the ends', () => {
    expect(stepped(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(stepped(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(stepped(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(stepped(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
  });

  it('[TP7] every purpose has questions of its own, each one sentence that asks', () => {
    const all = Object.values(roundQuestions).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const question of all) expect(question).toMatch(/^[A-Z][^?]+\?$/);
  });
});

describe('[TP9] while it goes on, everybody knows whose turn it is and who is next', () => {
  it('tells speaker, next one and place', () => {
    expect(turnNow({ state: lobby(learningReview), people })).toBeNull();
    const now = turnNow({ state: meeting(0), people });
    expect(now).toMatchObject({ speaker: { name: 'Priya' }, next: { name: 'Tomasz' }, place: 1, of: 3 });
    expect(now && turnWords(now, idOf('Ines'))).toBe('It is Priya’s turn. Tomasz is next.');
    expect(now && turnWords(now, idOf('Priya'))).toBe('It is your turn. Tomasz is next.');
    expect(now && turnWords(now, idOf('Tomasz'))).toBe('It is Priya’s turn. You are next.');
  });

  it('copes with somebody whom the room does not know any more, and with the end', () => {
    const gone = turnNow({ state: meeting(2), people });
    expect(gone).toMatchObject({ speaker: null, speakerId: idOf('Gone'), next: null });
    expect(gone && turnWords(gone, idOf('Priya'))).toBe('It is somebody else’s turn.');
    expect(turnNow({ state: meeting(3), people })).toMatchObject({ speakerId: null, speaker: null, next: null });
  });
});
