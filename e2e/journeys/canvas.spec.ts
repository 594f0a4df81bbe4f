// The board as a canvas: moved by mouse, keys and fingers; many cards selected, moved together and seen moving.
import { addCard, addColumn, openWriter, removeCard, type Writer } from '@hearth/board/operations';
import type { CardId, ColumnId } from '@hearth/review/ids';
import { devices, expect, type Page } from '@playwright/test';
import { fillBoard } from '../bench/fill-board.ts';
import { openLiveClient, type LiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import { openRawFacilitation } from '../raw-connections.ts';
import type { Person } from '../person.ts';

let filler: LiveClient;
let writer: Writer;

test.beforeEach(async ({ server, owner, reviewId }) => {
  filler = await openLiveClient(server.url, reviewId, owner.cookie);
  writer = openWriter(filler.doc);
  const by = { author: null, nowMs: 0 };
  addColumn(writer, { id: 'column-0001' as ColumnId, name: 'Zoë', role: 'On-call' });
  for (let n = 0; n < 24; n++)
    addCard(
      writer,
      {
        kind: 'factor',
        id: `factor-00${n}` as CardId,
        text: `A condition, number ${n}.`,
        category: n < 12 ? 'human' : 'technical',
      },
      by,
    );
  for (let n = 0; n < 8; n++)
    addCard(writer, { kind: 'learning', id: `learning-${n}` as CardId, text: `Learned, number ${n}.` }, by);
});
test.afterEach(() => filler.destroy());

/** What of the world is where: the upper left corner on the screen, and the size in percent. */
const view = async (page: Page): Promise<{ x: number; y: number; percent: number }> =>
  page.locator('[data-world]').evaluate((world) => {
    const { x, y, width } = world.getBoundingClientRect();
    return {
      x: Math.round(x),
      y: Math.round(y),
      percent: Math.round((width / (world as HTMLElement).offsetWidth) * 100),
    };
  });

const selectedCards = (page: Page) => page.getByRole('toolbar').getByText(/\d+ cards/);

test('[B15] a card that is seen stays where it is when it is pressed, in the first column as in any', async ({
  enter,
}) => {
  const mara = await enter('Mara');
  const { page } = mara;
  await page.keyboard.press('4');
  await expect(mara.zone('Learnings')).toBeFocused();
  const before = await mara.boardView();
  await mara.card('Learned, number 1.').click();
  await expect(mara.card('Learned, number 1.')).toBeFocused();
  await expect(page.getByRole('toolbar')).toBeVisible();
  expect(await mara.boardView()).toBe(before);
});

test('[B15] by mouse: the wheel pans, with Ctrl it zooms at the pointer, Space and drag pull', async ({ enter }) => {
  const mara = await enter('Mara');
  const { page } = mara;
  await page.mouse.move(700, 500);
  const start = await view(page);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => view(page)).toEqual({ ...start, y: start.y - 300 });

  const before = await mara.card('number 3.').boundingBox();
  if (!before) throw new Error('the card is drawn');
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -30);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await view(page)).percent).toBeGreaterThan(110);
  const after = await mara.card('number 3.').boundingBox();
  expect(Math.abs((after?.x ?? 0) - before.x)).toBeLessThan(2);
  expect(Math.abs((after?.y ?? 0) - before.y)).toBeLessThan(2);

  await page.mouse.move(700, 500);
  const pulled = await view(page);
  await page.keyboard.down(' ');
  await page.mouse.down();
  await page.mouse.move(640, 420, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up(' ');
  await expect.poll(() => view(page)).toEqual({ ...pulled, x: pulled.x - 60, y: pulled.y - 80 });
  await expect(selectedCards(page)).toHaveCount(0);
});

