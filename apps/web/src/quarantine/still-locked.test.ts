import { addCard, openWriter } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { isStillLocked } from './still-locked.ts';

it('[Q10] what was refused in a locked zone may go again once each zone of it is open', () => {
  const doc = new Y.Doc();
  const mine = new Y.Doc();
  const updates: Uint8Array[] = [];
  mine.on('update', (update: Uint8Array) => updates.push(update));
  const by = { author: null, nowMs: 0 };
  addCard(openWriter(mine), { kind: 'learning', id: 'card-0001' as CardId, text: 'one' }, by);
  addCard(openWriter(mine), { kind: 'question', id: 'card-0002' as CardId, text: 'two' }, by);
  const changes = updates.map((update, sequence) => ({
    document: 'board/r1',
    tab: 'tab',
    sequence,
    update,
    madeAtMs: 0,
  }));
  const refused = { code: 'HEARTH_LOCKED', changes } as const;
  expect(isStillLocked(doc, refused, new Set(['factors']))).toBe(true);
  expect(isStillLocked(doc, refused, new Set(['actions']))).toBe(true);
  expect(isStillLocked(doc, refused, new Set(['timeline', 'narrative']))).toBe(false);
  expect(isStillLocked(doc, refused, new Set())).toBe(false);
  expect(isStillLocked(doc, { ...refused, code: 'HEARTH_TOO_LARGE' }, new Set(['factors']))).toBe(false);
});
