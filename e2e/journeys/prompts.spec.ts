// Questions to ask: the next good one for whoever runs the meeting, decks for everybody, and the checklist whose answers become
// factors. Two people with two browsers, and one of them on a phone.
import { addCard, changeCard, openWriter, type Writer } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { devices, expect, type Page } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };
const minute = 60_000;
const noon = Date.UTC(2026, 10, 12, 12);
const decision = 'event-0004' as CardId;

/** A timeline with an hour of silence, and a decision of which nobody wrote what was known. */
const fill = (writer: Writer): void => {
  const words = [
    'First label fails',
    'Support asks around',
    'The gateway is restarted',
    'We stay on one printer',
    'Labels print again',
  ];
  words.forEach((text, place) =>
    addCard(
      writer,
      {
        kind: 'event',
        id: `event-000${place + 1}` as CardId,
        text,
        at: noon + (place < 4 ? place * 2 : 66) * minute,
        endAt: null,
        precision: 'exact',
        eventKind: place === 0 ? 'detection' : place === 3 ? 'decision' : 'action',
        lane: '',
        key: false,
      },
      { author: null, nowMs: 0 },
    ),
  );
};

test.beforeEach(async ({ onBoard }) => {
  await onBoard((doc) => fill(openWriter(doc)));
});

const next = (page: Page) => page.getByRole('region', { name: 'Next good question' });
const beside = (page: Page) => page.getByRole('tab', { name: 'Prompts' }).click();
const press = (page: Page, name: string) => next(page).getByRole('button', { name, exact: true }).click();

test('[Q4] [Q17] [Q18] the next good question says why, leads to its card, is asked, and stays away once put aside', async ({
  lead,
  enter,
  onBoard,
}) => {
  const ines = await lead('Ines');
  const ada = await enter('Ada');
  const { page } = ines;
  await page.getByRole('button', { name: 'Start the review' }).click();
  await page.getByRole('button', { name: 'Move the room to Reports' }).click();
  await expect(page.getByRole('button', { name: 'Move the room to Timeline' })).toBeVisible();

  await test.step('a calm line in the bar, and all of it beside the board', async () => {
    const line = ines.stage.getByRole('button', { name: /^Next good question:/ });
    await expect(line).toContainText('We stay on one printer');
    await line.click();
    await expect(page.getByRole('tab', { name: 'Prompts' })).toBeFocused();
    await expect(next(page)).toContainText('what was known then is not written down');
    await expectAccessible(page, 'questions to ask');
  });

  await test.step('by its key as well', async () => {
    await page.getByRole('tab', { name: /^Actions/ }).click();
    await page.keyboard.press('q');
    await expect(page.getByRole('tab', { name: 'Prompts' })).toBeFocused();
  });

  await test.step('it leads to its card', async () => {
    await next(page).getByRole('button', { name: 'We stay on one printer' }).click();
    await expect(ines.card('We stay on one printer')).toBeFocused();
    await expect(page.getByRole('region', { name: /^For .We stay on one printer/ })).toContainText(
      'Which options were seen at that moment',
    );
  });

  await test.step('another one, asked on the board for everybody', async () => {
    await press(page, 'Another one');
    await expect(next(page)).toContainText('Nothing is noted for 1 hour');
    await press(page, 'Ask it on the board');
    await expect(ada.card('What happened between “We stay on one printer”')).toBeVisible();
  });

  await test.step('put aside, it stays away on this device; brought back, it is there', async () => {
    await press(page, 'Put this question aside');
    await expect(next(page)).not.toContainText('Nothing is noted for');
    await page.reload();
    await ines.expectSaved();
    await beside(page);
    await expect(next(page)).toContainText('1 put aside');
    for (const rule of ['known-then', 'open-question']) {
      await expect(next(page)).toHaveAttribute('data-suggests', rule);
      await press(page, 'Another one');
    }
    await expect(next(page)).toHaveAttribute('data-suggests', 'known-then');
    await press(page, 'Bring back');
    await expect(next(page)).not.toContainText('put aside');
  });

  await test.step('what was answered is asked no more', async () => {
    await expect(next(page)).toHaveAttribute('data-suggests', 'known-then');
    await onBoard((doc) => changeCard(openWriter(doc), decision, { knownThen: 'Only one printer was known to fail' }));
    await expect(next(page)).not.toHaveAttribute('data-suggests', 'known-then');
  });

  await test.step('others have the decks, and nothing of the facilitator’s', async () => {
    await ada.page.keyboard.press('q');
    await expect(
      ada.page.getByRole('listitem').filter({ hasText: 'What surprised you while you wrote' }),
    ).toBeVisible();
    await expect(ada.page.getByText('Next good question')).toHaveCount(0);
  });
});

