import type { Link, LinkMeaning } from '@hearth/board/cards';
import type { CardId, LinkId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { litBy, relationParts, relationSentences, relationsOf, relationWords } from './relations.ts';

const id = (name: string): CardId => name as CardId;
const link = (from: string, to: string, meaning: LinkMeaning = 'led-to'): Link => ({
  id: `${from}>${to}` as LinkId,
  from: id(from),
  to: id(to),
  meaning,
});
const links = [link('freeze', 'renewal'), link('renewal', 'impact'), link('impact', 'calls'), link('other', 'calls')];

describe('[B13] relations', () => {
  it('are told in words, from both sides', () => {
    expect(relationWords(relationsOf(links, id('renewal')))).toBe('leads to 1, from 1');
    expect(relationWords(relationsOf(links, id('calls')))).toBe('from 2');
    expect(relationWords(relationsOf(links, id('alone')))).toBe('');
  });

  it('are parts by meaning, each with the cards at the other end', () => {
    const two = [link('firmware', 'calls', 'made-possible'), link('firmware', 'labels', 'made-possible')];
    expect(relationParts(relationsOf([...two, link('calls', 'firmware')], id('firmware')))).toEqual([
      { words: 'made possible 2', cards: [id('calls'), id('labels')] },
      { words: 'from 1', cards: [id('calls')] },
    ]);
  });

  it('are sentences about the card that hears them', () => {
    const nobody = { card: () => undefined };
    const said = (meaning: LinkMeaning) =>
      relationSentences(nobody, relationsOf([link('firmware', 'calls', meaning)], id('calls')));
    expect(said('led-to')).toEqual(['“without words” led to this']);
    expect(said('made-possible')).toEqual(['“without words” made this possible']);
    expect(said('made-harder')).toEqual(['“without words” made this harder']);
  });

  it('light what leads to the card and all that it leads to', () => {
    const lit = litBy(links, id('renewal'));
    expect([...lit.cards].toSorted()).toEqual(['calls', 'freeze', 'impact']);
    expect([...lit.links]).not.toContain('other>calls');
  });

  it('come to an end in a circle', () => {
    const circle = [link('a', 'b'), link('b', 'a')];
    expect(litBy(circle, id('a')).links.size).toBe(2);
  });

  it('light nothing while nothing is selected', () => {
    expect(litBy(links, null).links.size).toBe(0);
  });
});
