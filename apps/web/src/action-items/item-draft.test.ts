import type { ActionItem } from '@hearth/learning/action-items/model';
import type { ReviewId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { changeOf, draftOf, rebase } from './item-draft.ts';

const item: ActionItem = {
  id: 'item-0001',
  reviewId: 'review-01' as ReviewId,
  source: { kind: 'narrative', sentence: 'List firmware.' },
  text: 'List firmware by pharmacy',
  owner: 'Jonas',
  due: null,
  priority: 'P2',
  kind: null,
  ticket: null,
  status: 'open',
  completionNote: '',
  createdAtMs: 0,
  updatedAtMs: 0,
  completedAtMs: null,
  version: 3,
};

describe('editing an action', () => {
  it('changes nothing when nothing was changed', () => {
    expect(changeOf(item, draftOf(item))).toEqual({});
    expect(changeOf(item, { ...draftOf(item), owner: ' Jonas ' })).toEqual({});
  });

  it('sends what was changed, and null for what was cleared', () => {
    const draft = { ...draftOf(item), owner: ' ', due: '2026-12-08', status: 'completed' as const };
    expect(changeOf(item, draft)).toEqual({ owner: null, due: '2026-12-08', status: 'completed' });
  });

  it('takes over what somebody else changed where I did not, and keeps what I did', () => {
    const newer = { ...item, priority: 'P1' as const, version: 4 };
    const { draft, conflicts } = rebase(item, newer, { ...draftOf(item), due: '2026-12-08' });
    expect(conflicts).toEqual([]);
    expect(changeOf(newer, draft)).toEqual({ due: '2026-12-08' });
  });

  it('names the fields that both changed, with both versions', () => {
    const newer = { ...item, owner: 'Maya', status: 'blocked' as const, priority: 'P3' as const };
    const mine = { ...draftOf(item), owner: '', status: 'in_progress' as const, priority: 'P3' as const };
    expect(rebase(item, newer, mine).conflicts).toEqual([
      { field: 'owner', mine: 'nothing', theirs: 'Maya' },
      { field: 'status', mine: 'In progress', theirs: 'Blocked' },
    ]);
  });
});
