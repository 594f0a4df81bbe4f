// Items that no honest client makes, because their neighbours never were neighbours in that order: the right one stands
// before the left, or something known stands between them. The gate does not know the order within a sequence, and Yjs
// puts such an item wherever its own history suggests, so that replicas may show it at different places until they load
// the document again (SPEC, G9).
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

const isOutOfOrder = (doc: Y.Doc, { origin, rightOrigin }: Y.Item): boolean => {
  const left = origin && itemAt(doc, origin);
  const right = rightOrigin && itemAt(doc, rightOrigin);
  if (left?.parentSub || right?.parentSub || (left && right && left.parent !== right.parent)) return false;
  if (left && right && origin && rightOrigin && !inOrder(doc, origin, rightOrigin)) return true;
  const beforeRight = right && rightOrigin && originOf(right, rightOrigin);
  if (beforeRight && !(left && origin && inOrder(doc, beforeRight, origin))) return true;
  const afterLeft = left && left.rightOrigin;
  return Boolean(afterLeft && !(right && rightOrigin && inOrder(doc, rightOrigin, afterLeft)));
};

/** @returns how many of them there are in a log. */
export const outOfOrderIn = (updates: readonly Uint8Array[]): number => {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  const said = updates.flatMap((update) => Y.decodeUpdate(update).structs);
  return said.filter((struct) => struct instanceof Y.Item && isOutOfOrder(doc, struct)).length;
};
