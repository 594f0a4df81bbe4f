// What a change contains and what it builds on, read from its bytes. Pure. Rules: SPEC Q3, Q4, S10.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export interface StructId {
  client: number;
  clock: number;
}

/** Structs of one client, from `clock` up to and without `end`. */
export interface StructRange extends StructId {
  end: number;
}

export interface Edit {
  ranges: readonly StructRange[];
  /** Structs of others, or older ones, that these stand beside or inside of. */
  needs: readonly StructId[];
  deletes: readonly StructRange[];
  structs: number;
}

/** @throws if `update` is no V1 update. */
export const readEdit = (update: Uint8Array): Edit => {
  const { structs, ds } = Y.decodeUpdate(update);
  const ranges = new Map<number, StructRange>();
  const mentioned: StructId[] = [];
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    ranges.set(client, { client, clock: ranges.get(client)?.clock ?? clock, end });
    if (!(struct instanceof Y.Item)) continue;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) if (id instanceof Y.ID) mentioned.push(id);
  }
  const own = [...ranges.values()];
  const deletes = [...ds.clients].flatMap(([client, runs]) =>
    runs.map(({ clock, len }) => ({ client, clock, end: clock + len })),
  );
  return { ranges: own, needs: mentioned.filter((id) => !isWithin(id, own)), deletes, structs: structs.length };
};

export const isWithin = ({ client, clock }: StructId, ranges: readonly StructRange[]): boolean =>
  ranges.some((range) => range.client === client && range.clock <= clock && clock < range.end);

/**
 * Puts edits into an order in which each can be taken when it comes: what several tabs have left behind is kept tab by
 * tab, and one may build on another. Edits of one client come in the order of their clocks, since Yjs takes no gap.
 */
export const inOrder = <Item extends { edit: Edit }>(items: readonly Item[]): Item[] => {
  const holderOf = holders(items);
  const placed = new Set<Item>();
  const isThere = (item: Item) => (id: StructId) => {
    const holder = holderOf(id);
    return holder === null || holder === item || placed.has(holder);
  };
  const ordered: Item[] = [];
  let waiting: readonly Item[] = items;
  while (waiting.length > 0) {
    const later: Item[] = [];
    for (const item of waiting) {
      if (mentionedBy(item.edit).every(isThere(item))) {
        placed.add(item);
        ordered.push(item);
      } else later.push(item);
    }
    if (later.length === waiting.length) return [...ordered, ...later];
    waiting = later;
  }
  return ordered;
};

/** Everything that has to be there first. */
const mentionedBy = ({ needs, ranges, deletes }: Edit): StructId[] => [
  ...needs,
  ...ranges.map(({ client, clock }) => ({ client, clock: clock - 1 })),
  ...deletes.map(({ client, end }) => ({ client, clock: end - 1 })),
];

/** @returns a search for the item that holds a struct. */
const holders = <Item extends { edit: Edit }>(items: readonly Item[]): ((id: StructId) => Item | null) => {
  const held = items.flatMap((item) => item.edit.ranges.map((range) => ({ ...range, item })));
  const byClient = Map.groupBy(held, ({ client }) => client);
  for (const ranges of byClient.values()) ranges.sort((one, other) => one.clock - other.clock);
  return ({ client, clock }) => {
    const ranges = byClient.get(client) ?? [];
    let from = 0;
    let to = ranges.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ranges[middle]?.end ?? 0) <= clock) from = middle + 1;
      else to = middle;
    }
    const found = ranges[from];
    return found && found.clock <= clock ? found.item : null;
  };
};

/** The server takes no longer run without content. */
const longestFiller = 1_000_000;

/**
 * Takes the place of structs that will never come, so that later ones of the same client can: an update that says of
 * them only that they are gone.
 */
export const fillerFor = (ranges: readonly StructRange[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, ranges.length);
    for (const { client, clock, end } of ranges) {
      encoding.writeVarUint(encoder, Math.ceil((end - clock) / longestFiller));
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (let at = clock; at < end; at += longestFiller) {
        encoding.writeUint8(encoder, garbageCollected);
        encoding.writeVarUint(encoder, Math.min(longestFiller, end - at));
      }
    }
    encoding.writeVarUint(encoder, 0); // no deletes
  });

/** How Yjs writes a struct of which nothing but its length is left. */
const garbageCollected = 0;
