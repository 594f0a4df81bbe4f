// Structs that stand where Yjs would never put them, and everything that it does put somewhere.
import * as encoding from 'lib0/encoding';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ByteDocument } from './byte-document.ts';
import { Gate, type Sender } from './gate.ts';
import { defaultLimits } from './limits.ts';
import { Places } from './places.ts';
import { readIndexed } from './section-index.ts';
import { squeeze } from './squeeze.ts';
import { FakeClock } from './test/fake-clock.ts';

class Door {
  #document = new ByteDocument();
  #gate = Gate.of({ document: this.#document, places: new Places() }, defaultLimits, new FakeClock());

  /** @returns what was wrong, or what became of it. */
  send(update: Uint8Array): string {
    const sender: Sender = { participantId: 'ada', writer: 'w', limits: defaultLimits.handshake, counted: false };
    const verdict = this.#gate.judge(update, this.#document, sender);
    if (verdict.kind !== 'accepted') return verdict.kind === 'refused' ? verdict.refusal.detail : verdict.kind;
    this.#gate.accept(verdict);
    this.#document.absorb(verdict.update);
    return 'accepted';
  }

  /** The room is compacted, left and loaded again. */
  reload(): void {
    const squeezed = squeeze({ kind: 'squeeze', state: this.#document.encode(null) });
    if (!squeezed.ok) throw new Error(squeezed.detail);
    const { update, places } = readIndexed(squeezed.state, squeezed.index);
    this.#document = ByteDocument.of(update);
    this.#gate = Gate.of({ document: this.#document, places }, defaultLimits, new FakeClock());
  }
}

type Part = number | string | Uint8Array;
const bytes = (...parts: Part[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else encoding.writeUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
};
const byte = (value: number) => new Uint8Array([value]);
const left = 0x80;
const right = 0x40;
const [text, any, format] = [4, 8, 6];
/** Client 9 writes its first struct. */
const forged = (...struct: Part[]) => bytes(1, 1, 9, 0, ...struct, 0);

/** Client 1: texts `one` (clocks 0–2, "abc") and `two` (3–5, "xyz"), a card (6) with the entries kind (7) and title (8: a text, 9: "t"). */
const base = (): Uint8Array => {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 });
  doc.getText('one').insert(0, 'abc');
  doc.getText('two').insert(0, 'xyz');
  const card = new Y.Map<unknown>([
    ['kind', 'event'],
    ['title', new Y.Text('t')],
  ]);
  doc.getMap('cards').set('c', card);
  return Y.encodeStateAsUpdate(doc);
};

describe('a place', () => {
  test.each<[string, Uint8Array]>([
    ['the same neighbour on both sides', forged(byte(text | left | right), 1, 0, 1, 0, 'x')],
    ['neighbours in two places', forged(byte(text | left | right), 1, 0, 1, 4, 'x')],
    ['neighbours in two places', forged(byte(text | left | right), 1, 0, 1, 9, 'x')],
    ['an entry of a map that is not one value', forged(byte(text | left), 1, 7, ' ')],
    ['an entry of a map that is not one value', forged(byte(any | left), 1, 7, 2, byte(126), byte(126))],
    ['an entry of a map that is not one value', forged(byte(format | left), 1, 7, 'bold', 'true')],
    ['an entry of a map that is not one value', forged(byte(text | 0x20), 1, 'cards', 'd', 'x')],
    ['an entry of a map with something to its right', forged(byte(any | left | right), 1, 7, 1, 0, 1, byte(126))],
    ['left of an entry of a map', forged(byte(any | right), 1, 7, 1, byte(126))],
    ['left of an entry of a map', forged(byte(text | left | right), 1, 0, 1, 7, 'x')],
  ])('[G9] %s is refused, also after the room was loaded again', (detail, update) => {
    const door = new Door();
    expect(door.send(base())).toBe('accepted');
    expect(door.send(update)).toBe(detail);
    door.reload();
    expect(door.send(update)).toBe(detail);
  });

  test('[G9] what is new of a struct stands where its known part does', () => {
    const door = new Door();
    door.send(base());
    expect(door.send(bytes(1, 1, 9, 0, byte(text | left), 1, 0, 'x', 0))).toBe('accepted');
    const elsewhere = bytes(1, 1, 9, 0, byte(text | left), 1, 4, 'xyz', 0);
    expect(door.send(elsewhere)).toBe('neighbours in two places');
    expect(door.send(bytes(1, 1, 9, 0, byte(text | left | right), 1, 0, 1, 4, 'xyz', 0))).toBe(
      'neighbours in two places',
    );
    expect(door.send(bytes(1, 1, 9, 0, byte(text | left), 1, 0, 'xyz', 0))).toBe('accepted');
  });

  test('[G9] what stands right is taken: in a text, over an entry, in a new type', () => {
    const door = new Door();
    door.send(base());
    const taken = [
      bytes(1, 1, 9, 0, byte(text | left | right), 1, 0, 1, 1, 'x', 0),
      bytes(1, 1, 9, 1, byte(any | left), 1, 7, 1, byte(126), 0),
      bytes(1, 1, 9, 2, byte(text | left), 1, 9, '!', 0),
    ].map((update) => door.send(update));
    expect(taken).toEqual(['accepted', 'accepted', 'accepted']);
  });

  const step = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom(
      'type',
      'type',
      'erase',
      'format',
      'entry',
      'new card',
      'card text',
      'drop card',
      'paragraph',
      'paragraph text',
      'drop paragraph',
      'attribute',
      'undo',
      'redo',
      'sync',
      'sync',
      'reload',
    ),
    at: fc.nat(),
    key: fc.nat(3),
    word: fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  class Person {
    readonly doc = new Y.Doc();
    readonly cards = this.doc.getMap<Y.Map<unknown>>('cards');
    readonly story = this.doc.getXmlFragment('story');
    readonly words = this.doc.getText('words');
    readonly #undo = new Y.UndoManager([this.cards, this.story, this.words], { captureTimeout: 0 });

    act({ what, at, key, word }: Step): void {
      const card = this.cards.get(`c${key}`);
      const title = card?.get('title');
      const paragraph = this.story.length > 0 ? this.story.get(at % this.story.length) : null;
      const inside = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (what === 'type') this.words.insert(at % (this.words.length + 1), word);
      if (what === 'erase' && this.words.length > 0) this.words.delete(at % this.words.length, 1);
      if (what === 'format') this.words.format(0, Math.min(3, this.words.length), { bold: at % 2 === 0 ? true : null });
      if (what === 'entry') card?.set(`k${at % 2}`, at % 3 === 0 ? { deep: [word] } : word);
      if (what === 'new card') this.cards.set(`c${key}`, new Y.Map<unknown>([['title', new Y.Text(word)]]));
      if (what === 'card text' && title instanceof Y.Text) title.insert(at % (title.length + 1), word);
      if (what === 'drop card') this.cards.delete(`c${key}`);
      if (what === 'paragraph') {
        const element = new Y.XmlElement('p');
        element.insert(0, [new Y.XmlText(word)]);
        this.story.insert(at % (this.story.length + 1), [element]);
      }
      if (what === 'paragraph text' && inside instanceof Y.XmlText) inside.insert(at % (inside.length + 1), word);
      if (what === 'drop paragraph' && this.story.length > 0) this.story.delete(at % this.story.length, 1);
      if (what === 'attribute' && paragraph instanceof Y.XmlElement) paragraph.setAttribute('level', word);
      if (what === 'undo') this.#undo.undo();
      if (what === 'redo') this.#undo.redo();
    }
  }

  test('[G9] whatever people do with texts, cards, paragraphs, undo and redo, apart and together, is taken', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
        const people = [new Person(), new Person(), new Person()];
        const door = new Door();
        const server = new Y.Doc();
        const sync = ({ doc }: Person): void => {
          const outcome = door.send(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
          expect(['accepted', 'nothing-new']).toContain(outcome);
          Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
        };
        for (const each of steps) {
          const person = people[each.who]!;
          if (each.what === 'sync') sync(person);
          else if (each.what === 'reload') door.reload();
          else person.act(each);
        }
        for (const person of people) sync(person);
      }),
      { numRuns: 300 },
    );
  });
});
