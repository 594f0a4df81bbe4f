// Which structs of a document are deleted: ranges of clocks by client, sorted and joined.

export interface DeleteRange {
  client: number;
  clock: number;
  length: number;
}

export class DeleteSet {
  /** Of each client: from, to, from, to… ascending, never touching. */
  readonly #bounds = new Map<number, number[]>();

  static of(ranges: readonly DeleteRange[]): DeleteSet {
    const set = new DeleteSet();
    for (const range of ranges) set.add(range);
    return set;
  }

  get clients(): number {
    return this.#bounds.size;
  }

  add({ client, clock, length }: DeleteRange): void {
    const bounds = this.#bounds.get(client);
    const to = clock + length;
    if (!bounds) {
      this.#bounds.set(client, [clock, to]);
      return;
    }
    const last = bounds.length - 2;
    // In order of clocks, as Yjs writes them and people delete, nothing needs to be searched.
    if (clock > bounds[last + 1]!) bounds.push(clock, to);
    else if (clock >= bounds[last]!) bounds[last + 1] = Math.max(bounds[last + 1]!, to);
    else join(bounds, clock, to);
  }

  has({ client, clock, length }: DeleteRange): boolean {
    const bounds = this.#bounds.get(client);
    if (!bounds) return false;
    const index = firstEndingAfter(bounds, clock);
    const [from, to] = [bounds[index], bounds[index + 1]];
    return from !== undefined && to !== undefined && from <= clock && clock + length <= to;
  }

  /** Numbers to write: for each client its id and its ranges as clock, length, clock, length… */
  *[Symbol.iterator](): Iterator<[client: number, bounds: readonly number[]]> {
    yield* this.#bounds;
  }
}

/** Index of the first range that ends at or after this clock. */
const firstEndingAfter = (bounds: readonly number[], clock: number): number => {
  let low = 0;
  let high = bounds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle * 2 + 1]! < clock) low = middle + 1;
    else high = middle;
  }
  return low * 2;
};

const join = (bounds: number[], from: number, to: number): void => {
  const first = firstEndingAfter(bounds, from);
  let after = first;
  let joinedFrom = from;
  let joinedTo = to;
  while (after < bounds.length && bounds[after]! <= to) {
    joinedFrom = Math.min(joinedFrom, bounds[after]!);
    joinedTo = Math.max(joinedTo, bounds[after + 1]!);
    after += 2;
  }
  bounds.splice(first, after - first, joinedFrom, joinedTo);
};
