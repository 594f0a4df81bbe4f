import type { CardId } from '@hearth/review/ids';
import { describe, expect, it, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { openPresence, visitorWords } from './presence.ts';

const card = 'card-000001' as CardId;

const two = () => {
  const mine = new Awareness(new Y.Doc());
  const theirs = new Awareness(new Y.Doc());
  theirs.setLocalStateField('user', { id: 'person-0002', name: 'Tomasz Wieczorek' });
  const carry = (): void => applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'wire');
  const presence = openPresence(mine);
  const close = (): void => {
    presence.destroy();
    mine.destroy();
    theirs.destroy();
  };
  return { mine, theirs, carry, presence, close };
};

describe('[B14] presence', () => {
  it('tells who writes in which card, by name', () => {
    const { theirs, carry, presence, close } = two();
    theirs.setLocalStateField('board', { card, doing: 'editing', writing: null });
    carry();
    expect(visitorWords(presence.at(card))).toBe('Tomasz is writing');
    close();
  });

  it('keeps a list the same while only pointers move', () => {
    const { theirs, carry, presence, close } = two();
    theirs.setLocalStateField('board', { card, doing: 'looking', writing: null });
    carry();
    const before = presence.at(card);
    const told = vi.fn();
    const pointed = vi.fn();
    presence.subscribe(told);
    presence.onPointer(pointed);
    theirs.setLocalStateField('pointer', { zone: 'factors', x: 0.5, y: 0.25 });
    carry();
    expect(presence.at(card)).toBe(before);
    expect(told).not.toHaveBeenCalled();
    expect(pointed).toHaveBeenCalledWith(theirs.clientID, expect.objectContaining({ zone: 'factors', x: 0.5 }));
    close();
  });

  it.each([
    { zone: 'elsewhere', x: 0, y: 0 },
    { zone: 'factors', x: 7, y: 0 },
    { zone: 'factors', x: Number.NaN, y: 0 },
    'x',
  ])('ignores a pointer that makes no sense: %j', (pointer) => {
    const { theirs, carry, presence, close } = two();
    const pointed = vi.fn();
    presence.onPointer(pointed);
    theirs.setLocalStateField('pointer', pointer);
    theirs.setLocalStateField('board', 17);
    carry();
    expect(pointed).not.toHaveBeenCalled();
    close();
  });

  it('leaves out this browser itself', () => {
    const { presence, close } = two();
    presence.tell({ card, doing: 'editing' });
    expect(presence.at(card)).toEqual([]);
    close();
  });

  it('[Q2] quiet: no pointers, nobody who only looks; who writes is told both ways', () => {
    const { mine, theirs, carry, presence, close } = two();
    const pointed = vi.fn();
    presence.onPointer(pointed);
    theirs.setLocalStateField('board', { card, doing: 'looking', writing: null });
    theirs.setLocalStateField('pointer', { zone: 'factors', x: 0.5, y: 0.25 });
    carry();
    presence.point({ zone: 'factors', x: 0.5, y: 0.5 });
    presence.tell({ card });
    expect(mine.getLocalState()).toMatchObject({ pointer: { zone: 'factors' }, board: { card } });
    presence.quiet(true);
    expect(mine.getLocalState()).toMatchObject({ pointer: null, board: { card: null } });
    expect(pointed).toHaveBeenLastCalledWith(theirs.clientID, null);
    expect(presence.at(card)).toEqual([]);
    presence.point({ zone: 'factors', x: 0.1, y: 0.1 });
    presence.tell({ doing: 'editing' });
    expect(mine.getLocalState()).toMatchObject({ pointer: null, board: { card, doing: 'editing' } });
    theirs.setLocalStateField('board', { card, doing: 'editing', writing: null });
    carry();
    expect(visitorWords(presence.at(card))).toBe('Tomasz is writing');
    presence.quiet(false);
    expect(pointed).toHaveBeenLastCalledWith(theirs.clientID, expect.objectContaining({ zone: 'factors', x: 0.5 }));
    close();
  });
});
