// Many people in one room, each of whose cursors moves twenty times a second. A server may leave states out, as only the
// newest counts; the last one of everybody must arrive everywhere.
import { setTimeout as delay } from 'node:timers/promises';
import { spread } from '../figures/percentiles.ts';
import { inBatches, keepSchedule, until } from '../load/schedule.ts';
import { startOwnMeter } from '../machine/cpu-meter.ts';
import type { Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';
import type { Settings } from '../settings.ts';
import { awarenessFrame } from '../wire/frames.ts';
import { cursorAt, readBytes, readVarint } from '../wire/varint.ts';
import { WireClient } from '../wire/wire-client.ts';

const warmSeconds = 4;
const firstClientId = 500_000;

/** What editors tell: a name, a colour, a selection. */
const stateOf = (clientId: number, clock: number): string => {
  const at = (offset: number) => ({
    type: null,
    tname: 'narrative',
    item: { client: clientId, clock: clock + offset },
    assoc: 0,
  });
  return JSON.stringify({
    user: { name: `Person ${clientId - firstClientId}`, color: '#30bced', colorLight: '#30bced33' },
    cursor: { anchor: at(0), head: at(3) },
  });
};

class Pointer {
  readonly clientId: number;
  readonly sentMs: number[] = [];
  /** The newest state of each other one that has arrived. */
  readonly newest = new Map<number, number>();
  clock = 0;

  constructor(index: number) {
    this.clientId = firstClientId + index;
  }

  receive(states: Uint8Array, onState: (clientId: number, clock: number) => void): void {
    const cursor = cursorAt(states);
    for (let left = readVarint(cursor); left > 0; left--) {
      const clientId = readVarint(cursor);
      const clock = readVarint(cursor);
      readBytes(cursor);
      if (clientId === this.clientId || (this.newest.get(clientId) ?? 0) >= clock) continue;
      this.newest.set(clientId, clock);
      onState(clientId, clock);
    }
  }

  move(wire: WireClient): void {
    this.clock += 1;
    const frame = awarenessFrame(this.clientId, this.clock, stateOf(this.clientId, this.clock));
    this.sentMs[this.clock] = performance.now();
    wire.sendFrame(frame);
  }
}

const measure = async (server: RunningServer, load: Settings['cursors'], seconds: number): Promise<Figures> => {
  const { clients, perSecond } = load;
  const pointers = Array.from({ length: clients }, (_, index) => new Pointer(index));
  const byId = new Map(pointers.map((pointer) => [pointer.clientId, pointer]));
  const delaysMs: number[] = [];
  let delivered = 0;
  let sent = 0;
  const wires = await inBatches(clients, 15, (index) => {
    const awareness = (states: Uint8Array): void =>
      pointers[index]?.receive(states, (clientId, clock) => {
        const sentMs = byId.get(clientId)?.sentMs[clock];
        if (sentMs === undefined) return;
        delivered += 1;
        delaysMs.push(performance.now() - sentMs);
      });
    return WireClient.join(server, 'cursors', { awareness });
  });
  await delay(400);
  const bytesOut = (): number => wires.reduce((sum, wire) => sum + wire.bytesIn, 0);
  const meters = () => ({
    cpu: server.measureCpu(),
    own: startOwnMeter(),
    bytes: bytesOut(),
    delivered,
    sent,
    startedMs: performance.now(),
  });
  const { mark } = await keepSchedule({
    people: clients,
    perSecond,
    seconds,
    warmSeconds,
    act: (index) => {
      const wire = wires[index];
      if (wire) pointers[index]?.move(wire);
      sent += 1;
    },
    mark: () => {
      delaysMs.length = 0;
      return meters();
    },
  });
  const ownCores = mark.own();
  const missing = (): number => {
    const all = pointers.flatMap((one) =>
      pointers.filter((other) => other !== one).map((other) => [one, other] as const),
    );
    return all.filter(([one, other]) => one.newest.get(other.clientId) !== other.clock).length;
  };
  await until(() => missing() === 0, 3_000);
  const cpuSeconds = mark.cpu();
  const wallSeconds = (performance.now() - mark.startedMs) / 1000;
  const expected = (sent - mark.sent) * (clients - 1);
  const counted = delivered - mark.delivered;
  const bytes = bytesOut() - mark.bytes;
  const lastStatesMissing = missing();
  for (const wire of wires) wire.close();
  const { p50, p99 } = spread(delaysMs);
  return {
    latencyP50: p50,
    latencyP99: p99,
    cpuPer1000Ms: (cpuSeconds / counted) * 1_000_000,
    cpuPercent: (cpuSeconds / wallSeconds) * 100,
    bytesOutPerState: bytes / counted,
    deliveredPercent: (counted / expected) * 100,
    lastStatesMissing,
    ownCores,
  };
};

export const cursors: Scenario = {
  name: 'cursors',
  about: 'presence: many cursors that move all the time in one room',
  repeats: 1,
  // Presence is nothing to keep.
  accepts: ({ name }) => name !== 'disk-relay',
  columns: [
    { figure: 'latencyP50', label: 'p50 ms', compared: true },
    { figure: 'latencyP99', label: 'best p99', over: 'best' },
    { figure: 'cpuPer1000Ms', label: 'CPU ms per 1,000 states', compared: true },
    { figure: 'cpuPercent', label: 'CPU %' },
    { figure: 'bytesOutPerState', label: 'B a state' },
    { figure: 'deliveredPercent', label: 'delivered %' },
    { figure: 'lastStatesMissing', label: 'last states missing', over: 'worst' },
    { figure: 'ownCores', label: 'load cores', over: 'worst' },
    { figure: 'otherCores', label: 'other cores', over: 'worst' },
  ],
  variants: ({ cursors: load, seconds }) => [
    {
      name: `cursors ${load.clients}@${load.perSecond}`,
      measure: (target, bench) => bench.withServer(target, (server) => measure(server, load, seconds)),
    },
  ],
};
