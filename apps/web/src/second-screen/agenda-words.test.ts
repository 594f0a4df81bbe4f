import type { FacilitationView } from '@hearth/protocol/facilitation';
import { lobby } from '@hearth/review/facilitation/transition';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { endAtMs, overWords, turnLine, voteLine } from './agenda-words.ts';
import { idOf, person } from '../facilitation/test/people.ts';

const people = [
  person('Ines', 'facilitator'),
  person('Priya'),
  person('Tomasz'),
  person('Dele', 'participant', false),
  person('Sam', 'observer'),
];
const view = (more: Partial<FacilitationState>): FacilitationView => ({
  reviewId: 'review-1' as ReviewId,
  state: { ...lobby(learningReview), status: 'running', ...more },
  people,
  drafts: null,
  serverNowMs: 0,
});
const vote = (voted: readonly string[], anonymous = false): Partial<FacilitationState> => ({
  vote: { id: 1, on: 'factors', dots: 3, anonymous, openedMs: 0, voted: voted.map(idOf) },
});

describe('the shared agenda', () => {
  it('[SS3] tells how many have voted, of those who are here and may; who left after voting counts on', () => {
    expect(voteLine(view({}))).toBeNull();
    expect(voteLine(view(vote([])))).toEqual({
      what: 'Vote on the factors: 3 dots each, with names',
      count: 'Nobody has voted yet',
    });
    expect(voteLine(view(vote(['Priya'])))?.count).toBe('One of three has voted');
    expect(voteLine(view(vote(['Priya', 'Dele'])))?.count).toBe('Two of four have voted');
    expect(voteLine(view(vote(['Priya', 'Ines', 'Tomasz'], true)))).toEqual({
      what: 'Vote on the factors: 3 dots each, without names',
      count: 'Three of three have voted',
    });
  });

  it('[SS3] tells whose turn it is and who comes then, by name also when they just left', () => {
    const round = { purpose: 'check-in', question: 'How are you here?', sinceMs: 0 } as const;
    const order = [idOf('Priya'), idOf('Dele'), idOf('nobody')];
    expect(turnLine(view({}))).toBeNull();
    expect(turnLine(view({ round: { ...round, order, turn: 0 } }))).toEqual({
      what: 'Check-in, 1 of 3',
      question: 'How are you here?',
      name: 'Priya',
      next: 'Dele',
    });
    expect(turnLine(view({ round: { ...round, order, turn: 2 } }))).toMatchObject({ name: 'Somebody', next: null });
    expect(turnLine(view({ round: { ...round, order, turn: 3 } }))).toBeNull();
  });

  it('[SS4] says kindly that a stage is over its time', () => {
    expect(overWords(-1_000)).toBe('The time for this is up. Take what you need.');
    expect(overWords(-60_000)).toBe('1 minute over. Take what you need.');
    expect(overWords(-150_000)).toBe('2 minutes over. Take what you need.');
  });

  it('[SS4] ends when what is left of this stage and the minutes of those to come are over, as re-flowed', () => {
    const running = view({ stageIndex: 5 }).state;
    const minutes = 60_000;
    expect(endAtMs(lobby(learningReview), 0, 0)).toBeNull();
    expect(endAtMs(running, 2 * minutes, 1_000)).toBe(1_000 + (2 + 7 + 3) * minutes);
    expect(endAtMs(running, -5 * minutes, 1_000)).toBe(1_000 + (7 + 3) * minutes);
    expect(endAtMs({ ...running, plan: [3, 6, 10, 12, 11, 8, 4, 2] }, 0, 0)).toBe(6 * minutes);
  });
});
