// Makes broken and hostile frames of real ones: by their bytes, and by the structs in them.
import { messageTypes, syncSteps } from '@hearth/protocol/sync';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Random } from './random.ts';
import { syncFrame } from './replica.ts';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

interface Section {
  client: number;
  clock: number;
  structs: Struct[];
}

interface Parts {
  sections: Section[];
  deletes: Map<number, { clock: number; len: number }[]>;
}

const partsOf = (update: Uint8Array): Parts => {
  const { structs, ds } = Y.decodeUpdate(update);
  const sections: Section[] = [];
  for (const struct of structs) {
    const last = sections.at(-1);
    if (last?.client === struct.id.client) last.structs.push(struct);
    else sections.push({ client: struct.id.client, clock: struct.id.clock, structs: [struct] });
  }
  const deletes = new Map(
    [...ds.clients].map(([client, items]) => [client, items.map(({ clock, len }) => ({ clock, len }))]),
  );
  return { sections, deletes };
};

const updateOf = ({ sections, deletes }: Parts): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  encoding.writeVarUint(rest, sections.length);
  for (const { client, clock, structs } of sections) {
    encoding.writeVarUint(rest, structs.length);
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, clock);
    for (const struct of structs) struct.write(encoder, 0);
  }
  encoding.writeVarUint(rest, deletes.size);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(rest, clock);
      encoding.writeVarUint(rest, len);
    }
  }
  return encoder.toUint8Array();
};

export interface Malice {
  random: Random;
  /** Client ids of honest people, to steal. */
  others: readonly number[];
  /** Names neighbours that are none, and changes bytes that may name them. */
  lying: boolean;
}

const someNumber = (random: Random): number =>
  random.pick([0, 1, random.between(0, 300), random.between(0, 2 ** 31), 2 ** 32, 2 ** 53 - 1]);

type StructuralChange = (parts: Parts, random: Random, others: readonly number[]) => void;

/** Whose it is, in which order it comes, what it deletes. */
const plainChanges: readonly StructuralChange[] = [
  // A client id of one's own, made up on the spot: the rest may well be accepted.
  ({ sections }, random) => {
    const section = random.pick(sections);
    const client = random.between(1, 2 ** 31);
    let clock = 0;
    for (const struct of section.structs) {
      struct.id = Y.createID(client, clock);
      clock += struct.length;
    }
    Object.assign(section, { client, clock: 0 });
  },
  ({ sections }, random, others) => {
    for (const section of sections) section.client = random.pick([...others, someNumber(random)]);
  },
  (parts, random) => {
    parts.sections = random.shuffle(parts.sections);
  },
  (parts, random) => {
    parts.sections.push(random.pick(parts.sections));
  },
  ({ sections }, random) => {
    for (const section of sections) section.clock += random.pick([1, 2, 1000]);
  },
  ({ deletes }, random, others) => {
    deletes.set(random.pick([...others, someNumber(random)]), [{ clock: someNumber(random), len: someNumber(random) }]);
  },
  ({ deletes }, random) => {
    for (const ranges of deletes.values()) for (const range of ranges) range.len += random.pick([1, 5, 2 ** 30]);
  },
];

/** What makes later structs refer to something else than they meant: neighbours that never were (see `out-of-order.ts`). */
const lies: readonly StructuralChange[] = [
  ({ sections }, random, others) => {
    for (const section of sections)
      if (random.chance(0.5)) section.client = random.pick([...others, someNumber(random)]);
  },
  ({ sections }, random) => {
    for (const section of sections) section.clock = Math.max(0, section.clock - random.pick([1, 3]));
  },
  ({ sections }, random) => {
    for (const section of sections) section.structs = random.shuffle(section.structs);
  },
  ({ sections }, random) => {
    const section = random.pick(sections);
    section.structs.push(...section.structs);
  },
  ({ sections }, random, others) => {
    for (const { structs } of sections)
      for (const struct of structs) {
        if (!(struct instanceof Y.Item)) continue;
        const elsewhere = Y.createID(random.pick([...others, struct.id.client]), someNumber(random));
        if (random.chance(0.5)) struct.origin = elsewhere;
        if (random.chance(0.3)) struct.rightOrigin = elsewhere;
      }
  },
];