test('[B15] [B26] by keys: steps, all of it, what is selected, arrows; a far focus leaves nothing scrolled', async ({
  enter,
}) => {
  const mara = await enter('Mara');
  const { page } = mara;
  await page.keyboard.press('-');
  await expect.poll(async () => (await view(page)).percent).toBe(80);
  await page.keyboard.press('0');
  await expect.poll(async () => (await view(page)).percent).toBe(100);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await view(page)).y).toBeLessThan(0);

  await page.keyboard.press('Shift+Digit1');
  await expect(mara.zone('Timeline')).toBeInViewport({ ratio: 0.99 });
  await expect(mara.zone('Learnings')).toBeInViewport({ ratio: 0.99 });
  await expectAccessible(page, 'the whole board');

  // Under half the size a card to write in comes close.
  for (let step = 0; step < 4; step++) await page.keyboard.press('-');
  expect((await view(page)).percent).toBeLessThan(50);
  await page.keyboard.press('n');
  await expect.poll(async () => (await view(page)).percent).toBe(100);
  await page.keyboard.press('Escape');
  await page.keyboard.press('0');

  await mara.card('Learned, number 7.').evaluate((card) => card.focus());
  await expect(mara.card('Learned, number 7.')).toBeInViewport();
  const scrolled = await page.locator('[data-frame]').evaluate(async (frame) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const rest = { left: frame.scrollLeft, top: frame.scrollTop };
    return { rest, page: document.scrollingElement?.scrollTop, main: document.querySelector('main')?.scrollTop };
  });
  expect(scrolled).toMatchObject({ page: 0, main: 0 });
  await page.keyboard.press('Shift+Digit2');
  await expect(mara.card('Learned, number 7.')).toBeFocused();
  await expect(mara.card('Learned, number 7.')).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('Control+a');
  await expect(selectedCards(page)).toHaveText('8 cards');
});

test('[B26] whoever comes in sees the head of the first zone, which grows with the question of the stage', async ({
  enter,
  server,
  owner,
  reviewId,
}) => {
  addCard(
    writer,
    {
      kind: 'event',
      id: 'event-0001' as CardId,
      text: 'First label fails',
      at: Date.UTC(2026, 10, 12, 12),
      endAt: null,
      precision: 'exact',
      eventKind: 'detection',
      lane: '',
      key: false,
    },
    { author: null, nowMs: 0 },
  );
  const meeting = await openRawFacilitation(server.url, reviewId, owner.cookie);
  for (const command of [{ kind: 'start' }, { kind: 'jump', stageIndex: 2 }]) {
    await meeting.command({ command, expectedVersion: meeting.version() });
    await expect.poll(meeting.version).toBeGreaterThan(command.kind === 'start' ? 0 : 1);
  }
  meeting.close();
  const mara = await enter('Mara');
  await expect(mara.zone('Timeline')).toContainText('What happened, and when did we come to know it?');
  await expect(mara.page.getByRole('button', { name: 'I am ready' })).toBeVisible();
  const above = await mara.zone('Timeline').evaluate((zone) => {
    const frame = zone.closest('[data-frame]');
    return (frame?.getBoundingClientRect().top ?? 0) - zone.getBoundingClientRect().top;
  });
  expect(above).toBeLessThanOrEqual(0);
});

