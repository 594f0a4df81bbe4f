import type { CardId, LinkId, ParticipantId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { boardCommands } from './commands.tsx';
import { dropCards } from './drop.ts';
import { cardsIn } from './groups.ts';
import { guarded } from './lock-guard.ts';
import { openBoardSession, type BoardSession } from './session.tsx';

beforeEach(() => vi.stubGlobal('requestAnimationFrame', () => 0));
afterEach(() => vi.unstubAllGlobals());

const open = () => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const me = { participantId: 'person-0001' as ParticipantId, name: 'Priya Raman' };
  const session = openBoardSession({ doc, awareness, zone: 'Europe/London', startedAt: 0, canWrite: true, me });
  const free = boardCommands(
    session,
    () => undefined,
    () => undefined,
  );
  const factor = free.add('factor/human', 'A green panel') ?? ('' as CardId);
  const other = free.add('factor/human', 'Another one') ?? ('' as CardId);
  const learning = free.add('learning', 'Panels can be green') ?? ('' as CardId);
  const locked = { ...session, locked: new Set(['factors'] as const) };
  let refused = 0;
  const commands = guarded(free, locked, () => (refused += 1));
  const close = (): void => {
    session.close();
    awareness.destroy();
    doc.destroy();
  };
  return { session, locked, free, commands, factor, other, learning, refused: () => refused, close };
};

/** Commands, and what they say. */
const spoken = (session: BoardSession) => {
  const said: string[] = [];
  const say = (words: string): void => void said.push(words);
  return { commands: boardCommands(session, say, say), said };
};

describe('[RM7] a locked zone', () => {
  it('takes no card, whichever way it comes, and tells why each time', () => {
    const { session, commands, factor, other, refused, close } = open();
    const before = JSON.stringify(session.doc.toJSON());
    expect(commands.add('factor/technical', 'More')).toBeNull();
    commands.compose('factor/technical');
    commands.edit(factor);
    commands.open('details', factor);
    commands.remove(factor);
    commands.removeAll([factor, other]);
    commands.change(factor, { category: 'technical' });
    commands.moveTo(factor, 'factor/technical');
    commands.step(factor, 'right');
    expect(commands.group([factor, other])).toBeNull();
    expect(commands.link(factor, other, 'contributed')).toBe(false);
    commands.tidy();
    commands.paste({ cards: [{ id: 'pasted-0001' as CardId, kind: 'question', text: 'Why?' }], links: [], left: 0 });
    expect(refused()).toBe(13);
    expect(JSON.stringify(session.doc.toJSON())).toBe(before);
    expect(session.ui.get()).toMatchObject({ editing: null, panel: null, composing: null });
    close();
  });

  it('leaves the other zones, and talking about a card, as they are', () => {
    const { session, commands, factor, learning, refused, close } = open();
    commands.edit(learning);
    expect(session.ui.get().editing).toBe(learning);
    expect(commands.add('learning', 'factor')).not.toBeNull();
    commands.open('comments', factor);
    expect(session.ui.get().panel).toEqual({ kind: 'comments', card: factor });
    expect(refused()).toBe(0);
    close();
  });

  it('takes nothing that a hand lets go over it', () => {
    const { session, locked, factor, close } = open();
    dropCards(locked, [factor], { group: 'factor/technical', before: null }, () => undefined);
    expect(cardsIn(session.view, 'factor/technical')).toEqual([]);
    dropCards(session, [factor], { group: 'factor/technical', before: null }, () => undefined);
    expect(cardsIn(session.view, 'factor/technical').map(({ id }) => id)).toEqual([factor]);
    close();
  });

  it('takes no link at its cards from elsewhere, nor a card away whose links would go', () => {
    const { session, commands, free, factor, learning, refused, close } = open();
    const event = free.add('event/', 'The panel was green') ?? ('' as CardId);
    free.link(factor, event, 'contributed');
    const [link] = session.view.links();
    commands.remove(event);
    commands.removeAll([learning, event]);
    commands.unlink(link?.id ?? ('' as LinkId));
    commands.changeMeaning(link?.id ?? ('' as LinkId), 'led-to');
    expect(commands.answer(event, 'factor', 'human', 'led-to')).toBeNull();
    expect(refused()).toBe(5);
    expect([session.view.links(), session.view.card(event)?.id]).toEqual([[link], event]);
    commands.remove(learning);
    expect([refused(), session.view.card(learning)]).toEqual([5, undefined]);
    close();
  });

  it('takes no step of undo or redo that would write into it, one by one, and tells why', async () => {
    const { session, factor, learning, close } = open();
    const { commands, said } = spoken(session);
    const turn = async (which: 'undo' | 'redo'): Promise<string> => {
      said.length = 0;
      commands[which]();
      await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 15_000 });
      return said[0] ?? '';
    };
    commands.change(factor, { category: 'technical' });
    commands.remove(learning);
    session.lock(new Set(['factors']));
    expect(await turn('undo')).toBe('Taken back');
    expect(session.view.card(learning)).toBeDefined();
    expect(await turn('undo')).toBe('Locked by the facilitator just now.');
    expect(session.view.card(factor)).toMatchObject({ category: 'technical' });
    session.lock(new Set(['learnings']));
    expect(await turn('redo')).toBe('Locked by the facilitator just now.');
    expect(await turn('undo')).toBe('Taken back');
    expect(session.view.card(factor)).toMatchObject({ category: 'human' });
    session.lock(new Set());
    expect(await turn('redo')).toBe('Done again');
    close();
  });

  it('takes no step below one that has nothing left to do', async () => {
    const { session, factor, learning, close } = open();
    const { commands, said } = spoken(session);
    commands.change(factor, { category: 'technical' });
    const note = commands.add('learning', 'A note') ?? ('' as CardId);
    // Somebody else took it away meanwhile.
    session.doc.transact(() => session.doc.getMap('cards').delete(note), 'somebody');
    session.lock(new Set(['factors']));
    said.length = 0;
    commands.undo();
    await vi.waitFor(() => expect(said).toEqual(['Locked by the facilitator just now.']), { timeout: 15_000 });
    expect(session.view.card(factor)).toMatchObject({ category: 'technical' });
    expect(session.view.card(learning)).toBeDefined();
    session.lock(new Set());
    commands.undo();
    expect(session.view.card(factor)).toMatchObject({ category: 'human' });
    close();
  });

  it('is asked at the moment when a way back is taken that was offered before', async () => {
    const { session, learning, close } = open();
    const offers: (() => void)[] = [];
    const said: string[] = [];
    const commands = boardCommands(
      session,
      () => undefined,
      (words, options) => {
        said.push(words);
        if (options?.action) offers.push(options.action.onSelect);
      },
    );
    commands.remove(learning);
    session.lock(new Set(['learnings']));
    offers[0]?.();
    await vi.waitFor(() => expect(said.at(-1)).toBe('Locked by the facilitator just now.'), { timeout: 15_000 });
    expect(session.view.card(learning)).toBeUndefined();
    close();
  });

  it('without one the commands are the same', () => {
    const { session, free, close } = open();
    expect(guarded(free, session, () => undefined)).toBe(free);
    close();
  });
});
