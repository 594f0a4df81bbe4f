import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import type { StageId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { expectedEndMs, numberWord, planNews } from './plan-news.ts';

const minuteMs = 60_000;
const stage = (name: string, minutes: number) => ({
  id: name.toLowerCase() as StageId,
  name,
  minutes,
  zone: null,
  question: '',
});
const stages = [stage('Opening', 5), stage('Factors', 20), stage('Narrative', 10), stage('Closing', 5)];

/** In a stage that began when it was planned to, with so much left on the clock. */
const running = (stageIndex: number, change: Partial<FacilitationState> = {}): FacilitationState => ({
  ...lobby({ id: 'test', version: 1, name: 'Test', about: '', stages }),
  status: 'running',
  stageIndex,
  visits: [
    { stageId: 'opening' as StageId, enteredMs: 0, leftMs: 5 * minuteMs },
    { stageId: 'factors' as StageId, enteredMs: 5 * minuteMs, leftMs: null },
  ],
  timer: { kind: 'running', deadlineMs: 25 * minuteMs, plannedMs: 20 * minuteMs },
  ...change,
});

describe('[RM5] what the clock means for the rest', () => {
  it('says nothing within a minute of the plan, in the lobby, and after the end', () => {
    expect(planNews(running(1), 10 * minuteMs)).toBeNull();
    expect(planNews(running(1), 25 * minuteMs + 59_999)).toBeNull();
    expect(planNews(running(1, { status: 'lobby', visits: [] }), 40 * minuteMs)).toBeNull();
    expect(planNews(running(1, { status: 'ended' }), 40 * minuteMs)).toBeNull();
  });

  it('tells who gets less when the room is over', () => {
    const news = planNews(running(1), 27 * minuteMs);
    expect(news).toEqual({
      short: 'Two minutes over',
      sentence: 'Two minutes over: Narrative gets nine, Closing four.',
      minutes: [5, 20, 9, 4],
    });
  });

  it('tells who gets more when there is time to spare', () => {
    const early = running(2, {
      visits: [
        { stageId: 'opening' as StageId, enteredMs: 0, leftMs: 5 * minuteMs },
        { stageId: 'factors' as StageId, enteredMs: 5 * minuteMs, leftMs: 20 * minuteMs },
        { stageId: 'narrative' as StageId, enteredMs: 20 * minuteMs, leftMs: null },
      ],
      timer: { kind: 'running', deadlineMs: 30 * minuteMs, plannedMs: 10 * minuteMs },
    });
    expect(planNews(early, 20 * minuteMs)?.sentence).toBe('Five minutes to spare: Closing gets ten.');
  });

  it('names two stages at most, and says nothing in the last one, where nothing can change', () => {
    const many = running(0, {
      visits: [{ stageId: 'opening' as StageId, enteredMs: 0, leftMs: null }],
      timer: { kind: 'running', deadlineMs: 5 * minuteMs, plannedMs: 5 * minuteMs },
    });
    expect(planNews(many, 15 * minuteMs)?.sentence).toMatch(
      /^Ten minutes over: Factors gets \w+, Narrative \w+, one more changes\.$/,
    );
    const last = running(3, {
      visits: [{ stageId: 'opening' as StageId, enteredMs: 0, leftMs: null }],
      timer: { kind: 'running', deadlineMs: 60 * minuteMs, plannedMs: 5 * minuteMs },
    });
    expect(planNews(last, 55 * minuteMs)).toBeNull();
  });

  it('once re-flowed, the plan is the plan', () => {
    expect(planNews(running(1, { plan: [5, 20, 9, 4] }), 27 * minuteMs)).toBeNull();
  });

  it('expects the end from the clock and what is planned, a paused clock included', () => {
    expect(expectedEndMs(running(1), 10 * minuteMs)).toBe(40 * minuteMs);
    expect(expectedEndMs(running(1), 30 * minuteMs)).toBe(45 * minuteMs);
    const paused = { kind: 'paused', remainingMs: 2 * minuteMs, plannedMs: 20 * minuteMs } as const;
    expect(expectedEndMs(running(1, { timer: paused }), 30 * minuteMs)).toBe(47 * minuteMs);
  });

  it('writes small numbers as words', () => {
    expect([1, 8, 12, 13].map(numberWord)).toEqual(['one', 'eight', 'twelve', '13']);
  });
});
