// What the nodes that serve one document tell each other. Hints only: what gets lost is read from the log, or repeated.
import { ByteReader, guarded } from './byte-reader.ts';
import type { ClientWriter } from './update-log.ts';
import { putBytes, putVarUint, varUintLength } from './varint.ts';

/** An update that is in the log. */
export interface LoggedUpdate {
  seq: number;
  update: Uint8Array;
  claims: readonly ClientWriter[];
}

export interface NodePresenceState {
  client: number;
  clock: number;
  participantId: string;
  json: Uint8Array;
}

export type NodeMessage =
  | { kind: 'updates'; updates: LoggedUpdate[] }
  /** Everybody who is connected to that node if `whole`, otherwise who has changed. */
  | { kind: 'presence'; node: string; whole: boolean; states: NodePresenceState[] }
  /** A node that has just opened the document asks who is there. */
  | { kind: 'presence-wanted' };

const kinds = { updates: 1, presence: 2, presenceWanted: 3 };

type Part = number | string | Uint8Array;
const utf8 = new TextEncoder();

/** Numbers become varuints, strings and bytes are preceded by their length. */
const encode = (parts: readonly Part[]): Uint8Array => {
  const pieces = parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part));
  const size = pieces.reduce<number>(
    (sum, piece) =>
      sum + (typeof piece === 'number' ? varUintLength(piece) : varUintLength(piece.length) + piece.length),
    0,
  );
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') at = putVarUint(bytes, at, piece);
    else at = putBytes(bytes, putVarUint(bytes, at, piece.length), piece);
  }
  return bytes;
};

export const encodeNodeMessage = (message: NodeMessage): Uint8Array => {
  switch (message.kind) {
    case 'updates':
      return encode([
        kinds.updates,
        message.updates.length,
        ...message.updates.flatMap(({ seq, update, claims }) => [
          seq,
          update,
          claims.length,
          ...claims.flatMap(({ client, writer }) => [client, writer]),
        ]),
      ]);
    case 'presence':
      return encode([
        kinds.presence,
        message.node,
        message.whole ? 1 : 0,
        message.states.length,
        ...message.states.flatMap(({ client, clock, participantId, json }) => [client, clock, participantId, json]),
      ]);
    case 'presence-wanted':
      return encode([kinds.presenceWanted]);
  }
};

/** @returns null for what can't be read: a node of another version, perhaps. */
export const readNodeMessage = (bytes: Uint8Array): NodeMessage | null => {
  const read = guarded(() => readMessage(new ByteReader(new Uint8Array(bytes))));
  return read.ok ? read.value : null;
};

const readMessage = (reader: ByteReader): NodeMessage | null => {
  const many = <T>(readOne: () => T): T[] => Array.from({ length: Math.min(reader.varUint(), reader.left) }, readOne);
  const text = (): string => reader.string(Infinity);
  switch (reader.varUint()) {
    case kinds.updates:
      return {
        kind: 'updates',
        updates: many(() => ({
          seq: reader.varUint(),
          update: reader.varBytes(),
          claims: many(() => ({ client: reader.varUint(), writer: text() })),
        })),
      };
    case kinds.presence:
      return {
        kind: 'presence',
        node: text(),
        whole: reader.varUint() === 1,
        states: many(() => ({
          client: reader.varUint(),
          clock: reader.varUint(),
          participantId: text(),
          json: reader.varBytes(),
        })),
      };
    case kinds.presenceWanted:
      return { kind: 'presence-wanted' };
    default:
      return null;
  }
};
