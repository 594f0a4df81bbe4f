// The gate: nothing reaches the log, other people or Yjs unless it has been read and judged here. Rules: SPEC G1–G8.
import { admit } from './admission.ts';
import type { ByteDocument, StateVector } from './byte-document.ts';
import { ByteReader, guarded, malformed, type Refused } from './byte-reader.ts';
import type { Clock } from './clock.ts';
import type { Limits, UpdateLimits } from './limits.ts';
import { Siblings } from './siblings.ts';
import type { StructId } from './struct-reader.ts';
import type { ClientWriter } from './update-log.ts';
import { type JudgedUpdate, type Section, type StructMark, walkUpdate, type WalkedUpdate } from './update-walker.ts';

export type Verdict =
  /** Every struct follows what is known; nothing in it is known already. `update.bytes` is what goes to the log. */
  | { kind: 'accepted'; update: WalkedUpdate; claims: ClientWriter[] }
  | { kind: 'nothing-new' }
  /** Builds on something that is not here (yet). */
  | { kind: 'missing' }
  | { kind: 'refused'; refusal: Refused };

/** Who sends an update, and how much one may hold. */
export interface Sender {
  participantId: string;
  writer: string;
  limits: UpdateLimits;
  /** False for the server, which knows what it does. */
  counted: boolean;
}

/** Judges the updates of one document against everything that has been accepted before. */
export class Gate {
  /** Ahead of the document by what waits for its commit. */
  readonly #accepted: StateVector;
  /** Who may write under a client id: whoever did so first. Forged structs would part the replicas for good. */
  readonly #writers: Map<number, string>;
  readonly #siblings: Siblings;
  readonly #limits: Limits;

  private constructor(accepted: StateVector, writers: Map<number, string>, siblings: Siblings, limits: Limits) {
    this.#accepted = accepted;
    this.#writers = writers;
    this.#siblings = siblings;
    this.#limits = limits;
  }

  static of(accepted: StateVector, writers: readonly ClientWriter[], limits: Limits, clock: Clock): Gate {
    const gate = new Gate(accepted, new Map(), new Siblings(limits, clock), limits);
    gate.learnWriters(writers);
    return gate;
  }

  /** The same gate for a document at another state. */
  over(accepted: StateVector): Gate {
    return new Gate(accepted, this.#writers, this.#siblings, this.#limits);
  }

  get accepted(): ReadonlyMap<number, number> {
    return this.#accepted;
  }

  learnWriters(writers: readonly ClientWriter[]): void {
    for (const { client, writer } of writers) this.#writers.set(client, writer);
  }

  judge(bytes: Uint8Array, document: ByteDocument, sender: Sender): Verdict {
    const walked = guarded(() => walkUpdate(bytes, sender.limits, this.#limits.rootNames));
    if (!walked.ok) return { kind: 'refused', refusal: walked };
    const update = walked.value;
    const order = resolve(update, this.#accepted);
    if (order === 'missing') return { kind: 'missing' };
    if (order === 'circular') return refused('structs that wait for each other');
    const known = (client: number): number => this.#accepted.get(client) ?? 0;
    if (sender.counted && !this.#siblings.admit(sender.participantId, update, known)) return tooManySiblings;
    const admission = admit(update, document, known);
    if (admission.kind === 'gap') return { kind: 'missing' };
    if (admission.kind === 'nothing-new') return admission;
    const claims = this.#claims(admission.update.sections, sender.writer);
    return claims === null
      ? refused('the client id of another writer')
      : { kind: 'accepted', update: admission.update, claims };
  }

  /** @returns the client ids that are new; null when one is another's. */
  #claims(sections: readonly Section[], writer: string): ClientWriter[] | null {
    const strange = sections.filter(({ client }) => this.#writers.get(client) !== writer);
    if (strange.some(({ client }) => this.#writers.has(client))) return null;
    return strange.map(({ client }) => ({ client, writer }));
  }

  /** What was judged is on its way into the log: what follows may build on it. */
  accept({ sections }: WalkedUpdate, claims: readonly ClientWriter[]): void {
    this.learnWriters(claims);
    for (const { client, end } of sections)
      if (end > (this.#accepted.get(client) ?? 0)) this.#accepted.set(client, end);
  }
}

const refused = (detail: string): Verdict => ({
  kind: 'refused',
  refusal: { ok: false, code: 'HEARTH_FRAME_REFUSED', detail },
});
const tooManySiblings: Verdict = {
  kind: 'refused',
  refusal: { ok: false, code: 'HEARTH_TOO_LARGE', detail: 'too many structs in one place' },
};

/**
 * Walks all sections side by side, each as far as its structs' references are there, as Yjs will. Two structs that
 * need each other pass a look at the final clocks and would stay pending in Yjs forever: here they are found.
 */
const resolve = (update: JudgedUpdate, accepted: ReadonlyMap<number, number>): 'complete' | 'missing' | 'circular' => {
  const { sections, marks, deletes } = update;
  const known = (client: number) => accepted.get(client) ?? 0;
  if (sections.some(({ client, clock }) => clock > known(client))) return 'missing';
  const reached = new Map(sections.map(({ client }) => [client, known(client)]));
  const ends = new Map(sections.map(({ client, end }) => [client, Math.max(end, known(client))]));
  const isReached = (id: StructId) => id.clock < (reached.get(id.client) ?? known(id.client));
  const willBe = (client: number) => ends.get(client) ?? known(client);

  const open = sections.map(({ client }, index) => ({ client, marks: marks[index] ?? [], next: 0 }));
  const advance = (walk: (typeof open)[number]): boolean => {
    const before = walk.next;
    for (;;) {
      const mark = walk.marks[walk.next];
      if (!mark || !needsOf(mark).every(isReached)) return walk.next > before;
      walk.next += 1;
      reached.set(walk.client, Math.max(mark.end, reached.get(walk.client) ?? 0));
    }
  };
  while (open.map(advance).includes(true));
  const stuck = open.filter((walk) => walk.next < walk.marks.length);
  if (stuck.length > 0) {
    const needs = stuck.flatMap((walk) => walk.marks.flatMap(needsOf));
    return needs.every(({ client, clock }) => clock < willBe(client)) ? 'circular' : 'missing';
  }
  const future = deletes.some(({ client, clock, length }) => clock + length > willBe(client));
  return future ? 'missing' : 'complete';
};

const needsOf = ({ origin, rightOrigin, parent }: StructMark): StructId[] => {
  const needs: StructId[] = [];
  if (origin) needs.push(origin);
  if (rightOrigin) needs.push(rightOrigin);
  if (typeof parent === 'object' && parent) needs.push(parent);
  return needs;
};

/** Reads a state vector from a sync step 1. Rule: SPEC G6. */
export const readStateVector = (bytes: Uint8Array, maxClients: number): { ok: true; value: StateVector } | Refused =>
  guarded(() => {
    const reader = new ByteReader(bytes);
    const clients = reader.varUint();
    if (clients > maxClients || clients * 2 > reader.left) throw malformed('implausible state vector');
    const vector: StateVector = new Map();
    for (let index = 0; index < clients; index += 1) vector.set(reader.varUint(), reader.varUint());
    reader.end();
    return vector;
  });
