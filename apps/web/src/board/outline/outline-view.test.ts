import type { FactorCard } from '@hearth/board/cards';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { everything, foldToggled, isFiltered, passes, revealing, type OutlineView } from './outline-view.ts';

const me = 'person-0001' as ParticipantId;
const card = (change: Partial<FactorCard> = {}): FactorCard => ({
  kind: 'factor',
  id: 'factor-0001' as CardId,
  text: 'words',
  rank: 'a',
  author: { id: me, name: 'Priya' },
  createdAt: 0,
  evidence: [],
  files: [],
  reactions: [],
  theme: null,
  category: 'human',
  ...change,
});
const never = () => false;
const view: OutlineView = { ...everything, folded: new Set(), selecting: false, below: null };

describe('[O4] what is left out', () => {
  it('is nothing until one asks for less', () => {
    expect(isFiltered(everything)).toBe(false);
    expect(passes(card({ author: null }), everything, null, never)).toBe(true);
  });

  it('is what is of another kind, by another person, or not talked about', () => {
    expect(passes(card(), { ...everything, kind: 'event' }, me, never)).toBe(false);
    expect(passes(card(), { ...everything, mine: true }, me, never)).toBe(true);
    expect(passes(card({ author: { id: null, name: 'Priya' } }), { ...everything, mine: true }, me, never)).toBe(false);
    expect(passes(card({ author: null }), { ...everything, mine: true }, null, never)).toBe(false);
    expect(passes(card(), { ...everything, talked: true }, me, never)).toBe(false);
    expect(passes(card(), { ...everything, talked: true }, me, () => true)).toBe(true);
  });
});

describe('[O5] a card that is gone to', () => {
  it('is taken out of what is folded, and nothing else is', () => {
    const folded = foldToggled(foldToggled(foldToggled(new Set(), 'factors'), 'factor/human'), 'timeline');
    expect(revealing(card(), { ...view, folded }, me, never)).toEqual({ folded: new Set(['timeline']) });
  });

  it('puts an end to a filter that leaves it out', () => {
    expect(revealing(card(), { ...view, kind: 'event', mine: true }, me, never)).toEqual(everything);
    expect(revealing(card(), { ...view, kind: 'factor', folded: new Set(['timeline']) }, me, never)).toBeNull();
  });
});
