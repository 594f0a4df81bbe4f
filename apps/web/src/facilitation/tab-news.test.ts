import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { tabNews } from './tab-news.ts';
import { idOf, person } from './test/people.ts';

const people = [person('Ines', 'facilitator'), person('Priya', 'participant'), person('Sam', 'observer')];
const view = (more: Partial<FacilitationState> = {}): FacilitationView => ({
  reviewId: 'review-1' as ReviewId,
  state: { ...lobby(learningReview), status: 'running', ...more },
  people,
  drafts: null,
  serverNowMs: 0,
});
const round = (turn: number) => ({
  round: { purpose: 'round' as const, question: '', order: [idOf('Ines'), idOf('Priya')], turn, sinceMs: 100 + turn },
});
const asked = { extendAsked: { minutes: 5 as const, atMs: 7, yes: [], no: [] } };
const vote = { vote: { id: 2, on: 'factors' as const, dots: 3, anonymous: false, openedMs: 0, voted: [] } };

describe('[TN1] news in the tab', () => {
  const cases: readonly [string, Partial<FacilitationState>, Partial<FacilitationState>, string, string | null][] = [
    ['my turn', round(0), round(1), 'Priya', 'Your turn'],
    ['my turn at once', {}, round(0), 'Ines', 'Your turn'],
    ['still my turn', round(1), { ...round(1), hands: [idOf('Ines')] }, 'Priya', null],
    ['somebody else’s turn', {}, round(0), 'Priya', null],
    ['my turn while the stage changes', {}, { ...round(0), stageIndex: 1 }, 'Ines', 'Your turn'],
    ['a question for more minutes', {}, asked, 'Priya', 'You are asked'],
    ['the same question', asked, { ...asked, hands: [idOf('Ines')] }, 'Priya', null],
    ['one for those who take part', {}, asked, 'Sam', null],
    ['one that comes from those who run it', {}, asked, 'Ines', null],
    ['a vote', {}, vote, 'Priya', 'You are asked'],
    ['a vote without me', {}, vote, 'Sam', null],
    [
      'somebody wants my lead',
      {},
      { leader: idOf('Ines'), leadAsked: { by: idOf('Priya'), atMs: 3 } },
      'Ines',
      'You are asked',
    ],
    ['the room moves', {}, { stageIndex: 2 }, 'Sam', 'Timeline'],
    ['the end', {}, { status: 'ended' }, 'Sam', 'Ended'],
    ['nothing', {}, { ready: [idOf('Priya')] }, 'Sam', null],
  ];
  it.each(cases)('%s', (_, before, after, me, news) => {
    expect(tabNews(view(before), view(after), idOf(me))).toBe(news);
  });
  it('nothing on the first view', () => {
    expect(tabNews(null, view(round(0)), idOf('Ines'))).toBeNull();
  });
});
