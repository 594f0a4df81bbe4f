// The outline: the board as a document that is written with the keyboard, beside somebody who looks at the canvas.
import { addCards, openWriter, type NewCard } from '@hearth/board/operations';
import { openView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { expect, type Page } from '@playwright/test';
import type * as Y from 'yjs';
import { test, type OnBoard } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const focusedCard = (page: Page) => page.locator('[data-card-id]:focus');
const focusedField = (page: Page) => page.locator('textarea:focus, input:focus');
const row = (page: Page, words: string) => page.locator('[data-outline] [data-card-id]', { hasText: words });

const seed = async (onBoard: OnBoard, cards: readonly NewCard[]): Promise<void> => {
  await onBoard(async (doc) => {
    const writer = openWriter(doc);
    for (let from = 0; from < cards.length; from += 200) {
      addCards(writer, cards.slice(from, from + 200), { author: { id: null, name: 'Dele' }, nowMs: Date.now() });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await expect.poll(async () => (await onBoard(cardsOf)).length).toBe(cards.length);
  });
};
const cardsOf = (doc: Y.Doc) => {
  const view = openView(doc);
  const all = [...view.list('event'), ...view.list('factor'), ...view.list('learning')];
  view.destroy();
  return all;
};
const factorsOf = (doc: Y.Doc): string[] =>
  cardsOf(doc).flatMap((card) => (card.kind === 'factor' ? [`${card.category}: ${card.text}`] : []));

test('[O1] [O2] [O7] a whole card life by keyboard, seen on the canvas by another', async ({ onBoard, enter }) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  const { page } = priya;
  await press(page, 'o');
  await expect(page.getByRole('main', { name: 'Outline of the board' })).toBeVisible();

  // A moment first: the zone, its heading, its button.
  await press(page, '1');
  await expect(priya.zone('Timeline')).toBeFocused();
  await press(page, 'Tab', 'Tab', 'Enter');
  await expect(page.getByLabel('Time, in the zone of the incident')).toBeFocused();
  await page.keyboard.type('13:22');
  await press(page, 'Tab');
  await page.keyboard.type('Labels stop');
  await press(page, 'Enter', 'Escape');
  await expect(row(page, 'Labels stop')).toBeVisible();

  await press(page, '3');
  await expect(priya.zone('Factors')).toBeFocused();
  await press(page, 'Tab', 'Tab', 'Enter');
  await expect(page.getByLabel('A condition that played a part')).toBeFocused();
  await page.keyboard.type('One firmware for all');
  await press(page, 'Enter', 'Escape');
  await expect(tomasz.card('One firmware for all')).toBeVisible();

  // Written like a document: Enter goes on below, Backspace takes an empty line away.
  await row(page, 'One firmware for all').focus();
  await press(page, 'Enter');
  await expect(focusedField(page)).toHaveValue('One firmware for all');
  await press(page, 'Enter');
  await expect(focusedField(page)).toHaveValue('');
  await page.keyboard.type('Nobody watches the queue');
  await expect(tomasz.card('Nobody watches the queue')).toBeVisible();
  await press(page, 'Enter');
  await expect(focusedField(page)).toHaveValue('');
  await press(page, 'Backspace');
  await expect(focusedField(page)).toHaveValue('Nobody watches the queue');
  await page.keyboard.type(' at night');
  await press(page, 'Escape');
  await expect(focusedCard(page)).toContainText('Nobody watches the queue at night');
  await expect(tomasz.card('Nobody watches the queue at night')).toBeVisible();
  await expect
    .poll(() => onBoard(factorsOf))
    .toEqual(['technical: One firmware for all', 'technical: Nobody watches the queue at night']);

  // Moved among its neighbours and over the end of its group.
  await press(page, 'Alt+ArrowUp');
  await expect
    .poll(() => onBoard(factorsOf))
    .toEqual(['technical: Nobody watches the queue at night', 'technical: One firmware for all']);
  await press(page, 'Alt+ArrowUp');
  await expect.poll(() => onBoard(factorsOf)).toContain('organisational: Nobody watches the queue at night');
  await expect(focusedCard(page)).toContainText('at night');

  // Its category in its place: letters typed on the list are no commands.
  await press(page, 'Tab');
  await expect(page.getByRole('combobox', { name: 'Condition' })).toBeFocused();
  await press(page, 'h');
  await expect.poll(() => onBoard(factorsOf)).toContain('human: Nobody watches the queue at night');
  await expect(page.getByRole('combobox', { name: 'Condition' })).toBeVisible();
  await row(page, 'at night').focus();

  // Linked, in words, and from there to the other end.
  await press(page, 'l');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('labels');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row(page, 'at night')).toContainText('contributed to 1');
  await expect(row(page, 'Labels stop')).toContainText('from 1');
  await row(page, 'at night')
    .getByRole('button', { name: /contributed to 1/ })
    .focus();
  await press(page, 'Enter');
  await expect(focusedCard(page)).toContainText('Labels stop');

  // Its time, typed in its place.
  await press(page, 'Tab');
  await expect(focusedField(page)).toHaveValue('13:22');
  await press(page, 'Control+a');
  await page.keyboard.type('about 13:40');
  await press(page, 'Enter');
  await expect(focusedCard(page)).toHaveAttribute('aria-label', /^About 13:40/);
  await expect(tomasz.card('Labels stop')).toHaveAttribute('aria-label', /^About 13:40/);
  await press(page, 'Alt+ArrowDown');
  await expect(focusedCard(page)).toHaveAttribute('aria-label', /^About 13:41/);
  await expectAccessible(page, 'outline at a card');

  // Emptied and removed, with the way back.
  await row(page, 'One firmware for all').focus();
  await press(page, 'Enter', 'Control+a', 'Backspace', 'Backspace');
  await expect(tomasz.card('One firmware for all')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' })).toBeVisible();
  await press(page, 'Escape');
  await press(page, 'Control+z', 'Control+z');
  await expect(tomasz.card('One firmware for all')).toBeVisible();
  await priya.expectSaved();
});

test('[O4] [O5] folded, filtered, found again, and the same card on the canvas', async ({ onBoard, enter }) => {
  const at = Date.UTC(2026, 10, 12, 13);
  await seed(onBoard, [
    ...['Labels stop', 'Four calls'].map((text, index): NewCard => ({
      kind: 'event',
      id: `event-000${index}` as CardId,
      text,
      at: at + index * 60_000,
      endAt: null,
      precision: 'exact',
      eventKind: 'impact',
      lane: '',
      key: false,
    })),
    { kind: 'factor', id: 'factor-0001' as CardId, text: 'One firmware for all', category: 'technical' },
    { kind: 'learning', id: 'learning-01' as CardId, text: 'Accepted is not printed' },
  ]);
  const priya = await enter('Priya');
  const { page } = priya;
  await priya.card('One firmware for all').focus();
  await press(page, 'o');
  await expect(focusedCard(page)).toContainText('One firmware for all');
  await expect(page.locator('[data-outline]')).toBeVisible();

  const fold = page.getByRole('heading', { name: /^Factors/ }).getByRole('button', { name: 'Factors', exact: true });
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(row(page, 'One firmware for all')).toHaveCount(0);
  await expectAccessible(page, 'outline, folded');

  // Whoever looks for it finds it.
  await press(page, '/');
  await page.getByRole('combobox', { name: 'Find words and people' }).fill('firmware');
  await press(page, 'Enter');
  await expect(row(page, 'One firmware for all')).toBeVisible();
  await press(page, 'Escape');

  await page.getByLabel('Kind of cards').selectOption('event');
  await expect(row(page, 'Labels stop')).toBeVisible();
  await expect(row(page, 'Accepted is not printed')).toHaveCount(0);
  await page.getByRole('button', { name: 'Mine', exact: true }).click();
  await expect(row(page, 'Labels stop')).toHaveCount(0);
  await expectAccessible(page, 'outline, filtered');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(row(page, 'Accepted is not printed')).toBeVisible();

  await row(page, 'Accepted is not printed').focus();
  await press(page, 'o');
  await expect(page.getByRole('main', { name: 'Board' })).toBeVisible();
  await expect(focusedCard(page)).toContainText('Accepted is not printed');
  await expect(focusedCard(page)).toBeInViewport();
});

test('[O10] the narrative’s headings lead into it', async ({ enter }) => {
  const priya = await enter('Priya');
  const { page } = priya;
  await priya.view('Narrative');
  const story = page.getByRole('textbox', { name: 'Narrative' });
  await story.click();
  await page.keyboard.type('## From inside a pharmacy');
  await press(page, 'Enter');
  await page.keyboard.type('Nobody could tell.');
  await priya.view('Outline');
  const heading = page
    .getByRole('region', { name: 'Narrative' })
    .getByRole('button', { name: 'From inside a pharmacy' });
  await heading.click();
  await expect(page.getByRole('main', { name: 'Narrative' })).toBeVisible();
  await expect(story).toBeFocused();
});

/** Tab until the focus leaves the page: every stop is seen, none is stood on twice in a row. */
const tabThrough = async (page: Page): Promise<string[]> => {
  // From the first stop of the page on.
  await page.locator('a[href], button').first().focus();
  const seen: string[] = [];
  for (let stop = 0; stop < 200; stop++) {
    await press(page, 'Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return '';
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) throw new Error(`the focus is not visible on ${element.outerHTML}`);
      return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;
    });
    if (at === '') return seen;
    seen.push(at);
  }
  throw new Error(`the Tab key never left the page:\n${seen.join('\n')}`);
};

