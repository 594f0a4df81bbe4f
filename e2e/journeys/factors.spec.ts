// The factor map: themes, links, suggestions, whys. By mouse with three people, by keyboard alone, by touch.
import { addCard, openWriter } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { expect, type Locator, type Page } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';

const factors = [
  'Alerts watch the gateway, not printed labels',
  'No alert watches whether labels are printed',
  'The freeze exception moved the renewal into opening hours',
  'Each pharmacy sees only its own printer',
] as const;
const [alerts, noAlert, freeze, pharmacy] = factors;

test.beforeEach(async ({ server, owner, reviewId }) => {
  const live = await openLiveClient(server.url, reviewId, owner.cookie);
  const writer = openWriter(live.doc);
  const by = { author: null, nowMs: 0 };
  factors.forEach((text, n) =>
    addCard(writer, { kind: 'factor', id: `factor-000${n}` as CardId, text, category: 'technical' }, by),
  );
  const times = { at: Date.UTC(2026, 10, 12, 13, 22), endAt: null, precision: 'exact' } as const;
  addCard(
    writer,
    {
      kind: 'event',
      id: 'event-0001' as CardId,
      text: 'First labels do not print',
      ...times,
      eventKind: 'impact',
      lane: '',
      key: false,
    },
    by,
  );
  const priya = await joinLink(owner, reviewId);
  expect(priya).not.toBe('');
  live.destroy();
});

const theme = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Factors' }).getByRole('region', { name });
const card = (page: Page, words: string): Locator => page.locator('[data-card-id]').filter({ hasText: words }).first();
const middle = async (locator: Locator): Promise<{ x: number; y: number }> => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const toFactors = async (page: Page): Promise<void> => {
  await page.keyboard.press('3');
  await expect(page.getByRole('region', { name: 'Factors' })).toBeFocused();
};

test('[FM1] [FM2] [FM6] three people: a suggestion, a theme, a card dragged in, a link by its handle', async ({
  owner,
  reviewId,
  arrive,
}) => {
  const link = await joinLink(owner, reviewId);
  const [priya, tomasz, maya] = await Promise.all(['Priya', 'Tomasz', 'Maya'].map((name) => arrive(name)));
  if (!priya || !tomasz || !maya) throw new Error('nobody came');
  for (const person of [priya, tomasz, maya]) {
    await person.join(link);
    await toFactors(person.page);
  }
  const line = (page: Page) => page.getByRole('group', { name: 'A suggestion' });
  for (const { page } of [priya, tomasz]) await expect(line(page)).toContainText('These two may belong together');
  await expect(line(priya.page)).toContainText(noAlert);
  await line(priya.page).getByRole('button', { name: 'Group' }).click();
  const name = priya.page.getByRole('textbox', { name: 'Name of the theme' });
  await expect(name).toBeFocused();
  await name.fill('What we could not see');
  await name.press('Enter');
  for (const { page } of [priya, tomasz, maya]) {
    await expect(theme(page, 'What we could not see').locator('[data-card-id]')).toHaveCount(2);
    await expect(line(page)).toHaveCount(0);
  }

  // Maya drags a third card in.
  const from = await middle(card(maya.page, pharmacy));
  const to = await middle(card(maya.page, alerts));
  await maya.page.mouse.move(from.x, from.y);
  await maya.page.mouse.down();
  await maya.page.mouse.move(to.x, to.y - 30, { steps: 8 });
  await maya.page.mouse.up();
  for (const { page } of [priya, tomasz, maya])
    await expect(theme(page, 'What we could not see').locator('[data-card-id]')).toHaveCount(3);

  // Tomasz links the exception to the event, by its handle.
  const { page } = tomasz;
  await card(page, freeze).hover();
  const handle = await middle(card(page, freeze).locator('[data-link-handle]'));
  const target = await middle(card(page, pharmacy));
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('menu', { name: 'What the link means' }).getByRole('menuitem', { name: 'made harder' }).click();
  await expect(card(priya.page, freeze)).toHaveAttribute('aria-label', /made harder “Each pharmacy/i);
  await card(page, freeze).focus();
  const words = page.getByRole('button', { name: /made harder Each pharmacy.*change the link/ });
  await expect(words).toBeVisible();
  await expectAccessible(page, 'factor map');
  await words.click();
  await page.getByRole('menuitemradio', { name: 'made possible' }).click();
  await expect(card(priya.page, freeze)).toHaveAttribute('aria-label', /made possible “Each pharmacy/i);
  // What would go round is refused with words.
  await card(page, pharmacy).focus();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Link to…' });
  await dialog.getByRole('combobox', { name: 'What this explains' }).fill('freeze');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That would go round in a circle', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Escape');

  // Priya takes the theme away: its cards stay, for everyone; her undo brings it back.
  await theme(priya.page, 'What we could not see')
    .getByRole('button', { name: /^More for/ })
    .click();
  await priya.page.getByRole('menuitem', { name: /^Ungroup/ }).click();
  for (const person of [priya, tomasz, maya]) {
    await expect(theme(person.page, 'What we could not see')).toHaveCount(0);
    await expect(card(person.page, pharmacy)).toBeVisible();
  }
  await priya.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(theme(maya.page, 'What we could not see').locator('[data-card-id]')).toHaveCount(3);
});