test('[B15] [B26] who comes in at the last zone sees it begin at the upper edge, clear of what the stage offers', async ({
  lead,
  server,
  owner,
  reviewId,
}) => {
  const meeting = await openRawFacilitation(server.url, reviewId, owner.cookie);
  for (const command of [{ kind: 'start' }, { kind: 'jump', stageIndex: 5 }]) {
    await meeting.command({ command, expectedVersion: meeting.version() });
    await expect.poll(meeting.version).toBeGreaterThan(command.kind === 'start' ? 0 : 1);
  }
  meeting.close();
  const ines = await lead('Ines', { viewport: { width: 1024, height: 768 } });
  const { page } = ines;
  const below = (zone: Parameters<Person['zone']>[0]): Promise<number> =>
    ines.zone(zone).evaluate((element) => {
      const frame = element.closest('[data-frame]');
      return Math.round(element.getBoundingClientRect().top - (frame?.getBoundingClientRect().top ?? 0));
    });
  await expect(page.getByText('A vote on the learnings?')).toBeVisible();
  await expect.poll(() => below('Learnings')).toBe(12);
  const offers = await page.getByRole('region', { name: 'Notices' }).boundingBox();
  const first = await ines.card('Learned, number 0.').boundingBox();
  if (!offers || !first) throw new Error('both are drawn');
  expect(first.y + first.height).toBeLessThan(offers.y);

  await page.keyboard.press('1');
  await expect.poll(() => below('Timeline')).toBe(12);
  await page.keyboard.press('4');
  await expect.poll(() => below('Learnings')).toBe(12);
  // Empty paper under it is no trap: the wheel leads back, and no further down.
  await page.mouse.move(500, 300);
  await page.mouse.wheel(0, 200);
  await page.mouse.wheel(0, -100);
  await expect.poll(() => below('Learnings')).toBe(112);

  // A notice at the upper edge covers no zone's head.
  await page.context().setOffline(true);
  const notice = page.getByRole('status').filter({ hasText: 'Offline.' });
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('3');
  await expect
    .poll(async () => {
      const lower = await notice.boundingBox();
      const zone = await ines.zone('Factors').boundingBox();
      return lower && zone && zone.y - lower.y - lower.height;
    })
    .toBeCloseTo(12, 0);
});

test('[B26] what comes into a zone that one sees from its head on leaves the head where it is', async ({ enter }) => {
  for (let n = 0; n < 24; n++) removeCard(writer, `factor-00${n}` as CardId);
  const mara = await enter('Mara');
  await mara.page.keyboard.press('3');
  const below = (): Promise<number> =>
    mara.zone('Factors').evaluate((zone) => {
      const frame = zone.closest('[data-frame]');
      return Math.round(zone.getBoundingClientRect().top - (frame?.getBoundingClientRect().top ?? 0));
    });
  await expect.poll(below).toBe(12);
  for (const n of [1, 2, 3]) {
    const id = `came-000${n}` as CardId;
    const text = `It came, number ${n}.`;
    addCard(writer, { kind: 'factor', id, text, category: 'organisational' }, { author: null, nowMs: 0 });
    await expect(mara.card(text)).toBeInViewport();
    await expect.poll(below).toBe(12);
  }
});

test('[B27] a frame selects, the selection moves as one, others see it go, Undo brings all of it back', async ({
  enter,
}) => {
  const mara = await enter('Mara');
  const dele = await enter('Dele', { viewport: { width: 1024, height: 768 } });
  const { page } = mara;
  const human = (person: Person) => person.page.locator('[data-group="factor/human"] [data-card-id]');
  const technical = (person: Person) => person.page.locator('[data-group="factor/technical"] [data-card-id]');
  await page.keyboard.press('3');
  await dele.page.keyboard.press('3');
  const first = await mara.card('number 0.').boundingBox();
  const third = await mara.card('number 2.').boundingBox();
  if (!first || !third) throw new Error('the cards are drawn');
  await page.mouse.move(first.x - 12, first.y - 6);
  await page.mouse.down();
  await page.mouse.move(third.x + 40, third.y + 10, { steps: 6 });
  await page.mouse.up();
  await expect(selectedCards(page)).toHaveText('3 cards');

  const target = await mara.card('number 13.').boundingBox();
  if (!target) throw new Error('the card is drawn');
  await page.mouse.move(third.x + 60, third.y + 20);
  await page.mouse.down();
  await page.mouse.move(target.x + 60, target.y + 4, { steps: 8 });
  await expect(dele.page.getByText('3 cards')).toHaveCount(0);
  await expect(dele.page.locator('[data-more="3 cards"]')).toBeVisible();
  await expect(dele.card('number 1.')).toHaveAccessibleName(/Mara is moving this/);
  await page.mouse.up();
  await expect(human(dele)).toHaveCount(9);
  await expect(technical(dele)).toHaveCount(15);
  await expect(dele.page.locator('[data-more="3 cards"]')).toHaveCount(0);
  const words = await technical(mara).allInnerTexts();
  const at = words.findIndex((one) => one.includes('number 0.'));
  expect(words.slice(at, at + 4).map((one) => /number \d+/.exec(one)?.[0])).toEqual([
    'number 0',
    'number 1',
    'number 2',
    'number 13',
  ]);
  await page.keyboard.press('Control+z');
  await expect(human(dele)).toHaveCount(12);

  // Escape leaves all where it was; a card that somebody removes leaves the hand.
  const again = await mara.card('number 5.').boundingBox();
  if (!again) throw new Error('the card is drawn');
  for (const how of ['Escape', 'removed']) {
    await page.mouse.move(again.x + 60, again.y + 20);
    await page.mouse.down();
    await page.mouse.move(target.x + 60, target.y + 4, { steps: 4 });
    if (how === 'Escape') await page.keyboard.press('Escape');
    else removeCard(writer, 'factor-005' as CardId);
    await expect(page.locator('[data-card-id][style*="translate"]')).toHaveCount(0);
    await page.mouse.up();
    await expect(technical(mara)).toHaveCount(12);
  }
  await expect(human(mara)).toHaveCount(11);
});

