// Whoever opens the board next on a device sends what was left there, as far as their role allows.
import { openView } from '@hearth/board/view';
import { writerParameter } from '@hearth/protocol/sync';
import type { ReviewId } from '@hearth/review/ids';
import { expect, test, type Browser } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { Person } from '../person.ts';

let server: HearthServer;
let owner: HttpSession;
let reviewId: ReviewId;
test.beforeAll(async () => {
  server = await startHearth();
  owner = await signIn(server.url, server.ownerLink());
});
test.afterAll(() => server.dispose());
test.beforeEach(async () => {
  reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
});

const addFactor = (person: Person, words: string): Promise<void> =>
  person.addCard('Factors', 'Add a factor', 'A condition that played a part', words);

const stored = async (): Promise<string[]> => {
  const client = await openLiveClient(server.url, reviewId, owner.cookie);
  const view = openView(client.doc);
  const words = view.list('factor').map((card) => card.text);
  view.destroy();
  client.destroy();
  return words.toSorted();
};

/** Writes with the server and without it, then leaves the browser to the next one, who joins by a link for `role`. */
const handOver = async (browser: Browser, role: string): Promise<{ next: Person; writers: Set<string> }> => {
  const priya = await Person.arrive(browser, server.url, 'Priya');
  const writers = new Set<string>();
  priya.context.on('page', (page) =>
    page.on('websocket', (socket) => {
      const writer = new URL(socket.url()).searchParams.get(writerParameter);
      if (writer !== null) writers.add(writer);
    }),
  );
  const first = await priya.anotherTab();
  await first.join(await joinLink(owner, reviewId));
  await addFactor(first, 'Sent by Priya');
  await first.expectSaved();
  await server.kill();
  await addFactor(first, 'Left by Priya');
  await expect(first.page.locator('[data-status]')).toHaveText(/^Offline, \d+ kept here$/);
  await first.page.close();
  await priya.context.clearCookies();
  await server.start();

  const page = await priya.context.newPage();
  await page.goto(await joinLink(owner, reviewId, role));
  await page.getByLabel('Your name').fill('Ravi');
  await page.keyboard.press('Enter');
  return { next: await priya.anotherTab(), writers };
};

test('another name on the same device: what was left arrives, under the same writer', async ({ browser }) => {
  const { next, writers } = await handOver(browser, 'participant');
  await expect.poll(stored).toEqual(['Left by Priya', 'Sent by Priya']);
  await next.page.goto(`/reviews/${reviewId}`);
  await next.expectSaved();
  await expect(next.page.getByText('Ravi').first()).toBeVisible();
  await addFactor(next, 'Added by Ravi');
  await next.expectSaved();
  expect(await stored()).toEqual(['Added by Ravi', 'Left by Priya', 'Sent by Priya']);
  expect(writers.size).toBe(1);
  await next.context.close();
});

test('an observer on the same device: what was left is kept for them to take along, the board is untouched', async ({
  browser,
}) => {
  const { next } = await handOver(browser, 'observer');
  await next.page.goto(`/reviews/${reviewId}`);
  await next.expectSaved();
  await next.page.getByRole('button', { name: /changes? not taken$/ }).click();
  await expect(next.page.getByRole('dialog').getByText('Left by Priya')).toBeVisible();
  expect(await stored()).toEqual(['Sent by Priya']);
  await next.context.close();
});
