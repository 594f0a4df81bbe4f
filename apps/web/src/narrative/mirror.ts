// A copy of a document that follows it and never leads: what readers' editors are bound to, so that nothing an editor
// does by itself (mending, normalising) can ever become a change of the shared document.
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

export const mirrorOf = (doc: Y.Doc): Y.Doc => {
  const mirror = new Y.Doc();
  Y.applyUpdate(mirror, Y.encodeStateAsUpdate(doc));
  return mirror;
};

/** @returns how to stop. */
export const follow = (mirror: Y.Doc, doc: Y.Doc): (() => void) => {
  Y.applyUpdate(mirror, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(mirror)));
  const onUpdate = (update: Uint8Array): void => Y.applyUpdate(mirror, update);
  doc.on('update', onUpdate);
  return () => doc.off('update', onUpdate);
};

/** The same awareness, which tells everything and takes nothing: a reader's focus is no caret. */
export const listenOnly = (awareness: Awareness): Awareness =>
  Object.create(awareness, { setLocalStateField: { value: () => {} } }) as Awareness;
