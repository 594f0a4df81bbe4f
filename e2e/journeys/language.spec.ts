// A question in place of blame, while one writes: offered to the author alone, taken or left, by mouse and by keys.
import { expect, type Page } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';

const hint = (page: Page) => page.getByRole('group', { name: 'A question instead, seen only by you' });
const field = (page: Page) => page.getByRole('textbox', { name: 'Words of the factor' });
const blame = 'We forgot to test the printer update.';
const question = 'What would have made it easy to test the printer update at the time?';

test('[L30] a judging sentence is offered a question, to its author alone, and the question can be taken back', async ({
  enter,
}) => {
  const ada = await enter('Ada');
  const ben = await enter('Ben');
  await ada.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Alerts watch the gateway.');

  await test.step('while she writes', async () => {
    await ada.card('Alerts watch the gateway.').focus();
    await ada.page.keyboard.press('Enter');
    await ada.page.keyboard.type(` ${blame}`);
    await expect(hint(ada.page)).toContainText(question);
    await expect(field(ada.page)).toBeFocused();
    await expect(ben.card(blame)).toBeVisible();
    await expect(hint(ben.page)).toHaveCount(0);
    await expect(ben.page.getByText(question)).toHaveCount(0);
    await expectAccessible(ada.page, 'a question under a field');
  });

  await test.step('taken by keys, and taken back', async () => {
    await ada.page.keyboard.press('Alt+Enter');
    await expect(field(ada.page)).toHaveValue(`Alerts watch the gateway. ${question}`);
    await expect(field(ada.page)).toBeFocused();
    await expect(hint(ada.page)).toHaveCount(0);
    await expect(ben.card(question)).toBeVisible();
    await ada.page.keyboard.press('ControlOrMeta+z');
    await expect(field(ada.page)).toHaveValue(`Alerts watch the gateway. ${blame}`);
  });

  await test.step('taken with the mouse', async () => {
    await ada.page.keyboard.type(' ');
    await hint(ada.page).getByRole('button', { name: 'Use this' }).click();
    await expect(field(ada.page)).toHaveValue(`Alerts watch the gateway. ${question} `);
    await expect(field(ada.page)).toBeFocused();
  });

  await test.step('of somebody in the room, by name', async () => {
    await ada.page.keyboard.type('Ben should have checked the label.');
    await expect(hint(ada.page)).toContainText('check the label');
    await ada.page.keyboard.press('Alt+Enter');
    await expect(hint(ada.page)).toHaveCount(0);
  });
});

test('[L20] what is left stays left, and who wants none gets none', async ({ enter }) => {
  const ada = await enter('Ada');
  const words = 'A condition that played a part';
  await ada.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().click();
  const composer = ada.page.getByLabel(words, { exact: true }).last();

  await test.step('left by keys, in the field where a card begins', async () => {
    await composer.pressSequentially(blame);
    await expect(hint(ada.page)).toContainText(question);
    await ada.page.keyboard.press('Tab');
    await expect(hint(ada.page).getByRole('button', { name: 'Use this' })).toBeFocused();
    await ada.page.keyboard.press('Tab');
    await ada.page.keyboard.press('Enter');
    await expect(hint(ada.page)).toHaveCount(0);
    await expect(composer).toBeFocused();
    await ada.page.keyboard.type(' They were careless.');
    await expect(hint(ada.page)).toBeVisible();
    await expect(hint(ada.page)).not.toContainText(question);
    await ada.page.keyboard.press('Alt+Enter');
    await expect(composer).toHaveValue(new RegExp(`^${blame.replace('.', '\\.')} What .*\\?$`));
    await ada.page.keyboard.press('ControlOrMeta+z');
    await expect(composer).toHaveValue(`${blame} They were careless.`);
    await ada.page.keyboard.press('Enter');
    await expect(ada.card(blame)).toBeVisible();
    await expect(hint(ada.page)).toHaveCount(0);
    await ada.page.keyboard.press('Escape');
  });

  await test.step('systems and plans are no matter', async () => {
    await ada.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().click();
    await composer.pressSequentially('The health check failed to see it. We should add an alert.');
    // Longer than anybody rests before the lens looks.
    await ada.page.waitForTimeout(1_500);
    await expect(hint(ada.page)).toHaveCount(0);
  });

  await test.step('switched off in the settings', async () => {
    await ada.page.evaluate(() => localStorage.setItem('hearth.language', 'off'));
    await ada.page.reload();
    await ada.expectSaved();
    await ada.zone('Factors').getByRole('button', { name: 'Add a factor' }).first().click();
    await composer.pressSequentially('They were negligent.');
    await ada.page.waitForTimeout(1_500);
    await expect(hint(ada.page)).toHaveCount(0);
  });
});
