// What a server does only once, and what it compiles, is not what it costs when it has run for days: it is run in first, in
// a room of its own.
import type { RunningServer } from '../servers/running-server.ts';
import { nothingNew } from '../wire/frames.ts';
import { WireClient } from '../wire/wire-client.ts';
import { Person } from './person.ts';
import { inBatches, keepSchedule } from './schedule.ts';

const people = 10;
const perSecond = 150;
/** 4,500 edits: enough for a first compaction as well. */
const seconds = 3;
const firstClientId = 90_000;

export const runIn = async (server: RunningServer): Promise<void> => {
  const authors = Array.from({ length: people }, (_, index) => new Person(firstClientId + index));
  const wires = await inBatches(people, people, (index) =>
    WireClient.join(server, 'run-in', {}, { ownState: () => authors[index]?.state() ?? nothingNew }),
  );
  const act = (index: number): void => {
    const wire = wires[index];
    if (wire) authors[index]?.edit(wire, false);
  };
  await keepSchedule({ people, perSecond, seconds, warmSeconds: 0, act, mark: () => null });
  for (const wire of wires) wire.close();
};
