import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching, rankOf } from './match.ts';
import { commandIds, specOf } from './specs.ts';

const all = commandIds.map((id) => ({ id, name: specOf(id).name, words: specOf(id).words ?? '' }));
const first = (query: string, recent: string[] = []): string | undefined => matching(all, query, recent)[0]?.id;

describe('finding a command', () => {
  it.each([
    ['timel', 'timeline'],
    ['go fac', 'factors'],
    ['undo', 'undo'],
    ['invite', 'share'],
    ['delete', 'remove'],
    ['search', 'find'],
    ['spreadsheet', 'paste'],
    ['dark', 'dark'],
    ['next stage', 'next'],
    ['tmln', 'timeline'],
    ['+5', 'five-more'],
    ['ÜNDO', 'undo'],
    ['Publish', 'publish'],
  ])('[K2] %s gives %s first', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('[K2] each word typed has to answer', () => {
    expect(first('timeline submarine')).toBeUndefined();
    expect(first('zzz')).toBeUndefined();
  });

  it('[K3] a name comes before other words for it, the beginning of a word before its middle', () => {
    const items = [
      { id: 'synonym', name: 'Remove', words: 'clear' },
      { id: 'middle', name: 'Unclear', words: '' },
      { id: 'name', name: 'Clear the board', words: '' },
    ];
    expect(matching(items, 'clear', []).map((item) => item.id)).toEqual(['name', 'synonym', 'middle']);
  });

  it('[K3] of equals the one used lately comes first, and nothing else moves', () => {
    const before = matching(all, 'theme', []).map((item) => item.id);
    expect(before.slice(0, 2)).toEqual(['light', 'dark']);
    expect(
      matching(all, 'theme', ['dark'])
        .map((item) => item.id)
        .slice(0, 2),
    ).toEqual(['dark', 'light']);
    expect(first('timeline', ['factors'])).toBe('timeline');
  });

  it('[K2] a name is found by its own words, in any letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.boolean(), (item, loud) => {
        expect(rankOf(item, loud ? item.name.toUpperCase() : item.name)).not.toBeNull();
      }),
    );
  });
});
