import type { CardId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addCard, changeCard, editText, moveCard, openWriter, removeCard } from './operations.ts';
import { openView } from './view.ts';

const idOf = (n: number): CardId => `card-number-${n}` as CardId;
const by = { author: null, nowMs: 0 };
const step = fc.record({
  kind: fc.constantFrom('add', 'edit', 'change', 'move', 'remove'),
  card: fc.nat(6),
  other: fc.nat(6),
});

describe('a live view', () => {
  it('is, after whatever happened, what a view opened now would be', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const doc = new Y.Doc();
        const writer = openWriter(doc);
        const view = openView(doc);
        for (const { kind, card, other } of steps) {
          const before = view.list('factor');
          const id = idOf(card);
          if (kind === 'add') addCard(writer, { kind: 'factor', id, text: 'So', category: 'human', theme: null }, by);
          else if (kind === 'edit') editText(writer, id, { index: 0, remove: 0, insert: 'x' });
          else if (kind === 'change') changeCard(writer, id, { category: 'technical' });
          else if (kind === 'move') moveCard(writer, id, before, { before: idOf(other) });
          else removeCard(writer, id);
          const fresh = openView(doc);
          expect(view.list('factor')).toEqual(fresh.list('factor'));
          for (const one of view.list('factor')) expect(view.card(one.id)).toBe(one);
          fresh.destroy();
        }
      }),
    );
  });

  it('gives a new array where a card changed, and the same values for all others', () => {
    const doc = new Y.Doc();
    const writer = openWriter(doc);
    const view = openView(doc);
    for (const n of [0, 1, 2])
      addCard(writer, { kind: 'factor', id: idOf(n), text: 'So', category: 'human', theme: null }, by);
    const before = view.list('factor');
    editText(writer, idOf(1), { index: 2, remove: 0, insert: '!' });
    const after = view.list('factor');
    expect(after).not.toBe(before);
    expect(after.map((card, at) => card === before[at])).toEqual([true, false, true]);
    expect(after[1]?.text).toBe('So!');
  });
});
