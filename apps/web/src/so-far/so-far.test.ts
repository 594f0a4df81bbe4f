import type { Card, CardKind, EventCard } from '@hearth/board/cards';
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { arrivalOf } from './been-here.ts';
import { boardLine, missedTheRules, nowLine, stagesLine } from './so-far.ts';
import { idOf, person } from '../facilitation/test/people.ts';

const minuteMs = 60_000;
const began = Date.UTC(2026, 10, 21, 14, 0);
const me = idOf('Dele');

const meeting = (stageIndex: number, more: Partial<FacilitationState> = {}): FacilitationState => {
  const state = lobby(learningReview);
  return {
    ...state,
    status: 'running',
    stageIndex,
    timer: { kind: 'running', deadlineMs: began + 60 * minuteMs, plannedMs: 10 * minuteMs },
    visits: state.stages.slice(0, stageIndex + 1).map((stage, index) => ({
      stageId: stage.id,
      enteredMs: began + index * 10 * minuteMs,
      leftMs: index === stageIndex ? null : began + (index + 1) * 10 * minuteMs,
    })),
    ...more,
  };
};

describe('who comes late', () => {
  const running = meeting(2);
  const now = began + 25 * minuteMs;
  it.each([
    ['who was never here', null, 'late'],
    ['who prepared it last week', began - 7 * 24 * 60 * minuteMs, 'late'],
    ['who was away for a quarter of an hour', now - 15 * minuteMs, 'away'],
    ['who reloads', now - 5_000, 'in-time'],
    ['whose clock was set back meanwhile', now + minuteMs, 'in-time'],
  ] as const)('[SF1] %s', (_, seenMs, arrival) => {
    expect(arrivalOf(running, seenMs, now)).toBe(arrival);
  });
  it('[SF1] nobody, while the meeting has not begun, has just begun, or is over', () => {
    expect(arrivalOf(lobby(learningReview), null, now)).toBe('in-time');
    expect(arrivalOf(meeting(0), null, began + minuteMs)).toBe('in-time');
    expect(arrivalOf({ ...running, status: 'ended' }, null, now)).toBe('in-time');
  });
});

describe('so far, in three lines', () => {
  it('[SF2] which stage since when, and what came before it', () => {
    expect(stagesLine(meeting(2), began + 28 * minuteMs, 'UTC')).toBe(
      'Since 14:20, for 8 minutes, the room is in Timeline, stage 3 of 8. Before that: Opening and Reports.',
    );
    expect(stagesLine(meeting(0, { timer: { kind: 'paused', remainingMs: 0, plannedMs: 1 } }), began, 'UTC')).toBe(
      'Just now the room came to Opening, stage 1 of 8. The clock is paused.',
    );
  });

  it('[SF2] a stage that was gone back to is not told as one before itself', () => {
    const visits = [...meeting(3).visits.slice(0, 3), { ...meeting(1).visits[1]!, enteredMs: began + 30 * minuteMs }];
    expect(stagesLine(meeting(1, { visits }), began + 31 * minuteMs, 'UTC')).toBe(
      'Since 14:30, for 1 minute, the room is in Reports, stage 2 of 8. Before that: Opening and Timeline.',
    );
  });

  const event = (n: number, text: string, key: boolean): EventCard => ({
    id: `card-${n}` as CardId,
    kind: 'event',
    text,
    rank: String(n),
    author: null,
    createdAt: 0,
    evidence: [],
    files: [],
    at: Date.UTC(2026, 10, 12, 13, n),
    endAt: null,
    precision: 'exact',
    eventKind: 'action',
    lane: '',
    key,
    apart: [],
  });
  const boardOf = (cards: readonly Card[]) => ({
    list: (kind: CardKind) => cards.filter((card) => card.kind === kind) as never,
  });
  it('[SF3] what stands on the board, by kind, with the key moments in the incident’s time', () => {
    expect(boardLine(boardOf([]), 'UTC')).toBe('Nothing stands on the board yet.');
    expect(boardLine(boardOf([event(9, 'Labels stop printing', true), event(1, 'A change', false)]), 'UTC')).toMatch(
      /^On the board: 2 moments\. Key moment: 13:09 “.?Labels stop printing.?”\.$/u,
    );
    const many = [1, 2, 3, 4, 5].map((n) => event(n, `Moment ${n}`, true));
    expect(boardLine(boardOf(many), 'UTC')).toMatch(/Moment 3.?” and 2 more\.$/u);
  });

  const view = (state: FacilitationState): FacilitationView => ({
    reviewId: 'review-1' as ReviewId,
    state,
    people: [person('Priya'), person('Tomasz'), person('Dele')],
    drafts: null,
    serverNowMs: 0,
  });
  const round = (turn: number): Partial<FacilitationState> => ({
    round: {
      purpose: 'check-in',
      question: 'How are you here?',
      order: [idOf('Priya'), idOf('Tomasz'), me],
      turn,
      sinceMs: 0,
    },
  });
  it.each([
    ['in a stage with a zone', meeting(2), /^The room collects what happened\. Add a moment/],
    ['in a stage about the people', meeting(0), /^The room talks: What do we want .* Listen/],
    ['in a round', meeting(0, round(0)), /now it is Priya\. Listen; 1 person comes before you\.$/],
    ['when I am next in it', meeting(0, round(1)), /now it is Tomasz\. You are next\.$/],
    ['when it is my turn', meeting(0, round(2)), /it is your turn\. Say what you think/],
    [
      'in a vote',
      meeting(4, { vote: { id: 1, on: 'factors', dots: 3, anonymous: false, openedMs: 0, voted: [] } }),
      'The room votes on the factors. Give your 3 dots to what matters most to you.',
    ],
    [
      'while everybody writes for themselves',
      meeting(3, { writing: { phase: 'private', round: 1, attribution: 'attributed' } }),
      /nobody reads it before it is revealed\. Write what you saw/,
    ],
  ] as const)('[SF4] what is done right now and the one thing to do, %s', (_, state, words) => {
    expect(nowLine(view(state), me)).toMatch(words);
  });
  it('[SF4] whoever observes is asked for nothing', () => {
    expect(nowLine(view(meeting(2)), null)).toBe('The room collects what happened. You observe: follow along.');
  });
});

describe('the ground rules of the opening', () => {
  it('[SF5] are offered to who takes part and came after it, until they agree', () => {
    expect(missedTheRules(meeting(2), me)).toBe(true);
    expect(missedTheRules(meeting(2, { acknowledged: [idOf('Priya')] }), me)).toBe(true);
    expect(missedTheRules(meeting(2, { acknowledged: [idOf('Priya'), me] }), me)).toBe(false);
  });
  it('[SF5] are not offered in the opening itself, to who observes, nor where the room began without one', () => {
    expect(missedTheRules(meeting(0), me)).toBe(false);
    expect(missedTheRules(meeting(2), null)).toBe(false);
    const { stages } = meeting(0);
    expect(missedTheRules({ ...meeting(1), visits: meeting(2).visits.slice(1) }, me)).toBe(false);
    expect(missedTheRules({ ...meeting(1), stages: stages.slice(1) }, me)).toBe(false);
  });
});
