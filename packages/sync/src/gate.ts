// The gate: nothing reaches Yjs, the log or other people unless it has been read and judged here. Rules: SPEC G1–G7.
import * as Y from 'yjs';
import { ByteReader, guarded, malformed, type Refused } from './byte-reader.ts';
import type { DurableDocument } from './durable-document.ts';
import type { UpdateLimits } from './limits.ts';
import { encodeUpdate } from './structural-merge.ts';
import { type Section, walkUpdate, type WalkedUpdate } from './update-walker.ts';

/** Next clock of each client. */
export type StateVector = Map<number, number>;

export type Verdict =
  /** Every struct follows what is known; nothing in it is known already. `update.bytes` is what goes to the log. */
  | { kind: 'accepted'; update: WalkedUpdate }
  | { kind: 'nothing-new' }
  /** Builds on something that is not here (yet). */
  | { kind: 'missing' }
  | { kind: 'refused'; refusal: Refused };

interface GateRules {
  limits: UpdateLimits;
  rootNames: ReadonlySet<string> | null;
}

/**
 * Judges an update against everything that has been accepted before.
 * @param accepted  may be ahead of the document: accepted updates wait for their commit.
 * @param document  durable state; tells which deletes are old news.
 */
export const judgeUpdate = (
  bytes: Uint8Array,
  accepted: StateVector,
  document: DurableDocument,
  rules: GateRules,
): Verdict => {
  const walked = guarded(() => walkUpdate(bytes, rules.limits, rules.rootNames));
  if (!walked.ok) return { kind: 'refused', refusal: walked };
  const order = resolve(walked.value, accepted);
  if (order !== 'complete') {
    if (order === 'missing') return { kind: 'missing' };
    return { kind: 'refused', refusal: refused('structs that wait for each other') };
  }
  const fresh = guarded(() => withoutKnownStructs(walked.value, accepted, rules));
  if (!fresh.ok) return { kind: 'refused', refusal: fresh };
  const update = withoutKnownDeletes(fresh.value, document);
  return update === null ? { kind: 'nothing-new' } : { kind: 'accepted', update };
};

const refused = (detail: string): Refused => ({ ok: false, code: 'HEARTH_FRAME_REFUSED', detail });

/**
 * Walks all sections side by side, each as far as its structs' references are there, as Yjs will. Two structs that
 * need each other pass a look at the final clocks and would stay pending in Yjs forever: here they are found.
 */
const resolve = ({ sections, deletes }: WalkedUpdate, accepted: StateVector): 'complete' | 'missing' | 'circular' => {
  const known = (client: number) => accepted.get(client) ?? 0;
  if (sections.some(({ client, clock }) => clock > known(client))) return 'missing';
  const reached = new Map(sections.map(({ client }) => [client, known(client)]));
  const ends = new Map(sections.map(({ client, end }) => [client, Math.max(end, known(client))]));
  const isReached = (id: { client: number; clock: number }) => id.clock < (reached.get(id.client) ?? known(id.client));
  const willBe = (client: number) => ends.get(client) ?? known(client);

  const open = sections.map((section) => ({ section, next: 0 }));
  const advance = (walk: { section: Section; next: number }): boolean => {
    const before = walk.next;
    const { marks, client } = walk.section;
    for (;;) {
      const mark = marks[walk.next];
      if (!mark?.needs.every(isReached)) return walk.next > before;
      walk.next += 1;
      reached.set(client, Math.max(mark.end, reached.get(client) ?? 0));
    }
  };
  while (open.map(advance).includes(true));
  const stuck = open.filter(({ section, next }) => next < section.marks.length);
  if (stuck.length > 0) {
    const needs = stuck.flatMap(({ section }) => section.marks.flatMap((mark) => mark.needs));
    return needs.every(({ client, clock }) => clock < willBe(client)) ? 'circular' : 'missing';
  }
  const future = deletes.some(({ client, clock, length }) => clock + length > willBe(client));
  return future ? 'missing' : 'complete';
};

/** Cuts off what a resend repeats. Only then are Yjs' own (slower) readers used, on bytes that have been walked. */
const withoutKnownStructs = (walked: WalkedUpdate, accepted: StateVector, rules: GateRules): WalkedUpdate => {
  const known = ({ client }: Section) => accepted.get(client) ?? 0;
  if (walked.sections.every((section) => section.clock === known(section))) return walked;
  const fresh = walked.sections.filter((section) => section.end > known(section));
  if (fresh.length === 0) return encodeUpdate(walked.bytes, [], walked.deletes);
  const vector: StateVector = new Map(walked.sections.map((section) => [section.client, known(section)]));
  const cut = walkUpdate(Y.diffUpdate(walked.bytes, Y.encodeStateVector(vector)), rules.limits, rules.rootNames);
  if (cut.sections.some((section) => section.clock !== known(section))) throw malformed('can not be cut');
  return cut;
};

/** @returns null when nothing is left. */
const withoutKnownDeletes = (walked: WalkedUpdate, document: DurableDocument): WalkedUpdate | null => {
  const deletes = document.unknownDeletes(walked.deletes);
  if (walked.sections.length === 0 && deletes.length === 0) return null;
  return deletes.length === walked.deletes.length ? walked : encodeUpdate(walked.bytes, walked.sections, deletes);
};

/** Reads a state vector from a sync step 1. Rule: SPEC G6. */
export const checkStateVector = (bytes: Uint8Array, maxClients: number): { ok: true } | Refused => {
  const read = guarded(() => {
    const reader = new ByteReader(bytes);
    const clients = reader.varUint();
    if (clients > maxClients || clients * 2 > reader.left) throw malformed('implausible state vector');
    for (let index = 0; index < clients * 2; index += 1) reader.varUint();
    reader.end();
  });
  return read.ok ? { ok: true } : read;
};
