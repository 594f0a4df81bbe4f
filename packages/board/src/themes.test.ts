import type { CardId, LinkId, ThemeId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { clipOf, cardsOfClip, readClip } from './clip.ts';
import { compareBoards, isSame } from './compare.ts';
import { boardOf } from './document.ts';
import { addCard, changeCard, openWriter, removeCard, type Author, type Writer } from './operations.ts';
import { restoreBoard } from './restore.ts';
import { snapshotOf } from './snapshot.ts';
import {
  declinedPairs,
  declineSimilar,
  groupCards,
  putInTheme,
  removeTheme,
  renameTheme,
  reorderCards,
} from './themes.ts';
import { openView } from './view.ts';

const by: Author = { author: null, nowMs: 1000 };
const id = (name: string): CardId => `card-${name.padStart(4, '0')}` as CardId;
const theme = (name: string): ThemeId => `theme-${name.padStart(4, '0')}` as ThemeId;

const boardWith = (...names: string[]): { doc: Y.Doc; writer: Writer } => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  for (const name of names) addCard(writer, { kind: 'factor', id: id(name), text: name, category: 'human' }, by);
  return { doc, writer };
};
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const exchange = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};
/** Name of the theme of each card. */
const placesOf = (doc: Y.Doc): Record<string, string | null> => {
  const { cards, themes } = snapshotOf(doc);
  const names = new Map(themes.map((one) => [one.id, one.name]));
  return Object.fromEntries(
    cards.flatMap((card) =>
      card.kind === 'factor' ? [[card.text, card.theme === null ? null : (names.get(card.theme) ?? '?')]] : [],
    ),
  );
};

