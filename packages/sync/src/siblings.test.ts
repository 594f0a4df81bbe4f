// What makes Yjs slow when many structs want one place, against what people really do.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ByteDocument } from './byte-document.ts';
import { Gate, type Sender } from './gate.ts';
import { defaultLimits } from './limits.ts';
import { Places } from './places.ts';
import { FakeClock } from './test/fake-clock.ts';

const setUp = () => {
  const clock = new FakeClock();
  const document = new ByteDocument();
  const gate = Gate.of({ document, places: new Places() }, defaultLimits, clock);
  /** @returns what became of it: a code, or the verdict's kind. */
  const send = (update: Uint8Array, participantId = 'ada', writer = participantId): string => {
    const sender: Sender = { participantId, writer, limits: defaultLimits.update, counted: true };
    const verdict = gate.judge(update, document, sender);
    if (verdict.kind !== 'accepted') return verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind;
    gate.accept(verdict);
    document.absorb(verdict.update);
    return 'accepted';
  };
  return { clock, send };
};
/** An update of a client that knows only `base`. */
const beside = (base: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base);
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
};
const typed = (text: string) => beside(Y.encodeStateAsUpdate(new Y.Doc()), (doc) => doc.getText('t').insert(0, text));

describe('one place', () => {
  test('[G8] takes 64 competing structs of a person, over many frames and client ids, and no more', () => {
    const { send } = setUp();
    const base = typed('ab');
    send(base);
    const between = () => beside(base, (doc) => doc.getText('t').insert(1, 'x'));
    const outcomes = Array.from({ length: 65 }, between).map((update) => send(update));
    expect(outcomes).toEqual([...Array(64).fill('accepted'), 'HEARTH_TOO_LARGE']);
    expect(send(between(), 'ben')).toBe('accepted');
  });

  test('[G8] whatever stands on the other side, 1,000 structs after the same one are enough', () => {
    const { send } = setUp();
    const base = typed('ab');
    send(base);
    const mine = new Y.Doc();
    Y.applyUpdate(mine, base);
    const outcomes: string[] = [];
    mine.on('update', (update: Uint8Array) => outcomes.push(send(update)));
    for (let written = 0; written < 1_001; written += 1) mine.getText('t').insert(1, 'x');
    expect(outcomes).toEqual([...Array(1_000).fill('accepted'), 'HEARTH_TOO_LARGE']);
  });

  test('[G8] in front of one text, but not in front of many', () => {
    const { send } = setUp();
    const doc = new Y.Doc();
    doc.getText('t0').insert(0, 'a');
    const outcomes = new Set<string>();
    doc.on('update', (update: Uint8Array) => outcomes.add(send(update)));
    send(Y.encodeStateAsUpdate(doc));
    for (let text = 0; text < 10; text += 1)
      for (let times = 0; times < 300; times += 1) doc.getText(`t${text}`).insert(0, 'x');
    expect(outcomes).toEqual(new Set(['accepted']));
    for (let times = 0; times < 1_001; times += 1) doc.getText('t0').insert(0, 'x');
    expect(outcomes).toContain('HEARTH_TOO_LARGE');
  });

  test('[G8] in an empty place as well, as in the same key of a map', () => {
    const { send } = setUp();
    const empty = Y.encodeStateAsUpdate(new Y.Doc());
    const keyed = () => beside(empty, (doc) => doc.getMap('m').set('k', 1));
    expect(
      Array.from({ length: 65 }, keyed)
        .map((update) => send(update))
        .at(-1),
    ).toBe('HEARTH_TOO_LARGE');
    expect(send(beside(empty, (doc) => doc.getMap('m').set('other', 1)))).toBe('accepted');
  });

  test('[G8] is forgotten after ten minutes', () => {
    const { clock, send } = setUp();
    const base = typed('ab');
    send(base);
    const between = () => beside(base, (doc) => doc.getText('t').insert(1, 'x'));
    for (let sent = 0; sent < 64; sent += 1) send(between());
    void clock.pass(10 * 60_000);
    expect(send(between())).toBe('accepted');
  });

  test('[G8] what people do is never in the way: typing, deleting, pasting, formatting, at the start and in between', () => {
    const { send } = setUp();
    const doc = new Y.Doc();
    const refusals: string[] = [];
    doc.on('update', (update: Uint8Array) => {
      const outcome = send(update);
      if (outcome !== 'accepted') refusals.push(outcome);
    });
    const text = doc.getText('t');
    for (let word = 0; word < 500; word += 1) {
      for (const letter of 'a sentence, ') text.insert(text.length, letter);
      text.insert(0, 'In front. ');
      if (word % 3 === 0) text.delete(Math.floor(text.length / 2), 5);
      if (word % 5 === 0) text.format(0, 4, { bold: word % 2 === 0 });
      text.insert(Math.floor(text.length / 3), 'pasted '.repeat(10));
      doc.getMap('cards').set(`card-${word % 20}`, { x: word });
    }
    expect(refusals).toEqual([]);
  });
});
