// What was written while nothing could be saved: it is kept, told truthfully, and arrives once.
import { openView } from '@hearth/board/view';
import { errors } from '@hearth/protocol/errors';
import type { ReviewId } from '@hearth/review/ids';
import { expect, test, type Browser } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { inDatabase } from '../database.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';

/** The least that can be set. Filled up below, so that the next page of the database is one too many. */
const maxDataMegabytes = 1;

let server: HearthServer;
let owner: HttpSession;
let reviewId: ReviewId;
test.beforeAll(async () => {
  server = await startHearth({ HEARTH_MAX_DATA_MB: String(maxDataMegabytes) });
  owner = await signIn(server.url, server.ownerLink());
});
test.afterAll(() => server.dispose());
test.beforeEach(async () => {
  reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
});

const guest = async (browser: Browser, name: string): Promise<Person> => {
  const person = await Person.arrive(browser, server.url, name);
  await person.join(await joinLink(owner, reviewId));
  return person;
};
const addFactor = (person: Person, words: string): Promise<void> =>
  person.addCard('Factors', 'Add a factor', 'A condition that played a part', words);
const statusOf = (person: Person) => person.page.locator('[data-status]');

/** Words of all factors, as the server has them now. */
const stored = async (): Promise<string[]> => {
  const client = await openLiveClient(server.url, reviewId, owner.cookie);
  const view = openView(client.doc);
  const words = view.list('factor').map((card) => card.text);
  view.destroy();
  client.destroy();
  return words.toSorted();
};

test('written while the server is away: survives a reload and a crash of the tab, and arrives once', async ({
  browser,
}) => {
  const priya = await guest(browser, 'Priya');
  const tomasz = await guest(browser, 'Tomasz');
  await addFactor(priya, 'Before the outage');
  await priya.expectSaved();
  await expect(statusOf(priya)).toHaveText('Saved');

  await server.kill();
  await expect(statusOf(priya)).toHaveText('Offline');
  await addFactor(priya, 'Kept through a reload');
  await addFactor(tomasz, 'Kept through a crash');
  for (const person of [priya, tomasz]) {
    await expect(statusOf(person)).toHaveText(/^Offline, \d+ kept here$/);
    await expect(statusOf(person)).toHaveAttribute('title', /^Offline: \d+ changes? kept on this device$/);
    await expect(person.page.getByText(/\d+ changes? kept on this device\./)).toBeVisible();
  }
  // There is nobody to load the page from; what was written is not the page's to lose.
  await expect(priya.page.reload()).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  const crashed = tomasz.page.waitForEvent('crash');
  await tomasz.page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await tomasz.page.close();

  await server.start();
  expect(await stored()).toEqual(['Before the outage']);
  await priya.page.goto(`/reviews/${reviewId}`);
  await priya.expectSaved();
  const afterCrash = await tomasz.anotherTab();
  await afterCrash.page.goto(`/reviews/${reviewId}`);
  await afterCrash.expectSaved();
  const all = ['Before the outage', 'Kept through a crash', 'Kept through a reload'];
  await expect.poll(stored).toEqual(all);
  for (const person of [priya, afterCrash])
    for (const words of all) await expect(person.page.locator('[data-card-id]', { hasText: words })).toHaveCount(1);

  await priya.page.reload();
  await priya.expectSaved();
  expect(await stored()).toEqual(all);
  for (const person of [priya, afterCrash]) await person.context.close();
});

test('a full disk: not saved, told to all, read-only; with room again it saves by itself', async ({ browser }) => {
  const priya = await guest(browser, 'Priya');
  const tomasz = await guest(browser, 'Tomasz');
  await addFactor(tomasz, 'While there was room');
  await tomasz.zone('Learnings').getByRole('button', { name: 'Add a learning' }).click();
  await tomasz.page.getByLabel('A learning', { exact: true }).fill('Half written');
  await priya.expectSaved();
  fillDisk();

  await priya.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().click();
  await priya.page
    .getByLabel('A condition that played a part')
    .fill(`Too much for the disk ${'and more '.repeat(900)}`);
  await priya.page.keyboard.press('Enter');
  for (const person of [priya, tomasz]) {
    await expect(statusOf(person)).toHaveText('Not saved');
    const alert = person.page.getByRole('alert').filter({ hasText: 'Not saved.' });
    await expect(alert).toContainText(errors.HEARTH_STORE_FULL.advice);
    await expect(person.page.getByRole('button', { name: /^Add (a|an) / })).toHaveCount(0);
    await expect(person.page.getByText('You are observing')).toHaveCount(0);
    await person.card('While there was room').focus();
    for (const key of ['Enter', 'Delete', 'n']) await person.page.keyboard.press(key);
    await expect(person.page.getByRole('main').getByRole('textbox')).toHaveCount(0);
    await expect(person.card('While there was room')).toBeVisible();
  }
  await expect(priya.page.getByRole('alert').filter({ hasText: 'Not saved.' })).toContainText('kept on this device');
  await expectAccessible(priya.page, 'room, not saved');
  await expect(tomasz.card('Too much for the disk')).toHaveCount(0);

  makeRoom();
  for (const person of [priya, tomasz]) {
    await person.expectSaved();
    await expect(person.page.locator('[data-card-id]', { hasText: 'Too much for the disk' })).toHaveCount(1);
  }
  await expect(tomasz.page.getByLabel('A learning', { exact: true })).toHaveValue('Half written');
  expect((await stored()).map((words) => words.slice(0, 21))).toEqual([
    'Too much for the disk',
    'While there was room'.slice(0, 21),
  ]);
  await addFactor(tomasz, 'After it');
  await tomasz.expectSaved();
  for (const person of [priya, tomasz]) await person.context.close();
});

const fillDisk = (): void =>
  inDatabase(server, (database) => {
    const bytes = maxDataMegabytes * 1024 * 1024;
    database.exec(`create table "ballast" ("bytes" blob); insert into "ballast" values (zeroblob(${bytes}))`);
  });
const makeRoom = (): void => inDatabase(server, (database) => database.exec('drop table "ballast"'));
