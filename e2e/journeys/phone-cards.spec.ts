// Cards on a phone by touch: two people at 390 px, everything through a sheet, nothing by swiping or dragging.
import { addCards, openWriter, type NewCard } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { devices, expect, type Page } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { test, type OnBoard } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';
import { openRawFacilitation, type RawFacilitation } from '../raw-connections.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };

let meeting: RawFacilitation;

test.beforeEach(async ({ server, owner, reviewId }) => {
  meeting = await openRawFacilitation(server.url, reviewId, owner.cookie);
  for (const kind of ['start', 'next', 'next', 'next', 'next'] as const) {
    const answer = await meeting.command({ command: { kind }, expectedVersion: meeting.version() });
    if (!answer.ok) throw new Error(`${kind} was refused: ${answer.reason}`);
    await expect.poll(meeting.version).toBe(answer.version);
  }
});
test.afterEach(async () => {
  meeting.close();
  await meeting.closed;
});

const seed = async (onBoard: OnBoard, texts: readonly string[]): Promise<void> => {
  const cards = texts.map((text, index): NewCard => ({
    kind: 'factor',
    id: `factor-000${index}` as CardId,
    text,
    category: 'technical',
  }));
  await onBoard((doc) => addCards(openWriter(doc), cards, { author: { id: null, name: 'Dele' }, nowMs: Date.now() }));
};

const write = async (page: Page, words: string): Promise<void> => {
  await page
    .getByLabel('A condition that played a part', { exact: true })
    .or(page.getByRole('form').getByRole('textbox'))
    .first()
    .tap();
  await page.keyboard.type(words);
  await page.getByRole('button', { name: 'Add a factor', exact: true }).tap();
};
const sheet = async (person: Person, words: string, offer: string): Promise<void> => {
  await person.card(words).tap();
  await person.page.getByRole('button', { name: 'More', exact: true }).tap();
  await person.page.getByRole('dialog').getByRole('button', { name: offer, exact: true }).tap();
};
const group = (page: Page, name: string) => page.getByRole('main').getByRole('list', { name, exact: true });

