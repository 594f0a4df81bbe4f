// Agendas: written, copied, taken along as a file, brought back from an earlier version, and what a meeting follows.
import { readFile } from 'node:fs/promises';
import type { ReviewId } from '@hearth/review/ids';
import { expect, test, type Locator } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';

let server: HearthServer;
let owner: HttpSession;
let ines: Person;

test.beforeAll(async () => {
  server = await startHearth();
  owner = await signIn(server.url, server.ownerLink());
});
test.afterAll(() => server.dispose());
test.beforeEach(async ({ browser }) => {
  ines = await Person.arrive(browser, server.url, 'Ines');
  await ines.bring(owner.cookie, server.url);
});
test.afterEach(() => ines.context.close());

const stages = (person: Person): Locator =>
  person.page.getByRole('form').or(person.page.locator('form')).locator('ol > li');

/** As if the person had gone to another tab, or come back. */
const look = (person: Person, how: 'hidden' | 'visible'): Promise<void> =>
  person.page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  }, how);

test('an agenda is written by keyboard, put in order, and told what is wrong with it', async () => {
  const { page } = ines;
  await page.goto('/templates');
  await expectAccessible(page, 'the agendas');
  await page.getByRole('link', { name: 'New agenda' }).press('Enter');
  await page.getByLabel('Name').first().fill('Tuesday review');
  const add = page.getByRole('button', { name: 'Add a stage' });
  await add.press('Enter');
  await page.keyboard.type('Factors');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Whole minutes, from 1 to 240.')).toBeVisible();
  await expect(page.getByLabel('Minutes').last()).toBeFocused();
  await expectAccessible(page, 'an agenda with a mistake');
  await page.getByLabel('Minutes').last().fill('25');
  await expect(page.getByText('3 stages, 31 minutes')).toBeVisible();
  await page.getByRole('button', { name: 'Move Factors up' }).press('Enter');
  await expect(page.getByLabel('Name').nth(2)).toHaveValue('Factors');

  // What the stage offers, and what people do in it.
  const factors = page.locator('li', { has: page.locator('summary') }).nth(1);
  await factors.locator('summary').press('Enter');
  await factors.getByLabel('Dot vote').selectOption('On the factors');
  await factors.getByLabel('Dots each').fill('11');
  await factors.getByLabel('Round').selectOption({ label: 'A check-out: how people leave' });
  await factors.getByLabel('What people do').selectOption({ label: 'Read along: only facilitators write' });
  await page.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(page.getByText('Whole dots, from 1 to 10.')).toBeVisible();
  await expectAccessible(page, 'what a stage offers');
  await factors.getByLabel('Dots each').fill('5');
  await factors.getByLabel('Who voted for what').selectOption('Told when it closes');

  // Going away before it is saved asks first.
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(page.getByRole('link', { name: 'Tuesday review', exact: true })).toBeVisible();
  await expect(page.getByText('31 minutes, 3 stages, version 1')).toBeVisible();
  await page.getByRole('link', { name: 'Tuesday review', exact: true }).click();
  await expect(factors.locator('summary')).toContainText('a vote on the factors · a check-out · people read along');
  await factors.locator('summary').press('Enter');
  await expect(factors.getByLabel('Dots each')).toHaveValue('5');
  await expect(factors.getByLabel('Who voted for what')).toHaveValue('attributed');
});

test('a review keeps the agenda it began with; another may be chosen until it begins', async ({ browser }) => {
  const { page } = ines;
  await page.goto('/templates');
  await page.getByRole('link', { name: 'Start a review by Short form' }).click();
  await expect(page.getByLabel('Agenda')).toHaveValue('short-form');
  await page.getByLabel('Title').fill('The badge readers froze');
  await page.getByRole('button', { name: 'Start its review' }).click();
  await page.getByRole('button', { name: 'Agenda: Short form, 30 min' }).click();
  await expectAccessible(page, 'the agendas in the lobby');
  await page.getByRole('menuitemradio', { name: /^Near miss/ }).click();
  await expect(page.getByRole('button', { name: 'Agenda: Near miss, 45 min' })).toBeVisible();

  const reviewId = new URL(page.url()).pathname.split('/').at(-1) as ReviewId;
  const tomasz = await Person.arrive(browser, server.url, 'Tomasz');
  await tomasz.join(await joinLink(owner, reviewId));
  await expect(tomasz.page.getByText('Not started yet')).toBeVisible();
  await look(tomasz, 'hidden');
  await page.getByRole('button', { name: 'Start the review' }).click();
  // Whoever looks at another tab sees it there.
  await expect(tomasz.page).toHaveTitle('● Opening · The badge readers froze · Hearth');
  await expect(tomasz.page.locator('link[rel="icon"]')).toHaveAttribute('href', '/mark-news.svg');
  await look(tomasz, 'visible');
  await expect(tomasz.page).toHaveTitle('The badge readers froze · Hearth');
  await expect(tomasz.page.locator('link[rel="icon"]')).toHaveAttribute('href', '/mark.svg');
  for (const person of [ines, tomasz])
    await expect(person.page.getByRole('navigation', { name: 'Stages and views' }).getByText('Timeline')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Agenda:/ })).toHaveCount(0);
  await tomasz.context.close();
});

