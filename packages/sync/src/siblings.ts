// Bounds what makes integrating quadratic: many structs of one person that compete for one place. Rule: SPEC G8.
import { randomInt } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Reached } from './in-order.ts';
import type { Limits } from './limits.ts';
import type { Place } from './places.ts';
import type { StructId } from './struct-reader.ts';
import type { StructMark } from './update-walker.ts';

const nameOf = (id: StructId | string | null): string =>
  typeof id === 'object' && id ? `${id.client}.${id.clock}` : `${id}`;

/** Who fills these takes longer for it than for what one place allows. */
const maxPlaces = 50_000;

export class Siblings {
  readonly #limits: Limits;
  readonly #clock: Clock;
  /** By hash: the names themselves would need more than the document. */
  #counts = new Map<number, number>();
  /** Nobody can work out which names share a hash. */
  readonly #salt = randomInt(2 ** 32);
  #sinceMs: number;

  constructor(limits: Limits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#sinceMs = clock.nowMs();
  }

  /** What an update would add. */
  draft(): SiblingsDraft {
    this.#forget();
    return new SiblingsDraft(
      this.#limits,
      (name) => hashOf(name, this.#salt),
      (hash) => this.#counts.get(hash) ?? 0,
      (counts) => {
        for (const [hash, count] of counts) this.#counts.set(hash, (this.#counts.get(hash) ?? 0) + count);
      },
    );
  }

  /** Nobody comes back to one place so often within minutes, but somebody may within days. */
  #forget(): void {
    const nowMs = this.#clock.nowMs();
    const recent = nowMs - this.#sinceMs < this.#limits.siblingsForgottenAfterMs;
    if (recent && this.#counts.size < maxPlaces) return;
    this.#counts = new Map();
    this.#sinceMs = nowMs;
  }
}

/** Nothing of it counts before `commit`: whoever finds out which of their changes are refused sends the same again and again. */
export class SiblingsDraft {
  readonly #limits: Limits;
  readonly #hash: (name: string) => number;
  readonly #before: (hash: number) => number;
  readonly #add: (counts: ReadonlyMap<number, number>) => void;
  readonly #counts = new Map<number, number>();

  constructor(
    limits: Limits,
    hash: (name: string) => number,
    before: (hash: number) => number,
    add: (counts: ReadonlyMap<number, number>) => void,
  ) {
    this.#limits = limits;
    this.#hash = hash;
    this.#before = before;
    this.#add = add;
  }

  /**
   * Counts a new struct.
   * @param place  where it stands.
   * @returns false when one place has had too much from this person lately.
   */
  admit(participantId: string, { client, begin, mark }: Reached, place: Place): boolean {
    if (continues(mark, client, begin)) return true;
    const { origin, rightOrigin, parent, key } = mark;
    const { siblings, siblingsOfOrigin } = this.#limits;
    // Yjs looks through everything between the two neighbours; without any, through everything under that key.
    const between = parent === null ? `${nameOf(origin)} ${nameOf(rightOrigin)}` : `${nameOf(parent)} ${key}`;
    if (this.#count(`${participantId} ${place} ${between}`) > siblings) return false;
    return parent !== null || this.#count(`${participantId} ${place} after ${nameOf(origin)}`) <= siblingsOfOrigin;
  }

  /** The update was accepted. */
  commit(): void {
    this.#add(this.#counts);
  }

  #count(name: string): number {
    const hash = this.#hash(name);
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    return this.#before(hash) + count;
  }
}

/** @returns thirty bits, which a map holds without a box. Mixing as in MurmurHash2, a character at a time. */
const hashOf = (name: string, salt: number): number => {
  let hash = salt;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash & 0x3fffffff;
};

/** Typing on: it stands right after what the same client wrote before it. Nothing else can want that place as well. */
const continues = ({ origin }: StructMark, client: number, begin: number): boolean =>
  origin !== null && origin.client === client && origin.clock === begin - 1;