test('[O11] nothing holds the Tab key, at the desk and on a phone with a keyboard', async ({ onBoard, enter }) => {
  await seed(onBoard, [
    { kind: 'factor', id: 'factor-0001' as CardId, text: 'One firmware for all', category: 'technical' },
    { kind: 'learning', id: 'learning-01' as CardId, text: 'Accepted is not printed' },
  ]);
  const priya = await enter('Priya');
  await press(priya.page, 'o');
  await row(priya.page, 'One firmware for all').focus();
  // Out of a field that is being written in as well.
  await press(priya.page, 'Enter', 'Tab');
  await expect(focusedField(priya.page)).toHaveCount(0);
  const stops = await tabThrough(priya.page);
  expect(stops.some((stop) => stop.includes('One firmware for all'))).toBe(true);
  expect(stops.some((stop) => stop.includes('Accepted is not printed'))).toBe(true);
  await priya.context.close();

  const maya = await enter('Maya', { viewport: { width: 390, height: 844 } });
  for (const name of ['Now', 'Board', 'People']) {
    await maya.page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name }).click();
    const there = await tabThrough(maya.page);
    expect(there.some((stop) => stop.includes('People'))).toBe(true);
  }
});

test('[O12] reads at 320 px and at 400 %, and on paper', async ({ onBoard, enter }) => {
  await seed(onBoard, [
    {
      kind: 'factor',
      id: 'factor-0001' as CardId,
      text: 'One firmware for all, and aVeryLongNameOfAServiceThatNobodyWouldBreakByHand',
      category: 'technical',
    },
  ]);
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 320, height: 256 },
    { width: 720, height: 500 },
  ]) {
    const priya = await enter(`Priya ${viewport.width} by ${viewport.height}`, { viewport });
    const { page } = priya;
    if (viewport.width < 720)
      await page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'Board' }).click();
    else await press(page, 'o');
    const card = row(page, 'One firmware for all');
    await card.focus();
    await expect(card).toBeInViewport();
    await expectAccessible(page, `outline at ${viewport.width} × ${viewport.height}`);
    const box = await card.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= viewport.width).toBe(true);
    // Nothing that stays in its place covers the card that has the focus.
    expect(
      await card.evaluate((element) => {
        const { left, top } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + 8, top + 8));
      }),
    ).toBe(true);
    await priya.context.close();
  }
  const priya = await enter('Priya');
  await press(priya.page, 'o');
  await row(priya.page, 'One firmware').focus();
  await priya.page.emulateMedia({ media: 'print' });
  await expect(row(priya.page, 'One firmware')).toBeVisible();
  await expect(priya.page.getByRole('toolbar', { name: 'For this factor' })).toBeHidden();
  await expect(priya.page.getByRole('navigation', { name: 'Stages and views' })).toBeHidden();
});

