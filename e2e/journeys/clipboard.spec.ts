// Cards to and from the clipboard: within a board, to another review, from spreadsheets and chats, and what must not get through.
import { openView } from '@hearth/board/view';
import { expect, type Page } from '@playwright/test';
import type * as Y from 'yjs';
import { joinLink, newReview } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

let priya: Person;
let page: Page;

test.beforeEach(async ({ enter }) => {
  priya = await enter('Priya', { permissions: ['clipboard-read', 'clipboard-write'] });
  page = priya.page;
});

const factorField = 'A condition that played a part';
const addFactors = async (...words: string[]): Promise<void> => {
  for (const one of words) await priya.addCard('Factors', 'Add a factor', factorField, one);
};
/** What other programs put on the clipboard. */
const paste = async (data: Record<string, string>): Promise<void> => {
  await page.evaluate((parts) => {
    const transfer = new DataTransfer();
    for (const [type, content] of Object.entries(parts)) transfer.setData(type, content);
    (document.activeElement ?? document.body).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, data);
};
const cardsOf = (doc: Y.Doc) => {
  const view = openView(doc);
  const cards = { factors: view.list('factor'), events: view.list('event'), links: view.links() };
  view.destroy();
  return cards;
};
const inZone = (name: Parameters<Person['zone']>[0]) => priya.zone(name).locator('[data-card-id]');
const goTo = async (key: string): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.keyboard.press(key);
  // The zone has the focus with the next frame; nobody pastes sooner.
  await page.evaluate(() => new Promise(requestAnimationFrame));
};

test('[C2] [C5] copied, cut and pasted by keys, with links; one paste is one step back', async ({
  owner,
  onBoard,
  arrive,
}) => {
  await addFactors('One firmware for all', 'Nobody watches the queue');
  await priya.card('One firmware for all').focus();
  await page.keyboard.press('l');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await priya.card('One firmware for all').click();
  await page.keyboard.press('Escape');
  await priya.card('One firmware for all').click();
  await priya.card('Nobody watches the queue').click({ modifiers: ['Shift'] });
  await expect(page.getByRole('toolbar', { name: 'For these 2 cards' })).toBeVisible();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 2 cards.')).toBeVisible();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('Pasted 2 factors.')).toBeVisible();
  await expect(inZone('Factors')).toHaveCount(4);
  await priya.expectSaved();
  const { factors, links } = await onBoard(cardsOf);
  expect(links).toHaveLength(2);
  expect(factors.map((card) => card.author?.name)).toEqual(['Priya', 'Priya', 'Priya', 'Priya']);
  await page.keyboard.press('Control+z');
  await expect(inZone('Factors')).toHaveCount(2);

  // To another review, as somebody else's: nothing of Priya comes along.
  await priya.card('One firmware for all').click();
  await priya.card('Nobody watches the queue').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+x');
  await expect(inZone('Factors')).toHaveCount(0);
  await expect(page.getByText('Cut 2 cards.')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
    return { html: await text('text/html'), plain: await text('text/plain') };
  });
  expect(copied.plain).toBe(
    'Technical factor: One firmware for all\nTechnical factor: Nobody watches the queue'.replaceAll(
      'Technical',
      copied.plain.split(' ')[0] ?? '',
    ),
  );
  expect(copied.html).not.toContain('Priya');
  const other = await newReview(owner, 'Another review');
  const dele = await arrive('Dele');
  await dele.join(await joinLink(owner, other));
  page = dele.page;
  await page.keyboard.press('3');
  await paste({ 'text/html': copied.html, 'text/plain': copied.plain });
  await expect(dele.card('One firmware for all')).toBeVisible();
  await dele.expectSaved();
  const there = await onBoard(cardsOf, other);
  expect(there.links).toHaveLength(1);
  expect(there.factors.map((card) => card.author?.name)).toEqual(['Dele', 'Dele']);
});

test('[C3] what is copied becomes what stands where it is pasted', async () => {
  await priya.addMoment('14:24', 'Four calls, one firmware');
  await priya.card('Four calls').focus();
  await page.keyboard.press('Control+c');
  await goTo('4');
  await page.keyboard.press('Control+v');
  await expect(priya.zone('Learnings').locator('[data-card-id]')).toContainText('Four calls, one firmware');
});

