import { describe, expect, it } from 'vitest';
import { leftOut, type Field } from './left-out.ts';

const field = (value: string, maxLength: number, [selectionStart, selectionEnd] = [0, 0]): Field => ({
  value,
  maxLength,
  selectionStart,
  selectionEnd,
});

describe('letters of a paste for which a field has no room', () => {
  it('[C7] nothing is said of what fits, up to the last letter, or where a field has no limit', () => {
    expect(leftOut(field('', 80), 'a'.repeat(80))).toBeNull();
    expect(leftOut(field('', -1), 'a'.repeat(50_000))).toBeNull();
  });

  it('[C7] what is in the field counts, what is selected gives way', () => {
    const text = 'a'.repeat(75);
    expect(leftOut(field('Night shift', 80), text)).toBe(
      'There is room for 80 letters here. The last 6 of what you pasted were left out.',
    );
    expect(leftOut(field('Night shift', 80, [0, 6]), text)).toBeNull();
  });

  it('[C7] a card is called a card', () => {
    expect(leftOut(field('', 20_000), 'a'.repeat(21_500))).toBe(
      'A card holds 20,000 letters. The last 1,500 of what you pasted were left out.',
    );
  });
});
