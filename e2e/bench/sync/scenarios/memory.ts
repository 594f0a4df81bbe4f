// Many rooms open at once, each with a document of 100 KB and one idle person; all leave; then as many other rooms. A
// server that frees its rooms needs no more the second time.
import { setTimeout as delay } from 'node:timers/promises';
import { seedRooms } from '../load/seeding.ts';
import { traceOfSize } from '../load/typing-trace.ts';
import type { Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';

const documentBytes = 100 * 1024;
const restMs = 5_000;
/** Long enough for rooms to be put away. */
const emptyMs = 12_000;

const wave = async (
  server: RunningServer,
  name: string,
  count: number,
): Promise<{ openBytes: number; leftBytes: number }> => {
  const { state, stateVector } = traceOfSize(documentBytes);
  const rooms = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  // Whole states, not keystrokes: it is the document at rest that counts.
  const clients = await seedRooms(server, rooms, state, stateVector);
  await delay(restMs);
  const openBytes = server.residentBytes();
  for (const client of clients) client.close();
  await delay(emptyMs);
  return { openBytes, leftBytes: server.residentBytes() };
};

const measure = async (server: RunningServer, count: number): Promise<Figures> => {
  await delay(500);
  const idleBytes = server.residentBytes();
  const first = await wave(server, 'first', count);
  const second = await wave(server, 'second', count);
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
  accepts: ({ wire }) => wire !== 'relay',
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
