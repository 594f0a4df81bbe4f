// Actions that come up early wait until the factors are done; they soak for two work days; decisions are noted as they are made.
import { addCard, openWriter } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { devices, expect, type Locator } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';
import { openRawFacilitation } from '../raw-connections.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };
const parked = [
  'Add an alert on the label queue',
  'Write down how to roll the firmware back',
  'Ask the vendor for logs',
];
const [alert = '', rollback = '', vendor = ''] = parked;

test.beforeEach(async ({ onBoard, server, owner, reviewId }) => {
  await onBoard((doc) => {
    const writer = openWriter(doc);
    parked.forEach((text, n) =>
      addCard(
        writer,
        { kind: 'action', id: `action-000${n}` as CardId, text, parked: true },
        { author: null, nowMs: n },
      ),
    );
  });
  // Into the factors, stage 5 of 8.
  const meeting = await openRawFacilitation(server.url, reviewId, owner.cookie);
  for (const kind of ['start', 'next', 'next', 'next', 'next']) {
    const answer = await meeting.command({ command: { kind }, expectedVersion: meeting.version() });
    if (!answer.ok) throw new Error(`${kind} was refused: ${answer.reason}`);
    await expect.poll(meeting.version).toBe(answer.version);
  }
  meeting.close();
});

const byCommand = async ({ page }: Person, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill(words);
  await page.getByRole('option', { name: words }).first().waitFor();
  await page.keyboard.press('Enter');
};
const notice = ({ page }: Person): Locator => page.getByText(/parked actions?\./);
const dialog = ({ page }: Person): Locator => page.getByRole('dialog');
const proposal = (person: Person, words: string): Locator =>
  dialog(person).getByRole('article', { name: `Proposed action: ${words}` });

test('[O2] [K9] what was parked is offered once the factors are done, to those who decide', async ({ lead, enter }) => {
  const ines = await lead('Ines');
  const priya = await enter('Priya');
  await expect(ines.page.getByText('Parked while we talk about factors.')).toBeVisible();
  await expect(notice(ines)).toHaveCount(0);

  await ines.page.getByRole('button', { name: 'Move the room to Learnings' }).click();
  await expect(notice(ines)).toHaveText('Three parked actions.');
  await ines.page.getByRole('button', { name: 'Look at them now' }).click();
  await expect(proposal(ines, vendor)).toBeVisible();
  await expectAccessible(ines.page, 'the parked actions');

  await proposal(ines, alert).getByRole('button', { name: 'Confirm' }).press('Enter');
  await expect(proposal(ines, alert)).toHaveCount(0);
  await expect(dialog(ines).getByRole('heading', { name: 'Two parked actions' })).toBeVisible();
  await proposal(ines, rollback).getByRole('button', { name: 'Edit' }).click();
  await dialog(ines).getByLabel('What is to be done').fill('Write the way back for the firmware down');
  await dialog(ines).getByLabel('Owner').fill('Tomasz');
  await dialog(ines).getByRole('button', { name: 'Confirm' }).first().click();
  await expect(dialog(ines).getByRole('heading', { name: 'One parked action' })).toBeVisible();
  await proposal(ines, vendor).getByRole('button', { name: 'Dismiss' }).click();
  await expect(dialog(ines)).toContainText('Nothing is parked any more.');
  await ines.page.keyboard.press('Escape');
  await expect(notice(ines)).toHaveCount(0);
  await expect(notice(priya)).toHaveCount(0);

  // What was confirmed has left the parking lot for everybody.
  await expect(priya.zone('Actions')).toContainText('2 actions · 1 parked');
  await ines.page.goto('/actions');
  await expect(ines.page.getByRole('main')).toContainText('Write the way back for the firmware down');
});

