// One review on three nodes behind a proxy that sends everything to the next: nobody notices where they are, and a node
// that dies takes nothing with it.
import { expect, test } from '@playwright/test';
import { api } from '@hearth/protocol/http/api';
import { join, joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { missingForNodes, startNodes, type HearthNodes } from '../hearth-nodes.ts';
import { Person } from '../person.ts';

const missing = missingForNodes();
if (missing !== null) process.stderr.write(`SKIPPED: the journey on several nodes: ${missing}\n`);
test.skip(missing !== null, missing ?? '');

let hearth: HearthNodes;
let owner: HttpSession;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  hearth = await startNodes(3);
  owner = await signIn(hearth.proxy.url, hearth.ownerLink());
});
test.afterAll(() => hearth?.dispose());

/** Sends whoever comes next to one node only. */
const only = (node: number): void => {
  hearth.proxy.nodes = [hearth.nodes[node]?.port ?? 0];
};
const anywhere = (): void => {
  hearth.proxy.nodes = hearth.nodes.map(({ port }) => port);
};

test('two on two nodes: words, agenda and people; one node is killed, and not a word is lost', async ({ browser }) => {
  const { url } = hearth.proxy;
  const reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
  const [asCo, asGuest] = [await joinLink(owner, reviewId, 'co-facilitator'), await joinLink(owner, reviewId)];
  const priya = await Person.arrive(browser, url, 'Priya');
  const tomasz = await Person.arrive(browser, url, 'Tomasz');
  only(0);
  await priya.join(asCo);
  only(1);
  await tomasz.join(asGuest);
  const [zero, one] = hearth.nodes.map(({ port }) => hearth.proxy.sockets.get(port) ?? 0);
  expect(Math.min(zero ?? 0, one ?? 0)).toBeGreaterThan(0);
  anywhere();

  const inTheRoom = (person: Person) => person.page.getByRole('list', { name: 'In the room' });
  await expect(inTheRoom(priya)).toContainText('Tomasz');
  await expect(inTheRoom(tomasz)).toContainText('Priya');
  await priya.page.getByRole('button', { name: 'Start the review' }).click();
  for (const person of [priya, tomasz]) await expect(person.stage).toContainText('Opening', { timeout: 2_000 });
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Nobody watches the queue.');
  await expect(tomasz.card('Nobody watches the queue.')).toBeVisible();

  // Tomasz writes on while his node dies under him.
  await tomasz.card('Nobody watches the queue.').focus();
  await tomasz.page.keyboard.press('Enter');
  const field = tomasz.page.getByLabel('Words of the factor');
  await expect(field).toBeFocused();
  await tomasz.page.keyboard.press('Control+End');
  const words = Array.from({ length: 40 }, (_, index) => ` word${index}`);
  for (const [index, word] of words.entries()) {
    if (index === 20) await hearth.nodes[1]?.kill();
    await tomasz.page.keyboard.type(word, { delay: 10 });
  }
  await tomasz.expectSaved();
  const whole = `Nobody watches the queue.${words.join('')}`;
  await expect(field).toHaveValue(whole);
  await tomasz.page.keyboard.press('Escape');
  await expect(priya.card('Nobody watches the queue.')).toContainText(whole);

  await priya.page.getByRole('button', { name: 'Move the room to Reports' }).click();
  for (const person of [priya, tomasz]) await expect(person.stage).toContainText('stage 2 of 8');
  await expect(inTheRoom(priya)).toContainText('Tomasz');
  for (const person of [priya, tomasz]) await person.context.close();
  await hearth.nodes[1]?.start();
});

test('whoever comes to any node, in any order, finds the same review', async () => {
  const reviewId = await newReview(owner, 'Labels stopped again');
  const guest = await join(hearth.proxy.url, await joinLink(owner, reviewId), 'Sam');
  const titles: string[] = [];
  // Four rounds over three nodes.
  for (let asked = 0; asked < 12; asked += 1)
    titles.push((await guest.get<{ incident: { title: string } }>(api.review, { reviewId })).incident.title);
  expect(new Set(titles)).toEqual(new Set(['Labels stopped again']));
});
