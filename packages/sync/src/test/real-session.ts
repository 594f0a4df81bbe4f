// What honest clients send: the updates of two people who work on one document with everything that Yjs offers.
import * as Y from 'yjs';
import type { Random } from './random.ts';

type Change = (doc: Y.Doc, random: Random) => void;

const words = ['wörd', '😀', 'a', 'pressure', ' ', '\n', 'ﬁ', '🏳️‍🌈'];
const values = [
  null,
  true,
  12,
  -0.5,
  2 ** 40,
  'text',
  [1, ['deep', {}]],
  { key: { deeper: [null] } },
  12n,
  new Uint8Array([1, 2]),
];

/** By the root that they change. */
const changes: Record<string, readonly Change[]> = {
  t: [
    (doc, random) => {
      const text = doc.getText('t');
      text.insert(random.between(0, text.length), random.pick(words));
    },
    (doc, random) => {
      const text = doc.getText('t');
      const at = random.between(0, text.length);
      text.delete(at, random.between(0, Math.min(4, text.length - at)));
    },
    (doc, random) => {
      const text = doc.getText('t');
      if (text.length > 2) text.format(random.between(0, text.length - 2), 2, { bold: random.pick([true, null]) });
    },
    (doc, random) => doc.getText('t').insertEmbed(0, { image: random.pick(words) }),
  ],
  m: [
    (doc, random) => doc.getMap('m').set(random.pick(words), random.pick(values)),
    (doc, random) => doc.getMap('m').delete(random.pick(words)),
  ],
  cards: [
    (doc, random) => {
      const card = new Y.Map<unknown>([['text', new Y.Text(random.pick(words))]]);
      doc.getMap('cards').set(random.pick(['one', 'two', 'three']), card);
    },
    (doc, random) => {
      const card = doc.getMap('cards').get('one');
      const text = card instanceof Y.Map ? (card.get('text') as unknown) : null;
      if (text instanceof Y.Text) text.insert(0, random.pick(words));
    },
  ],
  narrative: [
    (doc, random) => {
      const paragraph = new Y.XmlElement('paragraph');
      doc.getXmlFragment('narrative').insert(0, [paragraph]);
      paragraph.setAttribute('level', random.pick(words));
      paragraph.insert(0, [new Y.XmlText(random.pick(words))]);
    },
  ],
  list: [
    (doc, random) => {
      const list = doc.getArray('list');
      list.insert(random.between(0, list.length), [random.pick(words), { deep: [random.pick(words)] }]);
    },
    (doc) => {
      const list = doc.getArray('list');
      if (list.length > 1) list.delete(0, 2);
    },
  ],
};

/**
 * @param roots  which of the document's they change.
 * @returns `length` updates, each as soon as it was made; every one can be applied after those before it.
 */
export const recordSession = (random: Random, length: number, roots = Object.keys(changes)): Uint8Array[] => {
  const possible = roots.flatMap((root) => changes[root] ?? []);
  const docs = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (const [index, doc] of docs.entries()) {
    doc.clientID = random.between(1, 2 ** 31);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      updates.push(update);
      const other = docs[1 - index];
      if (other) Y.applyUpdate(other, update, 'other');
    });
  }
  while (updates.length < length) random.pick(possible)(random.pick(docs), random);
  return updates.slice(0, length);
};
