// Frames of the live connection as the browser sends and reads them. Grammar: packages/protocol/src/sync.ts. Pure.
import { messageTypes, type NotSavedReason, notSavedReasons, syncSteps } from '@hearth/protocol/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export type ServerFrame =
  /** What the server has, and a question for the rest. */
  | { kind: 'step-1'; stateVector: Uint8Array }
  | { kind: 'step-2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  /** So many update-carrying frames of this connection are durable. */
  | { kind: 'acknowledged'; count: number }
  | { kind: 'saving'; reason: NotSavedReason | null }
  | { kind: 'unknown' };

/** @throws if the frame is cut off. */
export const readFrame = (frame: Uint8Array): ServerFrame => {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    case messageTypes.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case messageTypes.acknowledged:
      return { kind: 'acknowledged', count: decoding.readVarUint(decoder) };
    case messageTypes.saving: {
      const reason = decoding.readVarString(decoder);
      return { kind: 'saving', reason: notSavedReasons.find((known) => known === reason) ?? null };
    }
    default:
      return { kind: 'unknown' };
  }
};

const readSync = (step: number, bytes: Uint8Array): ServerFrame => {
  switch (step) {
    case syncSteps.step1:
      return { kind: 'step-1', stateVector: bytes };
    case syncSteps.step2:
      return { kind: 'step-2', update: bytes };
    case syncSteps.update:
      return { kind: 'update', update: bytes };
    default:
      return { kind: 'unknown' };
  }
};

const syncFrame = (step: number, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(syncSteps.step1, stateVector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.update, update);
export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });

/** A V1 update of no structs and no deletes: says nothing, and is acknowledged. */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0]);
