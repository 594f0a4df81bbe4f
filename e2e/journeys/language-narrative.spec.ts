// The lens where stories are told and thoughts are written: in the narrative and in private writing, seen by their author alone.
import { expect, type Page } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const blame = 'We forgot to test the printer update.';
const question = 'What would have made it easy to test the printer update at the time?';
const hint = (page: Page) => page.getByRole('group', { name: 'A question instead, seen only by you' });
const story = ({ page }: Person) => page.getByRole('textbox', { name: 'Narrative' });

test('[L20] [L30] in the narrative: marked and asked for its author alone, taken, put beside, left, and taken back', async ({
  enter,
}) => {
  const ada = await enter('Ada');
  const ben = await enter('Ben');
  for (const person of [ada, ben]) await person.view('Narrative');
  const keys = ada.page.keyboard;
  await story(ada).getByRole('heading', { name: 'Summary' }).click();
  await keys.press('End');
  await keys.press('ArrowDown');

  await test.step('while she writes', async () => {
    await keys.type(`Labels stopped. ${blame}`);
    await expect(hint(ada.page)).toContainText(question);
    await expect(story(ada)).toBeFocused();
    await expect(story(ben)).toContainText(blame);
    await expect(hint(ben.page)).toHaveCount(0);
    await expectAccessible(ada.page, 'a question in the narrative');
  });

  await test.step('what others write elsewhere takes it from nobody', async () => {
    await story(ben).getByRole('heading', { name: 'What went well' }).click();
    await ben.page.keyboard.press('End');
    await ben.page.keyboard.press('ArrowDown');
    await ben.page.keyboard.type('Support wrote at once.');
    await expect(story(ada)).toContainText('Support wrote at once.');
    await expect(hint(ada.page)).toContainText(question);
  });

  await test.step('taken by keys, and taken back', async () => {
    await keys.press('Alt+Enter');
    await expect(story(ben)).toContainText(`Labels stopped. ${question}`);
    await expect(story(ben)).not.toContainText(blame);
    await expect(hint(ada.page)).toHaveCount(0);
    await keys.press('ControlOrMeta+z');
    await expect(story(ada)).toContainText(`Labels stopped. ${blame}`);
  });

  await test.step('put beside with the mouse, and not brought up again', async () => {
    await keys.press('End');
    await keys.type(' ');
    await hint(ada.page).getByRole('button', { name: 'Keep both' }).click();
    await expect(story(ben)).toContainText(`${blame} ${question}`);
    await expect(story(ada)).toBeFocused();
  });

  await test.step('left by keys', async () => {
    await keys.press('End');
    await keys.press('Enter');
    await keys.type('They were careless.');
    await expect(hint(ada.page)).toBeVisible();
    await hint(ada.page).getByRole('button', { name: 'Leave it' }).focus();
    await keys.press('Enter');
    await expect(hint(ada.page)).toHaveCount(0);
    await expect(story(ada)).toBeFocused();
  });
});

test('[L20] in private writing: the same question, and it never leaves the field', async ({ lead, enter }) => {
  const ines = await lead('Ines');
  const ada = await enter('Ada');
  await ines.page.getByRole('button', { name: 'Start the review' }).click();
  for (const stage of ['Reports', 'Timeline', 'Perspectives'])
    await ines.page.getByRole('button', { name: `Move the room to ${stage}` }).click();
  const field = ada.page.locator('#private-thought');
  await field.pressSequentially(blame);
  await expect(hint(ada.page)).toContainText(question);
  await ada.page.keyboard.press('Alt+Enter');
  await expect(field).toHaveValue(question);
  await ada.page.keyboard.press('Enter');
  await expect(ada.page.getByRole('list', { name: 'My thoughts' })).toContainText(question);

  await ada.page.getByRole('button', { name: /^Rewrite: What would have made/ }).click();
  const rewriting = ada.page.getByLabel('Words of my thought');
  await rewriting.fill('');
  await rewriting.pressSequentially('They were careless.');
  await expect(hint(ada.page)).toBeVisible();
  await hint(ada.page).getByRole('button', { name: 'Use this' }).click();
  await expect(rewriting).toHaveValue(/^What .*\?$/);
});
