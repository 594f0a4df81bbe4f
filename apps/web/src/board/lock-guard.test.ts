import type { CardId, ParticipantId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { boardCommands } from './commands.tsx';
import { dropCards } from './drop.ts';
import { cardsIn } from './groups.ts';
import { guarded } from './lock-guard.ts';
import { openBoardSession } from './session.tsx';

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

  it('without one the commands are the same', () => {
    const { session, free, close } = open();
    expect(guarded(free, session, () => undefined)).toBe(free);
    close();
  });
});
