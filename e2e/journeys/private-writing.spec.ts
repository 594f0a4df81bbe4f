// Private writing: four people, of whom each has only their own words until all are revealed in one step.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReviewId } from '@hearth/review/ids';
import { expect, test } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { inDatabase } from '../database.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';

/** The notice, the reveal, and the way to the screen. */
const soon = { timeout: 15_000 };

let server: HearthServer;
let session: HttpSession;
let reviewId: ReviewId;
let ines: Person;
let priya: Person;
let tomasz: Person;
let sam: Person;
/** Everything that a browser was sent, by person. */
let wire: Map<Person, string[]>;

const listen = (person: Person): void => {
  const heard: string[] = [];
  wire.set(person, heard);
  person.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString('utf8')));
  });
};
const wasTold = (person: Person, words: string): boolean =>
  wire.get(person)?.some((one) => one.includes(words)) ?? false;

test.beforeAll(async () => {
  server = await startHearth();
  session = await signIn(server.url, server.ownerLink());
});
test.afterAll(() => server.dispose());
test.beforeEach(async ({ browser }) => {
  wire = new Map();
  reviewId = await newReview(session, 'Labels stopped at Oldham Road');
  [ines, priya, tomasz, sam] = (await Promise.all(
    ['Ines', 'Priya', 'Tomasz', 'Sam'].map((name) => Person.arrive(browser, server.url, name)),
  )) as [Person, Person, Person, Person];
  for (const person of [ines, priya, tomasz, sam]) listen(person);
  await ines.bring(session.cookie, server.url);
  await ines.page.goto(`/reviews/${reviewId}`);
  await ines.expectSaved();
  const [writes, reads] = await Promise.all([joinLink(session, reviewId), joinLink(session, reviewId, 'observer')]);
  await Promise.all([priya.join(writes), tomasz.join(writes), sam.join(reads)]);
  await ines.page.getByRole('button', { name: 'Start the review' }).click();
  for (const stage of ['Reports', 'Timeline', 'Perspectives'])
    await ines.page.getByRole('button', { name: `Move the room to ${stage}` }).click();
});
test.afterEach(async () => {
  for (const person of [ines, priya, tomasz, sam]) await person.context.close();
});

const field = (person: Person) => person.page.locator('#private-thought');
const write = async (person: Person, words: string): Promise<void> => {
  await field(person).fill(words);
  await person.page.keyboard.press('Enter');
  await expect(mine(person).filter({ hasText: words })).toBeVisible();
};
const mine = (person: Person) => person.page.getByRole('list', { name: 'My thoughts' }).getByRole('listitem');
const kept = (person: Person) =>
  expect(person.page.locator('[data-draft-status]')).toHaveAttribute('data-draft-status', 'saved', soon);
const reveal = (person: Person) => person.page.getByRole('button', { name: 'Reveal', exact: true }).click();

test('nobody has another’s words before the reveal; then all are there, with names, in one step', async () => {
  const words = ['It looked like one bad printer', 'Nobody had told me of the move', 'Each report alone made sense'];
  await test.step('each writes for themselves', async () => {
    await expect(field(priya)).toBeVisible();
    await expect(priya.page.getByText('Only you see this yet. It is revealed with your name.')).toBeVisible();
    await expect(field(sam)).toHaveCount(0);
    await write(priya, words[0]!);
    await write(priya, words[1]!);
    await write(tomasz, words[2]!);
    await field(tomasz).fill('Not yet a sentence');
    await Promise.all([kept(priya), kept(tomasz)]);
  });

  await test.step('the others see blank chits', async () => {
    for (const person of [ines, sam]) {
      const others = person.page.getByRole('list', { name: 'What the others have written' });
      await expect(others.getByRole('listitem').filter({ hasText: 'Priya' })).toContainText('2 thoughts');
      await expect(others.getByRole('listitem').filter({ hasText: 'Tomasz' })).toContainText(
        '1 thought + 1 in progress',
      );
    }
    await expect(ines.page.getByRole('contentinfo')).toContainText('3 thoughts + 1 in progress');
    await expectAccessible(priya.page, 'private writing');
    await expectAccessible(sam.page, 'private writing, observed');
  });

  await test.step('nothing of it has left its author’s browser', async () => {
    for (const person of [ines, sam, tomasz])
      for (const one of words.slice(0, 2)) expect(wasTold(person, one), `${person.name}: ${one}`).toBe(false);
    expect(wasTold(priya, words[2]!)).toBe(false);
  });

  await test.step('a reload keeps what is written', async () => {
    await priya.page.reload();
    await expect(mine(priya)).toHaveCount(2, soon);
    await mine(priya)
      .filter({ hasText: words[1]! })
      .getByRole('button', { name: /^Rewrite/ })
      .click();
    await priya.page.getByLabel('Words of my thought').fill('Nobody had told us of the move');
    await priya.page.keyboard.press('Enter');
    await kept(priya);
    await priya.page.getByRole('button', { name: 'Mine are ready' }).click();
  });

  await test.step('all is there in one step', async () => {
    await reveal(ines);
    await expect(priya.page.getByRole('heading', { name: /^Revealing in/ })).toBeVisible();
    for (const person of [ines, priya, tomasz, sam]) {
      for (const one of [words[0]!, 'Nobody had told us of the move', words[2]!])
        await expect(person.card(one)).toBeVisible(soon);
      await expect(person.page.getByRole('region', { name: 'Private writing' })).toHaveCount(0);
      await expect(person.page.locator('[data-card-id][data-kind="perspective"]')).toHaveCount(3);
    }
    await expect(sam.page.getByRole('region', { name: /Tomasz/ }).getByText(words[2]!)).toBeVisible();
  });

  await test.step('what Tomasz had only begun is his to add', async () => {
    await expect(tomasz.page.getByText('You have 1 thought that was not revealed.')).toBeVisible(soon);
    await tomasz.page.getByRole('button', { name: 'Add it' }).click();
    await expect(sam.card('Not yet a sentence')).toBeVisible();
    await expect(tomasz.page.getByText('was not revealed')).toHaveCount(0);
  });
});

