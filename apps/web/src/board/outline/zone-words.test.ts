import type { Card, EventCard, FactorCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { zoneWords } from './zone-words.ts';

const base = { text: '', rank: 'a', author: null, createdAt: 0, evidence: [], files: [], reactions: [] };
const factor = (n: number): Card =>
  ({ ...base, kind: 'factor', id: `factor-${n}` as CardId, category: 'human', theme: null }) satisfies FactorCard;
const event = (minute: number, key = false): Card =>
  ({
    ...base,
    kind: 'event',
    id: `event-${minute}` as CardId,
    at: minute * 60_000,
    endAt: null,
    precision: 'exact',
    eventKind: 'impact',
    lane: '',
    key,
  }) as unknown as EventCard;

describe('[O4] what stands beside a heading', () => {
  it('counts by kind, key moments and silences', () => {
    expect(zoneWords([factor(1), factor(2)], 2)).toBe('2 factors');
    expect(zoneWords([event(0), event(1, true), event(2), event(60)], 4)).toBe('4 events, 1 key moment, 1 gap');
    expect(zoneWords([], 0)).toBe('nothing yet');
    expect(zoneWords([], 0, 2)).toBe('nothing else yet');
  });

  it('says how many of all are shown', () => {
    expect(zoneWords([factor(1)], 7)).toBe('1 of 7 cards');
  });
});
