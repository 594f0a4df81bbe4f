// Gives the structs of changes that were refused ids of their own, so that the changes can be applied later: under the old
// ids the server has been told that they are gone, and Yjs would take them for known. Rule: SPEC Q9.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { StructId, StructRange } from './edit.ts';

/** New client ids, by the old ones. Kept for as long as changes are added, since later ones build on earlier ones. */
export type NewClients = Map<number, number>;

/**
 * @param updates  in an order in which they can be applied.
 * @param clients  is filled with what is needed.
 * @returns the same changes; what they refer to outside of themselves stays what it is.
 */
export const readdress = (
  updates: readonly Uint8Array[],
  clients: NewClients,
  newClient: () => number,
): Uint8Array[] => {
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const addresses = new Addresses(clients, newClient);
  for (const { structs } of decoded)
    for (const { id, length } of structs) addresses.add({ client: id.client, clock: id.clock, end: id.clock + length });
  return decoded.map(({ structs, ds }) => {
    const encoder = new Y.UpdateEncoderV1();
    const sections = Map.groupBy(structs, ({ id }) => id.client);
    encoding.writeVarUint(encoder.restEncoder, sections.size);
    for (const section of sections.values()) writeSection(encoder, section, addresses);
    writeDeletes(encoder.restEncoder, ds, addresses);
    return encoder.toUint8Array();
  });
};

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

class Addresses {
  readonly #clients: NewClients;
  readonly #newClient: () => number;
  /** Old ranges by client, with where each begins now. */
  readonly #moved = new Map<number, (StructRange & { to: StructId })[]>();
  readonly #ends = new Map<number, number>();

  constructor(clients: NewClients, newClient: () => number) {
    this.#clients = clients;
    this.#newClient = newClient;
  }

  add({ client, clock, end }: StructRange): void {
    const next = this.#clients.get(client) ?? this.#newClient();
    this.#clients.set(client, next);
    const at = this.#ends.get(client) ?? 0;
    const moved = this.#moved.get(client) ?? [];
    this.#moved.set(client, moved);
    moved.push({ client, clock, end, to: { client: next, clock: at } });
    this.#ends.set(client, at + end - clock);
  }

  of(id: StructId): StructId {
    const { range } = this.#search(id);
    return range ? { client: range.to.client, clock: range.to.clock + id.clock - range.clock } : id;
  }

  /** @returns the range that holds an id, and the first one behind it. */
  #search({ client, clock }: StructId) {
    // In the order of their clocks: changes of one client can be applied in no other.
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
}

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