test('without names no author is stored anywhere, and who comes back from offline adds what was missed', async () => {
  await ines.page.getByRole('button', { name: /^Private writing, with names/ }).click();
  await ines.page.getByRole('menuitemradio', { name: 'Without names' }).click();
  await expect(priya.page.getByText('Nobody will see who wrote this, not even the facilitator.')).toBeVisible();
  await write(priya, 'I was too tired to ask');
  await write(tomasz, 'I thought that somebody else had it');
  await Promise.all([kept(priya), kept(tomasz)]);
  await expect(ines.page.getByText('Written by all together, without names')).toBeVisible();

  await tomasz.context.setOffline(true);
  await expect(tomasz.page.locator('[data-draft-status]')).toHaveAttribute('data-draft-status', 'offline', {
    timeout: 60_000,
  });
  await write(tomasz, 'Written on the train');
  await reveal(ines);
  for (const person of [ines, priya, sam]) {
    await expect(person.card('I was too tired to ask')).toBeVisible(soon);
    await expect(person.card('I thought that somebody else had it')).toBeVisible();
  }
  await tomasz.context.setOffline(false);
  await expect(tomasz.page.getByText('You have 1 thought that was not revealed.')).toBeVisible({ timeout: 60_000 });
  await tomasz.page.reload();
  await expect(tomasz.page.getByText('You have 1 thought that was not revealed.')).toBeVisible({ timeout: 60_000 });
  await expect(tomasz.page.getByText('Added, they carry no name.')).toBeVisible();
  await tomasz.page.getByRole('button', { name: 'Add it' }).click();
  await expect(sam.card('Written on the train')).toBeVisible();
  await tomasz.page.reload();
  await tomasz.expectSaved();
  await expect(tomasz.page.locator('[data-card-id][data-kind="perspective"]')).toHaveCount(3);

  const files = await readdir(server.dataFolder, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name))),
  );
  const stored = Buffer.concat(contents).toString('utf8');
  expect(stored).toContain('I was too tired to ask');
  expect(stored).not.toContain(`draft/${reviewId}`);
  const told = inDatabase(server, (database) => {
    const rows = database
      .prepare(
        `select "bytes" from "documentUpdate" where "document" = ? union all
         select "bytes" from "documentState" where "document" = ? union all
         select "state" from "boardSnapshot" where "reviewId" = ?`,
      )
      .all(`board/${reviewId}`, `board/${reviewId}`, reviewId);
    const people = database.prepare(`select "id", "name" from "participant" where "reviewId" = ?`).all(reviewId);
    const writers = database
      .prepare(`select "writer" from "documentWriter" where "document" = ?`)
      .all(`board/${reviewId}`);
    const board = rows.map(({ bytes }) => Buffer.from(bytes as Uint8Array).toString('utf8')).join('\n');
    return { board, people, writers: JSON.stringify(writers) };
  });
  expect(told.board).toContain('I was too tired to ask');
  expect(told.board).toContain('Written on the train');
  expect(told.people).toHaveLength(4);
  for (const { id, name } of told.people) {
    for (const trace of [String(id), String(name)]) expect(told.board).not.toContain(trace);
    expect(told.writers).not.toContain(String(id));
  }
});

test('by keyboard, and on a phone; the reveal outlives the server', async () => {
  await sam.context.close();
  const phone = await Person.arrive(priya.context.browser()!, server.url, 'Maya');
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await phone.join(await joinLink(session, reviewId));
  await expect(field(phone)).toBeVisible();
  await write(phone, 'I only had my phone');
  await expectAccessible(phone.page, 'private writing on a phone');
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);

  await priya.page.locator('body').press('n');
  await expect(field(priya)).toBeFocused();
  await priya.page.keyboard.type('Typed without a mouse');
  await priya.page.keyboard.press('Enter');
  await expect(field(priya)).toBeFocused();
  await expect(mine(priya)).toHaveText(/Typed without a mouse/);
  await Promise.all([kept(phone), kept(priya)]);

  await test.step('a server that dies after the announcement reveals all when it is back, each thought once', async () => {
    await reveal(ines);
    await expect(priya.page.getByRole('heading', { name: /^Revealing in/ })).toBeVisible();
    await server.kill();
    await server.start();
    await expect(phone.card('Typed without a mouse')).toBeVisible({ timeout: 60_000 });
    await expect(priya.card('I only had my phone')).toBeVisible(soon);
    await expect(priya.page.locator('[data-card-id][data-kind="perspective"]')).toHaveCount(2);
    await expect(priya.page.getByRole('region', { name: 'Private writing' })).toHaveCount(0, soon);
  });
  await phone.context.close();
});
