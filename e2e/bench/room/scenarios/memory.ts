// What a page holds after an hour of others' edits, beyond what it held before. The hour is compressed: as many edits, as
// fast as the server takes them.
import { setTimeout as delay } from 'node:timers/promises';
import type { CardId } from '@hearth/review/ids';
import { boardOf } from '@hearth/board/document';
import type { Scenario } from '../scenario.ts';
import { Crowd } from '../stage/crowd.ts';
import { Visitor } from '../stage/visitor.ts';

/** The server lets one connection send 200 frames a second. */
const editsPerSecond = 160;
const warmEdits = 300;
const wantedSize = 2_000;

const makeEdits = async (crowd: Crowd, count: number, among: readonly CardId[]): Promise<void> => {
  const startedMs = performance.now();
  for (let done = 0; done < count;) {
    const due = Math.min(count, ((performance.now() - startedMs) / 1000) * editsPerSecond);
    for (; done < due; done++) crowd.edit(among);
    await delay(10);
  }
  // The last have to arrive and be drawn.
  await delay(2_000);
};

export const memoryScenario: Scenario = {
  name: 'memory',
  about: "an hour's worth of others' edits: what the page holds afterwards",
  sizes: ({ cards }) => [cards.includes(wantedSize) ? wantedSize : (cards.at(-1) ?? wantedSize)],
  measure: async (stage, review, { cursors, hourOfEdits }) => {
    const visitor = await Visitor.enter(stage, review);
    const crowd = await Crowd.gather(stage, review, cursors.people);
    try {
      const among = [...boardOf(crowd.writer.board.doc).cards.keys()] as CardId[];
      crowd.move(2);
      await makeEdits(crowd, warmEdits, among);
      const before = await visitor.memory();
      await makeEdits(crowd, hourOfEdits, among);
      const after = await visitor.memory();
      crowd.rest();
      const figures = {
        edits: hourOfEdits,
        heapBeforeMB: before.heapMB,
        heapAfterMB: after.heapMB,
        heapGrowthMB: after.heapMB - before.heapMB,
        nodesBefore: before.nodes,
        nodesAfter: after.nodes,
        nodesGrowth: after.nodes / before.nodes,
        listenersBefore: before.listeners,
        listenersAfter: after.listeners,
        listenersGrowth: after.listeners / before.listeners,
      };
      return [{ name: `memory ${review.cards}`, figures }];
    } finally {
      await crowd.leave();
      await visitor.leave();
    }
  },
};