test('[P2] [P3] my cards first, every action in a sheet, several grouped by tapping', async ({ onBoard, enter }) => {
  await seed(onBoard, ['The old certificate was a day longer', 'Nobody sees the firmware']);
  const priya = await enter('Priya', phone);
  const maya = await enter('Maya', phone);
  const { page } = priya;

  await write(page, 'Nobody watches the queue');
  await expect(group(page, 'My cards')).toContainText('Nobody watches the queue');
  await expect(group(page, 'My cards').getByRole('listitem')).toHaveCount(1);
  await expect(maya.card('Nobody watches the queue')).toBeVisible();
  await expect(maya.page.getByRole('list', { name: 'My cards' })).toHaveCount(0);

  // Edited: the field opens from the sheet.
  await sheet(priya, 'Nobody watches the queue', 'Edit');
  await expect(page.getByLabel('Words of the factor')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' at night');
  await page.keyboard.press('Enter');
  await expect(maya.card('Nobody watches the queue at night')).toBeVisible();

  // The sheet itself: targets for a thumb, a name, nothing cut off.
  await priya.card('Nobody sees the firmware').tap();
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  await expectAccessible(page, 'sheet of a card');
  for (const offer of await page.getByRole('dialog').getByRole('listitem').getByRole('button').all())
    expect((await offer.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  for (const offer of ['Details', 'Link to…', 'Move to…', 'Group with…', 'Comment', 'One place up', 'Remove'])
    await expect(page.getByRole('dialog').getByRole('button', { name: offer, exact: true })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'One place up' }).tap();
  await expect(group(maya.page, 'Technical').getByRole('listitem').first()).toContainText('Nobody sees the firmware');

  // Several: tapped one by one, then one button.
  await sheet(priya, 'Nobody sees the firmware', 'Select several');
  const tools = page.getByRole('toolbar', { name: 'For the selected cards' });
  await expect(tools).toContainText('1 selected');
  await priya.card('The old certificate').tap();
  await expect(tools).toContainText('2 selected');
  await expectAccessible(page, 'selecting several');
  await tools.getByRole('button', { name: 'Group', exact: true }).tap();
  const name = page.getByLabel('Name of the theme');
  await expect(name).toBeFocused();
  await page.keyboard.type('What we could not see');
  await page.keyboard.press('Enter');
  await expect(maya.page.getByRole('heading', { name: /What we could not see/ })).toBeVisible();
  await expect(group(maya.page, 'What we could not see').getByRole('listitem')).toHaveCount(2);

  // Several moved on, and removed with the way back.
  await sheet(maya, 'The old certificate', 'Select several');
  await maya.card('Nobody sees the firmware').tap();
  await maya.page.getByRole('button', { name: 'Move to…' }).tap();
  await maya.page.getByRole('option', { name: /^Human/ }).tap();
  await expect(group(page, 'Human').getByRole('listitem')).toHaveCount(2);
  await maya.page.getByRole('button', { name: 'Done' }).tap();
  await sheet(maya, 'The old certificate', 'Remove');
  await expect(priya.card('The old certificate')).toHaveCount(0);
  await maya.page.getByRole('button', { name: 'Undo' }).tap();
  await expect(priya.card('The old certificate')).toBeVisible();
});

test('[P1] the composer and the tools of the text stand above the keyboard, and the tabs make room', async ({
  owner,
  reviewId,
  arrive,
}) => {
  const priya = await arrive('Priya', phone);
  // No keyboard opens here: the visible part of the window is told to be smaller, as a phone tells it.
  await priya.page.addInitScript(() => {
    const fake = Object.assign(new EventTarget(), { height: 844, offsetTop: 0, scale: 1 });
    Object.defineProperty(window, 'visualViewport', { value: fake });
    Object.assign(window, {
      openKeyboard: (px: number) => {
        fake.height = 844 - px;
        fake.dispatchEvent(new Event('resize'));
      },
    });
  });
  await priya.join(await joinLink(owner, reviewId));
  const { page } = priya;
  const field = page.getByRole('form').getByRole('textbox');
  await field.tap();
  await page.evaluate(() => (window as unknown as { openKeyboard: (px: number) => void }).openKeyboard(336));
  await expect(page.getByRole('navigation', { name: 'Room' })).toBeHidden();
  const box = await page.getByRole('form').boundingBox();
  expect(box && box.y + box.height <= 844 - 336 && box.y > 0).toBe(true);
  await page.evaluate(() => (window as unknown as { openKeyboard: (px: number) => void }).openKeyboard(0));
  await expect(page.getByRole('navigation', { name: 'Room' })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY)).toBe('contain');

  await priya.page
    .getByRole('navigation', { name: 'Room' })
    .getByRole('button', { name: 'Narrative', exact: true })
    .tap();
  const tools = page.getByRole('toolbar', { name: 'Text tools' });
  await expect(tools).toBeVisible();
  const lowerEdge = async (): Promise<number> => {
    const { y = 0, height = 0 } = (await tools.boundingBox()) ?? {};
    return Math.round(y + height);
  };
  const tabs = await page.getByRole('navigation', { name: 'Room' }).boundingBox();
  expect(await lowerEdge()).toBeLessThanOrEqual(Math.round(tabs?.y ?? 0));
  await page.evaluate(() => (window as unknown as { openKeyboard: (px: number) => void }).openKeyboard(336));
  await expect.poll(lowerEdge).toBe(844 - 336);
});

