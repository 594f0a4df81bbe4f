// Frames of the live connection, both directions. Grammar: packages/protocol/src/sync.ts and y-protocols. What goes out
// is a whole WebSocket message, header included.
import { messageTypes, type NotSavedReason, syncSteps } from '@hearth/protocol/sync';
import * as Y from 'yjs';
import type { StateVector } from './byte-document.ts';
import { ByteReader, guarded, malformed, type Refused } from './byte-reader.ts';
import { putBytes, putVarUint, varUintLength } from './varint.ts';
import { webSocketMessage } from './web-socket-message.ts';

export type ClientFrame =
  | { kind: 'step-1'; stateVector: Uint8Array }
  | { kind: 'step-2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; payload: Uint8Array }
  | { kind: 'query-awareness' };

/** Reads the envelope only. @returns views into `frame`, not copies. */
export const readFrame = (frame: Uint8Array): { ok: true; value: ClientFrame } | Refused =>
  guarded(() => {
    const reader = new ByteReader(frame);
    const read = readEnvelope(reader);
    reader.end();
    return read;
  });

const readEnvelope = (reader: ByteReader): ClientFrame => {
  switch (reader.varUint()) {
    case messageTypes.sync:
      return readSync(reader);
    case messageTypes.awareness:
      return { kind: 'awareness', payload: reader.varBytes() };
    case messageTypes.queryAwareness:
      return { kind: 'query-awareness' };
    default:
      throw malformed('unknown message type');
  }
};

const readSync = (reader: ByteReader): ClientFrame => {
  const step = reader.varUint();
  const bytes = reader.varBytes();
  switch (step) {
    case syncSteps.step1:
      return { kind: 'step-1', stateVector: bytes };
    case syncSteps.step2:
      return { kind: 'step-2', update: bytes };
    case syncSteps.update:
      return { kind: 'update', update: bytes };
    default:
      throw malformed('unknown sync step');
  }
};

const syncFrame = (step: number, payload: Uint8Array): Uint8Array =>
  webSocketMessage(2 + varUintLength(payload.length) + payload.length, (bytes, at) => {
    bytes[at] = messageTypes.sync;
    bytes[at + 1] = step;
    putBytes(bytes, putVarUint(bytes, at + 2, payload.length), payload);
  });

/** "Here is what I have; tell me what I lack." */
export const step1Frame = (stateVector: ReadonlyMap<number, number>): Uint8Array =>
  syncFrame(syncSteps.step1, Y.encodeStateVector(stateVector as StateVector));
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.update, update);

export interface AwarenessState {
  client: number;
  clock: number;
  /** JSON in UTF-8; `null` says that this one is gone. */
  json: Uint8Array;
}

export const awarenessFrame = (states: readonly AwarenessState[]): Uint8Array => {
  let size = varUintLength(states.length);
  for (const { client, clock, json } of states)
    size += varUintLength(client) + varUintLength(clock) + varUintLength(json.length) + json.length;
  return webSocketMessage(1 + varUintLength(size) + size, (bytes, start) => {
    bytes[start] = messageTypes.awareness;
    let at = putVarUint(bytes, putVarUint(bytes, start + 1, size), states.length);
    for (const { client, clock, json } of states) {
      at = putVarUint(bytes, putVarUint(bytes, putVarUint(bytes, at, client), clock), json.length);
      at = putBytes(bytes, at, json);
    }
  });
};

export const acknowledgedFrame = (count: number): Uint8Array =>
  webSocketMessage(varUintLength(messageTypes.acknowledged) + varUintLength(count), (bytes, at) => {
    putVarUint(bytes, putVarUint(bytes, at, messageTypes.acknowledged), count);
  });

const encoder = new TextEncoder();

export const savingFrame = (reason: NotSavedReason | null): Uint8Array => {
  const text = encoder.encode(reason ?? '');
  const size = varUintLength(messageTypes.saving) + varUintLength(text.length) + text.length;
  return webSocketMessage(size, (bytes, at) => {
    putBytes(bytes, putVarUint(bytes, putVarUint(bytes, at, messageTypes.saving), text.length), text);
  });
};
