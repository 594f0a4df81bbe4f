import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchMs, createCaptionPace, mostAtOnce, mostSpoken, windowMs, type Told } from './caption-pace.ts';
import { happenedBetween, type Happening } from './captions.ts';
import { idOf, person } from '../facilitation/test/people.ts';

const people = [
  person('Ines', 'facilitator'),
  person('Mara', 'co-facilitator'),
  person('Priya'),
  person('Tomasz'),
  person('Sam', 'observer'),
];
const running: FacilitationState = {
  ...lobby(learningReview),
  status: 'running',
  stageIndex: 2,
  timer: { kind: 'running', deadlineMs: 600_000, plannedMs: 600_000 },
  leader: idOf('Ines'),
};
/** As it comes over the wire: nothing in it is the same object as before. */
const view = (more: Partial<FacilitationState> = {}): FacilitationView =>
  structuredClone({
    reviewId: 'review-1' as ReviewId,
    state: { ...running, ...more },
    people,
    drafts: null,
    serverNowMs: 0,
  });
const act = (kind: NonNullable<FacilitationState['lastAct']>['kind'], by = 'Ines') => ({
  lastAct: { by: idOf(by), kind, atMs: 9 },
});
const round = (turn: number): Partial<FacilitationState> => ({
  round: {
    purpose: 'check-in',
    question: 'How are you?',
    order: [idOf('Priya'), idOf('Tomasz')],
    turn,
    sinceMs: 50 + turn,
  },
});
const vote = (voted: string[]): Partial<FacilitationState> => ({
  vote: { id: 1, on: 'factors', dots: 3, anonymous: true, openedMs: 0, voted: voted.map(idOf) },
});
const wordsOf = (happened: readonly Happening[]): string[] =>
  happened.map((one) => (one.kind === 'said' ? one.words : one.kind === 'hand' ? `hand ${one.name}` : 'reaction'));

describe('what happened between two views', () => {
  const cases: readonly [string, Partial<FacilitationState>, Partial<FacilitationState>, string[]][] = [
    ['nothing', {}, {}, []],
    [
      'a stage',
      {},
      { ...act('next'), stageIndex: 3, timer: { kind: 'running', deadlineMs: 0, plannedMs: 720_000 } },
      ['Ines moves the room to Perspectives, stage 4 of 8, 12 minutes.'],
    ],
    ['the end', {}, { ...act('end'), status: 'ended' }, ['Ines ended the review. Everything stays as it is.']],
    [
      'a pause',
      {},
      { ...act('pause', 'Mara'), timer: { kind: 'paused', remainingMs: 1, plannedMs: 1 } },
      ['Mara paused the clock.'],
    ],
    ['hands', { hands: [idOf('Tomasz')] }, { hands: [idOf('Tomasz'), idOf('Sam')] }, ['hand Sam']],
    ['my hand, lowered', { hands: [idOf('Priya')] }, act('lower-hand'), ['Ines lowered a hand.', 'Your hand is down.']],
    [
      'everybody ready',
      { ready: [idOf('Priya')] },
      { ready: [idOf('Priya'), idOf('Tomasz')] },
      ['Everybody is ready.'],
    ],
    [
      'still everybody ready',
      { ready: [idOf('Priya'), idOf('Tomasz')] },
      { ready: [idOf('Priya'), idOf('Tomasz')], hands: [] },
      [],
    ],
    [
      'a round',
      {},
      { ...round(0), ...act('begin-round') },
      ['Ines began a round. Check-in. How are you? It is your turn. Tomasz is next.'],
    ],
    ['a turn', round(0), round(1), ['It is Tomasz’s turn.']],
    ['the same turn', round(1), { ...round(1), hands: [] }, []],
    ['its end', round(1), {}, ['The round is over.']],
    [
      'a vote',
      {},
      { ...vote([]), ...act('open-vote') },
      ['Ines opened a vote. Vote on the factors: 3 dots each, without names.'],
    ],
    ['a voice', vote([]), vote(['Priya']), ['One of four has voted.']],
    ['a voice taken back', vote(['Priya']), vote([]), []],
    [
      'its result',
      vote(['Priya']),
      { results: [{ id: 1, on: 'factors', dots: 3, anonymous: true, closedMs: 1, voters: 1, tallies: [] }] },
      ['The vote is closed: 1 person has voted.'],
    ],
    ['a vote put aside', vote(['Priya']), act('discard-vote'), ['Ines discarded the vote. The vote was put aside.']],
    [
      'a turn passed on by who runs it',
      round(0),
      { ...round(1), ...act('end-turn') },
      ['Ines passed the turn on. It is Tomasz’s turn.'],
    ],
    [
      'a question to the room',
      {},
      { ...act('ask-extend'), extendAsked: { minutes: 5, atMs: 9, yes: [], no: [] } },
      ['Ines asks the room for more time.'],
    ],
    ['the lead', {}, { ...act('hand-over'), leader: idOf('Mara') }, ['Ines handed the lead to Mara.']],
    ['somebody who asks for it', {}, { leadAsked: { by: idOf('Mara'), atMs: 3 } }, ['Mara asks to lead the meeting.']],
    [
      'private writing',
      {},
      { writing: { phase: 'private', round: 1, attribution: 'anonymous' } },
      ['Everybody writes for themselves now, without names.'],
    ],
    [
      'a decision',
      {},
      { decisions: [{ id: 'd1', text: 'Two people on call', atMs: 1, by: idOf('Priya'), present: [] }] },
      ['Decision: Two people on call'],
    ],
  ];
  it.each(cases)('[C1] %s', (_, before, after, words) => {
    expect(wordsOf(happenedBetween(view(before), view(after), idOf('Priya'), false))).toEqual(words);
  });

  it('[C1] coming in is no event', () => {
    expect(happenedBetween(null, view({ hands: [idOf('Sam')] }), idOf('Priya'), false)).toEqual([]);
  });

  it('[C3] what a message on the screen says to those who run the meeting is only written down for them', () => {
    const pause = (me: string, runs: boolean) =>
      happenedBetween(
        view(),
        view({ ...act('pause'), timer: { kind: 'paused', remainingMs: 1, plannedMs: 1 } }),
        idOf(me),
        runs,
      );
    expect(pause('Mara', true)).toMatchObject([{ shown: true }]);
    expect(pause('Ines', true)).toMatchObject([{ words: 'You paused the clock.', shown: false }]);
    expect(pause('Priya', false)).toMatchObject([{ shown: false }]);
    const asked = { ...act('ask-extend'), extendAsked: { minutes: 5 as const, atMs: 9, yes: [], no: [] } };
    expect(wordsOf(happenedBetween(view(), view(asked), idOf('Ines'), true))).toEqual([
      'You ask the room for more time.',
    ]);
  });
});

