// The gate: nothing reaches the log, other people or Yjs unless it has been read and judged here. Rules: SPEC G1–G9.
import { admit } from './admission.ts';
import type { ByteDocument, StateVector } from './byte-document.ts';
import { ByteReader, guarded, malformed, type Refused } from './byte-reader.ts';
import type { Clock } from './clock.ts';
import { DeleteSet, type DeleteRange } from './delete-set.ts';
import { walkInOrder } from './in-order.ts';
import type { Limits, UpdateLimits } from './limits.ts';
import type { PlacedDocument } from './loaded-document.ts';
import { learnPlaces } from './learn-places.ts';
import { misplaced } from './place-rules.ts';
import { type Places, PlacesDraft } from './places.ts';
import { Siblings, type SiblingsDraft } from './siblings.ts';
import type { StructId } from './struct-reader.ts';
import type { ClientWriter } from './update-log.ts';
import { type JudgedUpdate, type Section, walkUpdate, type WalkedUpdate } from './update-walker.ts';

export type Verdict =
  /** Every struct follows what is known; nothing in it is known already. `update.bytes` is what goes to the log. */
  | { kind: 'accepted'; update: WalkedUpdate; claims: ClientWriter[]; places: PlacesDraft; siblings: SiblingsDraft }
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

interface GateState {
  accepted: StateVector;
  writers: Map<number, string>;
  siblings: Siblings;
  places: Places;
  limits: Limits;
}

/** Judges the updates of one document against everything that has been accepted before. */
export class Gate {
  /** Ahead of the document by what waits for its commit. */
  readonly #accepted: StateVector;
  /** Who may write under a client id: whoever did so first. Forged structs would part the replicas for good. */
  readonly #writers: Map<number, string>;
  readonly #siblings: Siblings;
  readonly #places: Places;
  readonly #limits: Limits;

  private constructor({ accepted, writers, siblings, places, limits }: GateState) {
    this.#accepted = accepted;
    this.#writers = writers;
    this.#siblings = siblings;
    this.#places = places;
    this.#limits = limits;
  }

  static of({ document, places }: PlacedDocument, limits: Limits, clock: Clock): Gate {
    const siblings = new Siblings(limits, clock);
    return new Gate({ accepted: document.stateVector(), writers: new Map(), siblings, places, limits });
  }

  /** The same gate for a document at another state. */
  over(accepted: StateVector): Gate {
    const [writers, siblings, places, limits] = [this.#writers, this.#siblings, this.#places, this.#limits];
    return new Gate({ accepted, writers, siblings, places, limits });
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
    const known = (client: number): number => this.#accepted.get(client) ?? 0;
    const places = new PlacesDraft(this.#places);
    const siblings = this.#siblings.draft();
    const order = this.#resolve(update, document, { places, siblings }, sender);
    if (order !== null) return order;
    const admission = admit(update, document, known);
    if (admission.kind === 'gap') return { kind: 'missing' };
    if (admission.kind === 'nothing-new') return admission;
    const claims = this.#claims(admission.update.sections, sender.writer);
    return claims === null
      ? refused('the client id of another writer')
      : { kind: 'accepted', update: admission.update, claims, places, siblings };
  }

  /** @returns null when everything in it has its place. */
  #resolve(update: JudgedUpdate, document: ByteDocument, { places, siblings }: Drafts, sender: Sender): Verdict | null {
    const known = (client: number): number => this.#accepted.get(client) ?? 0;
    if (update.sections.some(({ client, clock }) => clock > known(client))) return { kind: 'missing' };
    let wrong: string | null = null;
    let ownDeletes: DeleteSet | null = null;
    let crowded = false;
    const deletes = {
      inDocument: (id: StructId) => document.isDeleted(id),
      inUpdate: (range: DeleteRange) => (ownDeletes ??= DeleteSet.of(update.deletes)).has(range),
    };
    const needed = walkInOrder(update, known, (reached) => {
      const { client, begin, mark } = reached;
      if (mark.end <= known(client)) return;
      wrong ??= misplaced(reached, known(client), places, deletes);
      const place = places.at(mark);
      crowded ||= sender.counted && !siblings.admit(sender.participantId, reached, place);
      places.note(client, begin, mark.end, place);
    });
    const ends = new Map(update.sections.map(({ client, end }) => [client, Math.max(end, known(client))]));
    const willBe = (client: number): number => ends.get(client) ?? known(client);
    if (needed.length > 0)
      return needed.every(({ client, clock }) => clock < willBe(client))
        ? refused('structs that wait for each other')
        : { kind: 'missing' };
    if (wrong !== null) return refused(wrong);
    if (crowded) return tooManySiblings;
    const future = update.deletes.some(({ client, clock, length }) => clock + length > willBe(client));
    return future ? { kind: 'missing' } : null;
  }

  /** @returns the client ids that are new; null when one is another's. */
  #claims(sections: readonly Section[], writer: string): ClientWriter[] | null {
    const strange = sections.filter(({ client }) => this.#writers.get(client) !== writer);
    if (strange.some(({ client }) => this.#writers.has(client))) return null;
    return strange.map(({ client }) => ({ client, writer }));
  }

  /** What was judged is on its way into the log: what follows may build on it. */
  accept({ update, claims, places, siblings }: Accepted): void {
    places.commit();
    siblings.commit();
    this.#advance(update, claims);
  }

  /** What is in the log, whoever judged it. */
  learn(update: JudgedUpdate, claims: readonly ClientWriter[]): void {
    learnPlaces(this.#places, update, (client) => this.#accepted.get(client) ?? 0);
    this.#advance(update, claims);
  }

  #advance({ sections }: WalkedUpdate, claims: readonly ClientWriter[]): void {
    this.learnWriters(claims);
    for (const { client, end } of sections)
      if (end > (this.#accepted.get(client) ?? 0)) this.#accepted.set(client, end);
  }
}

/** What an update would add; nothing of it counts before it is accepted. */
type Drafts = Pick<Accepted, 'places' | 'siblings'>;

/** What the gate has let through. */
export type Accepted = Omit<Extract<Verdict, { kind: 'accepted' }>, 'kind'>;

const refused = (detail: string): Verdict => ({
  kind: 'refused',
  refusal: { ok: false, code: 'HEARTH_FRAME_REFUSED', detail },
});
const tooManySiblings: Verdict = {
  kind: 'refused',
  refusal: { ok: false, code: 'HEARTH_TOO_LARGE', detail: 'too many structs in one place' },
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
