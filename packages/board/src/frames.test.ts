import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { demoBoard } from './demo.ts';
import { isPackedFrames, openPacker, unpackFrames, type PackedFrames } from './frames.ts';
import { addCard, changeCard, editText, moveCard, openWriter, removeCard } from './operations.ts';
import { snapshotOf, type BoardSnapshot } from './snapshot.ts';

const history = (): BoardSnapshot[] => {
  const doc = new Y.Doc();
  const frames = [snapshotOf(doc)];
  Y.applyUpdate(doc, demoBoard());
  const writer = openWriter(doc);
  const note = (): number => frames.push(snapshotOf(doc));
  note();
  note();
  const id = 'card-0001' as CardId;
  addCard(writer, { kind: 'learning', id, text: 'Accepted is not printed' }, { author: null, nowMs: 1 }, 'first');
  note();
  editText(writer, id, { index: 0, remove: 8, insert: '“Accepted”' });
  note();
  moveCard(writer, id, snapshotOf(doc).cards, 'last');
  note();
  changeCard(writer, 'demo-event-calls' as CardId, { key: false });
  note();
  writer.board.narrative.delete(1, 2);
  note();
  for (const card of snapshotOf(doc).cards.slice(0, 5)) removeCard(writer, card.id);
  note();
  return frames;
};

describe('packed frames', () => {
  it('[H11] come back as they were, through JSON', () => {
    const frames = history();
    const packer = openPacker();
    for (const frame of frames) packer.add(frame);
    const sent: unknown = JSON.parse(JSON.stringify(packer.packed()));
    expect(isPackedFrames(sent)).toBe(true);
    expect(unpackFrames(sent as PackedFrames)).toEqual(frames);
  });

  it('[H11] tell once what stays, and unpack it as one object', () => {
    const frames = history();
    const packer = openPacker();
    for (const frame of frames) packer.add(frame);
    const packed = packer.packed();
    expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(frames).length / 3);
    const [, first, second, third] = unpackFrames(packed);
    expect(second?.cards).toBe(first?.cards);
    expect(third?.narrative).toBe(first?.narrative);
    const known = new Set(first?.cards);
    expect(third?.cards.filter((card) => !known.has(card)).map((card) => card.id)).toEqual(['card-0001']);
  });

  it('[H11] that name what they do not hold are refused', () => {
    const packed: PackedFrames = {
      format: 1,
      cards: [],
      links: [],
      columns: [],
      themes: [],
      blocks: [],
      comments: [],
      frames: [{ put: [0] }],
    };
    expect(() => unpackFrames(packed)).toThrow(RangeError);
    for (const value of [null, 7, {}, { ...packed, frames: 'x' }]) expect(isPackedFrames(value)).toBe(false);
  });
});
