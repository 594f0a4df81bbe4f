// What is typed before its panel has come, and where the keys are when a composer closes.
import { addCards, openWriter } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { expect } from '@playwright/test';
import { test } from '../hearth-test.ts';

test('[W2] letters typed after M and E before the panel is there are in its field', async ({ enter }) => {
  const priya = await enter('Priya');
  const { page } = priya;
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Nobody watches the queue');
  await priya.addMoment('13:22', 'Labels stop');
  // As in the first second of a slow connection: the panels come late.
  await page.route(/(Move|Details)Panel-.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.reload();
  await expect(priya.card('Nobody watches')).toBeVisible();
  await priya.card('Nobody watches').focus();
  await page.keyboard.press('m');
  await page.keyboard.type('human');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Human factors' }).getByText('Nobody watches')).toBeVisible();

  await page.reload();
  await expect(priya.card('Labels stop')).toBeVisible();
  await priya.card('Labels stop').focus();
  await page.keyboard.press('m');
  await page.keyboard.type('14:40');
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toHaveValue('14:40');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('[B51] [B9] what I add among many stands open, and Escape leads back to the button', async ({ live, enter }) => {
  const priya = await enter('Priya');
  const crowd = Array.from({ length: 24 }, (_, n) => ({
    kind: 'event' as const,
    id: `moment-${n}00` as CardId,
    text: `Seen by many, ${n}`,
    at: Date.UTC(2026, 10, 12, 13, n % 4),
    endAt: null,
    precision: 'exact' as const,
    eventKind: 'action' as const,
    lane: '',
    key: n % 2 === 0,
  }));
  const late = { ...crowd[0]!, id: 'moment-late' as CardId, text: 'The end', at: Date.UTC(2026, 10, 12, 18) };
  addCards(openWriter(live.doc), [...crowd, late], { author: null, nowMs: 0 });
  await expect(
    priya
      .zone('Timeline')
      .getByRole('button', { name: /^\d+ moments/ })
      .first(),
  ).toBeVisible();
  await priya.addMoment('13:02', 'What I saw');
  const box = await priya.card('What I saw').boundingBox();
  expect(box?.width).toBeGreaterThan(60);
  await expect(priya.zone('Timeline').getByRole('button', { name: 'Add a moment' }).first()).toBeFocused();
});

test('[C7] a paste that finds no room says so before what pastes cards has come', async ({ enter }) => {
  const priya = await enter('Priya');
  const { page } = priya;
  await page.route(/ClipboardWork-.*\.js$/, (route) => route.abort());
  await page.reload();
  await priya.expectSaved();
  await priya.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().click();
  await page.getByLabel('A condition that played a part', { exact: true }).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'a'.repeat(20_009));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(
    page.getByText('A card holds 20,000 letters. The last 9 of what you pasted were left out.'),
  ).toBeVisible();
});
