// From opening a join link to one's first character on somebody else's screen, and how soon a large board is there to see.
// Real browsers on this machine, each guest with an empty cache; the web application must be built.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startHearth } from '../hearth-server.ts';
import { Person } from '../person.ts';
import { fillBoard } from './fill-board.ts';
import { join, joinLink, newReview, signIn } from './http-session.ts';
import { openLiveClient } from './live-client.ts';
import { milliseconds, printTable, quantile } from './statistics.ts';

const guests = ['Priya', 'Tomasz', 'Maya', 'Ines', 'Sam'];
/** Of somebody who types 60 words a minute. */
const keyDelayMs = 200;
const largeBoard = 2_000;
const visits = 3;

const installed = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

/** In that page: milliseconds of `performance.timeOrigin`'s clock at which the words first stood there. */
const watchFor = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): boolean => {
          const found = [...document.querySelectorAll('[data-card-id]')].some((card) =>
            card.textContent.includes(wanted),
          );
          if (found) resolve(performance.timeOrigin + performance.now());
          return found;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    words,
  );

interface Arrival {
  insideMs: number;
  seenMs: number;
}

/** One guest comes, types a name, and writes one letter on a card. */
const arrive = async (browser: Browser, url: string, link: string, name: string, witness: Page): Promise<Arrival> => {
  const person = await Person.arrive(browser, url, name);
  const { page } = person;
  const letter = `${name.charAt(0)}_`;
  const seen = watchFor(witness, letter);
  const startedMs = Date.now();
  await page.goto(link, { waitUntil: 'commit' });
  await page.getByLabel('Your name').waitFor();
  await page.keyboard.type(name, { delay: keyDelayMs });
  await page.keyboard.press('Enter');
  const add = person.zone('Learnings').getByRole('button', { name: 'Add a learning' });
  await add.waitFor();
  const insideMs = Date.now() - startedMs;
  await add.click();
  await page.keyboard.type(letter);
  await page.keyboard.press('Enter');
  const seenMs = (await seen) - startedMs;
  await person.context.close();
  return { insideMs, seenMs };
};

const visit = async (browser: Browser, url: string, path: string, cookie: string): Promise<number> => {
  const person = await Person.arrive(browser, url, 'Reader');
  await person.bring(cookie, url);
  const startedMs = Date.now();
  await person.page.goto(path, { waitUntil: 'commit' });
  await person.card('Card 0:').waitFor();
  const shownMs = Date.now() - startedMs;
  await person.context.close();
  return shownMs;
};

const server = await startHearth();
const browser = await chromium.launch({
  ...(installed ? { executablePath: installed } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const owner = await signIn(server.url, server.ownerLink());
  const review = await newReview(owner, 'First characters');
  const link = await joinLink(owner, review);
  const witness = await Person.arrive(browser, server.url, 'Witness');
  await witness.join(link);
  const arrivals: Arrival[] = [];
  for (const name of guests) arrivals.push(await arrive(browser, server.url, link, name, witness.page));
  await witness.context.close();

  const large = await newReview(owner, `${largeBoard} cards`);
  const reader = await join(server.url, await joinLink(owner, large), 'Reader');
  const client = await openLiveClient(server.url, large, reader.cookie);
  await fillBoard(client, largeBoard);
  const shown: number[] = [];
  for (let n = 0; n < visits; n++) shown.push(await visit(browser, server.url, `/reviews/${large}`, reader.cookie));
  client.destroy();

  const inside = arrivals.map(({ insideMs }) => insideMs);
  const seen = arrivals.map(({ seenMs }) => seenMs);
  printTable(`First character (the name included, typed at ${keyDelayMs} ms a letter)`, [
    ['link to board, p50', milliseconds(quantile(inside, 0.5))],
    ['link to board, slowest', milliseconds(Math.max(...inside))],
    ['link to first character seen by another, p50', milliseconds(quantile(seen, 0.5))],
    ['link to first character seen by another, slowest', milliseconds(Math.max(...seen))],
    [`board of ${largeBoard} cards visible, p50`, milliseconds(quantile(shown, 0.5))],
    [`board of ${largeBoard} cards visible, slowest`, milliseconds(Math.max(...shown))],
  ]);
} finally {
  await browser.close();
  await server.dispose();
}