test('[FM6] what is declined is not asked again, of nobody, and stays so', async ({ owner, reviewId, arrive }) => {
  const link = await joinLink(owner, reviewId);
  const priya = await arrive('Priya');
  const tomasz = await arrive('Tomasz');
  for (const person of [priya, tomasz]) {
    await person.join(link);
    await toFactors(person.page);
  }
  const line = (page: Page) => page.getByRole('group', { name: 'A suggestion' });
  await line(tomasz.page).getByRole('button', { name: 'Not the same' }).click();
  for (const { page } of [priya, tomasz]) await expect(line(page)).toHaveCount(0);
  await priya.page.reload();
  await priya.expectSaved();
  await toFactors(priya.page);
  await expect(card(priya.page, alerts)).toBeVisible();
  await expect(line(priya.page)).toHaveCount(0);
});

test('[FM1] [FM3] [FM4] by keyboard alone: group, name, move, ask why twice, tidy', async ({
  owner,
  reviewId,
  arrive,
}) => {
  const priya = await arrive('Priya');
  const { page } = priya;
  await priya.join(await joinLink(owner, reviewId));
  await toFactors(page);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await card(page, freeze).focus();
  await press('Shift+ArrowDown', 'Shift+G');
  await expect(page.getByRole('textbox', { name: 'Name of the theme' })).toBeFocused();
  await page.keyboard.type('Opening hours');
  await press('Enter');
  await expect(theme(page, 'Opening hours').locator('[data-card-id]')).toHaveCount(2);
  await card(page, alerts).focus();
  await press('m');
  await expect(page.getByRole('dialog', { name: 'Move to…' })).toBeVisible();
  await page.keyboard.type('opening');
  await press('Enter');
  await expect(theme(page, 'Opening hours').locator('[data-card-id]')).toHaveCount(3);
  await expect(page.locator('[data-card-id]:focus')).toContainText(alerts);

  await card(page, noAlert).focus();
  await press('Shift+G');
  const group = page.getByRole('dialog', { name: 'Group with…' });
  await expect(group).toBeVisible();
  await expectAccessible(page, 'group with');
  await press('Escape');

  await press('w');
  const why = page.getByRole('dialog', { name: 'Ask why' });
  await expect(why.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Tomasz should have seen it');
  await expect(why).toContainText('This lands on a person.');
  await press('Control+a');
  await page.keyboard.type('Nobody owns the alerts of the printers');
  await expect(why).not.toContainText('This lands on a person.');
  await press('Enter');
  await expect(why.getByRole('textbox', { name: 'What made that so?', exact: false })).toBeFocused();
  await page.keyboard.type('The team that did was merged in May');
  await press('Enter');
  await expect(why).toContainText('2 deep');
  await expectAccessible(page, 'ask why');
  await press('Escape');
  await expect(why).toHaveCount(0);
  await expect(card(page, 'The team that did was merged')).toHaveAttribute('aria-label', /made possible “Nobody owns/i);

  await press('Control+k');
  await page.keyboard.type('tidy');
  await press('Enter');
  await expect(page.getByText(/^Tidied|in the order of what they explain already/).first()).toBeVisible();
  await press('o');
  await expect(page.getByRole('heading', { name: /Opening hours/ })).toBeVisible();
  await expectAccessible(page, 'outline with a theme');
});

test('[FM1] [FM4] on a phone: group by ticking, ask why', async ({ owner, reviewId, arrive }) => {
  const tomasz = await arrive('Tomasz', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const priya = await arrive('Priya');
  const link = await joinLink(owner, reviewId);
  for (const person of [tomasz, priya]) await person.join(link);
  await toFactors(priya.page);
  const { page } = tomasz;
  await page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'Board' }).tap();
  const sheet = async (words: string, offer: string | RegExp): Promise<void> => {
    await card(page, words).scrollIntoViewIfNeeded();
    await card(page, words).tap();
    const open = page.getByRole('dialog', { name: 'Factor' });
    await page.getByRole('toolbar').getByRole('button', { name: 'More' }).tap();
    await open.getByRole('button', { name: offer }).tap();
  };
  await sheet(pharmacy, /^Group/);
  const group = page.getByRole('dialog', { name: 'Group with…' });
  await group.getByLabel('What they share').fill('Seeing only a part');
  await group.getByRole('checkbox', { name: alerts }).tap();
  await expectAccessible(page, 'group with, phone');
  await group.getByRole('button', { name: 'Group 2 factors' }).tap();
  await expect(page.getByRole('heading', { name: /Seeing only a part/ })).toBeVisible();
  await expect(theme(priya.page, 'Seeing only a part').locator('[data-card-id]')).toHaveCount(2);

  await sheet(freeze, /^Ask why/);
  const why = page.getByRole('dialog', { name: 'Ask why' });
  await why.getByRole('textbox').fill('The calendar shows no opening hours');
  await why.getByRole('button', { name: 'Another answer' }).tap();
  await expect(why.getByText('The calendar shows no opening hours')).toBeVisible();
  await expect(card(priya.page, 'The calendar shows no opening hours')).toBeVisible();
  await expectAccessible(page, 'ask why, phone');
});
