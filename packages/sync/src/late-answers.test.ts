// What is in the log before its author's server has heard so: read by a poll, or by what another node appends.
import { afterEach, expect, test } from 'vitest';
import { MemoryUpdateLog } from './memory-update-log.ts';
import { FakeClock } from './test/fake-clock.ts';
import { Hub } from './test/hub.ts';
import { SteerableLog } from './test/steerable-log.ts';
import { Table } from './test/table.ts';

const pollMs = 1_000;
const tables: Table[] = [];
afterEach(async () => {
  for (const table of tables.splice(0)) await table.rooms.close();
});

test.each(['release', 'loseAnswers'] as const)(
  '[N1] [N2] [L4] read first, answered then (%s): all is acknowledged',
  async (how) => {
    const log = new SteerableLog(new MemoryUpdateLog());
    const clock = new FakeClock();
    const table = new Table({ clock, log, nodes: { fanOut: new Hub().connect(), pollMs } });
    tables.push(table);
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    log.flowing = false;
    ada.text.insert(0, 'A');
    await table.settle(ada, ben);
    await log.carryOut();
    await clock.pass(pollMs);
    await table.settle(ada, ben);
    log.flowing = true;
    await log[how]();
    await clock.settle();
    await clock.pass(2_000);
    await table.settle(ada, ben);
    ben.text.insert(1, 'B');
    await table.settle(ada, ben);
    expect([ada.text.toJSON(), ben.text.toJSON(), ada.acknowledged, ben.acknowledged]).toEqual(['AB', 'AB', 1, 1]);
    expect(table.events.filter(({ kind }) => kind === 'gap')).toEqual([]);
  },
);
