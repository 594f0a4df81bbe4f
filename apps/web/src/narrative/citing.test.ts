import type { Card, EventCard, FactorCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { citeLabel, shortened } from './cite-label.ts';
import { citeable, type CiteQuery } from './cite-search.ts';
import { cleanAddress } from './link-address.ts';

const base = { rank: 'a', author: { id: null, name: 'Priya Raman' }, createdAt: 0, evidence: [], files: [] };
const event = (text: string, change: Partial<EventCard> = {}): EventCard => ({
  ...base,
  id: `event-${text.length}` as CardId,
  kind: 'event',
  text,
  at: Date.UTC(2026, 6, 12, 13, 24),
  endAt: null,
  precision: 'exact',
  eventKind: 'detection',
  lane: '',
  key: false,
  ...change,
});
const factor = (text: string): FactorCard => ({
  ...base,
  id: `factor-${text.length}` as CardId,
  kind: 'factor',
  text,
  category: 'technical',
  theme: null,
});
const zone = 'Europe/London';

describe('how a card is called in a sentence', () => {
  it('gives an event its time on the clocks of the incident', () => {
    expect(citeLabel(event('Four calls, one firmware'), zone)).toBe('14:24 Four calls, one firmware');
    expect(citeLabel(event('Labels by hand', { precision: 'about' }), zone)).toBe('about 14:24 Labels by hand');
    expect(citeLabel(event('Some time', { at: null, precision: 'unknown' }), zone)).toBe('Some time');
  });
  it('shortens between words, and a single long word within', () => {
    expect(shortened('A freeze exception moved the renewal into opening hours')).toBe('A freeze exception moved the…');
    expect(shortened('x'.repeat(60))).toBe(`${'x'.repeat(34)}…`);
    expect(shortened('The hand-over')).toBe('The hand-over');
  });
  it('has a name for a card without words', () => {
    expect(citeLabel(factor('  '), zone)).toBe('Empty card');
  });
});

describe('finding a card to cite', () => {
  const cards: Card[] = [event('Four calls, one firmware'), factor('Alerts watch the gateway'), factor('')];
  const query: CiteQuery = { text: '', kind: null, cited: new Set(), onlyNotCited: false };
  const found = (change: Partial<CiteQuery>) => citeable(cards, { ...query, ...change }, zone).map((card) => card.text);

  it('offers every card that has words', () => {
    expect(found({})).toEqual(['Four calls, one firmware', 'Alerts watch the gateway']);
  });
  it('finds by all words in any order, by time, by author, by kind', () => {
    expect(found({ text: 'FIRMWARE four' })).toEqual(['Four calls, one firmware']);
    expect(found({ text: '14:24' })).toEqual(['Four calls, one firmware']);
    expect(found({ text: 'priya gateway' })).toEqual(['Alerts watch the gateway']);
    expect(found({ text: 'four gateway' })).toEqual([]);
    expect(found({ kind: 'factor' })).toEqual(['Alerts watch the gateway']);
  });
  it('leaves out what is cited, if asked to', () => {
    const cited = new Set(cards.slice(0, 1).map((card) => card.id));
    expect(found({ cited, onlyNotCited: true })).toEqual(['Alerts watch the gateway']);
    expect(found({ cited })).toHaveLength(2);
  });
});

describe('addresses of links', () => {
  it.each([
    ['https://graphs.example/a?b=1#c', 'https://graphs.example/a?b=1#c'],
    [' http://graphs.example ', 'http://graphs.example/'],
    ['graphs.example/a', 'https://graphs.example/a'],
    ['graphs.example:8080/a', 'https://graphs.example:8080/a'],
    ['mailto:ines@marlow.example', 'mailto:ines@marlow.example'],
    ['ines@marlow.example', 'mailto:ines@marlow.example'],
  ])('keeps %j', (typed, kept) => {
    expect(cleanAddress(typed)).toBe(kept);
  });
  it.each([
    '',
    'two words',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
    'mailto:nobody',
  ])('refuses %j', (typed) => {
    expect(cleanAddress(typed)).toBeNull();
  });
});
