import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillerFor, readEdit } from './edit.ts';
import { Addresses, readdress } from './readdress.ts';

describe('changes under ids of their own', () => {
  test('[Q9] applied where their old ids are taken for gone, they bring what they brought, among what is there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(30), remove: fc.boolean(), word: fc.string({ minLength: 1, maxLength: 3 }) }), {
          minLength: 1,
          maxLength: 25,
        }),
        fc.nat(25),
        (script, from) => {
          const doc = new Y.Doc();
          const updates: Uint8Array[] = [];
          doc.on('update', (update: Uint8Array) => updates.push(update));
          const board = doc.getMap<Y.Text>('m');
          for (const [step, { at, remove, word }] of script.entries()) {
            if (step === from) doc.clientID = 7; // another tab goes on
            const text = board.get('t') ?? board.set('t', new Y.Text());
            if (remove && text.length > 0) text.delete(at % text.length, 1);
            else text.insert(at % (text.length + 1), word);
            board.set(`key-${at % 3}`, new Y.Text(word));
          }
          const kept = updates.slice(0, from);
          const refused = updates.slice(from);
          const server = new Y.Doc();
          for (const update of kept) Y.applyUpdate(server, update);
          for (const update of refused) Y.applyUpdate(server, fillerFor(readEdit(update).ranges));
          let next = 1_000;
          const addresses = new Addresses(() => next++);
          for (const update of refused) addresses.give(readEdit(update).ranges);
          for (const update of refused) Y.applyUpdate(server, readdress(update, addresses));
          expect(server.store.pendingStructs).toBeNull();
          expect(server.getMap('m').toJSON()).toEqual(board.toJSON());
        },
      ),
      { numRuns: 200 },
    );
  });

  test('[Q9] more of them later, by another tab: they fit to those before', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('t').insert(0, 'one');
    doc.getText('t').insert(3, ' two');
    const [one, two] = updates;
    if (!one || !two) throw new Error('two transactions make two updates');
    let next = 1_000;
    const first = new Addresses(() => next++);
    const moved = first.give(readEdit(one).ranges);
    const second = new Addresses(() => next++);
    second.learn(moved);
    second.give(readEdit(two).ranges);
    const other = new Y.Doc();
    Y.applyUpdate(other, readdress(one, first));
    Y.applyUpdate(other, readdress(two, second));
    expect(other.getText('t').toJSON()).toBe('one two');
    expect(next).toBe(1_001);
  });
});