test('[P4] held sideways it is still a phone, with the list between tabs and composer', async ({ onBoard, enter }) => {
  await seed(onBoard, ['The old certificate was a day longer']);
  const priya = await enter('Priya', {
    ...phone,
    viewport: { width: 844, height: 390 },
    screen: { width: 844, height: 390 },
  });
  const { page } = priya;
  const card = priya.card('The old certificate');
  await card.tap();
  await expect(card).toBeInViewport();
  await expectAccessible(page, 'phone, sideways');
  const [tabs, form] = await Promise.all([
    page.getByRole('navigation', { name: 'Room' }).boundingBox(),
    page.getByRole('form').boundingBox(),
  ]);
  expect(tabs && form && tabs.x + tabs.width <= form.x).toBe(true);
  expect(form && form.y + form.height <= 390).toBe(true);

  // However far the list is scrolled, the stage and its clock stay in sight, and so does the field.
  await onBoard((doc) => {
    const more = Array.from({ length: 12 }, (_, n): NewCard => ({
      kind: 'factor',
      id: `factor-1${n}00` as CardId,
      text: `A condition, number ${n}`,
      category: 'human',
    }));
    addCards(openWriter(doc), more, { author: null, nowMs: Date.now() });
  });
  await priya.card('number 11').scrollIntoViewIfNeeded();
  await expect(page.getByText('Factors', { exact: true }).first()).toBeInViewport();
  await expect(page.getByRole('timer').first()).toBeInViewport();
  await expect(page.getByRole('form').getByRole('textbox')).toBeInViewport();
});

test('[O9] how much of what others do is spoken is one’s own choice', async ({ enter }) => {
  const priya = await enter('Priya', phone);
  const maya = await enter('Maya', phone);
  const spoken = priya.page.locator('output[aria-live]');
  await priya.page.getByRole('button', { name: 'More for this review' }).tap();
  await priya.page.getByRole('menuitem', { name: 'Your settings' }).tap();
  const choice = priya.page.getByRole('group', { name: 'What others do, spoken' });
  await choice.getByRole('button', { name: 'All' }).tap();
  await expectAccessible(priya.page, 'settings');
  await priya.page.getByRole('button', { name: 'Close' }).tap();
  await write(maya.page, 'Nobody watches the queue');
  await expect(spoken).toContainText('Maya added “Nobody watches the queue” in Factors.');
  await expect(maya.page.locator('output[aria-live]')).toContainText('Factor added');
});

test('[P5] who runs the meeting does so by thumb: clock, hands, next stage, the end', async ({ enter, lead }) => {
  const ines = await lead('Ines', phone);
  const maya = await enter('Maya', phone);
  const stage = ines.page.getByRole('region', { name: 'The stage now' });
  await maya.page.getByRole('button', { name: 'Hand', exact: true }).tap();
  await expect(stage.getByRole('button', { name: /^Hands/ })).toContainText('1');
  await stage.getByRole('button', { name: 'Pause the clock' }).tap();
  await expect(maya.page.getByRole('region', { name: 'The stage now' })).toContainText('paused');
  await stage.getByRole('button', { name: '+5' }).tap();
  await stage.getByRole('button', { name: 'Let the clock run' }).tap();
  await expect(maya.page.getByRole('region', { name: 'The stage now' })).not.toContainText('paused');
  await expectAccessible(ines.page, 'facilitator on a phone');
  await stage.getByRole('button', { name: 'Learnings' }).tap();
  await expect(maya.page.getByRole('region', { name: 'The stage now' })).toContainText('Learnings');
  await maya.page.getByRole('form').getByRole('textbox').first().tap();
  await maya.page.keyboard.type('A queue wants somebody who watches it');
  await maya.page.getByRole('button', { name: 'Add a learning', exact: true }).tap();
  await stage.getByRole('button', { name: 'Narrative' }).tap();
  await stage.getByRole('button', { name: 'Closing' }).tap();
  await stage.getByRole('button', { name: 'End the review' }).tap();
  // After the end: what came of it, and no questions any more.
  await expect(maya.page.getByRole('region', { name: 'After the end' })).toBeVisible();
  await expect(maya.card('A queue wants somebody')).toBeVisible();
  await expect(maya.page.getByRole('button', { name: /uestions to ask$/ })).toHaveCount(0);
  await expectAccessible(maya.page, 'after the end, on a phone');
});
