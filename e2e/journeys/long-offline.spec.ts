// Two hours without a network: everything arrives at once, although it is more than one message may hold.
import { addCard, editText, openWriter } from '@hearth/board/operations';
import { openView } from '@hearth/board/view';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { expect, test } from '@playwright/test';
import * as Y from 'yjs';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { Person } from '../person.ts';

const cards = 100;
const edits = 5_000;
const sentence = 'Somebody wrote this while the train stood between two stations, and the network was not there. ';
const lettersAtOnce = 290;

let server: HearthServer;
let owner: HttpSession;
let reviewId: ReviewId;
test.beforeAll(async () => {
  server = await startHearth();
  owner = await signIn(server.url, server.ownerLink());
  reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
});
test.afterAll(() => server.dispose());

/** What a tab has written in two hours: one change an edit. */
const twoHours = (): Uint8Array[] => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const writer = openWriter(doc);
  const idOf = (n: number) => `offline-card-${String(n % cards).padStart(4, '0')}` as CardId;
  for (let n = 0; n < cards; n++)
    addCard(writer, { kind: 'learning', id: idOf(n), text: `${n}: ` }, { author: null, nowMs: 0 });
  for (let n = 0; n < edits; n++)
    editText(writer, idOf(n), { index: 1e9, remove: 0, insert: sentence.repeat(4).slice(0, lettersAtOnce) });
  return updates;
};

test('5,000 changes of 1.5 MB, left by a tab that is gone, and what is typed now', async ({ browser }) => {
  const priya = await Person.arrive(browser, server.url, 'Priya');
  await priya.join(await joinLink(owner, reviewId));
  const tomasz = await Person.arrive(browser, server.url, 'Tomasz');
  await tomasz.join(await joinLink(owner, reviewId));
  await priya.page.goto('/');

  const updates = twoHours();
  const bytes = updates.reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toBeGreaterThan(1_500_000);
  await priya.page.evaluate(
    async ({ document, records }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('hearth-pending');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error('the pending changes can not be opened')));
      });
      const transaction = database.transaction('updates', 'readwrite');
      for (const [index, base64] of records.entries()) {
        const update = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transaction.objectStore('updates').put({ document, tab: 'gone', sequence: index + 1, update, madeAtMs: 0 });
      }
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      database.close();
    },
    { document: `board/${reviewId}`, records: updates.map((update) => Buffer.from(update).toString('base64')) },
  );

  const startedMs = performance.now();
  await priya.page.goto(`/reviews/${reviewId}`);
  await priya.expectSaved();
  const savedMs = performance.now() - startedMs;
  await expect(tomasz.page.locator('[data-card-id^="offline-card-"]').first()).toBeVisible();
  test.info().annotations.push({
    type: 'long offline',
    description: `${updates.length} changes, ${(bytes / 1e6).toFixed(2)} MB: saved ${Math.round(savedMs)} ms after the page was asked for`,
  });

  const client = await openLiveClient(server.url, reviewId, owner.cookie);
  const view = openView(client.doc);
  const learnings = view.list('learning');
  expect(learnings).toHaveLength(cards);
  const letters = learnings.reduce((sum, { text }) => sum + text.length, 0);
  expect(letters).toBe(edits * lettersAtOnce + learnings.reduce((sum, _, n) => sum + `${n}: `.length, 0));
  view.destroy();
  client.destroy();

  // The network goes again, for somebody who types without a pause.
  await priya.context.setOffline(true);
  await priya.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().click();
  const composer = priya.page.getByLabel('A condition that played a part', { exact: true }).last();
  for (let n = 1; n <= 8; n++) {
    await composer.fill(`Typed offline ${n}`);
    await priya.page.keyboard.press('Enter');
  }
  await expect(priya.page.locator('[data-status]')).toHaveText(/^Offline, \d+ kept here$/);
  await priya.context.setOffline(false);
  await priya.expectSaved();
  await expect(tomasz.page.locator('[data-card-id]', { hasText: 'Typed offline' })).toHaveCount(8);
  for (const person of [priya, tomasz]) await person.context.close();
});