for (const width of [390, 1024])
  test(`[B15] [B19] by touch at ${width} px`, async ({ enter }) => {
    const dele = await enter('Dele', {
      ...devices['Pixel 7'],
      viewport: { width, height: width === 390 ? 844 : 768 },
      isMobile: width === 390,
      hasTouch: true,
    });
    const { page } = dele;
    if (width === 390) {
      // A phone has no small canvas: the board is a page of lists there.
      await expect(page.locator('[data-world]')).toHaveCount(0);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wide).toBe(false);
      await dele.context.close();
      return;
    }
    const client = await dele.context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    const start = await view(page);
    await touch('touchStart', [500, 600]);
    for (let step = 1; step <= 10; step++) await touch('touchMove', [500, 600 - 25 * step]);
    await touch('touchEnd');
    await expect.poll(async () => (await view(page)).y).toBeLessThan(start.y - 150);

    await touch('touchStart', [450, 400], [550, 400]);
    for (let step = 1; step <= 10; step++) await touch('touchMove', [450 - 10 * step, 400], [550 + 10 * step, 400]);
    await touch('touchEnd');
    await expect.poll(async () => (await view(page)).percent).toBeGreaterThan(start.percent * 1.8);
    await page.getByRole('button', { name: /Size of the board/ }).tap();
    await expect.poll(async () => (await view(page)).percent).toBe(100);

    await dele.card('number 12.').scrollIntoViewIfNeeded();
    const box = await dele.card('number 12.').boundingBox();
    if (!box) throw new Error('the card is drawn');
    await touch('touchStart', [box.x + 40, box.y + 20]);
    await expect(page.getByText('Selected. A tap on another card adds it.')).toHaveCount(1);
    await touch('touchEnd');
    await dele.card('number 13.').tap();
    await dele.card('number 14.').tap();
    await expect(selectedCards(page)).toHaveText('3 cards');
    await expectAccessible(page, 'selected by touch');
    await dele.context.close();
  });

test('[B25] of 1,000 cards only those near are mounted, and keys, find and focus reach the others', async ({
  enter,
}) => {
  await fillBoard(filler, 1_000);
  const mara = await enter('Mara');
  const { page } = mara;
  await expect(mara.zone('Factors')).toContainText('1024 factors', { timeout: 60_000 });
  const mounted = () => page.locator('[data-card-id]').count();
  await page.keyboard.press('3');
  await expect.poll(mounted).toBeGreaterThan(10);
  expect(await mounted()).toBeLessThan(200);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Find words and people' })).toBeFocused();
  await page.keyboard.type('Card 998:');
  await expect(page.getByRole('search', { name: 'Find on the board' })).toContainText('1 of 1');
  await page.keyboard.press('Enter');
  await expect(mara.card('Card 998:')).toBeFocused();
  await expect(mara.card('Card 998:')).toBeInViewport();
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-card-id]:focus')).toBeInViewport();
  expect(await mounted()).toBeLessThan(200);
  // From afar they are drawn, not mounted; what has the focus stays.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(mounted).toBeLessThan(12);
});
