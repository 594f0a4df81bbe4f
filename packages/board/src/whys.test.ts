import type { CardId, LinkId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Card, Link } from './cards.ts';
import { linkRefusal } from './links.ts';
import { addCard, openWriter, removeCard, type Author } from './operations.ts';
import { snapshotOf } from './snapshot.ts';
import { answerWhy, depthOf, rephrasing, whyQuestion, whyTree, type Why } from './whys.ts';

const by: Author = { author: null, nowMs: 1000 };
const id = (name: string): CardId => `card-${name}` as CardId;
const link = (from: string, to: string): Link => ({
  id: `link-${from}-${to}` as LinkId,
  from: id(from),
  to: id(to),
  meaning: 'made-possible',
});
/** `a(b(c)d)`; a card that is told elsewhere has an asterisk. */
const told = ({ card, told: again, answers }: Why): string =>
  `${card.slice(5)}${again ? '*' : ''}${answers.length > 0 ? `(${answers.map(told).join('')})` : ''}`;

describe('[Y1] the tree of whys', () => {
  it('branches: several answers to one why, each with answers of its own', () => {
    const tree = whyTree([link('b', 'a'), link('d', 'a'), link('c', 'b'), link('x', 'y')], id('a'));
    expect(told(tree)).toBe('a(b(c)d)');
    expect(depthOf(tree)).toBe(2);
  });

  it('tells a card once, and ends where links go round', () => {
    expect(told(whyTree([link('b', 'a'), link('c', 'a'), link('c', 'b')], id('a')))).toBe('a(b(c*)c)');
    expect(told(whyTree([link('b', 'a'), link('a', 'b')], id('a')))).toBe('a(b(a*))');
  });

  it('ends whatever the links are', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 40 }), (pairs) => {
        const tree = whyTree(
          pairs.map(([from, to]) => link(from, to)),
          id('a'),
        );
        expect(depthOf(tree)).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('[Y2] questions', () => {
  it('ask for conditions at every depth, also beyond five, and never who', () => {
    for (let depth = -1; depth < 12; depth++) {
      expect(whyQuestion(depth)).toMatch(/\?$/);
      expect(whyQuestion(depth)).not.toMatch(/\bwho\b/i);
    }
    expect(whyQuestion(0)).not.toBe(whyQuestion(1));
  });
});

describe('[Y3] an answer that lands on a person', () => {
  it('leads on to what was around them', () => {
    for (const text of [
      'Human error',
      'Tomasz should have checked the queue',
      'Somebody was careless',
      'They forgot to renew it',
      'It was the fault of support',
      'She shouldn’t have restarted it',
    ])
      expect([text, rephrasing(text)?.endsWith('?')]).toEqual([text, true]);
  });

  it('and a condition is left alone, default values and errors of machines as well', () => {
    for (const text of [
      'The list of printers is refreshed once a month',
      'The default of the gateway hides errors',
      'The guild owns no runbook for it',
      'The error budget was spent',
      'People were tired: the third night in a row',
      '',
    ])
      expect([text, rephrasing(text)]).toEqual([text, null]);
  });
});

describe('[Y4] an answer', () => {
  it('is a factor with its link, in one step; to a card that is gone it is not written', () => {
    const doc = new Y.Doc();
    const writer = openWriter(doc);
    addCard(writer, { kind: 'factor', id: id('root'), text: 'root', category: 'technical' }, by);
    const answer = {
      card: id('answer'),
      link: 'link-0001' as LinkId,
      to: id('root'),
      text: 'No signal',
      category: 'organisational',
      meaning: 'made-harder',
    } as const;
    expect(answerWhy(writer, answer, by)).toBe(true);
    expect(snapshotOf(doc).links).toEqual([
      { id: 'link-0001', from: id('answer'), to: id('root'), meaning: 'made-harder' },
    ]);
    writer.undo.undo();
    expect(snapshotOf(doc)).toMatchObject({ cards: [{ text: 'root' }], links: [] });
    removeCard(writer, id('root'));
    expect(answerWhy(writer, answer, by)).toBe(false);
    expect(snapshotOf(doc).cards).toEqual([]);
  });
});

describe('[G10] a link', () => {
  const base = { rank: '', text: '', author: null, createdAt: 0, evidence: [], files: [] };
  const factor = (name: string): Card => ({ ...base, kind: 'factor', id: id(name), category: 'human', theme: null });
  const learning: Card = { ...base, kind: 'learning', id: id('l') };

  it('is refused where it says nothing new, or goes round', () => {
    const links = [link('a', 'b'), link('b', 'c')];
    const [a, b, c] = ['a', 'b', 'c'].map(factor);
    expect(linkRefusal(links, a, c)).toBeNull();
    expect(linkRefusal(links, a, b)).toBe('already');
    expect(linkRefusal(links, c, a)).toBe('loop');
    expect(linkRefusal(links, b, a)).toBe('loop');
    expect(linkRefusal(links, a, a)).toBe('same-card');
    expect(linkRefusal(links, a, undefined)).toBe('gone');
    expect(linkRefusal(links, learning, a)).toBe('no-condition');
    expect(linkRefusal(links, a, learning)).toBe('explains-nothing');
  });

  it('is judged also where a document holds a loop already', () => {
    const loop = [link('a', 'b'), link('b', 'a')];
    expect(linkRefusal(loop, factor('c'), factor('a'))).toBeNull();
    expect(linkRefusal([...loop, link('a', 'c')], factor('c'), factor('b'))).toBe('loop');
  });
});
