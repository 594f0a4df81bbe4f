// The first minute of somebody who has never been here: from the link to a first character on another person's screen.
import { expect, type Page } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import { openRawFacilitation } from '../raw-connections.ts';

const withinMs = 10_000;
/** Of somebody who types 60 words a minute. */
const keyDelayMs = 200;

/** Resolves in that page when a card with the words stands there. @returns when, in milliseconds of the machine's clock. */
const seenOn = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): boolean => {
          const there = [...document.querySelectorAll('[data-card-id]')].some((card) =>
            card.textContent.includes(wanted),
          );
          if (there) resolve(performance.timeOrigin + performance.now());
          return there;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    words,
  );

test('[FM] two inputs, a name and a character, and another person reads it in less than ten seconds', async ({
  arrive,
  enter,
  server,
  owner,
  reviewId,
}) => {
  const meeting = await openRawFacilitation(server.url, reviewId, owner.cookie);
  for (const command of [{ kind: 'start' }, { kind: 'jump', stageIndex: 4 }]) {
    const answer = await meeting.command({ command, expectedVersion: meeting.version() });
    if (!answer.ok) throw new Error(`${command.kind} was refused: ${answer.reason}`);
    await expect.poll(meeting.version).toBeGreaterThanOrEqual(answer.version);
  }
  meeting.close();
  const witness = await enter('Witness');
  const link = await joinLink(owner, reviewId);
  const guest = await arrive('Priya');
  const { page } = guest;
  const seen = seenOn(witness.page, 'é…');
  const inputs: string[] = [];

  const fromMs = Date.now();
  await page.goto(link, { waitUntil: 'commit' });
  await expect(page.getByLabel('Your name')).toBeFocused();
  inputs.push('name');
  await page.keyboard.type('Priya', { delay: keyDelayMs });
  await page.keyboard.press('Enter');
  await guest.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().waitFor();
  const insideMs = Date.now() - fromMs;
  await page.keyboard.press('n');
  await expect(page.getByLabel('A condition that played a part', { exact: true })).toBeFocused();
  inputs.push('character');
  await page.keyboard.insertText('é…');
  await page.keyboard.press('Enter');
  const seenMs = (await seen) - fromMs;

  process.stdout.write(
    `first minute: inside after ${insideMs} ms, first character seen by another after ${Math.round(seenMs)} ms\n`,
  );
  test.info().annotations.push({ type: 'first character', description: `${Math.round(seenMs)} ms` });
  expect(inputs).toEqual(['name', 'character']);
  expect(seenMs).toBeLessThan(withinMs);
  await expect(witness.card('é…')).toBeVisible();
});
