// What a hostile program sends that knows the protocol well. Each attack is a list of frames of one connection after the other.
import { messageTypes, syncSteps } from '@hearth/protocol/sync';
import * as encoding from 'lib0/encoding';
import { syncFrame } from './replica.ts';

type Part = number | string | Uint8Array;

/** Numbers become varuints, strings varstrings, bytes stand as they are. */
const bytes = (parts: readonly Part[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else encoding.writeUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
};

const live = (...parts: readonly Part[]): Uint8Array => syncFrame(syncSteps.update, bytes(parts));
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

const awareness = (states: readonly (readonly Part[])[]): Uint8Array => {
  const payload = bytes([states.length, ...states.flat()]);
  return bytes([messageTypes.awareness, payload.length, payload]);
};

const text = 4;
const deleted = 1;
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
/** A character at the start of the root text. */
const inRoot: readonly Part[] = [text, 1, 't', 'x'];
/** One struct of `client` at `clock`, and no deletes. */
const one = (client: number, clock: number, ...struct: readonly Part[]): Uint8Array =>
  live(1, 1, client, clock, ...struct, 0);

/** Somebody honest, whose client id and last clock are known. */
export interface Victim {
  client: number;
  clock: number;
}

export const attacks: Record<string, (victim: Victim) => Uint8Array[]> = {
  'forty bytes that claim a deleted run of two billion': () => [one(7, 0, deleted, 1, 't', 2 ** 31 - 1)],
  'counts that are larger than any frame': () => [
    live(2 ** 31, 1, 7, 0),
    live(1, 2 ** 31, 7, 0, ...inRoot),
    live(0, 2 ** 31, 7),
    live(0, 1, 7, 2 ** 31),
  ],
  '5,000 client ids in one frame': () => [live(5_000, ...times(5_000, (n) => [1, n + 10, 0, ...inRoot]).flat(), 0)],
  '3,000 client ids, a frame each': () => times(3_000, (n) => one(n + 10, 0, ...inRoot)),
  '2,000 frames that build on what never comes': () =>
    times(2_000, (n) => one(7, n * 2 + 1, hasOrigin | text, 7, n * 2, 'x')),
  '5,000 frames before the handshake, each to be parked': () =>
    times(5_000, (n) => one(9, n + 1, hasOrigin | text, 9, n, 'x')),
  'two structs that need each other': () => [
    live(2, 1, 8, 0, hasOrigin | text, 7, 0, 'x', 1, 7, 0, hasOrigin | text, 8, 0, 'x', 0),
  ],
  'a struct that needs itself': () => [one(7, 0, hasOrigin | text, 7, 0, 'x')],
  '20,000 characters in one place, 50 a frame': () =>
    times(400, (n) => live(1, 50, 7, n * 50, ...times(50, () => inRoot).flat(), 0)),
  '20,000 characters left of the same one': ({ client, clock }) =>
    times(400, (n) =>
      live(1, 50, 7, n * 50, ...times(50, () => [hasRightOrigin | text, client, clock, 'x']).flat(), 0),
    ),
  "a struct under another's client id": ({ client, clock }) => [one(client, clock + 1, ...inRoot)],
  'deletes of what will be written': ({ client, clock }) => [
    live(0, 1, client, 1, clock + 1, 1_000),
    live(0, 1, client, 1, clock + 1, 2 ** 31),
    live(0, 1, 12_345, 1, 0, 10),
  ],
  '20,000 delete ranges, a hundred times': ({ client }) =>
    times(100, () => live(0, 1, client, 20_000, ...times(20_000, () => [0, 1]).flat())),
  'values nested 5,000 deep': () => [
    one(7, 0, 8, 1, 't', 1, ...times(5_000, () => [new Uint8Array([117]), 1]).flat(), new Uint8Array([126])),
  ],
  'a string of a megabyte': () => [one(7, 0, text, 1, 't', 'x'.repeat(1_000_000))],
  '5,000 types in each other': () => [
    live(1, 5_000, 7, 0, 7, 1, 't', 0, ...times(4_999, (n) => [7, 0, 7, n, 0]).flat(), 0),
  ],
  'state vectors of 20,000 clients, again and again': () =>
    times(40, () => syncFrame(syncSteps.step1, bytes([20_000, ...times(20_000, (n) => [n + 1, 1]).flat()]))),
  '1,000 questions for the whole document': () => times(1_000, () => syncFrame(syncSteps.step1, Uint8Array.of(0))),
  'cursors of 10,000 people': () =>
    times(20, (turn) => awareness(times(500, (n) => [turn * 500 + n + 1, 1, '{"user":{}}']))),
};