test('a copy is changed in versions, an earlier one comes back, and two who save at once are told', async ({
  browser,
}) => {
  const { page } = ines;
  await page.goto('/templates/new?from=near-miss');
  await page.getByLabel('Name').first().fill('Our near misses');
  await page.getByRole('button', { name: 'Save the agenda' }).click();
  const link = page.getByRole('link', { name: 'Our near misses', exact: true });
  await link.click();
  await page.getByLabel('When to choose it').fill('Every time we were lucky.');

  const dele = await Person.arrive(browser, server.url, 'Dele');
  await dele.bring(owner.cookie, server.url);
  await dele.page.goto(page.url());
  await dele.page.getByRole('button', { name: 'Take Perspectives out' }).click();
  await expect(stages(dele).filter({ hasText: 'Question' })).toHaveCount(5);
  await dele.page.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(dele.page.getByText('35 minutes, 5 stages, version 2')).toBeVisible();
  await dele.context.close();

  await page.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(page.getByText('Somebody saved another version in the meantime.')).toBeVisible();
  await expect(page.getByLabel('When to choose it')).toHaveValue('Every time we were lucky.');

  await page.getByRole('button', { name: 'Look at theirs' }).click();
  await expectAccessible(page, 'the versions of an agenda');
  await page.getByRole('button', { name: 'Bring back version 1' }).click();
  await page.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(page.getByText('45 minutes, 6 stages, version 3')).toBeVisible();

  await page.getByRole('button', { name: 'More for Our near misses' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(link).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();
});

test('an agenda is taken along as a file, and what is none is told', async () => {
  const { page } = ines;
  await page.goto('/templates');
  await page.getByRole('button', { name: 'More for Short form' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download as JSON' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('short-form.agenda.json');
  const json = await readFile(await download.path(), 'utf8');

  const take = page.getByLabel('An agenda as a JSON file');
  const file = (text: string) => ({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await take.setInputFiles(file('<script>alert(1)</script>'));
  await expect(page.getByText('This is no JSON file.')).toBeVisible();
  await take.setInputFiles(file(json.replace('"minutes": 6', '"minutes": 6000')));
  await expect(page.getByText('This file holds no agenda (stage 2, minutes). Four hours at most.')).toBeVisible();
  await take.setInputFiles(file('{"name":"None","about":"","stages":[]}'));
  await expect(page.getByText('This file holds no agenda (stages). An agenda has one stage at least.')).toBeVisible();
  await take.setInputFiles(file(json.replace('"Short form"', '"Kürzer"')));
  await expect(page.getByRole('heading', { level: 1, name: 'Kürzer' })).toBeVisible();
});

test('on a phone by touch; a guest sees no agendas to change', async ({ browser }) => {
  const phone = await Person.arrive(browser, server.url, 'Ines', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.bring(owner.cookie, server.url);
  await phone.page.goto('/templates/new?from=short-form');
  await phone.page.getByRole('button', { name: 'Move Timeline up' }).tap();
  await expect(phone.page.getByLabel('Name').nth(1)).toHaveValue('Timeline');
  await expectAccessible(phone.page, 'an agenda on a phone');
  await phone.context.close();

  const guest = await Person.arrive(browser, server.url, 'Tomasz');
  await guest.join(await joinLink(owner, await newReview(owner, 'Labels stopped')));
  await expect(guest.page.getByRole('button', { name: /^Agenda:/ })).toHaveCount(0);
  await guest.context.close();
});

test('[P5] whoever takes part is not led to the agendas, and whoever runs a review is', async ({ browser }) => {
  const reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
  const places = (person: Person): Locator => person.page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  for (const [role, names] of [
    ['participant', ['Reviews', 'Actions']],
    ['co-facilitator', ['Reviews', 'Actions', 'Agendas']],
  ] as const) {
    const guest = await Person.arrive(browser, server.url, 'Priya');
    await guest.join(await joinLink(owner, reviewId, role));
    await guest.page.goto('/');
    await expect(places(guest)).toHaveText(names);
    await guest.page.goto('/templates');
    const list = guest.page.getByRole('heading', { name: 'Come with Hearth' });
    if (role === 'participant') await expect(guest.page.getByRole('alert')).toBeVisible();
    await expect(list).toHaveCount(role === 'participant' ? 0 : 1);
    // What the server would refuse is not offered.
    await expect(guest.page.getByRole('link', { name: /^(New agenda|Start a review)/ })).toHaveCount(0);
    await guest.context.close();
  }
});
