import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as awareness from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  awarenessFrame,
  hocuspocusPrefix,
  nothingNew,
  nothingYet,
  readFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from './frames.ts';
import { clockRanges } from './ranges.ts';
import { cursorAt, readBytes, readVarint } from './varint.ts';

const encoded = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write);

test('numbers are read as they were written, and nothing behind them', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (first, second) => {
      const bytes = encoded((encoder) => {
        encoding.writeVarUint(encoder, first);
        encoding.writeVarUint(encoder, second);
      });
      const cursor = cursorAt(bytes);
      expect([readVarint(cursor), readVarint(cursor), cursor.position]).toEqual([first, second, bytes.length]);
    }),
  );
});

test('what is cut off throws', () => {
  expect(() => readVarint(cursorAt(Uint8Array.of(128)))).toThrow('ends within');
  expect(() => readBytes(cursorAt(Uint8Array.of(3, 1, 2)))).toThrow('shorter than it says');
});

test('frames are those of y-protocols', () => {
  const doc = new Y.Doc();
  const ofSync = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
    encoded((encoder) => {
      encoding.writeVarUint(encoder, 0);
      write(encoder);
    });
  expect(step1Frame(nothingYet)).toEqual(ofSync((encoder) => sync.writeSyncStep1(encoder, doc)));
  expect(step2Frame(nothingNew)).toEqual(ofSync((encoder) => sync.writeSyncStep2(encoder, doc)));
  expect(updateFrame(nothingNew)).toEqual(ofSync((encoder) => sync.writeUpdate(encoder, nothingNew)));
});

test('an awareness frame is understood by y-protocols', () => {
  const doc = new Y.Doc();
  const theirs = new awareness.Awareness(doc);
  const read = readFrame(awarenessFrame(77, 3, '{"name":"Ada"}'), false);
  if (read.kind !== 'awareness') throw new Error(read.kind);
  awareness.applyAwarenessUpdate(theirs, read.payload, null);
  expect(theirs.getStates().get(77)).toEqual({ name: 'Ada' });
  theirs.destroy();
});

test('what was sent is read back, with a name before it as well', () => {
  const update = Uint8Array.of(9, 8, 7);
  const prefixed = Buffer.concat([hocuspocusPrefix('a room'), updateFrame(update)]);
  expect(readFrame(updateFrame(update), false)).toEqual({ kind: 'update', payload: update });
  expect(readFrame(step2Frame(update), false)).toEqual({ kind: 'step-2', payload: update });
  expect(readFrame(step1Frame(nothingYet), false)).toEqual({ kind: 'step-1' });
  const read = readFrame(prefixed, true);
  expect(read.kind === 'update' && [...read.payload]).toEqual([9, 8, 7]);
});

test('our acknowledgement is read; the message of a peer that has the same number is not taken for it', () => {
  const frame = encoded((encoder) => {
    encoding.writeVarUint(encoder, 100);
    encoding.writeVarUint(encoder, 300);
  });
  expect(readFrame(frame, false)).toEqual({ kind: 'acknowledged', frames: 300 });
  expect(readFrame(Buffer.concat([hocuspocusPrefix('a room'), frame]), true)).toEqual({ kind: 'other' });
});

test('the short way to the clocks of a keystroke finds what Yjs finds', () => {
  const doc = new Y.Doc();
  doc.clientID = 4_000_000_000;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('narrative');
  text.insert(0, 'ab');
  text.insert(2, 'cde');
  doc.getMap('cards').set('one', { x: 1 });
  for (const update of updates) {
    const { from } = Y.parseUpdateMeta(update);
    expect(clockRanges(update)).toEqual([{ client: doc.clientID, from: from.get(doc.clientID), to: null }]);
  }
});

test('a merged update tells every client, to the end of what it brings', () => {
  const one = new Y.Doc();
  const two = new Y.Doc();
  one.clientID = 1;
  two.clientID = 2;
  one.getText('narrative').insert(0, 'abc');
  two.getText('narrative').insert(0, 'de');
  const merged = Y.mergeUpdates([Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(two)]);
  const ranges = clockRanges(merged).toSorted((a, b) => a.client - b.client);
  expect(ranges).toEqual([
    { client: 1, from: 0, to: 3 },
    { client: 2, from: 0, to: 2 },
  ]);
  expect(clockRanges(nothingNew)).toEqual([]);
});
