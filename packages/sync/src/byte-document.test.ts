import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { admit } from './admission.ts';
import { ByteDocument, type StateVector } from './byte-document.ts';
import { encodeIndex, indexState, readIndexed } from './section-index.ts';
import { mergeAdmitted } from './structural-merge.ts';
import { indexUpdate, type WalkedUpdate } from './update-walker.ts';

const edit = fc.record({
  who: fc.nat(3),
  at: fc.nat(),
  text: fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
  cut: fc.nat(3),
  card: fc.option(fc.nat(3), { freq: 4 }),
  /** Whether the others hear of it before they go on. */
  told: fc.boolean(),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Updates of four people, as they would come one after the other. */
const updatesOf = (edits: readonly Edit[]): Uint8Array[] => {
  const docs = [1, 2, 3, 4].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const updates: Uint8Array[] = [];
  for (const { who, at, text, cut, card, told } of edits) {
    const doc = docs[who]!;
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      const shared = doc.getText('t');
      shared.insert(at % (shared.length + 1), text);
      shared.delete(0, Math.min(cut, shared.length));
      if (card !== null) doc.getMap('m').set(`${card}`, new Y.Map([['text', new Y.Text(text)]]));
    });
    const update = Y.encodeStateAsUpdate(doc, before);
    updates.push(update);
    if (told) for (const other of docs) for (const each of updates) Y.applyUpdate(other, each);
  }
  return updates;
};
const yjsOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
const same = (left: Y.Doc, right: Y.Doc): void => {
  expect([left.store.pendingStructs, left.store.pendingDs]).toEqual([null, null]);
  expect(Y.equalSnapshots(Y.snapshot(left), Y.snapshot(right))).toBe(true);
  expect([left.getText('t').toJSON(), left.getMap('m').toJSON()]).toEqual([
    right.getText('t').toJSON(),
    right.getMap('m').toJSON(),
  ]);
};
const absorbAll = (updates: readonly Uint8Array[]): { document: ByteDocument; admitted: WalkedUpdate[] } => {
  const document = new ByteDocument();
  const admitted: WalkedUpdate[] = [];
  for (const update of updates) {
    const admission = admit(indexUpdate(update), document);
    if (admission.kind !== 'new') continue;
    document.absorb(admission.update);
    admitted.push(admission.update);
  }
  return { document, admitted };
};

describe('a document as bytes', () => {
  test('[L2] is the document that Yjs makes of the same updates, whole and from any state on', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), fc.nat(), (edits, at) => {
        const updates = updatesOf(edits);
        const { document } = absorbAll(updates);
        const expected = yjsOf(updates);
        same(yjsOf([document.encode(null)]), expected);
        expect(document.stateVector()).toEqual(Y.decodeStateVector(Y.encodeStateVector(expected)));
        const reader = yjsOf(updates.slice(0, at % updates.length));
        Y.applyUpdate(reader, document.encode(Y.decodeStateVector(Y.encodeStateVector(reader))));
        same(reader, expected);
      }),
      { numRuns: 300 },
    );
  });

  test('[L10] [N1] updates that repeat others, whole or in part, in any cut, change nothing', () => {
    const arbitrary = fc.tuple(fc.array(edit, { minLength: 2, maxLength: 20 }), fc.array(fc.nat(), { maxLength: 10 }));
    fc.assert(
      fc.property(arbitrary, ([edits, repeats]) => {
        const updates = updatesOf(edits);
        const resent = [...updates];
        // Everything up to some point comes again as one, as a client sends it after a reconnect.
        for (const at of repeats) {
          const upTo = 1 + (at % updates.length);
          resent.splice(upTo + (at % 3), 0, Y.encodeStateAsUpdate(yjsOf(updates.slice(0, upTo))));
        }
        const { document, admitted } = absorbAll(resent);
        const expected = yjsOf(updates);
        same(yjsOf([document.encode(null)]), expected);
        same(yjsOf([mergeAdmitted(admitted)]), expected);
      }),
      { numRuns: 300 },
    );
  });

  test('[L11] is loaded by its index as it is by reading it; an index of something else is not believed', () => {
    const updates = updatesOf(fc.sample(edit, { numRuns: 40, seed: 7 }).map((each) => ({ ...each, told: true })));
    const state = Y.encodeStateAsUpdate(yjsOf(updates));
    const index = encodeIndex(indexState(state));
    const { marks: _, ...walked } = indexUpdate(state);
    const read = readIndexed(state, index);
    expect(read.update).toEqual(walked);
    expect(read.places.parts()).toEqual(indexState(state).places.parts());
    const foreign = encodeIndex(indexState(updates[0]!));
    for (const useless of [Uint8Array.of(9, 9, 9), foreign])
      expect(readIndexed(state, useless).update).toMatchObject(walked);
    same(yjsOf([ByteDocument.of(read.update).encode(null)]), yjsOf([state]));
  });

  test('[L10] what continues something that is not here is a gap, and refused by the document', () => {
    const [first, second] = updatesOf(
      ['a', 'b'].map((text) => ({ who: 0, at: 0, text, cut: 0, card: null, told: false })),
    );
    const document = new ByteDocument();
    expect(admit(indexUpdate(second!), document)).toEqual({ kind: 'gap' });
    expect(() => document.absorb(indexUpdate(second!))).toThrow(RangeError);
    document.absorb(indexUpdate(first!));
    expect(admit(indexUpdate(first!), document)).toEqual({ kind: 'nothing-new' });
    const known: StateVector = new Map([[1, 99]]);
    expect(Y.decodeUpdate(document.encode(known)).structs).toEqual([]);
  });
});
