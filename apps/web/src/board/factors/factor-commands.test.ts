import { addCard } from '@hearth/board/operations';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { boardCommands } from '../commands.tsx';
import { cardsIn, groupKeyOf, groupsOf, themeKey } from '../groups.ts';
import { openBoardSession } from '../session.tsx';

const me = { participantId: 'person-0001' as ParticipantId, name: 'Priya Raman' };
const at = Date.UTC(2026, 10, 12, 13);

// Focus moves after the next paint; here is no screen.
beforeEach(() => vi.stubGlobal('requestAnimationFrame', () => 0));
afterEach(() => vi.unstubAllGlobals());

const open = (canWrite = true) => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const session = openBoardSession({ doc, awareness, zone: 'Europe/London', startedAt: at, canWrite, me });
  const said: string[] = [];
  const toasts: { words: string; undo: () => void }[] = [];
  const commands = boardCommands(
    session,
    (words) => said.push(words),
    (words, options) => toasts.push({ words, undo: options?.action?.onSelect ?? (() => undefined) }),
  );
  const factor = (name: string): CardId => {
    const id = `factor-${name.padStart(4, '0')}` as CardId;
    addCard(session.writer, { kind: 'factor', id, text: name, category: 'technical' }, { author: null, nowMs: 0 });
    return id;
  };
  const event = (name: string, minute: number): CardId => {
    const id = `event-${name.padStart(4, '0')}` as CardId;
    const times = { at: at + minute * 60_000, endAt: null, precision: 'exact' as const };
    addCard(
      session.writer,
      { kind: 'event', id, text: name, ...times, eventKind: 'impact', lane: '', key: false },
      { author: null, nowMs: 0 },
    );
    return id;
  };
  const texts = (group: string): string[] => cardsIn(session.view, group).map((card) => card.text);
  return { session, commands, said, toasts, factor, event, texts };
};

describe('[FM1] themes', () => {
  it('are made of what is selected, named at once, and places like others', () => {
    const { session, commands, factor, event, texts } = open();
    const [a, b] = ['a', 'b', 'c'].map(factor);
    const e = event('e', 0);
    if (!a || !b) throw new Error('no cards');
    session.selectAll([a, e, b]);
    commands.groupPicked(b);
    const { naming } = session.ui.get();
    if (naming === null) throw new Error('nothing to name');
    expect(texts(themeKey(naming))).toEqual(['a', 'b']);
    expect(texts('factor/technical')).toEqual(['c']);
    commands.renameTheme(naming, '  What we could not see ');
    expect(groupsOf(session.view).find((group) => group.key === themeKey(naming))?.name).toBe('What we could not see');
  });

  it('each card stands in exactly one place, whatever theme it is in', () => {
    const { session, commands, factor } = open();
    const ids = ['a', 'b', 'c'].map(factor);
    commands.group(ids.slice(0, 2), 'One');
    commands.group(ids.slice(1), 'Two');
    for (const id of ids) {
      const standing = groupsOf(session.view).filter((group) =>
        cardsIn(session.view, group.key).some((card) => card.id === id),
      );
      const card = session.view.card(id);
      expect(standing.map((group) => group.key)).toEqual([card && groupKeyOf(card)]);
    }
  });

  it('one moves in and out by Move to… as between columns, and keeps its category', () => {
    const { session, commands, factor, texts } = open();
    const [a, b] = ['a', 'b'].map(factor);
    if (!a || !b) throw new Error('no cards');
    const theme = commands.group([a], 'Seeing');
    if (theme === null) throw new Error('no theme');
    commands.moveTo(b, themeKey(theme), { before: a });
    expect(texts(themeKey(theme))).toEqual(['b', 'a']);
    expect(session.view.card(b)).toMatchObject({ category: 'technical', theme });
    commands.moveTo(b, 'factor/human');
    expect(session.view.card(b)).toMatchObject({ category: 'human', theme: null });
  });

  it('one card alone asks what goes with it', () => {
    const { session, commands, factor, toasts, event } = open();
    const a = factor('a');
    commands.groupPicked(a);
    expect(session.ui.get().panel).toEqual({ kind: 'group', card: a });
    commands.groupPicked(event('e', 0));
    expect(toasts.map(({ words }) => words)).toEqual(['Factors are what is grouped into themes.']);
  });

  it('ungrouping keeps the cards, and the offer brings the theme back', () => {
    const { session, commands, factor, toasts, texts } = open();
    const theme = commands.group(['a', 'b'].map(factor), 'Seeing');
    if (theme === null) throw new Error('no theme');
    commands.ungroup(theme);
    expect(texts('factor/technical')).toEqual(['a', 'b']);
    toasts.at(-1)?.undo();
    expect(texts(themeKey(theme))).toEqual(['a', 'b']);
    expect(session.view.themes().map(({ name }) => name)).toEqual(['Seeing']);
  });
});

