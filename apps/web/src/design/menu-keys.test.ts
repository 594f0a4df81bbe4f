import { describe, expect, it } from 'vitest';
import { nextMenuIndex } from './menu-keys.ts';

const labels = ['Edit', 'Link to…', 'Move to…', 'Link apart'];

describe('keys in a menu', () => {
  it('goes round in both directions', () => {
    expect(nextMenuIndex('ArrowDown', 3, labels)).toBe(0);
    expect(nextMenuIndex('ArrowUp', 0, labels)).toBe(3);
    expect(nextMenuIndex('ArrowDown', -1, labels)).toBe(0);
    expect(nextMenuIndex('End', 0, labels)).toBe(3);
    expect(nextMenuIndex('Home', 2, labels)).toBe(0);
  });

  it('goes to the next entry that begins with a letter, and round to the first again', () => {
    expect(nextMenuIndex('l', 0, labels)).toBe(1);
    expect(nextMenuIndex('L', 1, labels)).toBe(3);
    expect(nextMenuIndex('l', 3, labels)).toBe(1);
    expect(nextMenuIndex('x', 0, labels)).toBeNull();
  });

  it('leaves keys alone that are none of its own', () => {
    expect(nextMenuIndex('Enter', 0, labels)).toBeNull();
    expect(nextMenuIndex(' ', 0, labels)).toBeNull();
    expect(nextMenuIndex('ArrowDown', 0, [])).toBeNull();
  });
});
