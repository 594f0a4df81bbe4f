// A server that starts on many stored rooms of 100 KB each. Half of them are opened at once by an idle person each; all
// leave; then the other half. A server that frees its rooms needs no more the second time.
import { setTimeout as delay } from 'node:timers/promises';
import { inBatches } from '../load/schedule.ts';
import { seedRooms } from '../load/seeding.ts';
import { traceOfSize } from '../load/typing-trace.ts';
import type { Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { WireClient } from '../wire/wire-client.ts';

const documentBytes = 100 * 1024;
const restMs = 5_000;
/** Longer than any debounce of what is stored. */
const storedAfterMs = 3_500;
/** Rooms are put away half a minute after the last one has left. */
const emptyMs = 36_000;

interface Wave {
  openBytes: number;
  leftBytes: number;
}

const wave = async (server: RunningServer, rooms: readonly string[]): Promise<Wave> => {
  const clients = await inBatches(rooms.length, 10, (index) => WireClient.join(server, rooms[index] ?? ''));
  await delay(restMs);
  const openBytes = server.residentBytes();
  for (const client of clients) client.close();
  await delay(emptyMs);
  return { openBytes, leftBytes: server.residentBytes() };
};

/** Whole states, not keystrokes: it is the document at rest that counts. Started anew, so does nothing else. */
const fill = async (server: RunningServer, rooms: readonly string[]): Promise<void> => {
  const { state, stateVector } = traceOfSize(documentBytes);
  for (const client of await seedRooms(server, rooms, state, stateVector)) client.close();
  await delay(storedAfterMs);
  await server.stop();
  await server.start();
};

const measure = async (server: RunningServer, count: number): Promise<Figures> => {
  const rooms = Array.from({ length: count * 2 }, (_, index) => `room-${index}`);
  await fill(server, rooms);
  (await WireClient.join(server, 'another')).close();
  await delay(restMs);
  const idleBytes = server.residentBytes();
  const first = await wave(server, rooms.slice(0, count));
  const second = await wave(server, rooms.slice(count));
  const megabytes = (bytes: number): number => bytes / 1_048_576;
  return {
    idleMB: megabytes(idleBytes),
    openMB: megabytes(first.openBytes),
    roomKB: (first.openBytes - idleBytes) / count / 1024,
    leftMB: megabytes(first.leftBytes),
    secondOpenMB: megabytes(second.openBytes),
    secondLeftMB: megabytes(second.leftBytes),
    secondWave: second.openBytes / first.openBytes,
  };
};

export const memory: Scenario = {
  name: 'memory',
  about: 'what an open room costs, and whether it is given back',
  repeats: 1,
  accepts: ({ wire, persists }) => wire !== 'relay' && persists,
  columns: [
    { figure: 'idleMB', label: 'idle MB' },
    { figure: 'openMB', label: 'open MB' },
    { figure: 'roomKB', label: 'KB a room', compared: true },
    { figure: 'leftMB', label: 'all left MB' },
    { figure: 'secondOpenMB', label: 'others open MB' },
    { figure: 'secondLeftMB', label: 'all left MB' },
    { figure: 'secondWave', label: 'second ÷ first' },
  ],
  variants: ({ rooms }) => [
    {
      name: `memory ${rooms}`,
      measure: (target, bench) => bench.withServer(target, (server) => measure(server, rooms)),
    },
  ],
};
