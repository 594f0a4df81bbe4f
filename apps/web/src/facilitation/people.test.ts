import type { FacilitationView, Person } from '@hearth/protocol/facilitation';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { lobbyWords, namesInWords, raisedHands, readyCount } from './people.ts';
import { isNewer } from './view-order.ts';

const person = (name: string, role: Person['role'], here = true): Person => ({
  participantId: `${name.toLowerCase()}-participant` as ParticipantId,
  name,
  role,
  here,
});
const view = (change: Partial<FacilitationView['state']> = {}): FacilitationView => ({
  reviewId: 'review-0001' as ReviewId,
  state: { ...lobby(learningReview), ...change },
  drafts: null,
  people: [
    person('Ines', 'facilitator'),
    person('Priya', 'participant'),
    person('Maya', 'sme'),
    person('Ruth', 'decision-maker', false),
    person('Sam', 'observer'),
  ],
  serverNowMs: 1_000,
});
const id = (name: string) => `${name}-participant` as ParticipantId;

describe('who is waited for', () => {
  it('counts those who are here and take part, not the facilitator, observers or those who left', () => {
    expect(readyCount(view({ ready: [id('priya'), id('ruth'), id('ines')] }))).toEqual({ ready: 1, of: 2 });
  });
  it('keeps hands in their order and leaves out whom nobody knows', () => {
    const hands = raisedHands(view({ hands: [id('maya'), id('nobody'), id('priya')] }));
    expect(hands.map((each) => each.name)).toEqual(['Maya', 'Priya']);
  });
});

describe('names in words', () => {
  it.each([
    [[], ''],
    [['Priya'], 'Priya'],
    [['Priya', 'Maya'], 'Priya and Maya'],
    [['Priya', 'Maya', 'Dele'], 'Priya, Maya and Dele'],
    [['Priya', 'Maya', 'Dele', 'Ruth'], 'Priya, Maya and 2 others'],
  ])('%j', (names, words) => {
    expect(namesInWords(names)).toBe(words);
  });
});

describe('words of the lobby', () => {
  const here = (...names: string[]): FacilitationView => ({
    ...view(),
    people: view().people.map((each) => ({ ...each, here: names.includes(each.name) })),
  });
  it('tells the facilitator who is here', () => {
    expect(lobbyWords(here('Ines'), id('ines'))).toBe('You are the first one here.');
    expect(lobbyWords(here('Ines', 'Priya', 'Maya'), id('ines'))).toBe('Priya and Maya are here.');
  });
  it('tells everybody else whom they wait for as well', () => {
    expect(lobbyWords(here('Priya'), id('priya'))).toBe('You are the first one here. Ines starts the review.');
    expect(lobbyWords(here('Priya', 'Ines'), id('priya'))).toBe('Ines is here and starts the review.');
    expect(lobbyWords(here('Priya', 'Maya'), id('priya'))).toBe('Maya is here. Ines starts the review.');
  });
});

describe('which view is later', () => {
  it('goes by version, then by the server’s time: people come and go without a version', () => {
    const before = view({ version: 4 });
    expect(isNewer(null, before)).toBe(true);
    expect(isNewer(before, { ...view({ version: 5 }), serverNowMs: 1 })).toBe(true);
    expect(isNewer(before, { ...view({ version: 3 }), serverNowMs: 9_000 })).toBe(false);
    expect(isNewer(before, { ...before, serverNowMs: 1_001 })).toBe(true);
    expect(isNewer(before, { ...before, serverNowMs: 999 })).toBe(false);
  });
});