test('[K1] [K2] the checklist: answered and noted together, and an answer becomes a factor', async ({
  lead,
  enter,
}) => {
  const ines = await lead('Ines');
  const ada = await enter('Ada');
  const item = (page: Page, name: string) => page.locator(`[data-diagnostic=${name}]`);
  for (const { page } of [ines, ada]) {
    await beside(page);
    await page.getByText('What else was at work?').click();
    await expect(page.getByText('0 of 9 asked')).toBeVisible();
  }
  await item(ada.page, 'on-call-load').getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(ines.page.getByText('1 of 9 asked')).toBeVisible();
  await ada.page.getByLabel('Note: On-call load').fill('Ten nights on call in a month');
  await ada.page.keyboard.press('Enter');
  await expect(ines.page.getByLabel('Note: On-call load')).toHaveValue('Ten nights on call in a month');
  await expectAccessible(ada.page, 'the checklist');

  await item(ines.page, 'on-call-load')
    .getByRole('button', { name: /^Add as a factor/ })
    .click();
  await expect(ada.zone('Factors').locator('[data-card-id]', { hasText: 'Ten nights on call' })).toBeVisible();
  await expect(item(ada.page, 'on-call-load').getByRole('button', { name: /Ten nights on call/ })).toBeVisible();
  await expect(item(ada.page, 'on-call-load').getByRole('button', { name: /^Add as a factor/ })).toHaveCount(0);

  await item(ines.page, 'tooling').getByRole('button', { name: 'Not sure' }).click();
  await item(ines.page, 'tooling')
    .getByRole('button', { name: /^Ask it on the board/ })
    .click();
  await expect(ada.card('Did tools make it harder')).toBeVisible();
  await ada.page.reload();
  await ada.expectSaved();
  await beside(ada.page);
  await expect(ada.page.getByText('2 of 9 asked')).toBeVisible();
});

test('[Q1] [K2] on a phone the questions are a sheet, by touch', async ({ lead, enter }) => {
  const ines = await lead('Ines');
  const ada = await enter('Ada', phone);
  await ines.page.getByRole('button', { name: 'Start the review' }).click();
  await ines.page.getByRole('button', { name: 'Move the room to Reports' }).click();
  // The room takes everybody along after three seconds; who goes elsewhere afterwards stays there.
  const moving = ada.page.getByText('The room moves to Reports', { exact: true });
  await expect(moving).toBeVisible();
  await expect(moving).toHaveCount(0);
  await expect(ada.page.getByText(/^stage 2 of 8/)).toBeVisible();
  await expect(ada.page.getByRole('heading', { name: 'Questions for this stage' })).toBeVisible();
  await ada.page.getByRole('button', { name: 'More questions to ask' }).tap();
  const sheet = ada.page.getByRole('dialog', { name: 'Questions to ask' });
  await expect(sheet.getByRole('listitem').filter({ hasText: 'What surprised you while you wrote' })).toBeVisible();
  await sheet.getByText('What else was at work?').tap();
  await sheet.locator('[data-diagnostic=hand-overs]').getByRole('button', { name: 'Yes', exact: true }).tap();
  await expectAccessible(ada.page, 'questions on a phone');
  await sheet.getByRole('button', { name: /^Add as a factor/ }).tap();
  await expect(ines.zone('Factors').locator('[data-card-id]', { hasText: 'in a hand-over' })).toBeVisible();
  await sheet.getByRole('button', { name: /in a hand-over/ }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(ada.card('in a hand-over')).toBeVisible();
});
