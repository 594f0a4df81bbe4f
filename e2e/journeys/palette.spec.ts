// Every command by its name: with keys only, on a phone, and for those who may not write.
import { devices, expect, type Page } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page: Page) => page.getByRole('combobox', { name: 'What do you want to do?' });
const run = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
};

test('[K1] what keys do, the palette does: written, taken back, gone to', async ({ owner, reviewId, arrive }) => {
  const priya = await arrive('Priya');
  const { page } = priya;
  await priya.join(await joinLink(owner, reviewId));
  await run(page, 'new card');
  await page.getByLabel('What happened', { exact: true }).fill('Labels stop');
  // While one writes it opens as well, and gives the field back.
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expectAccessible(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('What happened', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await priya.card('Labels stop').focus();
  await run(page, 'edit the card');
  await page.keyboard.press('End');
  await page.keyboard.type(' at Oldham');
  await page.keyboard.press('Enter');
  await expect(priya.card('Labels stop at Oldham')).toBeFocused();
  await run(page, 'delete');
  await expect(priya.card('Labels stop')).toHaveCount(0);
  await run(page, 'undo');
  await expect(priya.card('Labels stop at Oldham')).toBeVisible();

  await page.keyboard.press('Control+k');
  const options = palette(page).getByRole('option');
  await expect(options.first()).toHaveText(/Take back my last change/);
  await expect(palette(page).getByRole('group', { name: 'Used lately' }).getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('outl');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'Outline of the board' })).toBeVisible();
  await run(page, 'narrative');
  await expect(page.getByRole('main', { name: 'Narrative' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('quux');
  await expect(palette(page)).toContainText('No command by these words');
});

test('[K2] only what one may do just now: an observer reads, the facilitator runs the clock', async ({
  owner,
  reviewId,
  arrive,
  lead,
}) => {
  const sam = await arrive('Sam');
  await sam.join(await joinLink(owner, reviewId, 'observer'));
  await sam.page.keyboard.press('Control+k');
  await expect(field(sam.page)).toBeFocused();
  const names = await palette(sam.page).getByRole('option').allTextContents();
  expect(names.join('\n')).not.toMatch(/New card|Take back|Paste|Remove|Import|Start the review|Share/);
  expect(names.join('\n')).toMatch(/Go to the factors/);
  await sam.context.close();

  const ines = await lead('Ines');
  await expect(ines.page.getByRole('button', { name: 'Start the review' })).toBeVisible();
  await run(ines.page, 'start the review');
  await expect(ines.stage).toContainText('Opening');
  await run(ines.page, 'next stage');
  await expect(ines.stage).toContainText('Reports');
  await run(ines.page, 'dark theme');
  await expect(ines.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('[K1] on a phone it is in the menu', async ({ owner, reviewId, arrive }) => {
  const dele = await arrive('Dele', {
    ...devices['Pixel 7'],
    viewport: { width: 390, height: 844 },
  });
  const { page } = dele;
  await dele.join(await joinLink(owner, reviewId));
  await page.getByRole('button', { name: 'More for this review' }).tap();
  await page.getByRole('menuitem', { name: 'Commands' }).tap();
  await expectAccessible(page, 'palette on a phone');
  await field(page).fill('narr');
  await palette(page).getByRole('option').first().tap();
  await expect(page.getByRole('main', { name: 'Narrative' })).toBeVisible();
});
