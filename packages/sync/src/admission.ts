// What of an update is new to a document. Every node reads the log in its order and admits each update by the same
// rule, so that all come to the same bytes, whatever the log repeats. Rules: SPEC L10, N1.
import * as Y from 'yjs';
import type { ByteDocument, StateVector } from './byte-document.ts';
import { encodeUpdate } from './structural-merge.ts';
import { indexUpdate, type Section, type WalkedUpdate } from './update-walker.ts';

export type Admission =
  | { kind: 'new'; update: WalkedUpdate }
  | { kind: 'nothing-new' }
  /** It continues something that is not here. */
  | { kind: 'gap' };

/**
 * @param document  tells which deletes are old news.
 * @param known  next clock of a client; may be ahead of the document.
 */
export const admit = (
  update: WalkedUpdate,
  document: ByteDocument,
  known: (client: number) => number = (client) => document.endOf(client),
): Admission => {
  if (update.sections.some(({ client, clock }) => clock > known(client))) return { kind: 'gap' };
  const fresh = withoutKnownStructs(update, known);
  const deletes = document.unknownDeletes(fresh.deletes);
  if (fresh.sections.length === 0 && deletes.length === 0) return { kind: 'nothing-new' };
  if (deletes.length === fresh.deletes.length) return { kind: 'new', update: fresh };
  return { kind: 'new', update: encodeUpdate(fresh.bytes, fresh.sections, deletes) };
};

/** Cuts off what is repeated. Only then are Yjs' own (slower) readers used, on bytes that have been walked. */
const withoutKnownStructs = (update: WalkedUpdate, known: (client: number) => number): WalkedUpdate => {
  const knownEnd = ({ client }: Section): number => known(client);
  if (update.sections.every((section) => section.clock === knownEnd(section))) return update;
  const fresh = update.sections.filter((section) => section.end > knownEnd(section));
  if (fresh.length === 0) return encodeUpdate(update.bytes, [], update.deletes);
  if (fresh.every((section) => section.clock === knownEnd(section)))
    return encodeUpdate(update.bytes, fresh, update.deletes);
  const vector: StateVector = new Map(update.sections.map((section) => [section.client, knownEnd(section)]));
  const cut = indexUpdate(Y.diffUpdate(update.bytes, Y.encodeStateVector(vector)));
  if (cut.sections.some((section) => section.clock !== knownEnd(section)))
    throw new RangeError('Yjs cut an update at another clock than it was asked to');
  return cut;
};
