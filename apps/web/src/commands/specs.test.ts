import { describe, expect, it } from 'vitest';
import { keyHelp } from '../room/key-help.ts';
import { sections } from './command-spec.ts';
import { commandIds, commandOfPress, keysOf, keysShown, pressOf, specOf } from './specs.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  pressOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('the list of commands', () => {
  it('[K1] a key means one command', () => {
    const all = commandIds.flatMap((id) => [
      ...(specOf(id).press ?? []),
      ...(specOf(id).native ? [specOf(id).native] : []),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('[K1] every name is its own, begins with a capital and stands in a known section', () => {
    expect(new Set(commandIds.map((id) => specOf(id).name)).size).toBe(commandIds.length);
    for (const id of commandIds) {
      expect(specOf(id).name).toMatch(/^\p{Lu}/u);
      expect(sections).toContain(specOf(id).section);
    }
  });

  it('[K1] the help tells every key that does something, and those of writing are marked', () => {
    const told = keyHelp.flatMap((group) => group.keys);
    for (const id of commandIds.filter((one) => keysOf(one).length > 0)) {
      const { name, help, writes } = specOf(id);
      const entry = told.find((key) => key.does === (help ?? name));
      expect([id, entry?.keys, entry?.writes ?? false]).toEqual([id, keysOf(id), writes ?? false]);
    }
  });

  it('[K1] keys are read as they are pressed, whatever makes the sign on a keyboard', () => {
    expect(commandOfPress(press('N', { shiftKey: true }))).toBe('new-card');
    expect(commandOfPress(press('?', { shiftKey: true }))).toBe('help');
    expect(commandOfPress(press('/', { shiftKey: true }))).toBe('find');
    expect(commandOfPress(press('k', { metaKey: true }))).toBe('commands');
    expect(commandOfPress(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo');
    expect(commandOfPress(press('z', { ctrlKey: true }))).toBe('undo');
    expect(commandOfPress(press('n', { ctrlKey: true }))).toBeUndefined();
    expect(commandOfPress(press('n', { altKey: true }))).toBeUndefined();
    expect(commandOfPress(press('Enter', { shiftKey: true }))).toBeUndefined();
    expect(keysShown('+')).toEqual(['+']);
    expect(keysShown('shift+delete')).toEqual(['Shift', 'Delete']);
  });
});
