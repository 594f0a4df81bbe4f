// Looking back at a review and going back: two people in two browsers, one of them types while the other restores.
import type { ReviewId } from '@hearth/review/ids';
import { expect, test, type Page } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';

let server: HearthServer;
let owner: HttpSession;
let reviewId: ReviewId;
let ines: Person;
let priya: Person;

const field = 'A condition that played a part';
const stays = 'Nobody watches the queue';
const goes = 'The hand-over split the calls';
const since = 'Alerts watch the gateway';

test.beforeAll(async ({ browser }) => {
  server = await startHearth();
  owner = await signIn(server.url, server.ownerLink());
  reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
  ines = await Person.arrive(browser, server.url, 'Ines');
  await ines.bring(owner.cookie, server.url);
  await ines.page.goto(`/reviews/${reviewId}`);
  await ines.expectSaved();
  priya = await Person.arrive(browser, server.url, 'Priya');
  await priya.join(await joinLink(owner, reviewId));
});
test.afterAll(async () => {
  for (const person of [ines, priya]) await person.context.close();
  await server.dispose();
});

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the review' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'This moment' });
const goToNamed = (page: Page, name: string): Promise<void> =>
  panel(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
const openHistory = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'More for this review' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(slider(page)).toBeVisible();
};

test.describe.configure({ mode: 'serial' });

test('[J2] a stage ends, a card is removed: the history shows both, and who added what', async () => {
  await priya.addCard('Factors', 'Add a factor', field, stays);
  await priya.addCard('Factors', 'Add a factor', field, goes);
  await expect(ines.card(goes)).toBeVisible();
  await ines.page.getByRole('button', { name: 'Start the review' }).click();
  await ines.page.getByRole('button', { name: 'Move the room to Reports' }).click();
  await expect(priya.stage).toContainText('Reports');
  await priya.expectSaved();
  await priya.card(goes).focus();
  await priya.page.keyboard.press('Delete');
  await priya.addCard('Factors', 'Add a factor', field, since);
  await expect(ines.card(goes)).toHaveCount(0);
  await priya.expectSaved();

  await openHistory(ines);
  const { page } = ines;
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /stage Reports/);
  await expect(panel(page).getByRole('heading', { name: 'What happened' })).toBeVisible();
  await expect(panel(page)).toContainText('Priya added it');
  await expect(panel(page).getByRole('listitem').filter({ hasText: goes })).toContainText('Removed');
  await expect(ines.card(since)).toHaveAttribute('aria-label', /Added here by Priya/);
  await expect(ines.card(goes)).toHaveCount(0);
  await expectAccessible(page, 'history');
});

test('[Q1] [Q2] scrubbing back by key and by hand shows the board of each moment', async () => {
  const { page } = ines;
  await goToNamed(page, 'End of Opening');
  await expect(ines.card(goes)).toBeVisible();
  await expect(ines.card(since)).toHaveCount(0);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /End of Opening/);
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(ines.card(stays)).toHaveCount(0);
  await expect(panel(page)).toContainText('The board as it was made.');
  await page.keyboard.press('ArrowRight');
  await expect(ines.card(stays)).toBeVisible();
  await page.keyboard.press('End');
  await expect(ines.card(since)).toBeVisible();

  const track = await page.getByRole('region', { name: 'Moments', exact: true }).boundingBox();
  const handle = await slider(page).boundingBox();
  if (!track || !handle) throw new Error('the track is there');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(track.x + 4, handle.y + handle.height / 2, { steps: 8 });
  await expect(ines.card(stays)).toHaveCount(0);
  await page.mouse.up();
  await expect(slider(page)).toBeFocused();

  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(ines.card(since)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play from the beginning' })).toBeVisible();
});

test('[Q8] two moments are compared', async () => {
  const { page } = ines;
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByLabel('From', { exact: true }).selectOption({ label: 'End of Opening' });
  const main = page.getByRole('main', { name: 'Two moments compared' });
  await expect(main).toContainText('1 card added, 1 removed');
  await expect(main.getByRole('listitem').filter({ hasText: since })).toContainText('Priya added it');
  await expect(main.getByRole('listitem').filter({ hasText: goes })).toContainText('Removed');
  await expect(page.getByRole('slider')).toHaveCount(2);
  await expectAccessible(page, 'comparison');
  await page.getByRole('button', { name: 'Stop comparing' }).click();
});

test('[J7] [Q10] a restore is told first, seen by both, keeps what the other types, and is undone', async () => {
  const { page } = ines;
  await goToNamed(page, 'End of Opening');
  await page.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 card comes back and 1 goes.');
  await expect(dialog).toContainText('Priya is in the room now');
  await expectAccessible(page, 'restore');

  await priya.card(stays).focus();
  await priya.page.keyboard.press('Enter');
  const words = priya.page.getByLabel('Words of the factor');
  await expect(words).toBeFocused();
  await priya.page.keyboard.press('Control+End');
  const typed = ' at night, when nobody is there to see how long it has become by now';
  const typing = priya.page.keyboard.type(typed, { delay: 40 });
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('Restored: End of Opening.', { exact: true })).toBeVisible();
  await typing;
  // What stood there before the restore went with it; every letter since is there, in its place.
  const value = await words.inputValue();
  const rest = value.slice(stays.length);
  expect(value.startsWith(stays)).toBe(true);
  expect(rest.length).toBeGreaterThan(10);
  expect(typed.endsWith(rest)).toBe(true);
  await priya.page.keyboard.press('Escape');
  await priya.expectSaved();

  await expect(priya.card(goes)).toBeVisible();
  await expect(priya.card(since)).toHaveCount(0);
  await expect(ines.card(goes)).toBeVisible();
  await expect(panel(page).getByRole('button', { name: /^Before restoring End of Opening/ })).toBeVisible();
  await expect(panel(page).getByRole('listitem').filter({ hasText: goes })).toContainText('Came back');
  await expectAccessible(page, 'history after a restore');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(priya.card(since)).toBeVisible();
  await expect(priya.card(goes)).toHaveCount(0);
  await expect(page.getByText('Restored: End of Opening.', { exact: true })).toHaveCount(0);
  await priya.expectSaved();
});

test('[J6] a participant looks and does not restore; an observer is told why there is nothing to look at', async ({
  browser,
}) => {
  await openHistory(priya);
  await expect(priya.page.getByRole('button', { name: 'Restore…' })).toHaveCount(0);
  await goToNamed(priya.page, 'End of Opening');
  await expect(priya.card(goes)).toBeVisible();

  const sam = await Person.arrive(browser, server.url, 'Sam');
  await sam.join(await joinLink(owner, reviewId, 'observer'));
  await sam.page.getByRole('button', { name: 'More for this review' }).click();
  await expect(sam.page.getByRole('menuitem', { name: 'History' })).toHaveCount(0);
  await sam.page.goto(`/reviews/${reviewId}/history`);
  await expect(sam.page.getByText('The history is for those who write on the board.')).toBeVisible();
  await expectAccessible(sam.page, 'history of an observer');
  await sam.context.close();
});

test('on a phone: the track below, what happened as a list, the board as an outline', async () => {
  const { page } = ines;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/reviews/${reviewId}/history`);
  await expect(slider(page)).toBeVisible();
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(ines.card(stays)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(ines.card(stays)).toBeVisible();
  await page.getByRole('button', { name: 'Happened' }).click();
  await expect(page.getByRole('main', { name: 'What happened' })).toContainText('Priya added it');
  await expectAccessible(page, 'history on a phone');
});
