// Following a person: in two browsers of different size, and by zone on a phone.
import { addCard, openWriter } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { devices, expect } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

let mara: Person;

test.beforeEach(async ({ server, owner, reviewId, enter }) => {
  const filler = await openLiveClient(server.url, reviewId, owner.cookie);
  const writer = openWriter(filler.doc);
  for (let n = 0; n < 60; n++)
    addCard(
      writer,
      {
        kind: 'factor',
        id: `factor-00${n}` as CardId,
        text: `A condition, number ${n}`,
        category: n % 2 ? 'human' : 'technical',
      },
      { author: null, nowMs: 0 },
    );
  mara = await enter('Mara');
  await expect(mara.card('number 59')).toHaveCount(1);
  filler.destroy();
});

const bar = (person: Person) => person.page.getByText('Following Mara', { exact: true });
const faceOfMara = (person: Person) =>
  person.page.getByRole('list', { name: 'In the room' }).getByRole('button', { name: /Mara/ });
const show = (words: string): Promise<void> =>
  mara.card(words).evaluate((card) => card.scrollIntoView({ block: 'center' }));

test('[B22] my view goes where theirs goes, until I move, they go, or I say so', async ({ enter }) => {
  const dele = await enter('Dele', { viewport: { width: 1024, height: 700 } });
  const before = await dele.boardView();
  await faceOfMara(dele).click();
  await expect(bar(dele)).toBeVisible();
  await expect(faceOfMara(dele)).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(dele.page, 'following');
  await show('number 59');
  await expect(dele.card('number 59')).toBeInViewport();
  await show('number 0');
  await expect(dele.card('number 0')).toBeInViewport();
  await mara.view('Narrative');
  await expect(dele.page.getByRole('main', { name: 'Narrative' })).toBeVisible();
  await mara.view('Board');
  await expect(dele.page.getByRole('main', { name: 'Board' })).toBeVisible();

  // My own move ends it, and where I am stays mine.
  await dele.page.locator('[data-scroller]').first().hover();
  await dele.page.mouse.wheel(0, -4000);
  await expect(bar(dele)).toHaveCount(0);
  await expect.poll(async () => (await dele.boardView()).split(' ')[1]).toBe(before.split(' ')[1]);
  await show('number 59');
  await expect(dele.card('number 59')).not.toBeInViewport();

  // By key, with Escape to stop; what is said and raised on the way does not end it.
  await dele.page.keyboard.press('f');
  await expect(bar(dele)).toBeVisible();
  await expect(dele.card('number 59')).toBeInViewport();
  await dele.page.keyboard.press('?');
  await dele.page.keyboard.press('Escape');
  await expect(bar(dele)).toBeVisible();
  await dele.page.keyboard.press('Escape');
  await expect(bar(dele)).toHaveCount(0);

  // Two people never go round after each other.
  await dele.page.keyboard.press('f');
  await expect(bar(dele)).toBeVisible();
  await expect
    .poll(async () => {
      await mara.page.keyboard.press('f');
      return mara.page.getByText('Dele is following you.').count();
    })
    .toBeGreaterThan(0);
  await expect(mara.page.getByText('Following Dele', { exact: true })).toHaveCount(0);

  await mara.page.goto('about:blank');
  await expect(bar(dele)).toHaveCount(0, { timeout: 60_000 });
});

test('[B22] on a phone it goes by zone and card', async ({ owner, reviewId, arrive }) => {
  const dele = await arrive('Dele', {
    ...devices['Pixel 7'],
    viewport: { width: 390, height: 844 },
  });
  const { page } = dele;
  await dele.join(await joinLink(owner, reviewId));
  await page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'People', exact: true }).tap();
  await page.getByRole('button', { name: 'Follow Mara' }).tap();
  await expect(bar(dele)).toBeVisible();
  await mara.page.keyboard.press('4');
  await expect(dele.zone('Learnings')).toBeInViewport();
  await mara.page.keyboard.press('3');
  await expect(dele.zone('Factors')).toBeInViewport();
  await expectAccessible(page, 'following on a phone');
  await page.getByRole('button', { name: 'Stop' }).tap();
  await expect(bar(dele)).toHaveCount(0);
});