describe('[C4] the pace of captions', () => {
  let told: (readonly Told[])[];
  const pace = () =>
    createCaptionPace({ nowMs: () => Date.now(), me: idOf('Priya'), tell: (captions) => told.push(captions) });
  const said = (words: string, more: Partial<Extract<Happening, { kind: 'said' }>> = {}): Happening => ({
    kind: 'said',
    about: words,
    words,
    urgent: true,
    chatter: false,
    ...more,
  });
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    told = [];
  });
  afterEach(() => vi.useRealTimers());

  it('tells what matters at once, and no more than three such things within ten seconds', () => {
    const captions = pace();
    captions.add(['a', 'b', 'c', 'd', 'e'].map((words) => said(words, { about: 'stage' })));
    expect(told.flat().map(({ words }) => words)).toEqual(['a', 'b', 'c']);
    expect(told).toHaveLength(mostAtOnce);
    vi.advanceTimersByTime(batchMs);
    // Of what waited, only where the room is in the end.
    expect(told.at(-1)).toEqual([{ words: 'e', silent: false }]);
    vi.advanceTimersByTime(windowMs);
    captions.add([said('f')]);
    expect(told.at(-1)).toEqual([{ words: 'f', silent: false }]);
    captions.stop();
  });

  it('tells hands and reactions together, by name or in numbers', () => {
    const captions = pace();
    const react = (name: string): Happening => ({
      kind: 'reaction',
      name,
      given: { participantId: idOf(name), reaction: 'agree' },
    });
    captions.add([{ kind: 'hand', name: 'Sam' }, { kind: 'hand', name: 'Tomasz' }, react('Sam')]);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(batchMs);
    expect(told.flat().map(({ words }) => words)).toEqual(['Sam and Tomasz raised their hands.', 'Sam agrees.']);
    captions.add(['A', 'B', 'C', 'D'].flatMap((name) => [{ kind: 'hand' as const, name }, react(name)]));
    vi.advanceTimersByTime(batchMs);
    expect(told.at(-1)?.map(({ words }) => words)).toEqual(['4 hands are up.', '4 people agree.']);
    captions.stop();
  });

  it('says few sentences of a batch and writes all of them down', () => {
    const captions = pace();
    captions.add(Array.from({ length: 20 }, (_, n) => said(`decision ${n}`, { urgent: false })));
    vi.advanceTimersByTime(batchMs);
    expect(told.flat()).toHaveLength(20);
    expect(told.flat().filter(({ silent }) => !silent)).toHaveLength(mostSpoken);
    captions.stop();
  });

  it('tells nothing after it was stopped', () => {
    const captions = pace();
    captions.add([said('late', { urgent: false })]);
    captions.stop();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });
});
