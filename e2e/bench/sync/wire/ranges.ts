// Which clocks of which clients an update brings. Nearly all are one keystroke: those are read without building anything.
import * as Y from 'yjs';
import { cursorAt, readVarint } from './varint.ts';

export interface ClockRange {
  client: number;
  from: number;
  /** The first clock that it does not bring; null for a single struct, whose length was not looked at. */
  to: number | null;
}

/** One range a client. Nothing for an update that only deletes. */
export const clockRanges = (update: Uint8Array): ClockRange[] => {
  if (update.length <= 2) return [];
  const cursor = cursorAt(update);
  const clients = readVarint(cursor);
  const structs = readVarint(cursor);
  if (clients === 1 && structs === 1) {
    return [{ client: readVarint(cursor), from: readVarint(cursor), to: null }];
  }
  const { from, to } = Y.parseUpdateMeta(update);
  return [...from].map(([client, clock]) => ({ client, from: clock, to: to.get(client) ?? clock }));
};
