import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyEdit, diffText, mapIndex, rebaseEdit, type DeltaRun } from './text-edit.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', 'é'), maxLength: 12 });

describe('[B1] the smallest edit', () => {
  it('leads from one text to the other, wherever the caret is', () => {
    fc.assert(
      fc.property(words, words, fc.nat(20), (before, after, caret) => {
        const edit = diffText(before, after, caret);
        expect(edit === null ? before : applyEdit(before, edit)).toBe(after);
      }),
    );
  });

  it('is no longer than what was typed', () => {
    fc.assert(
      fc.property(words, fc.nat(12), fc.constantFrom('x', 'aa', '😀'), (before, at, typed) => {
        const units = [...before];
        const index = units.slice(0, Math.min(at, units.length)).join('').length;
        const after = applyEdit(before, { index, remove: 0, insert: typed });
        const edit = diffText(before, after, index + typed.length);
        expect(edit?.insert.length).toBeLessThanOrEqual(typed.length + 1);
        expect(edit?.remove).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds a doubled letter where the caret is, not at the end of the run', () => {
    expect(diffText('aaa', 'aaaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
    expect(diffText('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' });
  });

  it('never cuts an emoji in half', () => {
    expect(diffText('😀', '😁', 2)).toEqual({ index: 0, remove: 2, insert: '😁' });
  });

  it('is null when nothing changed', () => {
    expect(diffText('same', 'same', 2)).toBeNull();
  });
});

const withDelta = (text: string, change: (shared: Y.Text) => void): { delta: DeltaRun[]; after: string } => {
  const shared = new Y.Doc().getText('text');
  shared.insert(0, text);
  let delta: DeltaRun[] = [];
  shared.observe((event) => {
    delta = event.delta as DeltaRun[];
  });
  change(shared);
  return { delta, after: shared.toString() };
};

describe('[B2] a caret in a text that others change', () => {
  it('stays at the same letter', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 10 }),
        fc.nat(10),
        fc.nat(10),
        fc.nat(4),
        fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 4 }),
        (text, caretAt, editAt, removed, inserted) => {
          const caret = Math.min(caretAt, text.length);
          const index = Math.min(editAt, text.length);
          const remove = Math.min(removed, text.length - index);
          const { delta, after } = withDelta(text, (shared) =>
            shared.doc?.transact(() => {
              shared.delete(index, remove);
              shared.insert(index, inserted);
            }),
          );
          const mapped = mapIndex(delta, caret);
          expect(mapped).toBeGreaterThanOrEqual(0);
          expect(mapped).toBeLessThanOrEqual(after.length);
          if (caret < index) expect(after.slice(0, mapped)).toBe(text.slice(0, caret));
          if (caret > index + remove) expect(after.slice(mapped)).toBe(text.slice(caret));
        },
      ),
    );
  });

  it('stays in front of what is written exactly there', () => {
    const { delta } = withDelta('ab', (shared) => shared.insert(1, 'XY'));
    expect(mapIndex(delta, 1)).toBe(1);
    expect(mapIndex(delta, 1, 'after')).toBe(3);
    expect(mapIndex(delta, 2)).toBe(4);
  });

  it('falls to the edge of what was removed around it', () => {
    const { delta } = withDelta('abcdef', (shared) => shared.delete(1, 4));
    expect(mapIndex(delta, 3)).toBe(1);
    expect(mapIndex(delta, 6)).toBe(2);
  });
});

describe('[B3] an edit made while others wrote', () => {
  it('keeps its letters and its neighbours', () => {
    const { delta, after } = withDelta('hello world', (shared) => shared.insert(0, '>> '));
    expect(applyEdit(after, rebaseEdit({ index: 5, remove: 0, insert: ',' }, [delta]))).toBe('>> hello, world');
  });

  it('never reaches outside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 10 }),
        fc.nat(10),
        fc.nat(10),
        fc.array(fc.tuple(fc.nat(10), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 4 }),
        (text, at, removed, others) => {
          const shared = new Y.Doc().getText('text');
          shared.insert(0, text);
          const deltas: DeltaRun[][] = [];
          shared.observe((event) => deltas.push(event.delta as DeltaRun[]));
          for (const [where, count, insert] of others) {
            const index = Math.min(where, shared.length);
            shared.insert(index, insert);
            shared.delete(index, Math.min(count, shared.length - index));
          }
          const index = Math.min(at, text.length);
          const edit = rebaseEdit({ index, remove: Math.min(removed, text.length - index), insert: '!' }, deltas);
          expect(edit.index).toBeGreaterThanOrEqual(0);
          expect(edit.remove).toBeGreaterThanOrEqual(0);
          expect(edit.index + edit.remove).toBeLessThanOrEqual(shared.length);
        },
      ),
    );
  });
});
