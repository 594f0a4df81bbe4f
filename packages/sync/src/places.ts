// In which sequence, or map, each struct of a document stands. Yjs derives a struct's place from its neighbours, so a
// forged neighbour puts it into two places at once, or a text into a map: replicas part, or Yjs throws for good on every
// machine. Rule: SPEC G9.
import { type ByteReader, malformed } from './byte-reader.ts';
import type { Placement, StructId } from './struct-reader.ts';

/** A number: `unknown`, `keyed`, or that of a sequence. */
export type Place = number;
/** Inside something deleted whose structs Yjs has forgotten. */
export const unknown: Place = 0;
/** An entry of a map, of whatever map and key. */
export const keyed: Place = 1;
const firstSequence = 2;

/** Places of one client's structs. */
interface Run {
  /** Ascending clocks from which on the place is another. */
  starts: number[];
  places: Place[];
  end: number;
}

const push = (run: Run, start: number, place: Place): void => {
  run.starts.push(start);
  run.places.push(place);
};

/** @returns null for what is not in the run. */
const placeIn = ({ starts, places, end }: Run, clock: number): Place | null => {
  if (clock >= end) return null;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= clock) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? null;
};

/** What is known already is kept; what is left out is unknown. */
const extend = (run: Run, from: number, end: number, place: Place): void => {
  if (end <= run.end) return;
  if (from > run.end && run.starts.length > 0) push(run, run.end, unknown);
  if (run.places.at(-1) !== place) push(run, Math.max(from, run.end), place);
  run.end = end;
};

export class Places {
  /** A sequence's parent: a root's name, or the struct that holds the type. */
  readonly #parents: (StructId | string)[] = [];
  readonly #sequences = new Map<string, Place>();
  readonly #runs = new Map<number, Run>();

  of({ client, clock }: StructId): Place {
    const run = this.#runs.get(client);
    return (run && placeIn(run, clock)) ?? unknown;
  }

  parentOf(place: Place): StructId | string | null {
    return this.#parents[place - firstSequence] ?? null;
  }

  /** The sequence below a root, or in the type that a struct holds. */
  sequence(parent: StructId | string): Place {
    const name = typeof parent === 'string' ? `"${parent}` : `${parent.client} ${parent.clock}`;
    const known = this.#sequences.get(name);
    if (known !== undefined) return known;
    const place = firstSequence + this.#parents.length;
    this.#parents.push(parent);
    this.#sequences.set(name, place);
    return place;
  }

  note(client: number, from: number, end: number, place: Place): void {
    const run = this.#runs.get(client) ?? { starts: [], places: [], end: 0 };
    this.#runs.set(client, run);
    extend(run, from, end, place);
  }

  /** Numbers and texts that `read` makes the same places of. */
  parts(): (number | string)[] {
    const parents = this.#parents.flatMap((parent) =>
      typeof parent === 'string' ? [1, parent] : [0, parent.client, parent.clock],
    );
    const runs = [...this.#runs].flatMap(([client, { starts, places, end }]) => [
      client,
      end,
      starts.length,
      ...starts.flatMap((start, index) => [start, places[index]!]),
    ]);
    return [this.#parents.length, ...parents, this.#runs.size, ...runs];
  }

  static read(reader: ByteReader): Places {
    const read = new Places();
    for (let left = reader.varUint(); left > 0; left -= 1)
      read.sequence(
        reader.varUint() === 1 ? reader.string(Infinity) : { client: reader.varUint(), clock: reader.varUint() },
      );
    for (let left = reader.varUint(); left > 0; left -= 1) read.#readRun(reader);
    return read;
  }

  #readRun(reader: ByteReader): void {
    const [client, end] = [reader.varUint(), reader.varUint()];
    const run: Run = { starts: [], places: [], end };
    for (let left = reader.varUint(); left > 0; left -= 1) push(run, reader.varUint(), reader.varUint());
    if (run.places.some((place) => place >= firstSequence + this.#parents.length)) throw malformed('unknown place');
    this.#runs.set(client, run);
  }
}

/** What an update would add. Nothing of it counts before `commit`. */
export class PlacesDraft {
  readonly #base: Places;
  readonly #runs = new Map<number, Run>();

  constructor(base: Places) {
    this.#base = base;
  }

  of(id: StructId): Place {
    const run = this.#runs.get(id.client);
    return (run && placeIn(run, id.clock)) ?? this.#base.of(id);
  }

  parentOf(place: Place): StructId | string | null {
    return this.#base.parentOf(place);
  }

  /** Where a struct stands, by what it was written next to or under. Of contradicting neighbours the left one counts. */
  at({ origin, rightOrigin, parent, key }: Placement): Place {
    if (parent !== null) return key === null ? this.#base.sequence(parent) : keyed;
    const left = origin ? this.of(origin) : unknown;
    return left === unknown && rightOrigin ? this.of(rightOrigin) : left;
  }

  note(client: number, from: number, end: number, place: Place): void {
    const run = this.#runs.get(client) ?? { starts: [], places: [], end: from };
    this.#runs.set(client, run);
    extend(run, from, end, place);
  }

  commit(): void {
    for (const [client, { starts, places, end }] of this.#runs)
      for (const [index, start] of starts.entries())
        this.#base.note(client, start, starts[index + 1] ?? end, places[index]!);
  }
}
