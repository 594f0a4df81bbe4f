// The timeline: people tell their own moments and find that some are one; an axis from the whole to seconds; hundreds of moments;
// by mouse, by keyboard alone and by touch.
import { addCards, openWriter, type NewCard } from '@hearth/board/operations';
import { standsBehind } from '@hearth/board/timeline';
import { openView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { expect, type Page } from '@playwright/test';
import { join, joinLink } from '../bench/http-session.ts';
import { openLiveClient, type LiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 12, 13);
let robot: LiveClient;

test.beforeEach(async ({ server, owner, reviewId }) => {
  const session = await join(server.url, await joinLink(owner, reviewId), 'Lena');
  robot = await openLiveClient(server.url, reviewId, session.cookie);
});
test.afterEach(() => robot.destroy());

const moment = (name: string, minutes: number | null, lane: string, more: object = {}): NewCard => ({
  kind: 'event',
  id: `moment-${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '-')}` as CardId,
  text: name,
  at: minutes === null ? null : start + minutes * minute,
  endAt: null,
  precision: minutes === null ? 'unknown' : 'exact',
  eventKind: 'action',
  lane,
  key: false,
  ...more,
});
const note = (...cards: NewCard[]): void => {
  addCards(openWriter(robot.doc), cards, { author: { id: null, name: 'Lena' }, nowMs: start });
};
const event = (words: string) =>
  openView(robot.doc)
    .list('event')
    .find(({ text }) => text === words);
const command = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
};

test('two people tell their own moments; one of them is the same, and both wordings stay', async ({ enter }) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  const begin = async ({ page, name }: Person): Promise<void> => {
    await command(page, 'own lane');
    await expect(page.getByLabel('Lane: a person, a team or a service')).toHaveValue(name);
  };
  const tell = async (person: Person, time: string, words: string): Promise<void> => {
    const { page } = person;
    await begin(person);
    await page.getByLabel('Time, in the zone of the incident').fill(time);
    await page.getByLabel('What happened', { exact: true }).fill(words);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  };
  // Priya's first moment comes while Tomasz is about to write his: his field stays, and is about his own lane.
  await begin(tomasz);
  await tomasz.page.getByLabel('What happened', { exact: true }).fill('Half a');
  await tell(priya, '14:24', 'Four calls about one firmware');
  await expect(tomasz.card('Four calls about one firmware')).toBeVisible();
  await expect(tomasz.page.getByLabel('What happened', { exact: true })).toBeFocused();
  await expect(tomasz.page.getByLabel('What happened', { exact: true })).toHaveValue('Half a');
  await expect(tomasz.page.getByLabel('Lane: a person, a team or a service')).toHaveValue('Tomasz');
  await tomasz.page.keyboard.press('Escape');
  await expect(tomasz.zone('Timeline').getByRole('button', { name: 'Add a moment' }).first()).toBeFocused();
  await tell(tomasz, '14:26', 'Support saw four calls with one firmware');
  await tell(tomasz, '15:05', 'Re-issue with the older chain');
  await tell(priya, '15:03', 'Older chain, a new hope');
  for (const { page } of [priya, tomasz])
    for (const lane of ['Priya', 'Tomasz'])
      await expect(page.getByRole('region', { name: lane, exact: true })).toBeVisible();

  await priya.page.getByRole('button', { name: '2 told twice?' }).click();
  const dialog = priya.page.getByRole('dialog', { name: 'Told twice?' });
  await expect(dialog).toContainText('2 minutes apart');
  await expectAccessible(priya.page, 'told twice');
  await dialog
    .getByRole('group', { name: /Four calls/ })
    .getByRole('button', { name: /join/ })
    .click();
  await dialog
    .getByRole('group', { name: /older chain/i })
    .getByRole('button', { name: /Told differently/ })
    .click();
  await expect(dialog).toContainText('No two moments');
  await dialog.getByRole('button', { name: 'Done' }).click();

  // Tomasz sees one card with both wordings, and beside the other two that they differ.
  await expect(tomasz.card('Support saw four calls')).toHaveCount(0);
  await tomasz.card('Four calls about one firmware').click();
  await expect(tomasz.card('Four calls about one firmware')).toContainText(
    'Tomasz, 14:26 Support saw four calls with one firmware',
  );
  await tomasz.card('Older chain, a new hope').click();
  await expect(tomasz.card('Older chain, a new hope')).toContainText('Told differently, Tomasz, 15:05');

  // A telling becomes a card again at any time; that is one step of undo.
  await tomasz.card('Four calls about one firmware').click();
  await tomasz.page.getByRole('button', { name: /a card of its own again/ }).click();
  await expect(priya.zone('Timeline').locator('[data-card-id]')).toHaveCount(4);
  await tomasz.page.keyboard.press('Control+z');
  await expect(priya.zone('Timeline').locator('[data-card-id]')).toHaveCount(3);
});