describe('themes', () => {
  it('[G1] are made of cards in one step, and taken back in one', () => {
    const { doc, writer } = boardWith('a', 'b', 'c');
    addCard(writer, { kind: 'learning', id: id('l'), text: 'l' }, by);
    expect(groupCards(writer, { id: theme('1'), name: 'Seeing' }, [id('a'), id('b'), id('l'), id('gone')])).toBe(2);
    expect(placesOf(doc)).toEqual({ a: 'Seeing', b: 'Seeing', c: null });
    expect(groupCards(writer, { id: theme('1'), name: 'Other' }, [id('c')])).toBeNull();
    writer.undo.undo();
    expect(placesOf(doc)).toEqual({ a: null, b: null, c: null });
    expect(snapshotOf(doc).themes).toEqual([]);
    writer.undo.redo();
    expect(placesOf(doc)).toEqual({ a: 'Seeing', b: 'Seeing', c: null });
  });

  it('[G1] a card stands in one theme or in none', () => {
    const { doc, writer } = boardWith('a', 'b');
    groupCards(writer, { id: theme('1'), name: 'One' }, [id('a'), id('b')]);
    groupCards(writer, { id: theme('2'), name: 'Two' }, [id('a')]);
    expect(placesOf(doc)).toEqual({ a: 'Two', b: 'One' });
    expect(putInTheme(writer, null, [id('a')])).toBe(1);
    expect(placesOf(doc)).toEqual({ a: null, b: 'One' });
    expect(putInTheme(writer, theme('9'), [id('a')])).toBe(0);
    expect(snapshotOf(doc).themes.map(({ name }) => name)).toEqual(['One', 'Two']);
  });

  it('[G2] a theme removed while somebody moves a card into it loses no card, and has it when it comes back', () => {
    const { doc: mine, writer } = boardWith('a', 'b');
    groupCards(writer, { id: theme('1'), name: 'Seeing' }, [id('a')]);
    const theirs = copyOf(mine);
    removeTheme(writer, theme('1'));
    putInTheme(openWriter(theirs), theme('1'), [id('b')]);
    exchange(mine, theirs);
    for (const doc of [mine, theirs]) expect(placesOf(doc)).toEqual({ a: null, b: null });
    writer.undo.undo();
    exchange(mine, theirs);
    for (const doc of [mine, theirs]) expect(placesOf(doc)).toEqual({ a: 'Seeing', b: 'Seeing' });
  });

  it('[G3] two people may make the same name at once: both are there, and each card is in one of them', () => {
    const { doc: mine, writer } = boardWith('a', 'b', 'c');
    const theirs = copyOf(mine);
    groupCards(writer, { id: theme('1'), name: 'Seeing' }, [id('a'), id('b')]);
    groupCards(openWriter(theirs), { id: theme('2'), name: 'Seeing' }, [id('b'), id('c')]);
    exchange(mine, theirs);
    expect(snapshotOf(mine)).toEqual(snapshotOf(theirs));
    expect(snapshotOf(mine).themes.map(({ name }) => name)).toEqual(['Seeing', 'Seeing']);
    expect(placesOf(mine)).toEqual({ a: 'Seeing', b: 'Seeing', c: 'Seeing' });
  });

  it('[G4] what a client may have written never throws, and what can not be shown is left out', () => {
    const junk = fc.oneof(
      fc.anything().map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown),
      fc.string(),
      fc.constant('theme-0001'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), junk), junk, junk, (entries, name, cardTheme) => {
        const { doc, writer } = boardWith('a');
        const { themes, cards, declined } = boardOf(doc);
        for (const [key, value] of Object.entries(entries)) {
          themes.set(key, value);
          declined.set(key, value);
        }
        themes.set('theme-0001', new Y.Map(Object.entries({ name, rank: name })));
        (cards.get(id('a')) as Y.Map<unknown>).set('theme', cardTheme);
        const view = openView(doc);
        expect(view.themes()).toEqual(snapshotOf(doc).themes);
        expect(view.list('factor')).toEqual(snapshotOf(doc).cards);
        const known = new Set(view.themes().map((one) => one.id));
        for (const card of view.list('factor')) if (card.theme !== null) expect(known).toContain(card.theme);
        declinedPairs(writer.board)(id('a'), id('b'));
        view.destroy();
      }),
      { numRuns: 60 },
    );
  });

  it('[G4] a document that knows no themes reads as before', () => {
    const { doc } = boardWith('a');
    expect(snapshotOf(doc).cards[0]).toMatchObject({ category: 'human', theme: null });
  });

  it('[V2] the view shows what a fresh snapshot does, whatever is done', () => {
    const card = fc.constantFrom(...['a', 'b', 'c'].map(id));
    const group = fc.constantFrom(theme('1'), theme('2'));
    const step = fc.oneof(
      fc.record({ do: fc.constant('group' as const), group, cards: fc.array(card, { maxLength: 3 }) }),
      fc.record({ do: fc.constant('put' as const), group: fc.option(group), card }),
      fc.record({ do: fc.constant('rename' as const), group, name: fc.string({ maxLength: 4 }) }),
      fc.record({ do: fc.constant('remove' as const), group }),
      fc.record({ do: fc.constant('gone' as const), card }),
      fc.record({ do: fc.constant('undo' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { doc, writer } = boardWith('a', 'b', 'c');
        const view = openView(doc);
        for (const one of steps) {
          if (one.do === 'group') groupCards(writer, { id: one.group, name: 'x' }, one.cards);
          else if (one.do === 'put') putInTheme(writer, one.group, [one.card]);
          else if (one.do === 'rename') renameTheme(writer, one.group, one.name);
          else if (one.do === 'remove') removeTheme(writer, one.group);
          else if (one.do === 'gone') removeCard(writer, one.card);
          else writer.undo.undo();
          const fresh = snapshotOf(doc);
          expect(view.list('factor')).toEqual(fresh.cards);
          expect(view.themes()).toEqual(fresh.themes);
        }
        view.destroy();
      }),
      { numRuns: 150 },
    );
  });

  it('[W9] people who group, rename, move and take apart at once end in equal boards, and no card is lost', () => {
    const card = fc.constantFrom(...['a', 'b', 'c'].map(id));
    const group = fc.constantFrom(theme('1'), theme('2'));
    const who = fc.nat(2);
    const step = fc.oneof(
      fc.record({ who, do: fc.constant('group' as const), group, cards: fc.array(card, { maxLength: 3 }) }),
      fc.record({ who, do: fc.constant('put' as const), group: fc.option(group), card }),
      fc.record({ who, do: fc.constant('rename' as const), group, name: fc.string({ maxLength: 4 }) }),
      fc.record({ who, do: fc.constant('remove' as const), group }),
      fc.record({ who, do: fc.constant('order' as const), cards: fc.shuffledSubarray(['a', 'b', 'c'].map(id)) }),
      fc.record({ who, do: fc.constant('undo' as const) }),
      fc.record({ who, do: fc.constant('meet' as const), other: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { doc } = boardWith('a', 'b', 'c');
        const people = [copyOf(doc), copyOf(doc), copyOf(doc)].map((own) => ({ own, writer: openWriter(own) }));
        for (const one of steps) {
          const me = people[one.who];
          if (!me) continue;
          if (one.do === 'group') groupCards(me.writer, { id: one.group, name: 'x' }, one.cards);
          else if (one.do === 'put') putInTheme(me.writer, one.group, [one.card]);
          else if (one.do === 'rename') renameTheme(me.writer, one.group, one.name);
          else if (one.do === 'remove') removeTheme(me.writer, one.group);
          else if (one.do === 'order') reorderCards(me.writer, [one.cards]);
          else if (one.do === 'undo') me.writer.undo.undo();
          else exchange(me.own, people[one.other]?.own ?? me.own);
        }
        for (const one of people) for (const other of people) exchange(one.own, other.own);
        const [first, ...others] = people.map(({ own }) => snapshotOf(own));
        for (const other of others) expect(other).toEqual(first);
        expect(first?.cards.map(({ text }) => text).toSorted()).toEqual(['a', 'b', 'c']);
      }),
      { numRuns: 120 },
    );
  });

  it('[G5] history tells themes, and a restore gives them back with their cards', () => {
    const { doc, writer } = boardWith('a', 'b');
    const empty = copyOf(doc);
    groupCards(writer, { id: theme('1'), name: 'Seeing' }, [id('a')]);
    const then = copyOf(doc);
    const grouped = compareBoards(snapshotOf(empty), snapshotOf(then));
    expect(grouped.themes.added.map(({ name }) => name)).toEqual(['Seeing']);
    expect(grouped.moved.map(({ after, aspects }) => [after.text, aspects])).toEqual([['a', ['place']]]);
    renameTheme(writer, theme('1'), 'Hearing');
    expect(compareBoards(snapshotOf(then), snapshotOf(doc)).themes.changed).toHaveLength(1);
    removeTheme(writer, theme('1'));
    changeCard(writer, id('a'), { theme: null });
    restoreBoard(doc, then, 'restore');
    expect(placesOf(doc)).toEqual({ a: 'Seeing', b: null });
    expect(isSame(compareBoards(snapshotOf(then), snapshotOf(doc)))).toBe(true);
    expect(restoreBoard(doc, then, 'restore')).toBe(false);
  });

  it('[G6] a clip carries the name of the theme: pasted, a card stands in the theme of that name, else in none', () => {
    const { doc, writer } = boardWith('a', 'b');
    addCard(writer, { kind: 'learning', id: id('l'), text: 'l' }, by);
    groupCards(writer, { id: theme('1'), name: 'Seeing' }, [id('a')]);
    const view = openView(doc);
    const clip = readClip(JSON.parse(JSON.stringify(clipOf(view, [id('a'), id('b'), id('l')]))));
    if (clip === null) throw new Error('no clip');
    expect(JSON.stringify(clip)).not.toContain(theme('1'));
    const ids = { card: () => id('new'), link: () => 'link-0001' as LinkId };
    const other = [{ id: theme('8'), name: 'seeing', rank: '' }];
    const themeOf = (themes: typeof other): unknown[] =>
      cardsOfClip(clip, null, [], ids, themes).cards.map((card) => (card.kind === 'factor' ? card.theme : 'no factor'));
    expect(themeOf(other)).toEqual([theme('8'), null, 'no factor']);
    expect(themeOf([])).toEqual([null, null, 'no factor']);
    view.destroy();
  });

  it('[G7] a name is cut, and naming it the same changes nothing', () => {
    const { doc, writer } = boardWith('a');
    groupCards(writer, { id: theme('1'), name: 'x'.repeat(300) }, [id('a')]);
    expect(snapshotOf(doc).themes[0]?.name).toHaveLength(80);
    expect(renameTheme(writer, theme('1'), 'x'.repeat(300))).toBe(false);
    expect(renameTheme(writer, theme('2'), 'y')).toBe(false);
  });

  it('[G8] an order is written into the ranks that the cards have, in one step; other cards keep theirs', () => {
    const { doc, writer } = boardWith('a', 'x', 'b', 'c');
    const rankOf = (name: string): string | undefined =>
      snapshotOf(doc).cards.find((card) => card.id === id(name))?.rank;
    const before = rankOf('x');
    expect(reorderCards(writer, [[id('c'), id('a'), id('b')]])).toBe(3);
    expect(snapshotOf(doc).cards.map((card) => card.text)).toEqual(['c', 'x', 'a', 'b']);
    expect(rankOf('x')).toBe(before);
    expect(reorderCards(writer, [[id('c'), id('a'), id('b')]])).toBe(0);
    writer.undo.undo();
    expect(snapshotOf(doc).cards.map((card) => card.text)).toEqual(['a', 'x', 'b', 'c']);
  });

  it('[G8] an order is written even where ranks are equal or broken', () => {
    const { doc, writer } = boardWith('a', 'b', 'c');
    for (const name of ['a', 'b', 'c']) (boardOf(doc).cards.get(id(name)) as Y.Map<unknown>).set('rank', 'junk');
    reorderCards(writer, [[id('b'), id('c'), id('a')]]);
    expect(snapshotOf(doc).cards.map((card) => card.text)).toEqual(['b', 'c', 'a']);
  });

  it('[G12] a decline is remembered by pair, for everyone, whichever is named first; it outlives a restore', () => {
    const { doc, writer } = boardWith('a', 'b', 'c', 'd');
    const before = copyOf(doc);
    expect(declineSimilar(writer, [id('c'), id('a'), id('b')])).toBe(true);
    expect(declineSimilar(writer, [id('a'), id('b')])).toBe(false);
    const declined = declinedPairs(boardOf(copyOf(doc)));
    expect([declined(id('a'), id('b')), declined(id('b'), id('c')), declined(id('a'), id('d'))]).toEqual([
      true,
      true,
      false,
    ]);
    restoreBoard(doc, before, 'restore');
    expect(declinedPairs(boardOf(doc))(id('b'), id('a'))).toBe(true);
  });
});
