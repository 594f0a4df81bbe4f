// A network that dies without a word, a browser that keeps nothing, and leaving with something unsaved: the words in the
// bar are true, and nobody goes without being asked.
import { readFile } from 'node:fs/promises';
import type { ReviewId } from '@hearth/review/ids';
import { expect, test, type Browser, type WebSocketRoute } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
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
const statusOf = ({ page }: Person) => page.locator('[data-status]');

test('half-open: nothing comes and nothing says so; the bar stops saying "Saved", and goes on by itself', async ({
  browser,
}) => {
  const priya = await Person.arrive(browser, server.url, 'Priya');
  let dead = false;
  await priya.page.routeWebSocket(/\/live\//, (socket: WebSocketRoute) => {
    const upstream = socket.connectToServer();
    socket.onMessage((message) => {
      if (!dead) upstream.send(message);
    });
    upstream.onMessage((message) => {
      if (!dead) socket.send(message);
    });
  });
  await priya.join(await joinLink(owner, reviewId));
  await expect(statusOf(priya)).toHaveText('Saved');
  await priya.page.waitForTimeout(12_000); // alone and idle: the server's answers keep it there
  await expect(statusOf(priya)).toHaveText('Saved');

  dead = true;
  const startedMs = performance.now();
  await expect(statusOf(priya)).toHaveAttribute('data-status', 'offline', { timeout: 12_000 });
  const noticedMs = performance.now() - startedMs;
  test.info().annotations.push({ type: 'silence', description: `noticed after ${Math.round(noticedMs)} ms` });
  expect(noticedMs).toBeLessThan(10_000);
  await addFactor(priya, 'Into the silence');
  await expect(statusOf(priya)).toHaveText(/^Offline, \d+ kept here$/);
  dead = false;
  await priya.expectSaved();
  await expect(priya.page.locator('[data-card-id]', { hasText: 'Into the silence' })).toHaveCount(1);
  await priya.context.close();
});

test('leaving with something that nobody else has seen asks first; with everything saved it does not', async ({
  browser,
}) => {
  const priya = await Person.arrive(browser, server.url, 'Priya');
  await priya.join(await joinLink(owner, reviewId));
  await addFactor(priya, 'Before it');
  await priya.expectSaved();
  const questions: string[] = [];
  priya.page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  await priya.page.reload();
  await priya.expectSaved();
  expect(questions).toEqual([]);
  await priya.context.setOffline(true);
  await addFactor(priya, 'Nobody has seen it');
  await expect(statusOf(priya)).toHaveText(/^Offline, \d+ kept here$/);
  await priya.page.close({ runBeforeUnload: true });
  await expect.poll(() => questions).toEqual(['beforeunload']);
  await priya.context.close();
});

/** A person whose browser has no place for anything. */
const withoutStorage = async (browser: Browser): Promise<Person> => {
  const person = await Person.arrive(browser, server.url, 'Priya');
  await person.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await person.join(await joinLink(owner, reviewId));
  return person;
};

test('a browser that keeps nothing: works, says so at once, offers a file, and asks before the board is left', async ({
  browser,
}) => {
  const priya = await withoutStorage(browser);
  await addFactor(priya, 'Saved all the same');
  await priya.expectSaved();
  await priya.context.setOffline(true);
  await addFactor(priya, 'In this tab only');
  await expect(statusOf(priya)).toHaveAttribute('title', /^Offline: \d+ changes? kept in this tab$/);
  await expect(priya.page.getByText('kept in this tab: leave it open.')).toBeVisible();
  await expectAccessible(priya.page, 'room, offline and nothing kept');

  const saving = priya.page.waitForEvent('download');
  await priya.page.getByRole('button', { name: 'Download' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^changes-not-saved-.*\.md$/);
  expect(await readFile(await saved.path(), 'utf8')).toContain('### Factor\n\n> In this tab only');

  await priya.page.getByRole('link', { name: 'Hearth, all reviews' }).click();
  const question = priya.page.getByRole('dialog', { name: 'Leave the board?' });
  await expect(question).toBeVisible();
  await expectAccessible(priya.page, 'leaving with something unsaved');
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(priya.card('In this tab only')).toBeVisible();
  await priya.context.setOffline(false);
  await priya.expectSaved();
  await priya.page.getByRole('link', { name: 'Hearth, all reviews' }).click();
  await expect(priya.page).toHaveURL(`${server.url}/`);
  await priya.context.close();
});
