import { describe, expect, it } from 'vitest';
import { keyboardInset } from './keyboard-inset.ts';

describe('[P1] what the keyboard covers', () => {
  it('is what is missing at the lower edge', () => {
    expect(keyboardInset({ windowHeight: 844, height: 508, offsetTop: 0, scale: 1 })).toBe(336);
    // The page was pushed up for the field.
    expect(keyboardInset({ windowHeight: 844, height: 508, offsetTop: 100, scale: 1 })).toBe(236);
  });

  it('is nothing for a bar of the browser, for a window that became smaller itself, and under two fingers', () => {
    expect(keyboardInset({ windowHeight: 844, height: 764, offsetTop: 0, scale: 1 })).toBe(0);
    expect(keyboardInset({ windowHeight: 508, height: 508, offsetTop: 0, scale: 1 })).toBe(0);
    expect(keyboardInset({ windowHeight: 844, height: 422, offsetTop: 10, scale: 2 })).toBe(0);
  });
});
