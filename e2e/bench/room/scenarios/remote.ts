// Another person's letters: from the moment they write until they are drawn on my screen. Alone, and with everybody at work.
import { setTimeout as delay } from 'node:timers/promises';
import { boardOf } from '@hearth/board/document';
import { cardText, editText } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import * as Y from 'yjs';
import { openLiveClient, type LiveClient } from '../../live-client.ts';
import { percentile } from '../../sync/figures/percentiles.ts';
import type { Figures, Scenario } from '../scenario.ts';
import { Crowd } from '../stage/crowd.ts';
import { takeTokens, watchTokens } from '../stage/probe.ts';
import { now, Visitor } from '../stage/visitor.ts';

const edits = 60;
const pauseMs = 110;
const settleMs = 4_000;

/** When each letter was there for a program that draws nothing: what the network, the server and the machine take. */
const watchArrivals = (reader: LiveClient): Map<number, number> => {
  const arrivedMs = new Map<number, number>();
  boardOf(reader.doc).cards.observeDeep((events) => {
    for (const { target } of events) {
      const token = target instanceof Y.Text ? /^⟦(\d+)⟧/.exec(target.toString())?.[1] : undefined;
      if (token !== undefined && !arrivedMs.has(Number(token))) arrivedMs.set(Number(token), now());
    }
  });
  return arrivedMs;
};

interface Letter {
  token: number;
  card: CardId;
  sentMs: number;
}

/** @param first  number of the first letter: the board still shows those of an earlier time. */
const paintDelays = async (visitor: Visitor, crowd: Crowd, reader: LiveClient, first: number): Promise<Figures> => {
  await visitor.goHome();
  const offsetMs = await visitor.clockOffsetMs();
  await visitor.page.evaluate(watchTokens);
  const arrivedMs = watchArrivals(reader);
  const letters: Letter[] = [];
  for (let token = first; token < first + edits; token++) {
    // Others' edits move cards about: only what is seen just now can be drawn.
    const seen = await visitor.inSight();
    const card = seen[token % seen.length]?.id;
    if (card === undefined) throw new Error('no card is in sight');
    const before = cardText(crowd.writer.board, card)?.toString() ?? '';
    const old = /^⟦\d+⟧ /.exec(before)?.[0].length ?? 0;
    letters.push({ token, card, sentMs: now() });
    editText(crowd.writer, card, { index: 0, remove: old, insert: `⟦${token}⟧ ` });
    // Never in step with the frames of the page.
    await delay(pauseMs + (token % 7) * 3);
  }
  await delay(settleMs);
  const painted = new Map(
    (await visitor.page.evaluate(takeTokens)).map(({ token, paintedMs }) => [token, paintedMs - offsetMs]),
  );
  const delays = letters.flatMap(({ token, card, sentMs }) => {
    // Where the next letters on the same card came before these were drawn, those show that these were there.
    const shown = letters.find((later) => later.token >= token && later.card === card && painted.has(later.token));
    const atMs = shown && painted.get(shown.token);
    return atMs === undefined ? [] : atMs - sentMs;
  });
  const arrivals = letters.flatMap(({ token, sentMs }) => {
    const atMs = arrivedMs.get(token);
    return atMs === undefined ? [] : atMs - sentMs;
  });
  const of = (sample: readonly number[], share: number): number => percentile(sample, share) ?? Number.NaN;
  return {
    edits,
    missing: edits - delays.length,
    arriveP50: of(arrivals, 0.5),
    arriveP95: of(arrivals, 0.95),
    paintP50: of(delays, 0.5),
    paintP95: of(delays, 0.95),
    paintMax: of(delays, 1),
  };
};

export const remoteScenario: Scenario = {
  name: 'remote',
  about: "another person's letters until they are drawn here",
  sizes: ({ cards }) => cards,
  measure: async (stage, review, { cursors, editsPerSecond, slowdown }) => {
    const visitor = await Visitor.enter(stage, review, slowdown);
    const crowd = await Crowd.gather(stage, review, cursors.people);
    const { cookie } = await stage.join(review, 'Reader');
    const reader = await openLiveClient(stage.server.url, review.id, cookie);
    try {
      const quiet = await paintDelays(visitor, crowd, reader, 0);
      crowd.move(cursors.perSecond);
      crowd.write(editsPerSecond, []);
      const busy = await paintDelays(visitor, crowd, reader, edits);
      crowd.rest();
      return [
        { name: `remote ${review.cards}`, figures: quiet },
        { name: `remote, all at work ${review.cards}`, figures: busy },
      ];
    } finally {
      reader.destroy();
      await crowd.leave();
      await visitor.leave();
    }
  },
};