test('what is known only now is hidden for whoever looks as it was known then', async ({ enter }) => {
  note(moment('Every panel was green', 0, 'On-call'), moment('Paged', 31, ''));
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  await priya.card('Every panel was green').focus();
  await priya.page.keyboard.press('e');
  await priya.page.getByLabel('Known then').fill('The gateway said accepted');
  await priya.page.getByLabel('Known only now').fill('Accepted is said before a label exists');
  await priya.page.getByRole('button', { name: 'Done' }).click();

  const card = tomasz.card('Every panel was green');
  await card.click();
  await expect(card).toContainText('Known only now Accepted is said before a label exists');
  await tomasz.page.getByRole('button', { name: 'Known then' }).click();
  await card.focus();
  await expect(card).toContainText('Known then The gateway said accepted');
  await expect(card).not.toContainText('Accepted is said before');
  await expect(card).not.toHaveAccessibleName(/Accepted is said before/);
  await expect(priya.card('Every panel was green')).toHaveAccessibleName(/Known only now: Accepted/);
  // It is kept on his device.
  await tomasz.page.reload();
  await expect(tomasz.page.getByRole('button', { name: 'Known then' })).toHaveAttribute('aria-pressed', 'true');
});

test('hundreds of moments fold, open, and come apart on an axis that goes to seconds', async ({ enter }) => {
  const lanes = ['Gateway', 'Support', ''];
  note(
    ...Array.from({ length: 300 }, (_, index) =>
      moment(`Line ${index} of the log`, (index % 60) + Math.floor(index / 60) * 0.2, lanes[index % 3] ?? ''),
    ),
    moment('Ten days on', 14_400, 'Support'),
  );
  const priya = await enter('Priya');
  const { page } = priya;
  const folds = page.locator('[data-fold]');
  await expect(folds.first()).toBeVisible();
  expect(await priya.zone('Timeline').locator('[data-card-id]').count()).toBeLessThan(60);
  await expectAccessible(page, 'a dense timeline');

  await folds.first().focus();
  await page.keyboard.press('Enter');
  const open = page.locator('[data-open-fold]');
  await expect(open.locator('[data-card-id]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(open.locator('[data-card-id]:focus')).toHaveCount(1);
  const words = await open.locator('[data-card-id]:focus').innerText();
  // Nearer and nearer around the moment that has the focus, to seconds.
  for (let step = 0; step < 24; step++) await page.keyboard.press('.');
  await expect(
    priya
      .zone('Timeline')
      .getByText(/^\d\d:\d\d:\d\d$/)
      .first(),
  ).toBeVisible();
  await expect(folds).toHaveCount(0);
  await expect(page.locator('[data-card-id]:focus')).toContainText(words.split('\n').at(-1) ?? words);
  await expect(page.locator('[data-card-id]:focus')).toBeInViewport();
  expect(await priya.zone('Timeline').locator('[data-card-id]').count()).toBeLessThan(120);

  // The line of the whole incident: moved by arrows, and a part of it drawn anew by hand.
  const brush = page.getByRole('slider', { name: 'Part of the incident that is shown' });
  await brush.focus();
  await page.keyboard.press('End');
  await expect(brush).toHaveAttribute('aria-valuetext', /22 Nov|13:0/);
  await expectAccessible(page, 'an axis of seconds');
  const box = await brush.locator('..').boundingBox();
  if (!box) throw new Error('the line is there');
  await page.mouse.move(box.x + box.width * 0.02, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect(brush).toHaveAttribute('aria-valuetext', /12 Nov .* to 1[67] Nov/);
  await page.getByRole('button', { name: 'Whole incident at once' }).click();
  await expect(brush).toHaveCount(0);

  // Alt and the wheel come closer to what is under the pointer.
  await priya.card('Ten days on').hover();
  await page.keyboard.down('Alt');
  for (let notch = 0; notch < 6; notch++) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Alt');
  await expect(brush).toHaveAttribute('aria-valuetext', /22 Nov/);
  await expect(priya.card('Ten days on')).toBeInViewport();
});

test('lanes are one’s own view, and moving a moment to another lane of it changes the card', async ({ enter }) => {
  note(
    moment('Paged', 31, 'On-call', { eventKind: 'communication' }),
    moment('Four calls', 24, 'Support', { eventKind: 'detection' }),
  );
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  await command(priya.page, 'lanes by kind');
  await expect(priya.page.getByRole('region', { name: 'Detection', exact: true })).toBeVisible();
  await expect(tomasz.page.getByRole('region', { name: 'Support', exact: true })).toBeVisible();
  await priya.card('Paged').focus();
  await priya.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => event('Paged')?.eventKind).toBe('detection');
  expect(event('Paged')?.lane).toBe('On-call');
  await priya.page.reload();
  await expect(priya.page.getByRole('region', { name: 'Detection', exact: true })).toBeVisible();
});

test('a moment moves by hand and by key in steps of the scale, gets an end, and one without a time gets a place', async ({
  enter,
}) => {
  note(
    moment('Paged', 30, ''),
    moment('Four calls', 0, ''),
    moment('Labels print again', 90, ''),
    moment('A rumour', null, ''),
  );
  const priya = await enter('Priya');
  const { page } = priya;
  const waiting = page.getByRole('list', { name: 'Events of which only the order is known' });
  await expect(waiting.locator('[data-card-id]')).toHaveCount(1);
  await priya.card('A rumour').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(waiting).toHaveCount(0);
  const behind = () => standsBehind(openView(robot.doc).list('event')).get('moment-a-rumour' as CardId)?.after;
  await expect.poll(behind).toBe('moment-four-calls');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(behind).toBe('moment-paged');

  await priya.card('Paged').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => event('Paged')?.at).toBe(start + 31 * minute);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(() => event('Paged')?.at).toBe(start + 41 * minute);
  await expect(page.getByText('Paged: 13:41')).toBeAttached();

  // Its end, by key and by hand.
  const end = page.getByRole('slider', { name: 'End of Paged' });
  await end.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => event('Paged')?.endAt).toBe(start + 51 * minute);
  await expect(end).toHaveAttribute('aria-valuetext', '13:51');
  const grip = await end.boundingBox();
  if (!grip) throw new Error('the end is there');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 100, grip.y + grip.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => event('Paged')?.endAt ?? 0).toBeGreaterThan(start + 55 * minute);
  expect((event('Paged')?.endAt ?? 0) % minute).toBe(0);
  await expectAccessible(page, 'a range on the timeline');

  // The whole range by hand: the card tells its time while it is carried.
  const length = (event('Paged')?.endAt ?? 0) - (event('Paged')?.at ?? 0);
  const card = await priya.card('Paged').boundingBox();
  if (!card) throw new Error('the card is there');
  await page.mouse.move(card.x + 60, card.y + 30);
  await page.mouse.down();
  await page.mouse.move(card.x + 160, card.y + 30, { steps: 5 });
  const carried = /\d\d:\d\d/.exec(await priya.card('Paged').innerText())?.[0] ?? '';
  expect(carried > '13:41').toBe(true);
  await page.mouse.up();
  await expect(priya.card('Paged')).toContainText(carried);
  await expect.poll(() => (event('Paged')?.endAt ?? 0) - (event('Paged')?.at ?? 0)).toBe(length);
});