test('[S2] [S3] [S4] with soak time an action waits, and is confirmed earlier only by a word more', async ({
  lead,
  reviewId,
}) => {
  const ines = await lead('Ines');
  await ines.page.getByRole('button', { name: 'Move the room to Learnings' }).click();
  await ines.page.getByRole('button', { name: 'Look at them now' }).click();
  await expect(proposal(ines, vendor)).toBeVisible();
  await dialog(ines).getByRole('checkbox', { name: 'Let actions soak for 2 work days' }).press('Space');
  await expect(dialog(ines)).toContainText('Actions soak for two work days after the end of the meeting');
  await expect(dialog(ines).getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0);
  await proposal(ines, alert).getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog(ines).getByRole('heading', { name: 'Two parked actions' })).toBeVisible();
  await proposal(ines, rollback).getByRole('button', { name: 'Confirm now anyway' }).click();
  await expect(dialog(ines).getByRole('heading', { name: 'One parked action' })).toBeVisible();
  await ines.page.keyboard.press('Escape');

  await byCommand(ines, 'End the review');
  await ines.page
    .getByRole('complementary', { name: 'After the meeting' })
    .getByRole('button', { name: 'Close' })
    .click();
  await ines.page.getByRole('tab', { name: 'To confirm' }).click();
  const found = ines.page.getByRole('region', { name: 'Proposed actions' });
  await expect(found).toContainText(
    /Sleep on them: confirm from (Monday|Tuesday|Wednesday|Thursday|Friday) \d+ \w+, \d\d:\d\d\./,
  );
  await expectAccessible(ines.page, 'actions that soak');
  await found.getByRole('article').first().getByRole('button', { name: 'Confirm now anyway' }).click();
  await expect(found).toContainText('2 confirmed');

  // Two work days later.
  await ines.page.route('**/api/action-items', async (route) => {
    const answer = await route.fetch();
    const ready = [{ reviewId, reviewTitle: 'Labels stopped at Oldham Road', proposals: 1, sinceMs: Date.now() }];
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), ready } });
  });
  await ines.page.goto('/actions');
  const reminder = ines.page.getByRole('region', { name: 'Ready to confirm' });
  await expect(reminder).toContainText(
    '1 action found in “Labels stopped at Oldham Road” has soaked for two work days.',
  );
  await expect(reminder).toContainText('when somebody last looked');
  await expectAccessible(ines.page, 'the reminder in the tracker');

  // It leads to the list itself, once.
  const decide = reminder.getByRole('link', { name: /^Decide about it/ });
  await decide.click();
  await ines.expectSaved();
  await expect(ines.page.getByRole('tab', { name: 'To confirm' })).toHaveAttribute('aria-selected', 'true');
  await expect(found).toBeFocused();
  await expect(found).toBeInViewport();
  await expect(ines.page).toHaveURL(`/reviews/${reviewId}`);

  await ines.page.goto('/actions');
  await ines.page.setViewportSize({ width: 390, height: 844 });
  await decide.click();
  await ines.expectSaved();
  await expect(ines.page.getByRole('heading', { name: 'To confirm' })).toBeInViewport();
  await expect(found).toBeFocused();
});

test('[D1] a decision is noted with who is there, seen by all, and withdrawn by whoever noted it', async ({
  lead,
  enter,
}) => {
  const ines = await lead('Ines');
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz', phone);
  await byCommand(priya, 'Note a decision');
  const field = priya.page.getByLabel('What was decided');
  await expect(field).toBeFocused();
  await priya.page.keyboard.type('We keep the old alarm until March');
  await priya.page.keyboard.press('Enter');
  const noted = (person: Person): Locator => person.page.getByRole('list', { name: 'Decisions' }).first();
  await expect(noted(priya)).toContainText('We keep the old alarm until March');
  await expect(noted(priya)).toContainText(/\d\d:\d\d, noted by Priya\. There: .*Priya/);
  await expect(field).toHaveValue('');
  await expectAccessible(priya.page, 'noting a decision');
  await priya.page.keyboard.press('Escape');

  await expect(noted(ines)).toContainText('We keep the old alarm until March');
  await ines.page.getByRole('button', { name: 'Note a decision' }).click();
  await dialog(ines).getByLabel('What was decided').fill('Tomasz calls the vendor');
  await dialog(ines).getByRole('button', { name: 'Note it' }).click();
  await expect(noted(priya)).toContainText('Tomasz calls the vendor');
  // A participant withdraws their own; those who run the meeting any.
  await expect(noted(priya).getByRole('button', { name: /^Withdraw/ })).toHaveCount(1);
  await noted(priya)
    .getByRole('button', { name: /^Withdraw/ })
    .click();
  await expect(noted(ines)).not.toContainText('We keep the old alarm until March');
  await expect(priya.page.getByRole('button', { name: 'Note a decision' })).toBeFocused();

  await priya.page.keyboard.press('o');
  await expect(priya.page.getByRole('region', { name: 'Decisions', exact: true })).toContainText(
    'Tomasz calls the vendor',
  );

  await tomasz.page.getByRole('button', { name: 'More for this review' }).tap();
  await tomasz.page.getByRole('menuitem', { name: 'Commands' }).tap();
  await tomasz.page.getByRole('option', { name: 'Note a decision' }).tap();
  await expect(dialog(tomasz)).toContainText('Tomasz calls the vendor');
  await expectAccessible(tomasz.page, 'decisions on a phone');

  await ines.page.goto(`${new URL(ines.page.url()).pathname}/publish`);
  await expect(ines.page.getByRole('region', { name: 'What we decided' })).toContainText('Tomasz calls the vendor');
});
