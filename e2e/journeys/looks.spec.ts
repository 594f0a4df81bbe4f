// How it looks on one's own device: compact, without movement, and on paper.
import { addCards, addColumn, openWriter, type NewCard } from '@hearth/board/operations';
import type { CardId, ColumnId } from '@hearth/review/ids';
import { expect, type Page } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';

const factors = (many: number): NewCard[] =>
  Array.from({ length: many }, (_, n) => ({
    kind: 'factor',
    id: `factor-00${n}` as CardId,
    text: `A condition, number ${n}.`,
    category: n % 2 ? 'human' : 'technical',
  }));

test('[W3] compact shows more at once, on this device only, and is still so after a reload', async ({
  onBoard,
  enter,
}) => {
  await onBoard((doc) => addCards(openWriter(doc), factors(20), { author: null, nowMs: 0 }));
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  const { page } = priya;
  const heightOf = async (at: Page): Promise<number> =>
    (await at.getByRole('region', { name: /^Factors/ }).boundingBox())?.height ?? 0;
  await expect(priya.card('number 19.')).toBeAttached();
  const before = await heightOf(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('compact');
  await page.keyboard.press('Enter');
  await expect.poll(() => heightOf(page)).toBeLessThan(before * 0.92);
  await expectAccessible(page, 'the board, compact');
  await page.reload();
  await priya.expectSaved();
  await expect.poll(() => heightOf(page)).toBeLessThan(before * 0.92);
  await page.getByRole('button', { name: 'More for this review' }).click();
  await page.getByRole('menuitem', { name: 'Your settings' }).click();
  const density = page.getByRole('group', { name: 'Density' });
  await expect(density.getByRole('button', { name: 'Compact' })).toHaveAttribute('aria-pressed', 'true');
  await density.getByRole('button', { name: 'Comfortable' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before * 0.98);
  expect(await tomasz.page.locator('html').getAttribute('data-density')).toBeNull();
});

/** What moves by itself or on a change: everything but opacity and colours. */
const movements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const still =
      /^(opacity|visibility|display|overlay|all|none|color|background-color|border-color|fill|stroke|outline-color|text-decoration-color)$/;
    const seconds = (value: string): number => Math.max(...value.split(',').map((one) => Number.parseFloat(one)));
    const found = new Set<string>();
    for (const element of document.querySelectorAll('*'))
      for (const pseudo of [null, '::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        const moving = style.transitionProperty.split(', ').filter((name) => !still.test(name));
        const name = `${element.tagName} ${element.className} ${pseudo ?? ''}`;
        if (seconds(style.transitionDuration) > 0.01 && moving.length > 0) found.add(`${name}: ${moving.join()}`);
        if (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01)
          found.add(`${name}: ${style.animationName}`);
      }
    for (const animation of document.getAnimations()) {
      const { duration } = animation.effect?.getComputedTiming() ?? {};
      const moved =
        animation.effect instanceof KeyframeEffect &&
        animation.effect.getKeyframes().some((frame) => 'transform' in frame || 'translate' in frame);
      if (moved && Number(duration) > 10) found.add(`animation of ${String(duration)} ms`);
    }
    return [...found];
  });

test('[W4] who wants no movement gets none: on every screen', async ({ owner, server, onBoard, lead, arrive }) => {
  await onBoard((doc) => {
    const writer = openWriter(doc);
    addColumn(writer, { id: 'column-0001' as ColumnId, name: 'Zoë', role: 'On-call' });
    addCards(writer, factors(6), { author: null, nowMs: 0 });
  });
  const ines = await lead('Ines');
  const { page } = ines;
  const still = async (screen: string): Promise<void> => expect(await movements(page), screen).toEqual([]);
  await expect(ines.card('number 5.')).toBeVisible();
  await still('board');
  await page.getByRole('button', { name: 'Start the review' }).click();
  await expect(ines.stage).toContainText('Opening');
  await still('a running stage');
  for (const view of ['Outline', 'Narrative', 'Board'] as const) {
    await ines.view(view);
    await expect(page.getByRole('main', { name: new RegExp(`^${view}`) })).toBeVisible();
    await still(view);
  }
  await ines.card('number 5.').click();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog')).toBeVisible();
  await still('details');
  await page.keyboard.press('Escape');
  for (const path of ['/', '/actions', '/templates', '/reviews/new', '/p/nowhere']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await still(path);
  }
  const guest = await arrive('Sam');
  await guest.page.goto(`${server.url}/sign-in`);
  await expect(guest.page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await movements(guest.page), 'sign in').toEqual([]);
  expect(owner.cookie).not.toBe('');
});

test('[W5] on paper: the board is every card of it, the narrative its words, and no tools', async ({
  onBoard,
  lead,
}) => {
  await onBoard((doc) => addCards(openWriter(doc), factors(30), { author: null, nowMs: 0 }));
  const ines = await lead('Ines');
  const { page } = ines;
  await ines.view('Narrative');
  const story = page.getByRole('textbox', { name: 'Narrative' });
  await story.click();
  await page.keyboard.type('Labels stopped, and nobody saw it.');
  await ines.view('Board');
  await expect(ines.card('number 29.')).toBeAttached();
  // What the browser does when it prints, held open to be looked at.
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  for (const n of [0, 15, 29]) await expect(ines.card(`A condition, number ${n}.`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Labels stopped at Oldham Road' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Find' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Start the review' })).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await expect(page.getByRole('main', { name: 'Board' })).toBeVisible();

  await ines.view('Narrative');
  await page.emulateMedia({ media: 'print' });
  await expect(story).toContainText('Labels stopped, and nobody saw it.');
  await expect(page.getByRole('toolbar')).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});
