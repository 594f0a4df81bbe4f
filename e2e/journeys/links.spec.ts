// Links that open nothing, links that stop opening, and pages that are not for one's role.
import { api } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';
import { expect, test, type Browser } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { inDatabase } from '../database.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';

let server: HearthServer;
let owner: HttpSession;
let reviewId: ReviewId;
test.beforeAll(async () => {
  server = await startHearth();
  owner = await signIn(server.url, server.ownerLink());
  reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
});
test.afterAll(() => server.dispose());

const linkId = async (path: string): Promise<string> => {
  const { links } = await owner.get<{ links: { id: string; createdAt: number }[] }>(api.joinLinks, { reviewId });
  const newest = links.toSorted((a, b) => b.createdAt - a.createdAt)[0];
  if (!newest) throw new Error(`no link was made for ${path}`);
  return newest.id;
};

const ownerIn = async (browser: Browser): Promise<Person> => {
  const person = await Person.arrive(browser, server.url, 'Ines Okafor');
  await person.bring(owner.cookie, server.url);
  await person.page.goto(`/reviews/${reviewId}`);
  await person.expectSaved();
  return person;
};

test('unknown, cut, revoked and expired links look alike, and a good one opened in the same tab works', async ({
  browser,
}) => {
  const revoked = await joinLink(owner, reviewId);
  const person = await Person.arrive(browser, server.url, 'Priya');
  const shareOwner = await ownerIn(browser);
  await shareOwner.page.getByRole('button', { name: 'Share' }).click();
  await shareOwner.page.getByRole('button', { name: /^Revoke/ }).click();
  await shareOwner.page.getByRole('button', { name: 'Take it back' }).click();
  await expect(shareOwner.page.getByText('No link opens this room just now.')).toBeVisible();
  await shareOwner.context.close();

  const expired = await joinLink(owner, reviewId);
  const expiredId = await linkId(expired);
  inDatabase(server, (database) =>
    database.prepare('update "joinLink" set "expiresAtMs" = ? where "id" = ?').run(Date.now() - 1, expiredId),
  );

  const unknown = `/join#${'A'.repeat(revoked.length - '/join#'.length)}`;
  const shown: string[] = [];
  for (const link of [unknown, revoked.slice(0, -9), '/join', revoked, expired]) {
    const { page } = await person.anotherTab();
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not open a room');
    await expect(page.getByLabel('Your name')).toHaveCount(0);
    shown.push(await page.getByRole('main').innerText());
    if (link === expired) await expectAccessible(page, 'dead link');
    await page.close();
  }
  expect(new Set(shown).size).toBe(1);
  expect(shown[0]).toContain('Ask whoever sent it for a new one');

  await person.page.goto(revoked);
  await expect(person.page.getByRole('heading', { level: 1 })).toHaveText('This link does not open a room');
  await person.join(await joinLink(owner, reviewId));
  await person.context.close();
});

test('taking a link back puts out whoever came in by it, at once, and tells them what to do', async ({ browser }) => {
  const forPriya = await joinLink(owner, reviewId);
  const idOfPriya = await linkId(forPriya);
  const forTomasz = await joinLink(owner, reviewId);
  const priya = await Person.arrive(browser, server.url, 'Priya');
  const tomasz = await Person.arrive(browser, server.url, 'Tomasz');
  await priya.join(forPriya);
  await tomasz.join(forTomasz);
  const present = tomasz.page.getByRole('list', { name: 'In the room' });
  await expect(present).toContainText('Priya');

  const revoked = await fetch(`${server.url}/api/reviews/${reviewId}/join-links/${idOfPriya}`, {
    method: 'DELETE',
    headers: { cookie: owner.cookie, origin: server.url },
  });
  expect(revoked.status).toBe(204);
  await expect(priya.page.locator('[data-status]')).toHaveAttribute('data-status', 'refused', { timeout: 1_500 });
  await expect(priya.page.getByRole('alert')).toContainText('Ask whoever sent it for a new one');
  await expect(priya.page.getByRole('button', { name: 'Add a moment' })).toHaveCount(0);
  await expectAccessible(priya.page, 'room, put out');
  await expect(present).not.toContainText('Priya');
  await tomasz.expectSaved();

  await priya.page.reload();
  await expect(priya.page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await priya.page.goto('/');
  await expect(priya.page.getByRole('heading', { level: 1 })).toHaveText('The room is behind a link');
  for (const person of [priya, tomasz]) await person.context.close();
});

test('an owner link works once; a reload keeps one signed in', async ({ browser }) => {
  const used = await Person.arrive(browser, server.url, 'Somebody');
  await used.page.goto(server.ownerLink());
  await expect(used.page.getByRole('heading', { level: 1 })).toHaveText('This link does not open anything any more');
  await expect(used.page.getByText('it prints a new owner link')).toBeVisible();
  await expectAccessible(used.page, 'used owner link');
  await used.page.goto('/');
  await expect(used.page.getByRole('heading', { level: 1 })).toHaveText('The room is behind a link');

  await server.kill();
  await server.start();
  await used.page.goto('/sign-in');
  await used.page.goto(server.ownerLink());
  await expect(used.page.getByRole('heading', { level: 1 })).toHaveText('Reviews');
  await used.page.reload();
  await expect(used.page.getByRole('heading', { level: 1 })).toHaveText('Reviews');
  expect(used.page.url()).not.toContain('#');
  await used.context.close();
});

test('a reload keeps the seat, and the link leads back to it', async ({ browser }) => {
  const link = await joinLink(owner, reviewId);
  const priya = await Person.arrive(browser, server.url, 'Priya');
  await priya.join(link);
  await priya.page.reload();
  await priya.expectSaved();
  await expect(priya.page.getByRole('list', { name: 'In the room' })).toContainText('Priya');
  await priya.page.goto('/');
  await priya.page.goto(link);
  await priya.page.getByRole('button', { name: 'Go in as Priya' }).click();
  await priya.expectSaved();
  const inside = async (): Promise<string[] | undefined> => {
    const { reviews } = await owner.get<{ reviews: { id: string; inside: string[] }[] }>(api.reviews);
    return reviews.find(({ id }) => id === reviewId)?.inside;
  };
  await expect.poll(inside).toEqual(['Priya']);
  await priya.context.close();
});

test('pages for another role say so and lead on', async ({ browser }) => {
  const sam = await Person.arrive(browser, server.url, 'Sam');
  await sam.join(await joinLink(owner, reviewId, 'observer'));
  await expect(sam.page.getByRole('button', { name: 'Share' })).toHaveCount(0);
  await sam.page.goto(`/reviews/${reviewId}/import`);
  await expect(sam.page.getByRole('main')).toContainText('Ask the facilitator for a participant link');
  await sam.page.goto(`/reviews/${reviewId}/publish`);
  await expect(sam.page.getByText('Exactly what readers will see')).toBeVisible();
  await expect(sam.page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  await sam.page.goto('/reviews/new');
  await sam.page.getByLabel('Title').fill('Not mine to begin');
  await sam.page.getByRole('button', { name: 'Start its review' }).click();
  await expect(sam.page.getByText('Your role in this review does not allow that')).toBeVisible();
  const other = await newReview(owner, 'Somebody else’s');
  await sam.page.goto(`/reviews/${other}`);
  await expect(sam.page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await sam.context.close();
});