test('[O8] 2,000 cards: opened soon, each in the page for readers and for the browser’s own search', async ({
  onBoard,
  enter,
}) => {
  await seed(
    onBoard,
    Array.from({ length: 2_000 }, (_, index): NewCard => ({
      kind: 'factor',
      id: `factor-${String(index).padStart(4, '0')}` as CardId,
      text: `Condition number ${index} of a long night`,
      category: 'technical',
    })),
  );
  const priya = await enter('Priya');
  const { page } = priya;
  await expect(page.locator('[data-zone="factors"]')).toBeVisible();
  const opened = await page.evaluate(async () => {
    const began = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true }));
    while (document.querySelectorAll('[data-outline] [data-card-id]').length < 2_000)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - began;
  });
  expect(opened).toBeLessThan(6_000);
  const last = row(page, 'Condition number 1999 ');
  await expect(last).toHaveAccessibleName(/Condition number 1999 of a long night/);
  expect(
    await page.evaluate(() => (window as unknown as { find: (words: string) => boolean }).find('number 1998 of')),
  ).toBe(true);
  // A letter typed in one card is drawn at once.
  await last.focus();
  await press(page, 'Enter', 'End');
  const typed = await page.evaluate(async () => {
    const field = document.activeElement as HTMLTextAreaElement;
    const times: number[] = [];
    for (let letter = 0; letter < 20; letter++) {
      const began = performance.now();
      field.setRangeText('x', field.value.length, field.value.length, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - began);
    }
    return times.toSorted((a, b) => a - b)[10] ?? 0;
  });
  test.info().annotations.push({
    type: 'measured',
    description: `opened ${opened.toFixed(0)} ms, a letter, median ${typed.toFixed(0)} ms`,
  });
  expect(typed).toBeLessThan(150);
});
