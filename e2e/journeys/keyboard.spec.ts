// The whole room by keyboard alone, from the join link on.
import { openView } from '@hearth/board/view';
import { expect, type Page } from '@playwright/test';
import type * as Y from 'yjs';
import { joinLink } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

let priya: Person;
let page: Page;

test.beforeEach(async ({ owner, reviewId, arrive }) => {
  priya = await arrive('Priya');
  page = priya.page;
  await page.goto(await joinLink(owner, reviewId));
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Priya');
  await page.keyboard.press('Enter');
  await priya.expectSaved();
});

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const focusedCard = () => page.locator('[data-card-id]:focus');
const focusedField = () => page.locator('textarea:focus, input:focus');

/** To the factors, to their first list, in: words, Enter, Escape. */
const writeFactors = async (...words: string[]): Promise<void> => {
  await press('3');
  await expect(priya.zone('Factors')).toBeFocused();
  await press('Tab', 'Enter');
  await expect(page.getByLabel('A condition that played a part')).toBeFocused();
  for (const one of words) {
    await page.keyboard.type(one);
    await press('Enter');
    await expect(priya.card(one)).toBeVisible();
  }
  await press('Escape');
  await expect(focusedField()).toHaveCount(0);
};

test('writes, edits, moves, links and undoes without a pointer', async ({ onBoard }) => {
  // The room has not started: N writes where the selected card is, else on the timeline.
  await press('n');
  await expect(page.getByLabel('Time, in the zone of the incident')).toBeFocused();
  await page.keyboard.type('13:22');
  await press('Tab');
  await page.keyboard.type('Labels stop');
  await press('Enter', 'Escape');
  await expect(priya.card('Labels stop')).toBeVisible();

  await writeFactors('One firmware for all', 'Nobody watches the queue', 'The same batch');
  const card = (words: string) => page.locator('[data-card-id]', { hasText: words });
  await card('The same batch').focus();
  await press('ArrowUp');
  await expect(focusedCard()).toContainText('Nobody watches the queue');
  await press('Alt+ArrowUp');
  await expect
    .poll(() => onBoard(order))
    .toEqual(['Nobody watches the queue', 'One firmware for all', 'The same batch']);
  await expect(focusedCard()).toContainText('Nobody watches the queue');
  await press('Alt+ArrowDown', 'Alt+ArrowDown');
  await expect
    .poll(() => onBoard(order))
    .toEqual(['One firmware for all', 'The same batch', 'Nobody watches the queue']);

  await press('Enter');
  await expect(focusedField()).toHaveValue('Nobody watches the queue');
  await press('End');
  await page.keyboard.type(' at night');
  await press('Enter');
  await expect(focusedCard()).toContainText('Nobody watches the queue at night');

  await press('l');
  await expect(page.getByRole('dialog', { name: 'Link to…' })).toBeVisible();
  await page.keyboard.type('labels');
  await press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(focusedCard()).toHaveAttribute('aria-label', /Labels stop/);

  const before = await onBoard(categoryOf('Nobody watches the queue at night'));
  expect(before).not.toBe('technical');
  await press('m');
  const move = page.getByRole('dialog', { name: 'Move to…' });
  await expect(move).toBeVisible();
  await expectAccessible(page, 'move panel');
  await page.keyboard.type('Techn');
  await press('Enter');
  await expect(move).toHaveCount(0);
  await expect(focusedCard()).toContainText('at night');
  await expect.poll(() => onBoard(categoryOf('Nobody watches the queue at night'))).toBe('technical');

  await press('Control+z');
  await expect.poll(() => onBoard(categoryOf('Nobody watches the queue at night'))).toBe(before);
  await press('Control+Shift+z');
  await expect.poll(() => onBoard(categoryOf('Nobody watches the queue at night'))).toBe('technical');

  await expect(focusedCard()).toContainText('at night');
  await press('Delete');
  await expect(card('at night')).toHaveCount(0);
  await press('Control+z');
  await expect(card('at night')).toHaveCount(1);
});

test('N writes where the focus is: in the zone one went to, at the button one came back to', async () => {
  await press('4');
  await expect(priya.zone('Learnings')).toBeFocused();
  await press('n');
  await expect(page.getByLabel('A learning', { exact: true })).toBeFocused();
  await press('Escape');
  await writeFactors('One firmware for all');
  await page.locator('[data-add="factor/human"]').focus();
  await press('n');
  await page.keyboard.type('Two queues for one phone');
  await press('Enter', 'Escape');
  await expect(page.getByRole('list', { name: 'Human factors' }).getByText('Two queues for one phone')).toBeVisible();
});

test('outline, help and the tab order: nothing traps, nothing is lost', async () => {
  await writeFactors('One firmware for all');
  await press('o');
  await expect(page.getByRole('main', { name: 'Outline of the board' })).toBeVisible();
  await expectAccessible(page, 'outline');
  await press('o');
  await expect(page.getByRole('main', { name: 'Board' })).toBeVisible();

  await press('?');
  const help = page.getByRole('dialog');
  await expect(help).toContainText('Take back my own last change');
  await expectAccessible(page, 'keys');
  // The keys of the room sleep while a dialog is open.
  await press('n', 'o');
  await expect(help).toBeVisible();
  await press('Escape');
  await expect(help).toHaveCount(0);
  await expect(page.getByRole('main', { name: 'Board' })).toBeVisible();

  // A page that has just been opened: the Tab key begins at its first stop.
  await page.reload();
  await priya.expectSaved();
  await expect(priya.card('One firmware for all')).toBeVisible();
  const seen = new Set<string>();
  for (let stop = 0; stop < 120; stop++) {
    await press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return '';
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) throw new Error(`the focus is not visible on ${element.outerHTML}`);
      return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;
    });
    if (at === '') break;
    seen.add(at);
  }
  expect(await page.evaluate(() => document.activeElement === document.body), [...seen].join('\n')).toBe(true);
  expect([...seen].some((stop) => stop.includes('One firmware for all'))).toBe(true);
  expect([...seen].some((stop) => stop.includes('Skip to the board'))).toBe(true);
});

test('single keys never fire while somebody types', async () => {
  const everyKey = 'nolmegrh1234+-0? N O L M';
  await writeFactors(everyKey);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-card-id]', { hasText: everyKey }).focus();
  await press('Enter', 'End');
  await page.keyboard.type(everyKey);
  await press('Enter');
  await expect(focusedCard()).toContainText(everyKey + everyKey);
  await priya.view('Narrative');
  const story = page.getByRole('textbox', { name: 'Narrative' });
  await story.click();
  await press('Control+Home', 'End');
  await page.keyboard.type(everyKey);
  await expect(story).toContainText(everyKey);
  await expect(page.getByRole('main', { name: 'Narrative' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'In the room' })).toBeVisible();
});

const factorsOf = (doc: Y.Doc) => {
  const view = openView(doc);
  const all = view.list('factor').map(({ text, category }) => ({ text, category }));
  view.destroy();
  return all;
};
const categoryOf = (words: string) => (doc: Y.Doc) => factorsOf(doc).find(({ text }) => text === words)?.category;
const order = (doc: Y.Doc): string[] => factorsOf(doc).map(({ text }) => text);
