import type { ProposalBody } from '@hearth/protocol/http/action-items';
import type { ReviewId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import {
  countStates,
  decidedWords,
  draftOf,
  draftProblems,
  foundWords,
  onlyFieldsFollow,
  sentenceAdds,
} from './draft.ts';

const proposal = (state: ProposalBody['state']): ProposalBody => ({
  id: 'proposal-1',
  reviewId: 'review-0001' as ReviewId,
  text: 'List firmware by pharmacy',
  owner: 'Jonas',
  due: '2026-12-08',
  priority: 'P2',
  kind: 'technical',
  ticket: null,
  source: { kind: 'narrative', sentence: 'TODO: list firmware by pharmacy' },
  state,
  actionItemId: null,
});

describe('a draft', () => {
  it('holds the fields that can be edited, and nothing else', () => {
    expect(Object.keys(draftOf(proposal('proposed')))).toEqual(['text', 'owner', 'due', 'priority', 'kind', 'ticket']);
  });
  it('is sound as it was proposed', () => {
    expect(draftProblems(draftOf(proposal('proposed')))).toEqual({});
  });
  it('says what keeps it from being confirmed', () => {
    const problems = draftProblems({ ...draftOf(proposal('proposed')), text: '  ', due: '31 Feb' });
    expect(problems).toEqual({ text: 'Say what is to be done.', due: 'Write the day as YYYY-MM-DD.' });
  });
});

describe('what is told', () => {
  it('shows the sentence only where it says more than the action', () => {
    expect(sentenceAdds('List firmware by pharmacy!', 'list firmware, by pharmacy')).toBe(false);
    expect(sentenceAdds('TODO Jonas: list firmware by pharmacy by 8 Dec', 'list firmware by pharmacy')).toBe(true);
    expect(onlyFieldsFollow('List firmware, @Jonas, P2', 'List firmware')).toBe(true);
    expect(onlyFieldsFollow('Since June nobody could list firmware', 'List firmware')).toBe(false);
  });
  it('tells what a search found', () => {
    expect(foundWords(countStates([]))).toBe('Nothing on the board reads like an action yet.');
    expect(foundWords(countStates([proposal('proposed')]))).toBe('1 action to look at.');
    expect(foundWords(countStates([proposal('confirmed'), proposal('dismissed')]))).toBe(
      'Nothing new. 2 were decided before and stay as they are.',
    );
  });
  it('tells what is decided', () => {
    expect(decidedWords({ proposed: 4, confirmed: 3, dismissed: 1 })).toBe('3 confirmed, 1 dismissed');
    expect(decidedWords({ proposed: 4, confirmed: 0, dismissed: 2 })).toBe('2 dismissed');
  });
});