const mutateStructs = (update: Uint8Array, { random, others, lying }: Malice): Uint8Array => {
  const parts = partsOf(update);
  if (parts.sections.length === 0) return update;
  const changes = lying ? [...plainChanges, ...lies] : plainChanges;
  for (let more = random.between(1, 2); more > 0; more--) random.pick(changes)(parts, random, others);
  return updateOf(parts);
};

type ByteChange = (bytes: number[], random: Random, other: Uint8Array) => number[];

const byteChanges: readonly ByteChange[] = [
  (bytes, random) => bytes.slice(0, random.between(0, bytes.length)),
  (bytes, random) => bytes.with(random.between(0, bytes.length - 1), random.between(0, 255)),
  (bytes, random) => {
    const at = random.between(0, bytes.length - 1);
    return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.between(0, 7)));
  },
  (bytes, random, other) => [
    ...bytes.slice(0, random.between(0, bytes.length)),
    ...other.subarray(random.between(0, other.length)),
  ],
  (bytes, random) => {
    const from = random.between(0, bytes.length);
    const repeated = bytes.slice(from, from + random.between(1, 20));
    const times = Array.from({ length: random.between(1, 60) }, () => repeated).flat();
    return bytes.toSpliced(from, 0, ...times);
  },
  // A number that goes on: most readers trust its bits.
  (bytes, random) => {
    const grown = Array.from({ length: random.between(1, 9) }, () => 255);
    return bytes.toSpliced(random.between(0, bytes.length), 1, ...grown, random.between(0, 127));
  },
  (bytes, random) => bytes.toSpliced(random.between(0, bytes.length - 1), random.between(1, 4)),
];

const mutateBytes = (bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array => {
  let mutated = [...bytes];
  for (let more = random.between(1, 3); more > 0 && mutated.length > 0; more--)
    mutated = random.pick(byteChanges)(mutated, random, other);
  return new Uint8Array(mutated);
};

/** Bytes inside strings and values, where no length notices. */
const garble = (update: Uint8Array, random: Random): Uint8Array => {
  const garbled = update.slice();
  const at = random.between(Math.floor(update.length / 3), update.length - 1);
  garbled[at] = random.between(32, 126);
  return garbled;
};

/**
 * A frame that no honest client sends, or one that it might.
 * @param next  an update that could be applied now, so that what is made of it gets far.
 * @param updates  others, to splice with.
 */
export const mutatedFrame = (next: Uint8Array, updates: readonly Uint8Array[], malice: Malice): Uint8Array => {
  const { random, lying } = malice;
  const step = random.pick([syncSteps.update, syncSteps.update, syncSteps.step2]);
  const other = random.pick(updates);
  switch (random.between(0, lying ? 10 : 6)) {
    case 0:
      return Uint8Array.of(random.pick(Object.values(messageTypes)), ...mutateBytes(next, random, other));
    case 1:
      return syncFrame(syncSteps.step1, mutateBytes(Y.encodeStateVectorFromUpdate(next), random, other));
    case 2:
      return syncFrame(step, mutateBytes(random.pick(updates), random, other));
    case 3:
    case 4:
    case 5:
    case 6:
      return syncFrame(step, mutateStructs(next, malice));
    case 7:
      return mutateBytes(syncFrame(step, next), random, syncFrame(step, other));
    case 8:
      return syncFrame(step, mutateBytes(next, random, other));
    case 9:
      return syncFrame(step, mutateBytes(mutateStructs(next, malice), random, other));
    default:
      return syncFrame(step, garble(mutateStructs(next, malice), random));
  }
};
