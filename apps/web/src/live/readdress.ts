// Gives the structs of changes that were refused ids of their own, so that the changes can be applied later: under the old
// ids the server has been told that they are gone, and Yjs would take them for known. Rule: SPEC Q9.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { StructId, StructRange } from './edit.ts';

/** Structs that have new ids: one after the other, from `to` on. */
export interface Moved extends StructRange {
  to: StructId;
}

/** Which ids were given new ones, in one document. */
export class Addresses {
  readonly #newClient: () => number;
  /** By old client, in the order of their clocks: changes of one client can be applied in no other. */
  readonly #moved = new Map<number, Moved[]>();

  constructor(newClient: () => number) {
    this.#newClient = newClient;
  }

  /** Takes over what was given before. */
  learn(moved: readonly Moved[]): void {
    for (const one of moved) {
      const { range } = this.#search(one);
      if (range) continue;
      const known = this.#movedOf(one.client);
      known.push(one);
      known.sort((left, right) => left.clock - right.clock);
    }
  }

  /** Gives new ids, where there are none yet. @returns what has moved. */
  give(ranges: readonly StructRange[]): Moved[] {
    return ranges.map(({ client, clock, end }) => {
      const { range } = this.#search({ client, clock });
      if (range && range.end >= end) return range;
      const known = this.#movedOf(client);
      const last = known.reduce<StructId | null>((highest, one) => {
        const after = one.to.clock + one.end - one.clock;
        return highest && highest.clock > after ? highest : { client: one.to.client, clock: after };
      }, null);
      const moved = { client, clock, end, to: last ?? { client: this.#newClient(), clock: 0 } };
      this.learn([moved]);
      return moved;
    });
  }

  #movedOf(client: number): Moved[] {
    const known = this.#moved.get(client) ?? [];
    this.#moved.set(client, known);
    return known;
  }

  of(id: StructId): StructId {
    const { range } = this.#search(id);
    return range ? { client: range.to.client, clock: range.to.clock + id.clock - range.clock } : id;
  }

  has(id: StructId): boolean {
    return this.#search(id).range !== null;
  }

  /** @returns where the parts of a range are now. */
  parts({ client, clock, end }: StructRange): StructRange[] {
    const parts: StructRange[] = [];
    for (let at = clock; at < end;) {
      const { range, next } = this.#search({ client, clock: at });
      const until = Math.min(end, range?.end ?? next?.clock ?? end);
      const to = this.of({ client, clock: at });
      parts.push({ ...to, end: to.clock + until - at });
      at = until;
    }
    return parts;
  }

  /** @returns the range that holds an id, and the first one behind it. */
  #search({ client, clock }: StructId): { range: Moved | null; next: Moved | undefined } {
    const ranges = this.#moved.get(client) ?? [];
    let from = 0;
    let to = ranges.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ranges[middle]?.end ?? 0) <= clock) from = middle + 1;
      else to = middle;
    }
    const found = ranges[from];
    return found && found.clock <= clock ? { range: found, next: ranges[from + 1] } : { range: null, next: found };
  }
}

/**
 * @param update  its structs have been given new ids.
 * @returns the same change under them; what it refers to and was given none stays what it is.
 */
export const readdress = (update: Uint8Array, addresses: Addresses): Uint8Array => {
  const { structs, ds } = Y.decodeUpdate(update);
  const encoder = new Y.UpdateEncoderV1();
  const sections = Map.groupBy(structs, ({ id }) => id.client);
  encoding.writeVarUint(encoder.restEncoder, sections.size);
  for (const section of sections.values()) writeSection(encoder, section, addresses);
  writeDeletes(encoder.restEncoder, ds, addresses);
  return encoder.toUint8Array();
};

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

const writeSection = (encoder: Y.UpdateEncoderV1, section: readonly Struct[], addresses: Addresses): void => {
  const [first] = section;
  if (!first) return;
  const { client, clock } = addresses.of(first.id);
  encoding.writeVarUint(encoder.restEncoder, section.length);
  encoder.writeClient(client);
  encoding.writeVarUint(encoder.restEncoder, clock);
  for (const struct of section) (struct instanceof Y.Item ? moved(struct, addresses) : struct).write(encoder, 0);
};

/** The same item under its new id, beside and inside of what it was, under their new ids. */
const moved = (item: Y.Item, addresses: Addresses): Y.Item => {
  const idOf = (id: StructId): Y.ID => {
    const { client, clock } = addresses.of(id);
    return Y.createID(client, clock);
  };
  const { id, origin, rightOrigin, parent, parentSub, content } = item;
  return new Y.Item(
    idOf(id),
    null,
    origin && idOf(origin),
    null,
    rightOrigin && idOf(rightOrigin),
    parent instanceof Y.ID ? idOf(parent) : parent,
    parentSub,
    content,
  );
};

const writeDeletes = (encoder: encoding.Encoder, { clients }: DeleteSet, addresses: Addresses): void => {
  const parts = [...clients].flatMap(([client, runs]) =>
    runs.flatMap(({ clock, len }) => addresses.parts({ client, clock, end: clock + len })),
  );
  const byClient = Map.groupBy(parts, ({ client }) => client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, end } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, end - clock);
    }
  }
};
