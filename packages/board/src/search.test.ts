import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords, fold, needlesOf, rangesOf } from './search.ts';

const item = (text: string, facts = '') => ({ text, facts });
const texts = (items: readonly { text: string; facts: string }[], query: string): string[] =>
  findWords(items, query).map((found) => found.item.text);
const marked = (text: string, query: string): string[] =>
  rangesOf(fold(text), needlesOf(query)).map(([from, to]) => text.slice(from, to));

describe('finding words', () => {
  it('[F1] capitals and accents do not matter, on either side', () => {
    const all = [item('Zażółć gęślą jaźń'), item('La façade à Orléans'), item('STRASSE'), item('Straße')];
    expect(texts(all, 'zazolc')).toEqual(['Zażółć gęślą jaźń']);
    expect(texts(all, 'FAÇADE orleans')).toEqual(['La façade à Orléans']);
    expect(texts(all, 'straße')).toEqual(['STRASSE', 'Straße']);
    expect(texts([item('Cafe\u0301')], 'café')).toEqual(['Cafe\u0301']);
  });

  it('[F2] every word must be there, in the text or in the facts, in any order', () => {
    const all = [item('Labels stop', '14:24 Support'), item('Labels stop', '15:00 Bank'), item('Support calls')];
    expect(findWords(all, 'support labels').map((found) => found.item.facts)).toEqual(['14:24 Support']);
    expect(texts(all, 'labels refund')).toEqual([]);
  });

  it('[F3] nothing asked finds nothing', () => {
    expect(texts([item('anything')], ' \t ')).toEqual([]);
  });

  it('[F4] what is marked is the words as they were written', () => {
    expect(marked('Die Straße, die straße', 'strasse')).toEqual(['Straße', 'straße']);
    expect(marked('👩‍🚒 Éclair 👩‍🚒 éclair', 'eclair')).toEqual(['Éclair', 'éclair']);
    expect(marked('aaaa', 'aa a')).toEqual(['aaaa']);
  });

  it('[F4] marks lie within the text, in order and apart, and none is empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 4 }),
        (text, query) => {
          let end = -1;
          for (const [from, to] of rangesOf(fold(text), needlesOf(query))) {
            expect(from).toBeGreaterThan(end);
            expect(to).toBeLessThanOrEqual(text.length);
            end = to;
          }
        },
      ),
    );
  });

  it('[F4] whatever is looked for in its own words is found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
        fc.pre(needlesOf(text).length > 0);
        expect(findWords([item(text)], text)).toHaveLength(1);
      }),
    );
  });

  it('[F5] an item is folded once: 2,000 cards are searched again in no time', () => {
    let read = 0;
    const all = Array.from({ length: 2_000 }, (_, index) => ({
      get text() {
        read++;
        return `Karte ${index}: eine Bedingung, die es möglich machte`;
      },
      facts: '',
    }));
    for (const query of ['m', 'mo', 'mog', 'mögl']) expect(findWords(all, query)).toHaveLength(2_000);
    expect(read).toBe(2_000);
  });
});
