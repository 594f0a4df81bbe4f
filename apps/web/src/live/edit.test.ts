import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillerFor, inOrder, readEdit } from './edit.ts';

/** What a document tells of each transaction. */
const record = (doc: Y.Doc): Uint8Array[] => {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return updates;
};
const edits = (updates: readonly Uint8Array[]) => updates.map((update) => ({ update, edit: readEdit(update) }));

describe('what an edit contains', () => {
  test('[Q3] structs, what they stand beside or inside of, and what is deleted', () => {
    const doc = new Y.Doc();
    const updates = record(doc);
    const { clientID: client } = doc;
    const text = doc.getText('t');
    text.insert(0, 'abc');
    text.insert(1, 'X');
    text.delete(0, 1);
    const [first, second, third] = edits(updates).map(({ edit }) => edit);
    expect(first).toMatchObject({ ranges: [{ client, clock: 0, end: 3 }], needs: [], deletes: [], structs: 1 });
    expect(second).toMatchObject({ ranges: [{ client, clock: 3, end: 4 }], structs: 1 });
    expect(second?.needs).toEqual([expect.objectContaining({ clock: 0 }), expect.objectContaining({ clock: 1 })]);
    expect(third).toMatchObject({ ranges: [], needs: [], deletes: [{ client, clock: 0, end: 1 }] });
  });

  test('[Q3] what is no update throws', () => {
    expect(() => readEdit(new Uint8Array([1, 200]))).toThrow('Unexpected end of array');
  });
});

describe('an order in which each can be taken', () => {
  test('[S10] whatever order edits of several writers are in, each finds what it needs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.nat(3), at: fc.nat(40), word: fc.string({ minLength: 1, maxLength: 3 }) }), {
          maxLength: 40,
        }),
        fc.infiniteStream(fc.nat()),
        (script, random) => {
          // Each writer in turn has everything that was written before.
          const docs = Array.from({ length: 4 }, () => new Y.Doc());
          const updates: Uint8Array[] = [];
          for (const { who, at, word } of script) {
            const doc = docs[who] ?? new Y.Doc();
            for (const update of updates) Y.applyUpdate(doc, update, 'replay');
            const collect = (update: Uint8Array, origin: unknown) => {
              if (origin !== 'replay') updates.push(update);
            };
            doc.on('update', collect);
            const text = doc.getText('t');
            if (at % 5 === 4 && text.length > 0) text.delete(at % text.length, 1);
            else text.insert(at % (text.length + 1), word);
            doc.off('update', collect);
          }
          const shuffled = edits(updates)
            .map((item) => ({ item, key: random.next().value }))
            .sort((one, other) => one.key - other.key)
            .map(({ item }) => item);
          const doc = new Y.Doc();
          for (const { update } of inOrder(shuffled)) {
            Y.applyUpdate(doc, update);
            expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('[S10] what misses something that nobody has comes last', () => {
    const doc = new Y.Doc();
    const updates = record(doc);
    doc.getText('t').insert(0, 'a');
    doc.getText('t').insert(1, 'b');
    doc.getText('t').insert(2, 'c');
    const [a, b, c] = edits(updates);
    expect(inOrder([c, b, a].filter((item) => item !== undefined))).toEqual([a, b, c]);
    expect(inOrder([c, a].filter((item) => item !== undefined))).toHaveLength(2);
  });
});

describe('what takes the place of an edit', () => {
  test.each([3, 2_500_000])('[Q3] %i structs that never come: later ones of the same client do', (length) => {
    const doc = new Y.Doc();
    const updates = record(doc);
    const map = doc.getMap('m');
    map.set('a', 1);
    doc.getText('t').insert(0, 'x'.repeat(length));
    map.set('b', 2);
    const [before, refused, after] = updates;
    if (!before || !refused || !after) throw new Error('three transactions make three updates');
    const filler = fillerFor(readEdit(refused).ranges);
    expect(filler.length).toBeLessThan(40);
    const other = new Y.Doc();
    for (const update of [before, filler, after]) Y.applyUpdate(other, update);
    expect(other.store.pendingStructs).toBeNull();
    expect([other.getMap('m').toJSON(), other.getText('t').length]).toEqual([{ a: 1, b: 2 }, 0]);
    expect(readEdit(filler).ranges).toEqual(readEdit(refused).ranges);
  });
});
