// The opening and the closing of a meeting: the statement, the ground rules, what is read aloud, thanks, the leaders' checklist.
import { api } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';
import { devices, expect, type Locator } from '@playwright/test';
import { test as base } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const startedAt = Date.UTC(2026, 10, 12, 13, 22);
const test = base.extend({
  reviewId: async ({ owner }, give) => {
    const { id } = await owner.post<{ id: ReviewId }>(api.reviews, {
      title: 'Labels stopped at Oldham Road',
      severity: 'high',
      services: ['Print gateway'],
      impact: '41 pharmacies wrote labels by hand.',
      reference: 'INC-2207',
      startedAt,
      detectedAt: null,
      mitigatedAt: null,
      resolvedAt: startedAt + 134 * 60_000,
      detection: 'person',
      zone: 'Europe/London',
      links: [],
    });
    await give(id);
  },
});
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };

const opening = ({ page }: Person): Locator => page.getByRole('region', { name: 'Opening', exact: true });
const byCommand = async ({ page }: Person, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill(words);
  await page.getByRole('option', { name: words }).first().waitFor();
  await page.keyboard.press('Enter');
};

test('[O2] [O5] before the start: filled from the incident, put in own words, read aloud, by keyboard alone', async ({
  lead,
}) => {
  const ines = await lead('Ines');
  await expect(ines.page.getByText('Not started yet')).toBeVisible();
  await byCommand(ines, 'Opening: statement and ground rules');
  await expect(ines.page.getByRole('heading', { name: 'Opening', exact: true })).toBeFocused();
  await expect(opening(ines)).toContainText(
    'We are here to talk about “Labels stopped at Oldham Road”. It began on Thursday 12 November 2026 at 13:22 (UTC) and lasted 2 hours 14 minutes.',
  );
  await expect(opening(ines)).toContainText('What it meant: 41 pharmacies wrote labels by hand.');
  await ines.page.getByRole('button', { name: 'Put it in your own words' }).press('Enter');
  const field = ines.page.getByLabel('Opening statement');
  await expect(field).toBeFocused();
  await field.fill('Good morning, and thank you for coming.\n\nLabels stopped on Thursday. We want to know how.');
  await expectAccessible(ines.page, 'wording the opening');
  await ines.page.keyboard.press('Control+Enter');
  await expect(ines.page.getByRole('button', { name: 'Edit the statement' })).toBeFocused();
  await expect(opening(ines)).toContainText('Good morning, and thank you for coming.');

  // Large, for a room, page by page.
  await opening(ines).getByRole('button', { name: 'Read aloud' }).press('Enter');
  const aloud = ines.page.getByRole('dialog', { name: 'Opening, to read aloud' });
  await expect(aloud).toContainText('1 of 4');
  await expect(aloud).toContainText('Good morning, and thank you for coming.');
  await expectAccessible(ines.page, 'reading aloud');
  await ines.page.keyboard.press('ArrowRight');
  await expect(aloud.getByRole('heading', { name: 'How we look at it' })).toBeVisible();
  await ines.page.keyboard.press('Space');
  await ines.page.keyboard.press('ArrowRight');
  await expect(aloud).toContainText('Nobody has to say anything.');
  await ines.page.keyboard.press('Escape');
  await expect(aloud).toHaveCount(0);
  await expect(opening(ines).getByRole('button', { name: 'Read aloud' })).toBeFocused();

  await ines.page.keyboard.press('Escape');
  await expect(opening(ines)).toHaveCount(0);
});

