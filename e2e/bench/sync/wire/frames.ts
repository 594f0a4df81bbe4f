// The y-websocket protocol: frames as they are sent, and as they are read.
import { messageTypes, syncSteps } from '@hearth/protocol/sync';
import * as encoding from 'lib0/encoding';
import { cursorAt, readBytes, readVarint } from './varint.ts';

/** The state vector of somebody who has nothing. */
export const nothingYet = Uint8Array.of(0);
/** The update of somebody who has nothing to give. */
export const nothingNew = Uint8Array.of(0, 0);

const syncFrame = (step: number, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(syncSteps.step1, stateVector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncSteps.update, update);

/** Presence of one client. */
export const awarenessFrame = (clientId: number, clock: number, state: string): Uint8Array => {
  const states = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });
};

/** Hocuspocus has every frame led by the document's name, and wants to be shown a token first. */
export const hocuspocusPrefix = (document: string): Uint8Array =>
  encoding.encode((encoder) => encoding.writeVarString(encoder, document));

export const hocuspocusToken = (): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'bench');
  });

const hocuspocusSyncReply = 4;

export type Received =
  | { kind: 'step-1' }
  | { kind: 'step-2' | 'update' | 'awareness'; payload: Uint8Array }
  | { kind: 'acknowledged'; frames: number }
  | { kind: 'other' };

/**
 * @param prefixed  whether the document's name stands before it
 * @throws when the frame is cut off
 */
export const readFrame = (frame: Uint8Array, prefixed: boolean): Received => {
  const cursor = cursorAt(frame);
  if (prefixed) readBytes(cursor);
  const type = readVarint(cursor);
  if (type === messageTypes.sync || (prefixed && type === hocuspocusSyncReply)) {
    const step = readVarint(cursor);
    if (step === syncSteps.step1) return { kind: 'step-1' };
    return { kind: step === syncSteps.step2 ? 'step-2' : 'update', payload: readBytes(cursor) };
  }
  if (type === messageTypes.awareness) return { kind: 'awareness', payload: readBytes(cursor) };
  if (type === messageTypes.acknowledged && !prefixed) return { kind: 'acknowledged', frames: readVarint(cursor) };
  return { kind: 'other' };
};
