// A document as typing makes it: bursts of words at a caret that mostly stays where it was, backspaces, jumps back, now
// and then a phrase deleted; three authors take turns. One operation is one character inserted or deleted.
import * as Y from 'yjs';
import { randomFrom } from './random.ts';

export interface TypingTrace {
  operations: number;
  /** As their authors would send them. */
  updates: Uint8Array[];
  /** The smallest encoding of the whole. */
  state: Uint8Array;
  stateVector: Uint8Array;
}

/** Whether a document has all of the trace, whatever else it has. */
export const holdsTrace = (doc: Y.Doc, { stateVector }: TypingTrace): boolean =>
  [...Y.decodeStateVector(stateVector)].every(([client, clock]) => Y.getState(doc.store, client) >= clock);

/** A root that boards have; as a text it is as good as any other. */
export const textOf = (doc: Y.Doc): Y.Text => doc.getText('narrative');

const words = `
  the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you
  were all her she there would their we him been has when who will no more if out so up said what its about than into
  them can only other time new some could these two may first then do any like my now over such our man me even most
  made after also did many off before must well back through years where much your way down should because long each
  just state those people too how little good world make very year still see own work men day get here old between both
  under last never know same while
`
  .trim()
  .split(/\s+/);
const authors = 3;
/** An author has about so many operations before the next one goes on. */
const turn = 400;

const traces = new Map<string, TypingTrace>();

export const typingTrace = (operations: number, perUpdate = 20): TypingTrace => {
  const key = `${operations}/${perUpdate}`;
  const trace = traces.get(key) ?? typeTrace(operations, perUpdate);
  traces.set(key, trace);
  return trace;
};

const typeTrace = (operations: number, perUpdate: number): TypingTrace => {
  const random = randomFrom(1);
  const updates: Uint8Array[] = [];
  const docs = Array.from({ length: authors }, (_, index) => {
    const doc = new Y.Doc();
    doc.clientID = 1010 + index;
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== peer && updates.push(update));
    return doc;
  });
  let doc = docs[0] ?? new Y.Doc();
  let caret = 0;
  let pending = '';

  const typeOnce = (text: Y.Text): void => {
    const chance = random();
    if (chance < 0.12 && caret > 0) {
      caret -= 1;
      text.delete(caret, 1);
      return;
    }
    if (chance < 0.13) caret = Math.floor(random() * (text.length + 1));
    if (chance > 0.998 && caret > 12) {
      caret -= 12;
      text.delete(caret, 12);
      return;
    }
    if (pending === '') pending = `${words[Math.floor(random() * words.length)]} `;
    text.insert(caret, pending.charAt(0));
    caret += 1;
    pending = pending.slice(1);
  };

  for (let done = 0; done < operations; done += perUpdate) {
    if (random() < perUpdate / turn) {
      const next = docs[(docs.indexOf(doc) + 1) % authors] ?? doc;
      bring(doc, next);
      doc = next;
      caret = Math.floor(random() * (textOf(doc).length + 1));
    }
    const text = textOf(doc);
    doc.transact(() => {
      for (let count = Math.min(perUpdate, operations - done); count > 0; count--) typeOnce(text);
    });
  }
  for (const other of docs) if (other !== doc) bring(other, doc);
  return {
    operations,
    updates,
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
  };
};

const peer = Symbol('peer');
const bring = (from: Y.Doc, to: Y.Doc): void =>
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), peer);

/** A trace whose whole state is about so many bytes. */
export const traceOfSize = (bytes: number): TypingTrace => {
  let operations = Math.round(bytes / 5);
  for (let attempt = 0; attempt < 4; attempt++) {
    const { length } = typingTrace(operations).state;
    if (Math.abs(length - bytes) / bytes < 0.05) break;
    operations = Math.round((operations * bytes) / length);
  }
  return typingTrace(operations);
};