test('[O1] [O3] [O5] the stage brings the opening to everybody, who read along and agree to it', async ({
  lead,
  enter,
}) => {
  const ines = await lead('Ines');
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz', phone);
  const sam = await enter('Sam', { role: 'observer' });

  await test.step('the stage brings it to everybody; each agrees for themselves, and only a count is told', async () => {
    await ines.page.getByRole('button', { name: 'Start the review' }).click();
    for (const person of [ines, priya, tomasz, sam])
      await expect(opening(person)).toContainText('What it meant: 41 pharmacies wrote labels by hand.');
    await expect(opening(ines)).toContainText('0 of 3 here have agreed');
    await opening(priya).getByRole('button', { name: 'I agree to these' }).press('Enter');
    await expect(opening(priya).getByText('You agreed to these.')).toBeFocused();
    await opening(tomasz).getByRole('button', { name: 'I agree to these' }).tap();
    await expect(opening(ines)).toContainText('2 of 3 here have agreed');
    await expect(opening(priya)).not.toContainText('here have agreed');
    await expect(opening(sam).getByRole('button', { name: 'I agree to these' })).toHaveCount(0);
    await expect(opening(sam).getByRole('link', { name: /Norman L. Kerth/ })).toHaveAttribute(
      'href',
      /retrospectives\.com/,
    );
    await expectAccessible(ines.page, 'the opening, facilitator');
    await expectAccessible(tomasz.page, 'the opening on a phone');
  });

  await test.step('whoever closes it has seen it; with the stage it goes', async () => {
    await opening(priya).getByRole('button', { name: 'Close: Opening' }).click();
    await expect(opening(priya)).toHaveCount(0);
    await ines.page.getByRole('button', { name: 'Move the room to Reports' }).click();
    for (const person of [ines, tomasz, sam]) await expect(opening(person)).toHaveCount(0);
    // Looked at again, from the stages as well as by command, it is there.
    await priya.page
      .getByRole('list', { name: 'Stages' })
      .getByRole('button', { name: /^Opening/ })
      .click();
    await expect(opening(priya)).toContainText('You agreed to these.');
    await opening(priya).getByRole('button', { name: 'Close: Opening' }).click();
    await byCommand(priya, 'Opening: statement and ground rules');
    await expect(opening(priya)).toContainText('You agreed to these.');
  });
});

test('[O4] the leaders’ checklist: ticked by hand, or known; the co-facilitator sees the same', async ({
  lead,
  enter,
}) => {
  const ines = await lead('Ines');
  const maya = await enter('Maya', { role: 'co-facilitator' });
  const priya = await enter('Priya');
  const list = (person: Person): Locator => person.page.getByRole('dialog', { name: 'Leaders’ checklist' });
  for (const person of [ines, maya]) await byCommand(person, 'Leaders’ checklist');
  await expect(list(ines)).toContainText('Its start and what it meant are there.');
  await expect(list(ines)).toContainText('You are not alone in facilitating.');
  await expectAccessible(ines.page, 'the checklist');
  const purpose = (person: Person): Locator => list(person).getByRole('checkbox', { name: /what it is for/ });
  await purpose(ines).press('Space');
  await expect(purpose(maya)).toBeChecked();
  await purpose(maya).click();
  await expect(purpose(ines)).not.toBeChecked();
  await priya.page.keyboard.press('Control+k');
  await priya.page.getByRole('combobox', { name: 'What do you want to do?' }).fill('checklist leaders');
  await expect(priya.page.getByRole('option', { name: 'Leaders’ checklist' })).toHaveCount(0);
});

test('[O5] thanks are offered in the closing, to those who run the meeting', async ({ lead, enter }) => {
  const ines = await lead('Ines');
  const priya = await enter('Priya');
  await ines.page.getByRole('button', { name: 'Start the review' }).click();
  await expect(opening(ines)).toBeVisible();
  await byCommand(ines, 'Thank everybody');
  const thanks = ines.page.getByRole('region', { name: 'Thanks' });
  await expect(thanks).toContainText('Thank you to the colleague who noticed, and said so.');
  await expect(thanks).toContainText('Thank you, Priya, for telling how it was.');
  await expectAccessible(ines.page, 'thanks');
  await expect(priya.page.getByRole('region', { name: 'Thanks' })).toHaveCount(0);
  await thanks.getByRole('button', { name: 'Read aloud' }).press('Enter');
  await expect(ines.page.getByRole('dialog', { name: 'Thanks, to read aloud' })).toContainText('Thank you, Priya');
});
