// Where the parts of a stored state lie, so that a room that loads it need not read it struct by struct.
import { ByteReader, guarded } from './byte-reader.ts';
import type { DeleteRange } from './delete-set.ts';
import type { Section, WalkedUpdate } from './update-walker.ts';
import { indexUpdate } from './update-walker.ts';
import { putVarUint, varUintLength } from './varint.ts';

const format = 1;

/** @returns the sections of a walked update as bytes, for `readIndexed`. */
export const encodeSections = ({ sections, bytes }: WalkedUpdate): Uint8Array => {
  const numbers = [
    format,
    bytes.length,
    sections.length,
    ...sections.flatMap(({ client, clock, end, structs, from, to }) => [client, clock, end, structs, from, to]),
  ];
  const encoded = new Uint8Array(numbers.reduce((sum, number) => sum + varUintLength(number), 0));
  numbers.reduce((at, number) => putVarUint(encoded, at, number), 0);
  return encoded;
};

/**
 * Finds the parts of a stored state by its index; without a usable one, by reading it.
 * Throws a `Refusal` when the state is damaged.
 */
export const readIndexed = (state: Uint8Array, index: Uint8Array | null): WalkedUpdate => {
  const read = index === null ? null : guarded(() => walkedBy(state, new ByteReader(index)));
  return read?.ok && read.value ? read.value : indexUpdate(state);
};

/** @returns null when the index is of another state or format. */
const walkedBy = (state: Uint8Array, index: ByteReader): WalkedUpdate | null => {
  if (index.varUint() !== format || index.varUint() !== state.length) return null;
  const sections = Array.from({ length: index.varUint() }, (): Section => {
    const [client, clock, end] = [index.varUint(), index.varUint(), index.varUint()];
    const [structs, from, to] = [index.varUint(), index.varUint(), index.varUint()];
    return { client, clock, end, structs, from, to };
  });
  index.end();
  return { bytes: state, sections, deletes: deletesAfter(state, sections.at(-1)?.to ?? 1) };
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