test('[T70] [T72] rows of a spreadsheet and a chat are looked at first; few come at once; one card instead', async () => {
  await goTo('1');
  await paste({ 'text/plain': '13:22 Labels stop\n14:24 Four calls' });
  await expect(page.getByText('Pasted 2 events.')).toBeVisible();
  await expect(inZone('Timeline')).toHaveCount(2);

  const rows = Array.from(
    { length: 12 },
    (_, n) => `<tr><td>15:${10 + n}</td><td>Step ${n}<br>by hand</td><td>note ${n}</td></tr>`,
  );
  await goTo('1');
  await paste({ 'text/html': `<table>${rows.join('')}</table>`, 'text/plain': 'not looked at' });
  const dialog = page.getByRole('dialog', { name: 'Paste 12 events' });
  await expect(dialog.getByRole('listitem')).toHaveCount(12);
  await expect(dialog.getByRole('listitem').first()).toContainText('15:10');
  await expectAccessible(page, 'paste');
  await page.keyboard.press('Enter');
  await expect(inZone('Timeline')).toHaveCount(14);
  await page.keyboard.press('Control+z');
  await expect(inZone('Timeline')).toHaveCount(2);

  await goTo('3');
  await paste({ 'text/plain': 'One\nTwo\nThree\nFour' });
  const four = page.getByRole('dialog', { name: 'Paste 4 factors' });
  await four.getByRole('button', { name: 'One card' }).click();
  await page.getByRole('dialog', { name: 'Paste 1 factor' }).getByRole('button', { name: 'Paste 1 factor' }).click();
  await expect(inZone('Factors')).toHaveCount(1);
});

test('[C6] hostile markup is words, or nothing at all', async ({ onBoard }) => {
  await goTo('3');
  await page.evaluate(() => Object.assign(window, { broken: 0 }));
  const hostile = '<img src=x onerror="broken=1"><script>broken=1</script>';
  await paste({
    'text/html': `<table><tr><td>${hostile}One</td><td>${hostile}</td></tr><tr><td>Two<a href="javascript:broken=1">x</a></td><td></td></tr></table>`,
    'text/plain': 'x',
  });
  await expect(inZone('Factors')).toHaveCount(2);
  await paste({ 'text/plain': '<b onmouseover="broken=1">Three</b>' });
  await expect(priya.card('<b onmouseover="broken=1">Three</b>')).toBeVisible();
  const clip = {
    hearth: 'cards',
    cards: [{ kind: 'factor', text: hostile, id: 'card-stolen', author: { name: 'The director' } }],
  };
  await paste({ 'application/x-hearth-cards+json': JSON.stringify(clip) });
  await expect(inZone('Factors')).toHaveCount(4);
  await expect(priya.zone('Factors').locator('[data-card-id] img, [data-card-id] a, [data-card-id] b')).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { broken: number }).broken)).toBe(0);
  await priya.expectSaved();
  const { factors } = await onBoard(cardsOf);
  expect(new Set(factors.map((card) => card.author?.name))).toEqual(new Set(['Priya']));
});

test('[C5] too much: 5,000 rows, and 100 kB into one card, end in a clear word', async ({
  server,
  owner,
  reviewId,
  onBoard,
  arrive,
}) => {
  await goTo('1');
  const rows = Array.from(
    { length: 5_000 },
    (_, n) => `${10 + Math.floor(n / 600)}:${String(n % 60).padStart(2, '0')} Step ${n}`,
  );
  await paste({ 'text/plain': rows.join('\n') });
  const dialog = page.getByRole('dialog', { name: /^5000 events at once|^5,000 events at once/ });
  await expect(dialog).toContainText('One paste carries 250 cards');
  await dialog.getByRole('button', { name: 'Paste the first 250' }).click();
  await expect(page.getByText('Pasted 250 events.')).toBeVisible();
  await expect.poll(async () => (await onBoard(cardsOf)).events.length).toBe(250);
  await priya.expectSaved();
  await page.keyboard.press('Control+z');
  await expect(inZone('Timeline')).toHaveCount(0);

  // A card that is there takes long text as a file; one that begins takes what a card holds, and says so.
  await priya.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().click();
  const field = page.getByLabel(factorField, { exact: true });
  await field.fill('Short');
  await page.evaluate(() => navigator.clipboard.writeText('x'.repeat(100_000)));
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/A card holds 20,000 letters\. The last 80,005/)).toBeVisible();
  expect((await field.inputValue()).length).toBe(20_000);
  await page.keyboard.press('Escape');
  await priya.expectSaved();

  // Those who may import are taken there, with the text.
  const ines = await arrive('Ines');
  await ines.bring(owner.cookie, server.url);
  page = ines.page;
  await page.goto(`/reviews/${reviewId}`);
  await ines.expectSaved();
  await paste({ 'text/plain': rows.join('\n') });
  await page.getByRole('button', { name: 'Import all as a timeline' }).click();
  await expect(page.getByLabel('The timeline')).toHaveValue(/Step 4999/);
});
