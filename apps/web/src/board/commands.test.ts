import { addCard, addColumn, openWriter } from '@hearth/board/operations';
import { openView } from '@hearth/board/view';
import type { CardId, ColumnId, ParticipantId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { boardCommands } from './commands.tsx';
import { defaultGroup } from './default-group.ts';
import { cardsIn, groupsOf } from './groups.ts';
import { openBoardSession } from './session.tsx';

const at = Date.UTC(2026, 10, 12, 13);
const me = { participantId: 'person-0001' as ParticipantId, name: 'Priya Raman' };
const id = (name: string): CardId => name as CardId;

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
  const texts = (group: string): string[] => cardsIn(session.view, group).map((card) => card.text);
  const close = (): void => {
    session.close();
    awareness.destroy();
    doc.destroy();
  };
  return { doc, session, commands, said, toasts, texts, close };
};

describe('[B17] commands', () => {
  it('add a card where one looks, with its author', () => {
    const { commands, session, texts, close } = open();
    const added = commands.add('factor/human', '  Nobody doubted a green panel ');
    expect(texts('factor/human')).toEqual(['Nobody doubted a green panel']);
    expect(added && session.view.card(added)?.author).toEqual({ id: me.participantId, name: me.name });
    expect(commands.add('factor/human', '   ')).toBeNull();
    close();
  });

  it('add an event to a lane that is new', () => {
    const { commands, session, close } = open();
    commands.add('event/Support', 'Four calls', { at, precision: 'about' });
    expect(session.view.list('event')[0]).toMatchObject({ lane: 'Support', at, precision: 'about' });
    close();
  });

  it('move a card among its neighbours and to the next column at the same height', () => {
    const { commands, texts, close } = open();
    const [, second] = ['a', 'b', 'c'].map((text) => commands.add('factor/technical', text));
    commands.add('factor/human', 'x');
    commands.add('factor/human', 'y');
    if (!second) throw new Error('not added');
    commands.step(second, 'up');
    expect(texts('factor/technical')).toEqual(['b', 'a', 'c']);
    commands.step(second, 'right');
    expect(texts('factor/human')).toEqual(['b', 'x', 'y']);
    commands.step(second, 'down');
    expect(texts('factor/human')).toEqual(['x', 'b', 'y']);
    close();
  });

  it('move an event by a minute, its end with it', () => {
    const { commands, session, close } = open();
    const event = commands.add('event/', 'Silence', { at, endAt: at + 600_000, precision: 'exact' });
    if (!event) throw new Error('not added');
    commands.step(event, 'right');
    expect(session.view.card(event)).toMatchObject({ at: at + 60_000, endAt: at + 660_000 });
    close();
  });

  it('remove a card, and bring it back for as long as nothing else was changed', () => {
    const { commands, toasts, texts, close } = open();
    const kept = commands.add('learning', 'kept');
    const gone = commands.add('learning', 'gone');
    if (!gone || !kept) throw new Error('not added');
    commands.remove(gone);
    expect(texts('learning')).toEqual(['kept']);
    toasts[0]?.undo();
    expect(texts('learning')).toEqual(['kept', 'gone']);

    commands.remove(gone);
    commands.add('learning', 'later');
    toasts[1]?.undo();
    expect(texts('learning')).toEqual(['kept', 'later']);
    expect(toasts[2]?.words).toMatch(/since/);
    close();
  });

  it('take back my own change and leave that of others', () => {
    const { commands, doc, texts, close } = open();
    commands.add('question', 'mine');
    const other = openWriter(doc);
    addCard(other, { kind: 'question', id: id('other-00001'), text: 'theirs' }, { author: null, nowMs: 0 });
    commands.undo();
    expect(texts('question')).toEqual(['theirs']);
    commands.redo();
    expect(texts('question').toSorted()).toEqual(['mine', 'theirs']);
    close();
  });

  it('change nothing for an observer', () => {
    const { commands, session, doc, said, close } = open(false);
    addCard(openWriter(doc), { kind: 'learning', id: id('learn-00001'), text: 'theirs' }, { author: null, nowMs: 0 });
    const before = Y.encodeStateAsUpdate(doc);
    commands.add('learning', 'mine');
    commands.remove(id('learn-00001'));
    commands.edit(id('learn-00001'));
    commands.step(id('learn-00001'), 'up');
    commands.setTime(id('learn-00001'), { at, endAt: null, precision: 'exact' });
    commands.addColumn('Somebody', '');
    commands.undo();
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(session.ui.get().editing).toBeNull();
    expect(said).toEqual([]);
    close();
  });
});

describe('[B18] groups', () => {
  it('hold each card exactly once', () => {
    const { commands, session, close } = open();
    const column = commands.addColumn('Priya Raman', 'Support');
    commands.add('event/Support', 'dated', { at, precision: 'exact' });
    commands.add('event/', 'undated');
    commands.add(`perspective/${column}`, 'seen');
    for (const group of ['factor/human', 'factor/technical', 'question', 'learning', 'action/open', 'action/parked'])
      commands.add(group, group);
    const shown = groupsOf(session.view).flatMap((group) => cardsIn(session.view, group.key).map((card) => card.text));
    expect(shown.toSorted()).toEqual(
      [
        'dated',
        'undated',
        'seen',
        'factor/human',
        'factor/technical',
        'question',
        'learning',
        'action/open',
        'action/parked',
      ].toSorted(),
    );
    close();
  });

  it('begin a new card beside the selected one, in one’s own column, or in the zone', () => {
    const doc = new Y.Doc();
    const view = openView(doc);
    const writer = openWriter(doc);
    expect(defaultGroup(view, 'perspectives', null, 'Maya')).toBeNull();
    addColumn(writer, { id: 'column-0001' as ColumnId, name: 'Priya', role: '' });
    addColumn(writer, { id: 'column-0002' as ColumnId, name: 'Maya', role: '' });
    addCard(writer, { kind: 'factor', id: id('factor-0001'), text: '', category: 'human' }, { author: null, nowMs: 0 });
    expect(defaultGroup(view, 'perspectives', null, 'maya')).toBe('perspective/column-0002');
    expect(defaultGroup(view, 'timeline', id('factor-0001'))).toBe('factor/human');
    expect(defaultGroup(view, 'timeline', id('gone-000001'))).toBe('event/');
    view.destroy();
  });
});