describe('[FM2] links', () => {
  it('are refused with words where they are there already, or would go round', () => {
    const { session, commands, factor, toasts } = open();
    const [a, b, c] = ['a', 'b', 'c'].map(factor);
    if (!a || !b || !c) throw new Error('no cards');
    expect(commands.link(a, b, 'led-to')).toBe(true);
    expect(commands.link(b, c, 'led-to')).toBe(true);
    expect(commands.link(a, b, 'made-harder')).toBe(false);
    expect(commands.link(c, a, 'led-to')).toBe(false);
    expect(toasts.map(({ words }) => words)).toEqual([
      expect.stringContaining('“a” led to “b”'),
      'That would go round in a circle: “a” leads to “c” already.',
    ]);
    expect(session.view.links()).toHaveLength(2);
  });

  it('change what they mean, and are removed with a way back', () => {
    const { session, commands, factor, toasts } = open();
    const [a, b] = ['a', 'b'].map(factor);
    if (!a || !b) throw new Error('no cards');
    commands.link(a, b, 'led-to');
    const [link] = session.view.links();
    if (!link) throw new Error('no link');
    commands.changeMeaning(link.id, 'made-possible');
    expect(session.view.links()).toEqual([{ ...link, meaning: 'made-possible' }]);
    commands.unlink(link.id);
    expect(session.view.links()).toEqual([]);
    toasts.at(-1)?.undo();
    expect(session.view.links()).toHaveLength(1);
  });
});

describe('[FM3] tidy', () => {
  it('orders each list by what it explains, in one step of undo, and says how many moved', () => {
    const { commands, factor, event, toasts, texts } = open();
    const [a, b, c] = ['a', 'b', 'c'].map(factor);
    const [early, late] = [event('early', 0), event('late', 30)];
    if (!a || !b || !c) throw new Error('no cards');
    commands.link(c, early, 'led-to');
    commands.link(b, late, 'led-to');
    commands.tidy();
    expect(texts('factor/technical')).toEqual(['c', 'b', 'a']);
    expect(toasts.at(-1)?.words).toBe('Tidied: 2 factors moved, in the order of what they explain.');
    toasts.at(-1)?.undo();
    expect(texts('factor/technical')).toEqual(['a', 'b', 'c']);
    commands.tidy();
    commands.tidy();
    expect(toasts.at(-1)?.words).toContain('already');
  });
});

describe('[FM4] asking why', () => {
  it('writes factors that are linked to what they answer, with their author', () => {
    const { session, commands, event } = open();
    const e = event('e', 0);
    const answer = commands.answer(e, ' No alarm watches it ', 'organisational', 'made-harder');
    if (answer === null) throw new Error('no answer');
    expect(session.view.card(answer)).toMatchObject({
      text: 'No alarm watches it',
      category: 'organisational',
      author: { name: me.name },
    });
    expect(session.view.links()).toMatchObject([{ from: answer, to: e, meaning: 'made-harder' }]);
    expect(commands.answer(e, '  ', 'human', 'led-to')).toBeNull();
    commands.remove(e);
    expect(commands.answer(e, 'Too late', 'human', 'led-to')).toBeNull();
  });
});

it('[B17] an observer changes nothing', () => {
  const { session, commands, factor } = open(false);
  const ids = ['a', 'b'].map(factor);
  const [a, b] = ids;
  if (!a || !b) throw new Error('no cards');
  expect(commands.group(ids)).toBeNull();
  expect(commands.link(a, b, 'led-to')).toBe(false);
  expect(commands.answer(a, 'words', 'human', 'led-to')).toBeNull();
  commands.tidy();
  commands.decline(ids);
  commands.groupPicked(a);
  expect(session.view.themes()).toEqual([]);
  expect(session.view.links()).toEqual([]);
  expect(session.view.list('factor')).toHaveLength(2);
  expect(session.ui.get().panel).toBeNull();
});
