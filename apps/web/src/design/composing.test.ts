import { describe, expect, test, vi } from 'vitest';
import { keepComposingKeys } from './composing.ts';

const safari = 'Apple Computer, Inc.';

/** @returns whether the page hears an Enter with these properties. */
const heard = (vendor: string, properties: { keyCode: number; isComposing: boolean }): boolean => {
  const page = new EventTarget();
  const stop = keepComposingKeys(page, { vendor });
  const act = vi.fn();
  page.addEventListener('keydown', act);
  page.dispatchEvent(Object.assign(new Event('keydown'), properties));
  stop();
  return act.mock.calls.length > 0;
};

describe('the key that ends a composition', () => {
  test('is no key of the page in Safari', () => {
    expect(heard(safari, { keyCode: 229, isComposing: false })).toBe(false);
  });

  test.each([
    ['an Enter', safari, { keyCode: 13, isComposing: false }],
    ['a key within a composition, which says so itself', safari, { keyCode: 229, isComposing: true }],
    ['a key of a phone’s keyboard in another browser', 'Google Inc.', { keyCode: 229, isComposing: false }],
  ])('is told from %s', (_, vendor, properties) => {
    expect(heard(vendor, properties)).toBe(true);
  });
});