test('times stand in the reader’s zone as well, where the clocks differ', async ({ enter }) => {
  note(moment('Paged', 30, ''), moment('Four calls', 0, ''));
  const priya = await enter('Priya', { timezoneId: 'Asia/Kolkata' });
  const lena = await enter('Ada', { timezoneId: 'Africa/Abidjan' });
  await expect(priya.zone('Timeline').getByText('Kolkata, you')).toBeVisible();
  await expect(priya.card('Paged').getByTitle(/19:00 where you are \(Kolkata\)/)).toBeVisible();
  await expect(lena.card('Paged')).toBeVisible();
  await expect(lena.zone('Timeline').getByText(', you')).toHaveCount(0);
});

test('evidence is within reach on the card, by pointer and by key', async ({ enter }) => {
  note(
    moment('Accepted, never printed', 58, '', {
      evidence: [{ label: 'Jobs and labels', url: 'https://graphs.example/1' }],
    }),
  );
  const priya = await enter('Priya');
  await priya.card('Accepted').focus();
  const link = priya.card('Accepted').getByRole('link', { name: 'Jobs and labels' });
  await expect(link).toBeVisible();
  await priya.page.keyboard.press('Tab');
  await expect(link).toBeFocused();
});

test('on a phone: what was known and told is read, and lanes are compared, by touch', async ({ enter }) => {
  note(
    moment('Four calls about one firmware', 24, 'Priya', { knownNow: 'All of them older than 4.2' }),
    moment('Four calls, one firmware', 25, 'Tomasz'),
  );
  const priya = await enter('Priya', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = priya;
  await page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'Board' }).tap();
  await expect(page.getByText('All of them older than 4.2')).toBeVisible();
  await page.getByRole('button', { name: '1 told twice?' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Told twice?' });
  await expectAccessible(page, 'told twice on a phone');
  await dialog.getByRole('button', { name: /join/ }).tap();
  await dialog.getByRole('button', { name: 'Done' }).tap();
  await expect.poll(() => openView(robot.doc).list('event').length).toBe(1);
});
