// Items that no honest client makes, because their neighbours never were neighbours: in two different places, in the
// wrong order, with something known between them, or to the right of a map's value. Yjs puts such an item wherever its
// own history suggests, so that replicas part for good, whatever a server does.
import * as Y from 'yjs';

const itemAt = (doc: Y.Doc, id: Y.ID): Y.Item | null => {
  const structs = doc.store.clients.get(id.client) ?? [];
  const found = structs[Y.findIndexSS(structs, id.clock)];
  return found instanceof Y.Item ? found : null;
};

/** Whether `left` stands before `right` in their list, or is it. */
const inOrder = (doc: Y.Doc, left: Y.ID, right: Y.ID): boolean => {
  const [first, last] = [itemAt(doc, left), itemAt(doc, right)];
  if (first && first === last) return left.clock <= right.clock;
  for (let item = last; item; item = item.left) if (item === first) return true;
  return false;
};

/** What stood left of it when it was written. */
const originOf = (item: Y.Item, { client, clock }: Y.ID): Y.ID | null =>
  clock > item.id.clock ? Y.createID(client, clock - 1) : item.origin;

const isLie = (doc: Y.Doc, { origin, rightOrigin }: Y.Item): boolean => {
  const left = origin && itemAt(doc, origin);
  const right = rightOrigin && itemAt(doc, rightOrigin);
  if ((origin && !left) || (rightOrigin && !right)) return true;
  if (right && right.parentSub !== null) return true;
  if (left && right && left.parent !== right.parent) return true;
  if (origin && rightOrigin && (Y.compareIDs(origin, rightOrigin) || !inOrder(doc, origin, rightOrigin))) return true;
  const beforeRight = right && rightOrigin && originOf(right, rightOrigin);
  if (beforeRight && !(origin && inOrder(doc, beforeRight, origin))) return true;
  const afterLeft = left?.parentSub === null ? left.rightOrigin : null;
  return afterLeft !== null && !(rightOrigin && inOrder(doc, rightOrigin, afterLeft));
};

/** @returns how many of them there are in a log. */
export const liesIn = (updates: readonly Uint8Array[]): number => {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  const said = updates.flatMap((update) => Y.decodeUpdate(update).structs);
  return said.filter((struct) => struct instanceof Y.Item && isLie(doc, struct)).length;
};
