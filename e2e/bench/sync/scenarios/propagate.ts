// R rooms of C people who each make E small edits a second: when the others see them, and what that costs the server.
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { diskSyncFigure } from '../figures/goals.ts';
import { percentile, spread } from '../figures/percentiles.ts';
import { Person, pictureOf } from '../load/person.ts';
import { runIn } from '../load/run-in.ts';
import { inBatches, keepSchedule, until } from '../load/schedule.ts';
import { startOwnMeter } from '../machine/cpu-meter.ts';
import { measureDiskSync } from '../machine/disk.ts';
import type { Bench, Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';
import type { Shape } from '../settings.ts';
import { WireClient } from '../wire/wire-client.ts';

const warmSeconds = 1.5;
const firstClientId = 100_000;
/** A newcomer looks into so many rooms whether the server's own copy is right. */
const roomsLookedInto = 5;
/** Above it, the load generator itself makes edits late. */
const busyCores = 0.85;

interface Seat {
  person: Person;
  wire: WireClient;
}

const roomName = (room: number): string => `room-${room}`;

const enter = async (server: RunningServer, shape: Shape, onSeen: (delayMs: number, counts: boolean) => void) => {
  const rooms = Array.from({ length: shape.rooms }, (_, room) => {
    const people = Array.from({ length: shape.people }, (__, seat) => new Person(firstClientId + room * 1000 + seat));
    return new Map(people.map((person) => [person.clientId, person]));
  });
  const places = rooms.flatMap((people, room) => [...people.values()].map((person) => ({ person, people, room })));
  const seats = await inBatches(places.length, 25, async (index): Promise<Seat> => {
    const place = places[index];
    if (!place) throw new RangeError('there are as many seats as places');
    const { person, people, room } = place;
    const update = (bytes: Uint8Array): void => person.receive(bytes, people, onSeen);
    const wire = await WireClient.join(server, roomName(room), { update }, { ownState: () => person.state() });
    return { person, wire };
  });
  return { rooms, seats };
};

/** @returns in how many rooms not everybody sees the same, the server's own copy included */
const divergedRooms = async (server: RunningServer, rooms: readonly ReadonlyMap<number, Person>[]): Promise<number> => {
  let diverged = 0;
  for (const [room, people] of rooms.entries()) {
    const pictures = new Set([...people.values()].map((person) => person.picture()));
    if (server.target.wire !== 'relay' && room < roomsLookedInto) pictures.add(await serversPicture(server, room));
    if (pictures.size !== 1) diverged += 1;
  }
  return diverged;
};

const serversPicture = async (server: RunningServer, room: number): Promise<string> => {
  const doc = new Y.Doc();
  const late = await WireClient.join(server, roomName(room), { update: (bytes) => Y.applyUpdate(doc, bytes) });
  late.close();
  return pictureOf(doc);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const measure = async (server: RunningServer, shape: Shape, seconds: number, bench: Bench): Promise<Figures> => {
  await runIn(server);
  const delaysMs: number[] = [];
  let delivered = 0;
  const { rooms, seats } = await enter(server, shape, (delayMs, counts) => {
    delivered += 1;
    if (counts) delaysMs.push(delayMs);
  });
  await delay(400);
  const bytesOut = (): number => sum(seats.map(({ wire }) => wire.bytesIn));
  const framesOut = (): number => sum(seats.map(({ wire }) => wire.framesIn));
  const meters = () => ({
    cpu: server.measureCpu(),
    memory: server.measurePeakMemory(),
    own: startOwnMeter(),
    bytes: bytesOut(),
    frames: framesOut(),
    delivered,
    startedMs: performance.now(),
  });
  const { mark, lateMs } = await keepSchedule({
    people: seats.length,
    perSecond: shape.perSecond,
    seconds,
    warmSeconds,
    act: (index, counts) => {
      const seat = seats[index];
      seat?.person.edit(seat.wire, counts);
    },
    mark: meters,
  });
  const ownCores = mark.own();
  const expected = sum(seats.map(({ person }) => person.edits.length)) * (shape.people - 1);
  await until(() => delivered >= expected, 6_000);
  const wallSeconds = (performance.now() - mark.startedMs) / 1000;
  const cpuSeconds = mark.cpu();
  const counted = delivered - mark.delivered;
  const peakBytes = mark.memory();
  const bytes = bytesOut() - mark.bytes;
  const frames = framesOut() - mark.frames;
  const diverged = await divergedRooms(server, rooms);
  for (const { wire } of seats) wire.close();
  if (ownCores > busyCores)
    bench.warn(`the load generator used ${ownCores.toFixed(2)} cores: latencies are upper bounds`);
  const { p50, p95, p99 } = spread(delaysMs);
  return {
    latencyP50: p50,
    latencyP95: p95,
    latencyP99: p99,
    cpuPer1000Ms: (cpuSeconds / counted) * 1_000_000,
    cpuPercent: (cpuSeconds / wallSeconds) * 100,
    residentMB: peakBytes / 1_048_576,
    bytesOutPerDelivery: bytes / counted,
    framesPerDelivery: frames / counted,
    lost: expected - delivered,
    diverged,
    ownCores,
    lateP99: percentile(lateMs, 0.99),
  };
};

export const propagate: Scenario = {
  name: 'propagate',
  about: 'edits of many people in one or many rooms: when the others see them, what that costs the server',
  repeats: 1,
  columns: [
    { figure: 'latencyP50', label: 'p50 ms', compared: true },
    { figure: 'latencyP50', label: 'best p50', over: 'best' },
    { figure: 'latencyP99', label: 'best p99', over: 'best' },
    { figure: 'cpuPer1000Ms', label: 'CPU ms per 1,000 deliveries', compared: true },
    { figure: 'cpuPercent', label: 'CPU %' },
    { figure: 'residentMB', label: 'MB' },
    { figure: 'bytesOutPerDelivery', label: 'B a delivery' },
    { figure: 'framesPerDelivery', label: 'frames' },
    { figure: 'lost', label: 'lost', over: 'worst' },
    { figure: 'diverged', label: 'rooms diverged', over: 'worst' },
    { figure: diskSyncFigure, label: 'disk sync ms' },
    { figure: 'ownCores', label: 'load cores', over: 'worst' },
    { figure: 'otherCores', label: 'other cores', over: 'worst' },
  ],
  variants: ({ shapes, seconds }) =>
    shapes.map((shape) => ({
      name: `propagate ${shape.rooms}x${shape.people}@${shape.perSecond}`,
      measure: (target, bench) =>
        bench.withServer(target, async (server) => {
          const diskSyncMs = await measureDiskSync(server.dataFolder);
          return { [diskSyncFigure]: diskSyncMs, ...(await measure(server, shape, seconds, bench)) };
        }),
    })),
};
