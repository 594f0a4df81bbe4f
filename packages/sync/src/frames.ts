// Frames of the live connection, both directions. Grammar: packages/protocol/src/sync.ts and y-protocols.
import { messageTypes, type NotSavedReason, syncSteps } from '@hearth/protocol/sync';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { ByteReader, guarded, malformed, type Refused } from './byte-reader.ts';

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

const syncFrame = (step: number, payload: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};

/** "Here is what I have; tell me what I lack." */
export const step1Frame = (stateVector: Map<number, number>): Uint8Array =>
  syncFrame(syncSteps.step1, Y.encodeStateVector(stateVector));
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.update, update);

export interface AwarenessState {
  client: number;
  clock: number;
  /** Null: this one is gone. */
  json: string | null;
}

export const awarenessFrame = (states: readonly AwarenessState[]): Uint8Array => {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, states.length);
  for (const { client, clock, json } of states) {
    encoding.writeVarUint(payload, client);
    encoding.writeVarUint(payload, clock);
    encoding.writeVarString(payload, json ?? 'null');
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload));
  return encoding.toUint8Array(encoder);
};

export const acknowledgedFrame = (count: number): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.acknowledged);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
};

/** @param reason  null when saving works again. */
export const savingFrame = (reason: NotSavedReason | null): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.saving);
  encoding.writeVarString(encoder, reason ?? '');
  return encoding.toUint8Array(encoder);
};
