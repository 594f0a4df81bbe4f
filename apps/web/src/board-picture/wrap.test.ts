import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { styles } from './look.ts';
import type { Measure } from './shapes.ts';
import { wrapWords } from './wrap.ts';

/** Every letter is ten wide. */
const measure: Measure = (text) => [...text].length * 10;
const wrap = (text: string, width: number, most?: number) => wrapWords(text, width, styles.card, measure, most);

describe('words in lines', () => {
  it('[P2] breaks between words, and keeps line breaks', () => {
    expect(wrap('one two three\nfour', 80).map(({ text }) => text)).toEqual(['one two', 'three', 'four']);
  });

  it('[P2] breaks a word that is wider than the card between letters, never within one', () => {
    expect(wrap('👩‍🚒👩‍🚒👩‍🚒', 40).map(({ text }) => text)).toEqual(['👩‍🚒', '👩‍🚒', '👩‍🚒']);
  });

  it('[P2] ends in an ellipsis that fits where there are too many lines', () => {
    expect(wrap('aaaa bbbb cccc', 40, 2).map(({ text }) => text)).toEqual(['aaaa', 'bbb…']);
  });

  it('[P2] knows words that run from right to left', () => {
    expect(wrap('1. שלום', 200)[0]?.rtl).toBe(true);
    expect(wrap('hello שלום', 200)[0]?.rtl).toBe(false);
  });

  it('[P2] loses no letter and fits every line, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 200, max: 400 }), (text, width) => {
        const lines = wrap(text, width);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(text.replaceAll(/\s/g, ''));
        for (const line of lines) expect(measure(line.text, styles.card)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
