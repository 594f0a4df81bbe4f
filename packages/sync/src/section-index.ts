// Where the parts of a stored state lie, and where its structs stand, so that a room that loads it need not read it
// struct by struct.
import { ByteReader, guarded } from './byte-reader.ts';
import type { DeleteRange } from './delete-set.ts';
import { learnPlaces } from './learn-places.ts';
import { Places } from './places.ts';
import { indexUpdate, type Section, type WalkedUpdate } from './update-walker.ts';
import { putBytes, putVarUint, varUintLength } from './varint.ts';

const format = 2;
const utf8 = new TextEncoder();

/** A whole state, read. */
export interface IndexedState {
  update: WalkedUpdate;
  places: Places;
}

/** Reads a whole state. Throws a `Refusal` when it is damaged. */
export const indexState = (state: Uint8Array): IndexedState => {
  const update = indexUpdate(state);
  const places = new Places();
  learnPlaces(places, update, () => 0);
  return { update, places };
};

/** @returns what was found out about a state as bytes, for `readIndexed`. */
export const encodeIndex = ({ update: { bytes, sections }, places }: IndexedState): Uint8Array => {
  const parts = [
    format,
    bytes.length,
    sections.length,
    ...sections.flatMap(({ client, clock, end, structs, from, to }) => [client, clock, end, structs, from, to]),
    ...places.parts(),
  ].map((part) => (typeof part === 'string' ? utf8.encode(part) : part));
  const sizeOf = (part: number | Uint8Array): number =>
    typeof part === 'number' ? varUintLength(part) : varUintLength(part.length) + part.length;
  const encoded = new Uint8Array(parts.reduce<number>((sum, part) => sum + sizeOf(part), 0));
  let at = 0;
  for (const part of parts)
    at =
      typeof part === 'number'
        ? putVarUint(encoded, at, part)
        : putBytes(encoded, putVarUint(encoded, at, part.length), part);
  return encoded;
};

/**
 * Finds the parts of a stored state by its index; without a usable one, by reading it.
 * Throws a `Refusal` when the state is damaged.
 */
export const readIndexed = (state: Uint8Array, index: Uint8Array | null): IndexedState => {
  const read = index === null ? null : guarded(() => indexedBy(state, new ByteReader(index)));
  return read?.ok && read.value ? read.value : indexState(state);
};

/** @returns null when the index is of another state or format. */
const indexedBy = (state: Uint8Array, index: ByteReader): IndexedState | null => {
  if (index.varUint() !== format || index.varUint() !== state.length) return null;
  const sections = Array.from({ length: index.varUint() }, (): Section => {
    const [client, clock, end] = [index.varUint(), index.varUint(), index.varUint()];
    const [structs, from, to] = [index.varUint(), index.varUint(), index.varUint()];
    return { client, clock, end, structs, from, to };
  });
  const places = Places.read(index);
  index.end();
  return { update: { bytes: state, sections, deletes: deletesAfter(state, sections.at(-1)?.to ?? 1) }, places };
};

const deletesAfter = (state: Uint8Array, at: number): DeleteRange[] => {
  const reader = new ByteReader(state, at);
  const deletes: DeleteRange[] = [];
  for (let clients = reader.varUint(); clients > 0; clients -= 1) {
    const client = reader.varUint();
    for (let ranges = reader.varUint(); ranges > 0; ranges -= 1)
      deletes.push({ client, clock: reader.varUint(), length: reader.varUint() });
  }
  reader.end();
  return deletes;
};
