// Another person's letters: from the moment they write until they are drawn on my screen. Alone, and with everybody at work.
import { setTimeout as delay } from 'node:timers/promises';
import { cardText, editText } from '@hearth/board/operations';
import { percentile } from '../../sync/figures/percentiles.ts';
import { until } from '../../sync/load/schedule.ts';
import type { Figures, Scenario } from '../scenario.ts';
import { Crowd } from '../stage/crowd.ts';
import { takeTokens, watchTokens } from '../stage/probe.ts';
import { now, Visitor } from '../stage/visitor.ts';

const edits = 60;
const pauseMs = 110;
const arriveWithinMs = 5_000;

const paintDelays = async (visitor: Visitor, crowd: Crowd): Promise<Figures> => {
  await visitor.goHome();
  const seen = await visitor.inSight();
  if (seen.length === 0) throw new Error('no card is in sight');
  const offsetMs = await visitor.clockOffsetMs();
  await visitor.page.evaluate(watchTokens);
  const sentMs: number[] = [];
  for (let token = 0; token < edits; token++) {
    const id = seen[token % seen.length]?.id;
    if (id === undefined) continue;
    const before = cardText(crowd.writer.board, id)?.toString() ?? '';
    const old = /^⟦\d+⟧ /.exec(before)?.[0].length ?? 0;
    sentMs[token] = now() + offsetMs;
    editText(crowd.writer, id, { index: 0, remove: old, insert: `⟦${token}⟧ ` });
    // Never in step with the frames of the page.
    await delay(pauseMs + (token % 7) * 3);
  }
  const painted = (): Promise<number> => visitor.page.evaluate(() => window.hearthProbe?.painted.length ?? 0);
  let arrived = 0;
  const everything = async (): Promise<void> => {
    arrived = await painted();
  };
  await until(() => {
    void everything();
    return arrived >= edits;
  }, arriveWithinMs);
  const delays = (await visitor.page.evaluate(takeTokens)).flatMap(({ token, paintedMs }) => {
    const sent = sentMs[token];
    return sent === undefined ? [] : paintedMs - sent;
  });
  return {
    edits: delays.length,
    missing: edits - delays.length,
    paintP50: percentile(delays, 0.5) ?? Number.NaN,
    paintP95: percentile(delays, 0.95) ?? Number.NaN,
    paintMax: percentile(delays, 1) ?? Number.NaN,
  };
};

export const remoteScenario: Scenario = {
  name: 'remote',
  about: "another person's letters until they are drawn here",
  sizes: ({ cards }) => cards,
  measure: async (stage, review, { cursors, editsPerSecond, slowdown }) => {
    const visitor = await Visitor.enter(stage, review, slowdown);
    const crowd = await Crowd.gather(stage, review, cursors.people);
    try {
      const quiet = await paintDelays(visitor, crowd);
      crowd.move(cursors.perSecond);
      crowd.write(editsPerSecond, []);
      const busy = await paintDelays(visitor, crowd);
      crowd.rest();
      return [
        { name: `remote ${review.cards}`, figures: quiet },
        { name: `remote, all at work ${review.cards}`, figures: busy },
      ];
    } finally {
      await crowd.leave();
      await visitor.leave();
    }
  },
};
