import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Ines Okafor', 'IO'],
    ['  maya   del  castellanos ', 'MC'],
    ['Sam', 'S'],
    ['Anne-Marie', 'AM'],
    ['(Ops) bot', 'OB'],
    ['Łukasz Żak', 'ŁŻ'],
    ['李 小龙', '李小'],
    ['𝒜da', '𝒜'],
    ['', '?'],
    ['🙂', '?'],
  ])('%j gives %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
