import * as encoding from 'lib0/encoding';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ByteDocument } from './byte-document.ts';
import { Gate, readStateVector, type Sender } from './gate.ts';
import { defaultLimits } from './limits.ts';
import { Places } from './places.ts';
import { mergeAdmitted } from './structural-merge.ts';
import { FakeClock } from './test/fake-clock.ts';
import type { WalkedUpdate } from './update-walker.ts';

const ada: Sender = { participantId: 'ada', writer: 'w', limits: defaultLimits.update, counted: true };
const gateOver = (rootNames: ReadonlySet<string> | null = null) =>
  Gate.of({ document: new ByteDocument(), places: new Places() }, { ...defaultLimits, rootNames }, new FakeClock());
const judge = (bytes: Uint8Array, rootNames?: ReadonlySet<string>) =>
  gateOver(rootNames).judge(bytes, new ByteDocument(), ada);
const code = (bytes: Uint8Array) => {
  const verdict = judge(bytes);
  return verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind;
};

type Part = number | string | Uint8Array;
/** Numbers become varuints, strings varstrings, bytes stand as they are. */
const bytes = (...parts: Part[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else encoding.writeUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
};
/** An update of client 7 from clock 0 with these structs, and no deletes. */
const one = (structs: number, ...parts: Part[]) => bytes(1, structs, 7, 0, ...parts, 0);
const root = [1, 't'] as const;
const content = { json: 2, string: 4, embed: 5, type: 7, any: 8, doc: 9, skip: 10 };
const tag = (value: number) => new Uint8Array([value]);

const update = (change: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  change(doc);
  return Y.encodeStateAsUpdate(doc);
};

describe('the gate', () => {
  test('[G1] every kind of content that Yjs writes passes unchanged', () => {
    const everything = update((doc) => {
      const map = doc.getMap<unknown>('m');
      map.set('any', [1, -1, 2 ** 40, 0.1, 12n, true, null, undefined, 'ä', { a: new Uint8Array([1]) }]);
      map.set('bytes', new Uint8Array([1, 2, 3]));
      map.set('map', new Y.Map([['k', 'v']]));
      map.set('array', Y.Array.from([1, 'two']));
      const text = doc.getText('t');
      text.insert(0, 'wörd😀 and more');
      text.format(0, 4, { bold: true });
      text.insertEmbed(2, { image: 'x' });
      text.delete(6, 3);
      const element = new Y.XmlElement('p');
      doc.getXmlFragment('x').insert(0, [element]);
      element.insert(0, [new Y.XmlText('inside')]);
      map.delete('array');
    });
    const verdict = judge(everything);
    expect(verdict).toMatchObject({ kind: 'accepted', update: { bytes: everything } });
  });

  test('[G1] cut off anywhere, or with bytes left over, it is refused', () => {
    const whole = update((doc) => doc.getText('t').insert(0, 'some text'));
    for (let length = 0; length < whole.length; length += 1)
      expect(code(whole.subarray(0, length))).toBe('HEARTH_FRAME_REFUSED');
    expect(code(bytes(whole, 0))).toBe('HEARTH_FRAME_REFUSED');
  });

  test.each<[string, Uint8Array]>([
    ['more structs than the bytes hold', one(1_000_000, content.string, ...root, 'x')],
    ['no struct in a section', bytes(1, 0, 7, 0, 0)],
    ['more deletes than the bytes hold', bytes(0, 1, 7, 100_000, 0, 1)],
    ['a client twice', bytes(2, 1, 7, 0, content.string, ...root, 'x', 1, 7, 1, content.string, ...root, 'x', 0)],
    ['a client id beyond 32 bits', bytes(1, 1, 2 ** 33, 0, content.string, ...root, 'x', 0)],
    ['an endless integer', new Uint8Array(40).fill(0xff)],
    ['text that is not UTF-8', one(1, content.string, ...root, 2, new Uint8Array([0xc3, 0x28]))],
    ['no text at all', one(1, content.string, ...root, '')],
    ['an empty delete', bytes(0, 1, 7, 1, 0, 0)],
  ])('[G1] %s', (_title, hostile) => {
    expect(code(hostile)).toBe('HEARTH_FRAME_REFUSED');
  });

  const nested = (depth: number): Uint8Array =>
    bytes(...Array.from({ length: depth }, () => bytes(tag(117), 1)), tag(126));
  test.each<[string, Uint8Array]>([
    [
      '5,000 clients',
      bytes(5_000, ...Array.from({ length: 5_000 }, (_, id) => bytes(1, id, 0, content.string, ...root, 'x')), 0),
    ],
    [
      'more than 5,000 structs',
      one(
        5_001,
        ...Array.from({ length: 5_001 }, (_, k) => bytes(tag(content.string | 0x80), 7, Math.max(0, k - 1), 'x')),
      ),
    ],
    ['a string above 64 KiB', one(1, content.string, ...root, 'x'.repeat(65_537))],
    ['a key above 256 bytes', one(1, content.string, 1, 'k'.repeat(257), 'x')],
    ['a length without bytes, which hangs compaction', one(1, 0, 2 ** 40)],
    ['a deleted length without bytes', one(1, 1, ...root, 2 ** 40)],
    ['values nested too deeply', one(1, content.any, ...root, 1, nested(17))],
    ['too many values', one(1, content.any, ...root, 20_001, ...Array.from({ length: 20_001 }, () => tag(126)))],
    ['65 structs in the same place', one(65, ...Array.from({ length: 65 }, () => bytes(content.string, ...root, 'x')))],
    ['20,001 deletes', bytes(0, 1, 7, 20_001, ...Array.from({ length: 20_001 }, (_, k) => bytes(k * 2, 1)))],
  ])('[G2] %s', (_title, hostile) => {
    expect(code(hostile)).toBe('HEARTH_TOO_LARGE');
  });

  test.each<[string, Uint8Array]>([
    ['__proto__ as a map key', one(1, tag(content.any | 0x20), ...root, '__proto__', 1, tag(126))],
    ['__proto__ inside a value', one(1, content.any, ...root, 1, tag(118), 1, '__proto__', tag(126))],
    ['__proto__ inside an embed', one(1, content.embed, ...root, '{"a":{"\\u005f_proto__":1}}')],
    ['an embed that is not JSON', one(1, content.embed, ...root, '{')],
    [
      'an integer that Yjs throws on',
      one(1, content.any, ...root, 1, tag(125), new Uint8Array([...Array(8).fill(0xff), 0x34])),
    ],
    ['a subdocument', one(1, content.doc, ...root, 'guid', 1, tag(118), 0)],
    ['a gap', one(1, content.skip, 5)],
    ['an unknown type', one(1, content.type, ...root, 7)],
    ['an unknown content', one(1, 11, ...root)],
    ['an unknown value', one(1, content.any, ...root, 1, tag(1))],
  ])('[G3] %s', (_title, hostile) => {
    expect(code(hostile)).toBe('HEARTH_FRAME_REFUSED');
  });

  test('[G3] a root that the document does not have', () => {
    const known = new Set(['cards']);
    const write = (name: string) => update((doc) => doc.getMap(name).set('k', 1));
    expect(judge(write('cards'), known).kind).toBe('accepted');
    expect(judge(write('elsewhere'), known).kind).toBe('refused');
  });

  const after = (client: number, clock: number) => bytes(tag(content.string | 0x80), client, clock, 'x');
  test('[G4] structs that wait for each other, or for themselves, never resolve', () => {
    expect(code(bytes(2, 1, 8, 0, after(7, 0), 1, 7, 0, after(8, 0), 0))).toBe('HEARTH_FRAME_REFUSED');
    expect(code(one(1, after(7, 0)))).toBe('HEARTH_FRAME_REFUSED');
    expect(code(one(2, after(7, 1), after(7, 0)))).toBe('HEARTH_FRAME_REFUSED');
  });

  test('[G4] structs of several clients that resolve in turns are accepted', () => {
    const first = bytes(content.string, ...root, 'x');
    const turns = bytes(2, 2, 8, 0, after(7, 0), after(7, 1), 2, 7, 0, first, after(8, 0), 0);
    expect(code(turns)).toBe('accepted');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, turns);
    expect(doc.store.pendingStructs).toBeNull();
  });

  test('[G4] what is not here yet is missing: a clock ahead, a foreign neighbour, a delete of the future', () => {
    expect(code(bytes(1, 1, 7, 5, content.string, ...root, 'x', 0))).toBe('missing');
    expect(code(one(1, after(9, 0)))).toBe('missing');
    expect(code(bytes(0, 1, 7, 1, 0, 1))).toBe('missing');
  });

  test('[G6] state vectors', () => {
    expect(readStateVector(bytes(1, 7, 3), 10)).toEqual({ ok: true, value: new Map([[7, 3]]) });
    for (const broken of [
      bytes(2, 7, 3),
      bytes(1, 7),
      bytes(1, 7, 3, 0),
      bytes(1_000_000),
      bytes(11, ...Array.from({ length: 22 }, () => 1)),
    ]) {
      expect(readStateVector(broken, 10)).toMatchObject({ ok: false, code: 'HEARTH_FRAME_REFUSED' });
    }
  });

  test('[L2] accepted updates merged by their offsets are what Yjs would have made of them', () => {
    const edit = fc.record({
      at: fc.nat(),
      text: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' }),
      cut: fc.nat(3),
      who: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        const source = new Y.Doc();
        const gate = gateOver();
        const parts: WalkedUpdate[] = [];
        const document = new ByteDocument();
        for (const { at, text, cut, who } of edits) {
          const doc = docs[who] ?? source;
          const before = Y.encodeStateVector(doc);
          const shared = doc.getText('t');
          shared.insert(at % (shared.length + 1), text);
          shared.delete(0, Math.min(cut, shared.length));
          const piece = Y.encodeStateAsUpdate(doc, before);
          const verdict = gate.judge(piece, document, { ...ada, counted: false });
          if (verdict.kind !== 'accepted') throw new Error(verdict.kind);
          gate.accept(verdict);
          parts.push(verdict.update);
          for (const other of docs) Y.applyUpdate(other, piece);
        }
        const merged = new Y.Doc();
        Y.applyUpdate(merged, mergeAdmitted(parts));
        expect(merged.store.pendingStructs).toBeNull();
        expect(merged.getText('t').toJSON()).toBe(docs[0]?.getText('t').toJSON());
        expect(Y.encodeStateVector(merged)).toEqual(Y.encodeStateVector(docs[0] ?? source));
      }),
      { numRuns: 200 },
    );
  });
});
