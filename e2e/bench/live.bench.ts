// Cold start, edit → seen by others with ten people, and joining boards of 100 and 2,000 cards. A real server and the stock
// y-websocket client; each figure also as a ratio to the bare round trip of the same run, since machines differ.
import { boardOf } from '@hearth/board/document';
import { cardText, editText, openWriter } from '@hearth/board/operations';
import { startHearth } from '../hearth-server.ts';
import { fillBoard, fillCardId } from './fill-board.ts';
import { join, joinLink, newReview, signIn, type HttpSession } from './http-session.ts';
import { openLiveClient, type LiveClient } from './live-client.ts';
import { milliseconds, printTable, quantile } from './statistics.ts';

const people = 10;
const editsEach = 40;
const pauseMs = 50;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One person writes at a time, round robin; every other one notes when the words arrive. */
const editToSeen = async (clients: readonly LiveClient[]): Promise<number[]> => {
  const delays: number[] = [];
  let sentMs = 0;
  let seen = 0;
  for (const client of clients) {
    boardOf(client.doc).cards.observeDeep((_, transaction) => {
      if (transaction.local) return;
      delays.push(performance.now() - sentMs);
      seen++;
    });
  }
  const writers = clients.map((client) => openWriter(client.doc));
  for (let edit = 0; edit < editsEach * clients.length; edit++) {
    const writer = writers[edit % writers.length];
    if (!writer) continue;
    const before = seen;
    const length = cardText(writer.board, fillCardId(0))?.length ?? 0;
    sentMs = performance.now();
    editText(writer, fillCardId(0), { index: length, remove: 0, insert: 'x' });
    const deadlineMs = sentMs + 5000;
    while (seen < before + clients.length - 1 && performance.now() < deadlineMs) await pause(1);
    await pause(pauseMs);
  }
  return delays;
};

const startedMs = performance.now();
const server = await startHearth();
const coldStartMs = performance.now() - startedMs;
const open: LiveClient[] = [];
const connect = async (review: string, session: HttpSession): Promise<LiveClient> => {
  const client = await openLiveClient(server.url, review, session.cookie);
  open.push(client);
  return client;
};
try {
  const owner = await signIn(server.url, server.ownerLink());

  const shared = await newReview(owner, 'Ten people');
  const link = await joinLink(owner, shared);
  const first = await connect(shared, owner);
  await fillBoard(first, 20);
  const others: LiveClient[] = [];
  for (let n = 1; n < people; n++) others.push(await connect(shared, await join(server.url, link, `Person ${n}`)));
  const delays = await editToSeen([first, ...others]);
  for (const client of open.splice(0)) client.destroy();

  const joins: [string, string][] = [];
  const ratios: number[] = [];
  for (const cards of [100, 2000]) {
    const review = await newReview(owner, `${cards} cards`);
    await fillBoard(await connect(review, owner), cards);
    await pause(500);
    const times: number[] = [];
    for (let n = 0; n < 7; n++) {
      const client = await connect(review, owner);
      times.push(client.joinedInMs);
      client.destroy();
    }
    ratios.push(quantile(times, 0.5));
    joins.push([`join, ${cards} cards, p50`, milliseconds(quantile(times, 0.5))]);
    for (const client of open.splice(0)) client.destroy();
  }

  printTable('Live board', [
    ['cold start to owner link', milliseconds(coldStartMs)],
    [`edit to seen, ${people} people, p50`, milliseconds(quantile(delays, 0.5))],
    [`edit to seen, ${people} people, p95`, milliseconds(quantile(delays, 0.95))],
    ...joins,
    ['join, 2,000 cards to 100 cards', `${((ratios[1] ?? 0) / (ratios[0] ?? 1)).toFixed(1)} times`],
  ]);
} finally {
  for (const client of open) client.destroy();
  await server.dispose();
}
