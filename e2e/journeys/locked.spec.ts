// What is written into a zone that the facilitator has locked: nothing of it arrives, and nothing of it is lost.
import { openView } from '@hearth/board/view';
import { defaultLimits } from '@hearth/sync/limits';
import { expect } from '@playwright/test';
import type * as Y from 'yjs';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

/** What was on its way when a zone was locked is taken for so long. */
const graceMs = defaultLimits.wardGraceMs;

const notice = ({ page }: Person) => page.getByRole('status').filter({ hasText: 'could not be taken.' });
const mark = ({ page }: Person) => page.getByRole('button', { name: /changes? not taken$/ });
/** Words of all cards, as the server has them now. */
const stored = (doc: Y.Doc): string[] => {
  const view = openView(doc);
  const words = (['event', 'factor'] as const).flatMap((kind) => view.list(kind).map((card) => card.text));
  view.destroy();
  return words.toSorted();
};
const lock = async (person: Person, words: 'Lock' | 'Unlock'): Promise<void> => {
  await person.zone('Timeline').getByRole('button', { name: 'More for Timeline' }).click();
  await person.page.getByRole('menuitem', { name: new RegExp(`^${words} Timeline`) }).click();
};

test.describe.configure({ timeout: 240_000 });

test('[RM7] [Q10] written offline into a zone that is locked meanwhile: set aside, the rest arrives; open again, it goes', async ({
  lead,
  enter,
  onBoard,
}) => {
  const ada = await lead('Ada');
  const cleo = await enter('Cleo');
  await ada.page.getByRole('button', { name: 'Start the review' }).click();
  await cleo.addMoment('14:21', 'Seen by all');
  await cleo.expectSaved();

  // What one did oneself is not taken back while it is locked.
  await lock(ada, 'Lock');
  await expect(cleo.zone('Timeline')).toContainText('Locked by the facilitator');
  await cleo.card('Seen by all').focus();
  await cleo.page.keyboard.press('Control+z');
  await expect(cleo.page.getByText('Locked by the facilitator just now.').first()).toBeVisible();
  await expect(ada.card('Seen by all')).toBeVisible();
  await lock(ada, 'Unlock');
  await expect(cleo.zone('Timeline')).not.toContainText('Locked');

  await cleo.context.setOffline(true);
  await cleo.addMoment('14:25', 'Written on the train');
  await cleo.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Nobody watches the queue');
  await expect(cleo.page.locator('[data-status]')).toHaveText(/^Offline, \d+ kept here$/);
  await lock(ada, 'Lock');
  await expect(ada.zone('Timeline')).toContainText('Locked');
  await new Promise((resolve) => setTimeout(resolve, graceMs + 500));
  await cleo.context.setOffline(false);

  await expect(notice(cleo)).toContainText('The facilitator has locked that part of the board.', { timeout: 60_000 });
  await cleo.expectSaved();
  await expect(ada.card('Nobody watches the queue')).toBeVisible();
  await expect(cleo.card('Nobody watches the queue')).toBeVisible();
  await expect(cleo.card('Written on the train')).toHaveCount(0);
  expect(await onBoard(stored)).toEqual(['Nobody watches the queue', 'Seen by all']);
  await mark(cleo).click();
  const dialog = cleo.page.getByRole('dialog');
  await expect(dialog.getByText('Event “Written on the train”')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Send again' })).toHaveCount(0);
  await expectAccessible(cleo.page, 'what was written into a locked zone');

  await lock(ada, 'Unlock');
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await cleo.page.keyboard.press('Escape');
  for (const person of [cleo, ada]) await expect(person.card('Written on the train')).toBeVisible();
  await cleo.expectSaved();
  await expect(mark(cleo)).toHaveCount(0);
  expect(await onBoard(stored)).toEqual(['Nobody watches the queue', 'Seen by all', 'Written on the train']);
});
