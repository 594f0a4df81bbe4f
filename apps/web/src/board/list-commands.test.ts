import { addColumn, editText, openWriter } from '@hearth/board/operations';
import type { CardId, ColumnId, ParticipantId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { boardCommands } from './commands.tsx';
import { cardsIn } from './groups.ts';
import { openBoardSession } from './session.tsx';

const at = Date.UTC(2026, 10, 12, 13);
const me = { participantId: 'person-0001' as ParticipantId, name: 'Priya Raman' };

beforeEach(() => vi.stubGlobal('requestAnimationFrame', () => 0));
afterEach(() => vi.unstubAllGlobals());

const open = (canWrite = true) => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const session = openBoardSession({ doc, awareness, zone: 'Europe/London', startedAt: at, canWrite, me });
  const said: string[] = [];
  const commands = boardCommands(
    session,
    (words) => said.push(words),
    () => undefined,
  );
  const texts = (group: string): string[] => cardsIn(session.view, group).map((card) => card.text);
  const add = (group: string, text: string): CardId => {
    const id = commands.add(group, text);
    if (id === null) throw new Error(`nothing was added to ${group}`);
    return id;
  };
  const close = (): void => {
    session.close();
    awareness.destroy();
    doc.destroy();
  };
  return { doc, session, commands, said, texts, add, close };
};

describe('[O1] a card begun below another', () => {
  it('stands right below it in its group, with the caret in it', () => {
    const { session, commands, texts, add, close } = open();
    const first = add('factor/human', 'first');
    add('factor/human', 'last');
    const id = commands.addBelow(first);
    expect(session.ui.get()).toMatchObject({ selected: id, editing: id });
    editText(session.writer, id ?? first, { index: 0, remove: 0, insert: 'between' });
    expect(texts('factor/human')).toEqual(['first', 'between', 'last']);
    close();
  });

  it('was never there when it is left without a word', () => {
    const { session, commands, texts, add, close } = open();
    const first = add('learning', 'first');
    const id = commands.addBelow(first);
    expect(id && commands.leave(id)).toBe(true);
    expect(texts('learning')).toEqual(['first']);
    expect(session.writer.undo.canRedo()).toBe(false);
    commands.undo();
    expect(texts('learning')).toEqual([]);
    close();
  });

  it('stays with its words, and one that had words before is never taken away by leaving it', () => {
    const { session, commands, texts, add, close } = open();
    const first = add('learning', 'first');
    const id = commands.addBelow(first) ?? first;
    editText(session.writer, id, { index: 0, remove: 0, insert: 'kept' });
    expect(commands.leave(id)).toBe(false);
    editText(session.writer, first, { index: 0, remove: 5, insert: '' });
    expect(commands.leave(first)).toBe(false);
    expect(texts('learning')).toEqual(['', 'kept']);
    close();
  });

  it('is not begun from an event, which needs a time first, nor by an observer', () => {
    const { commands, add, close } = open();
    expect(commands.addBelow(add('event/', 'labels stop'))).toBeNull();
    close();
    const observer = open(false);
    expect(observer.commands.addBelow('card-0001' as CardId)).toBeNull();
    observer.close();
  });
});

describe('[O2] a step in the list', () => {
  it('goes over the end of a group into the next one, at the side where it came in', () => {
    const { doc, commands, texts, add, said, close } = open();
    const writer = openWriter(doc);
    for (const name of ['Priya', 'Jonas']) addColumn(writer, { id: `column-${name}` as ColumnId, name, role: '' });
    add('perspective/column-Priya', 'p1');
    const moving = add('perspective/column-Priya', 'p2');
    add('perspective/column-Jonas', 'j1');
    commands.stepInList(moving, 'down');
    expect(texts('perspective/column-Jonas')).toEqual(['p2', 'j1']);
    commands.stepInList(moving, 'down');
    expect(texts('perspective/column-Jonas')).toEqual(['j1', 'p2']);
    commands.stepInList(moving, 'down');
    expect(said.at(-1)).toBe('It is the last');
    commands.stepInList(moving, 'up');
    commands.stepInList(moving, 'up');
    expect(texts('perspective/column-Priya')).toEqual(['p1', 'p2']);
    close();
  });

  it('takes an event along the time: down is later', () => {
    const { session, commands, close } = open();
    const id = commands.add('event/', 'labels stop', { at, precision: 'exact' });
    if (id === null) throw new Error('no event');
    commands.stepInList(id, 'down');
    expect(session.view.card(id)).toMatchObject({ at: at + 60_000 });
    commands.stepInList(id, 'up');
    expect(session.view.card(id)).toMatchObject({ at });
    close();
  });
});

describe('[O3] several cards moved at once', () => {
  it('keep their order, go last, and come back in one step', () => {
    const { commands, texts, add, said, close } = open();
    const ids = ['a', 'b', 'c'].map((text) => add('factor/human', text));
    add('factor/technical', 'x');
    commands.moveAll([ids[0], ids[2]] as CardId[], 'factor/technical');
    expect(texts('factor/technical')).toEqual(['x', 'a', 'c']);
    expect(said.at(-1)).toBe('2 cards moved to Technical');
    commands.undo();
    expect(texts('factor/human')).toEqual(['a', 'b', 'c']);
    close();
  });

  it('leave those of another kind where they are', () => {
    const { commands, texts, add, close } = open();
    const factor = add('factor/human', 'a');
    const learning = add('learning', 'l');
    commands.moveAll([factor, learning], 'factor/technical');
    expect([texts('factor/technical'), texts('learning')]).toEqual([['a'], ['l']]);
    close();
  });
});
