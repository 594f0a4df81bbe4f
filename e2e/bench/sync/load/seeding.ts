// Fills a room before it is measured.
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningServer } from '../servers/running-server.ts';
import { WireClient } from '../wire/wire-client.ts';
import { inBatches } from './schedule.ts';

/** What one connection may send at once before a careful server calls it too fast. */
const framesPerConnection = 900;
const bytesAtOnce = 1024 * 1024;
const writer = 'seeding';

/**
 * Sends the updates in order.
 * @param stateVector  of the whole: the room is filled when the server has answered for it
 * @returns a connection that is still open
 */
export const seedRoom = async (
  server: RunningServer,
  room: string,
  updates: readonly Uint8Array[],
  stateVector: Uint8Array,
): Promise<WireClient> => {
  let client = await WireClient.join(server, room, {}, { writer });
  for (let from = 0; from < updates.length; from += framesPerConnection) {
    if (from > 0) {
      client.close();
      client = await WireClient.join(server, room, {}, { writer });
    }
    for (const update of updates.slice(from, from + framesPerConnection)) {
      client.sendUpdate(update);
      while (client.waiting > bytesAtOnce) await delay(5);
    }
    await client.sync(stateVector, 120_000);
  }
  return client;
};

/** Fills each room with a whole state. @returns a connection to each, all open */
export const seedRooms = (
  server: RunningServer,
  rooms: readonly string[],
  state: Uint8Array,
  stateVector: Uint8Array,
): Promise<WireClient[]> =>
  inBatches(rooms.length, 10, async (index) => {
    const client = await WireClient.join(server, rooms[index] ?? '', {}, { writer });
    client.sendState(state);
    await client.sync(stateVector, 120_000);
    return client;
  });
