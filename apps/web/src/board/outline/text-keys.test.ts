import { describe, expect, it } from 'vitest';
import { textKeyOf } from './text-keys.ts';

const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const at = (value: string, start: number, end = start) => ({ value, selectionStart: start, selectionEnd: end });

describe('[O7] keys in the words of a row', () => {
  it('begin the next card, and leave one in which nothing is written', () => {
    expect(textKeyOf({ key: 'Enter', ...plain }, at('words', 2))).toBe('below');
    expect(textKeyOf({ key: 'Enter', ...plain }, at('  ', 1))).toBe('leave');
    expect(textKeyOf({ key: 'Enter', ...plain, shiftKey: true }, at('words', 5))).toBeNull();
  });

  it('remove only what is empty', () => {
    expect(textKeyOf({ key: 'Backspace', ...plain }, at('', 0))).toBe('remove');
    expect(textKeyOf({ key: 'Backspace', ...plain }, at(' ', 0))).toBeNull();
    expect(textKeyOf({ key: 'Backspace', ...plain, ctrlKey: true }, at('', 0))).toBeNull();
  });

  it('go to the neighbours only from the ends of the words', () => {
    expect(textKeyOf({ key: 'ArrowUp', ...plain }, at('two\nlines', 0))).toBe('above');
    expect(textKeyOf({ key: 'ArrowUp', ...plain }, at('two\nlines', 5))).toBeNull();
    expect(textKeyOf({ key: 'ArrowDown', ...plain }, at('two\nlines', 9))).toBe('next');
    expect(textKeyOf({ key: 'ArrowDown', ...plain }, at('words', 0, 5))).toBeNull();
  });

  it('move the card with Alt, and leave the Tab key to the browser', () => {
    expect(textKeyOf({ key: 'ArrowUp', ...plain, altKey: true }, at('words', 3))).toBe('up');
    expect(textKeyOf({ key: 'ArrowDown', ...plain, altKey: true }, at('words', 3))).toBe('down');
    expect(textKeyOf({ key: 'Tab', ...plain }, at('words', 3))).toBeNull();
    expect(textKeyOf({ key: 'Tab', ...plain, shiftKey: true }, at('', 0))).toBeNull();
  });
});
