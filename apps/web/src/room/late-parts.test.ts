import { describe, expect, it } from 'vitest';
import { typeAhead, type TypedAhead } from './late-parts.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const typed = (...keys: string[]): TypedAhead =>
  keys.reduce<TypedAhead>((before, name) => typeAhead(before, key(name)) ?? before, { text: '', entered: false });

describe('what is typed before a part is there', () => {
  it('is kept letter by letter, as one would see it', () => {
    expect(typed('o', 'w', 'm', 'Backspace', 'n', ' ', 'é', '🙂', 'Backspace')).toEqual({
      text: 'own é',
      entered: false,
    });
  });
  it('ends with Enter', () => {
    expect(typed('a', 'Enter', 'b')).toEqual({ text: 'a', entered: true });
  });
  it('is no command, and no key without a letter', () => {
    const before = { text: 'a', entered: false };
    expect(typeAhead(before, key('k', { ctrlKey: true }))).toBeNull();
    for (const name of ['Shift', 'ArrowDown', 'Escape', 'Tab', 'F5']) expect(typeAhead(before, key(name))).toBeNull();
  });
});
