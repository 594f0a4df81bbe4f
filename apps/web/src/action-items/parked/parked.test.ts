import type { ActionCard } from '@hearth/board/cards';
import type { ProposalBody } from '@hearth/protocol/http/action-items';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { expect, test } from 'vitest';
import { parkedActions, parkedWords } from './parked.ts';

const card = (id: string, parked = true, text = `Do ${id}`): ActionCard => ({
  kind: 'action',
  id: id as CardId,
  parked,
  text,
  author: null,
  createdAt: 0,
  rank: id,
  evidence: [],
  files: [],
  reactions: [],
});
const proposal = (cardId: string, state: ProposalBody['state']): ProposalBody => ({
  id: `p-${cardId}`,
  reviewId: 'review-1' as ReviewId,
  source: { kind: 'card', cardId: cardId as CardId, sentence: '' },
  state,
  actionItemId: null,
  text: 'x',
  owner: null,
  due: null,
  priority: null,
  kind: null,
  ticket: null,
});

test('[K9] what is parked waits until somebody decides, whether it has been looked for or not', () => {
  const cards = [card('a'), card('b'), card('c'), card('d', false), card('e', true, ' '), card('f')];
  const proposals = [proposal('a', 'proposed'), proposal('b', 'confirmed'), proposal('c', 'dismissed')];
  expect(parkedActions(cards, proposals).map(({ card: { id }, proposal: found }) => [id, found?.id ?? null])).toEqual([
    ['a', 'p-a'],
    ['f', null],
  ]);
});

test('[K9] how many, in words as far as words are short', () => {
  expect([1, 4, 10, 11].map(parkedWords)).toEqual([
    'One parked action',
    'Four parked actions',
    'Ten parked actions',
    '11 parked actions',
  ]);
});
