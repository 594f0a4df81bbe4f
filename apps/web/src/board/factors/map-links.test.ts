import type { Link } from '@hearth/board/cards';
import type { CardId, LinkId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { mapLinks } from './map-links.ts';

const link = (id: string, from: string, to: string, meaning: Link['meaning'] = 'led-to'): Link => ({
  id: id as LinkId,
  from: from as CardId,
  to: to as CardId,
  meaning,
});
const folded = new Map([
  ['a' as CardId, 'theme 1'],
  ['b' as CardId, 'theme 1'],
]);

describe('[FM5] links on the map', () => {
  it('each stand for themselves while nothing is folded', () => {
    const links = [link('1', 'a', 'x'), link('2', 'b', 'x')];
    expect(mapLinks(links, new Map()).map((one) => [one.from, one.to, one.links])).toEqual([
      ['a', 'x', ['1']],
      ['b', 'x', ['2']],
    ]);
  });

  it('of a folded theme begin and end at it; those that run the same way become one, by their meaning', () => {
    const links = [
      link('1', 'a', 'x'),
      link('2', 'b', 'x'),
      link('3', 'b', 'x', 'made-harder'),
      link('4', 'y', 'a'),
      link('5', 'a', 'b'),
    ];
    expect(mapLinks(links, folded).map((one) => [one.from, one.to, one.meaning, one.links])).toEqual([
      ['theme 1', 'x', 'led-to', ['1', '2']],
      ['theme 1', 'x', 'made-harder', ['3']],
      ['y', 'theme 1', 'led-to', ['4']],
    ]);
  });
});
