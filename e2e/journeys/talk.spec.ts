// What people say about cards: comments with threads, reactions, and accounts that differ. By mouse, by keys, by touch.
import { addCard, addColumn, openWriter } from '@hearth/board/operations';
import type { CardId, ColumnId } from '@hearth/review/ids';
import { devices, expect, type Page } from '@playwright/test';
import { openLiveClient, type LiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

let filler: LiveClient;

test.beforeEach(async ({ server, owner, reviewId }) => {
  filler = await openLiveClient(server.url, reviewId, owner.cookie);
  const writer = openWriter(filler.doc);
  const by = { author: { id: null, name: 'Priya' }, nowMs: 0 };
  const column = 'column-priya' as ColumnId;
  addColumn(writer, { id: column, name: 'Priya', role: 'Support' });
  addCard(
    writer,
    {
      kind: 'perspective',
      id: 'saw-calm1' as CardId,
      text: 'Each call alone made sense',
      columnId: column,
      facet: 'saw',
    },
    by,
  );
  addCard(
    writer,
    { kind: 'factor', id: 'factor-01' as CardId, text: 'Alerts watch the gateway', category: 'technical' },
    by,
  );
  addCard(writer, { kind: 'learning', id: 'learning1' as CardId, text: 'Four together did not' }, by);
});
test.afterEach(() => filler.destroy());

const factor = 'Alerts watch the gateway';
const seen = 'Each call alone made sense';
const thread = (page: Page) => page.getByRole('dialog').getByRole('article');

test('[M9] [N1] a comment is asked, heard, answered and resolved; it outlives its card', async ({ enter }) => {
  const ada = await enter('Ada');
  const ben = await enter('Ben', { viewport: { width: 1024, height: 768 } });
  const sam = await enter('Sam', { role: 'observer' });

  await test.step('by keys alone', async () => {
    await ada.card(factor).focus();
    await ada.page.keyboard.press('c');
    const field = ada.page.getByRole('textbox', { name: 'Comment' });
    await expect(field).toBeFocused();
    await ada.page.keyboard.type('Which alerts? Ask @Be');
    await ada.page.keyboard.press('Tab');
    await expect(field).toHaveValue('Which alerts? Ask @Ben ');
    await ada.page.keyboard.press('Enter');
    await expect(ben.page.getByText('You are named in a comment.').first()).toBeVisible();
    await expect(thread(ada.page)).toContainText('Which alerts?');
    await expectAccessible(ada.page, 'a thread beside its card');
    await ada.page.keyboard.press('Escape');
    await expect(ada.card(factor)).toBeFocused();
  });

  await test.step('the others see the count, are told once, and it is new to them until they look', async () => {
    await expect(ben.card(factor)).toHaveAttribute('aria-label', /1 comment, 1 unread/);
    await ben.card(factor).getByRole('button', { name: '1 comment, 1 unread' }).click();
    await expect(thread(ben.page).getByText('New', { exact: true })).toBeVisible();
    await thread(ben.page).getByRole('button', { name: 'Answer' }).click();
    await ben.page.getByRole('textbox', { name: 'Answer' }).fill('Those of the gateway only.');
    await ben.page.keyboard.press('Enter');
    await expect(thread(ben.page)).toContainText('Those of the gateway only.');
    await ben.page.keyboard.press('Escape');
    await expect(ben.card(factor)).toHaveAttribute('aria-label', /1 comment\./);
  });

  await test.step('an observer reads and changes nothing', async () => {
    await sam.card(factor).focus();
    await sam.page.keyboard.press('c');
    await expect(thread(sam.page)).toContainText('Those of the gateway only.');
    await expect(sam.page.getByRole('dialog').getByRole('button', { name: /Answer|Resolve|New comment/ })).toHaveCount(
      0,
    );
    await sam.page.keyboard.press('Escape');
    await sam.page.keyboard.press('Shift+E');
    await expect(sam.page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the drawer lists all, and leads to the card', async () => {
    await ada.page.keyboard.press('Shift+C');
    const drawer = ada.page.getByRole('tabpanel');
    await expect(ada.page.getByRole('tab', { name: 'Comments 1' })).toHaveAttribute('aria-selected', 'true');
    await expect(ada.page.getByRole('tab', { name: 'Comments 1' })).toBeFocused();
    await expect(drawer.getByRole('article')).toContainText('Those of the gateway only.');
    await expectAccessible(ada.page, 'all comments');
    await drawer.getByRole('button', { name: factor }).click();
    await expect(thread(ada.page)).toBeVisible();
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
    await expect(ada.page.getByText('1 resolved comment')).toBeVisible();
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await drawer.getByRole('button', { name: 'Resolved' }).click();
    await expect(drawer).toContainText('Resolved by Ada');
    await drawer.getByRole('button', { name: 'Open again' }).click();
  });

  await test.step('the card goes; what was said stays, with its last words', async () => {
    await ben.card(factor).focus();
    await ben.page.keyboard.press('Delete');
    const drawer = ada.page.getByRole('tabpanel');
    await drawer.getByRole('button', { name: 'Open', exact: true }).click();
    const gone = drawer.getByRole('region', { name: 'About cards that are no longer there' });
    await expect(gone).toContainText(factor);
    await expect(gone).toContainText('Which alerts?');
    await ben.page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(drawer.getByRole('region', { name: 'On cards' })).toContainText('Which alerts?');
  });
});

test('[E1] [E4] reactions are given together, counted, taken back by their giver', async ({ enter }) => {
  const ada = await enter('Ada');
  const ben = await enter('Ben');
  const react = async (person: Person, key: string): Promise<void> => {
    await person.card('Four together').focus();
    await person.page.keyboard.press('Shift+E');
    await expect(person.page.getByRole('dialog').getByRole('button', { name: /^Same here/ })).toBeFocused();
    await person.page.keyboard.press(key);
  };
  await Promise.all([react(ada, '2'), react(ben, '2')]);
  await expectAccessible(ada.page, 'reactions beside a card');
  for (const person of [ada, ben]) {
    await person.page.keyboard.press('Escape');
    await expect(person.card('Four together').getByRole('button', { name: /^Surprised me: 2/ })).toHaveText('2');
    await expect(
      person.card('Four together').getByRole('button', { name: 'Surprised me: 2 (Ada, Ben)' }),
    ).toBeVisible();
  }
  // Mine by undo, and nothing of theirs.
  await ada.page.keyboard.press('Control+z');
  await expect(ben.card('Four together').getByRole('button', { name: 'Surprised me: 1 (Ben)' })).toBeVisible();
  // By mouse one joins in.
  await ada.card('Four together').getByRole('button', { name: 'Surprised me: 1 (Ben)' }).click();
  await expect(ben.card('Four together').getByRole('button', { name: /^Surprised me: 2/ })).toBeVisible();
});

test('[P1] [P3] somebody saw it differently: both accounts stand beside each other', async ({ enter, lead }) => {
  const ada = await enter('Ada');
  const ines = await lead('Ines');

  await ada.card(seen).focus();
  await ada.page.keyboard.press('d');
  await ada.page.getByLabel('This is something I').selectOption('Expected');
  const field = ada.page.getByRole('dialog').getByRole('textbox');
  await field.fill('I expected a fifth call');
  await expectAccessible(ada.page, 'I saw it differently');
  await ada.page.keyboard.press('Control+Enter');
  await expect(ada.card('I expected a fifth call')).toBeFocused();
  await expect(ada.card('I expected a fifth call')).toContainText('Differs from Priya');

  await expect(ines.card(seen)).toContainText('Ada saw it differently');
  await expect(ines.card(seen)).toHaveAttribute('aria-label', /Ada saw it differently: “I expected a fifth call”/);
  const told = ines.page.getByRole('region', { name: /^Told differently/ });
  await expect(told).toContainText('1 to talk about');
  await expect(told.getByRole('listitem')).toContainText('Ada saw it differently');
  await told.getByRole('listitem').scrollIntoViewIfNeeded();
  await expectAccessible(ines.page, 'told differently');
  await told.getByRole('button', { name: /^Talked about/ }).click();
  await expect(ada.page.getByRole('region', { name: /^Told differently/ })).toContainText('all talked about');
  await expect(ada.card(seen)).toBeVisible();
  await ada.page.keyboard.press('Control+z');
  await expect(ines.card('I expected a fifth call')).toHaveCount(0);
});

test('[E2] [M10] [R7] in a round without names nobody is stored with a comment, a reaction or an account', async ({
  enter,
  lead,
}) => {
  const ines = await lead('Ines');
  const ada = await enter('Ada');
  await ines.page.getByRole('button', { name: 'Start the review' }).click();
  for (const stage of ['Reports', 'Timeline', 'Perspectives'])
    await ines.page.getByRole('button', { name: `Move the room to ${stage}` }).click();
  await ines.page
    .getByRole('button', { name: /Private/ })
    .first()
    .click();
  await ines.page.getByRole('menuitemradio', { name: 'Without names' }).click();
  await expect(ada.page.getByText(/Nobody will see who wrote this/).first()).toBeVisible();

  await ada.card(seen).focus();
  await ada.page.keyboard.press('c');
  await ada.page.getByRole('textbox', { name: 'Comment' }).fill('Did it, to everybody?');
  await ada.page.keyboard.press('Enter');
  await ada.page.keyboard.press('Escape');
  await ada.page.keyboard.press('Shift+E');
  await ada.page.keyboard.press('1');
  await ada.page.keyboard.press('Escape');
  await ada.page.keyboard.press('d');
  await ada.page.getByRole('dialog').getByRole('textbox').fill('It did not, to me');
  await ada.page.keyboard.press('Control+Enter');
  await expect(ada.page.getByRole('list', { name: 'My thoughts' })).toContainText(`Told differently from “${seen}”`);

  await expect(ines.card(seen).getByRole('button', { name: 'Same here: 1' })).toBeVisible();
  await expect(ines.card(seen).getByRole('button', { name: /1 comment/ })).toBeVisible();
  await expect(ines.page.getByText('It did not, to me')).toHaveCount(0);
  await ines
    .card(seen)
    .getByRole('button', { name: /1 comment/ })
    .click();
  await expect(thread(ines.page)).toContainText('Without a name');
  await expect(thread(ines.page)).not.toContainText('Ada');
  await ines.page.keyboard.press('Escape');

  await ines.page.getByRole('button', { name: 'Reveal', exact: true }).click();
  await expect(ines.card(seen)).toContainText('Somebody saw it differently', { timeout: 15_000 });
  // One a person still: with the name now, it is taken back.
  await ada.card(seen).focus();
  await ada.page.keyboard.press('Shift+E');
  await expect(ada.page.getByRole('dialog').getByRole('button', { name: /^Same here/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await ada.page.keyboard.press('1');
  await expect(ines.card(seen).getByRole('button', { name: 'Same here: 1' })).toHaveCount(0);
});

test('[N7] on a phone: a sheet for the thread, reactions and one’s own account, by touch', async ({ enter }) => {
  const { viewport: _, ...phone } = devices['Pixel 7'];
  const ada = await enter('Ada', { ...phone, viewport: { width: 390, height: 844 } });
  const ben = await enter('Ben');
  await ada.page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'Board' }).tap();
  const open = async (what: string): Promise<void> => {
    await ada.card(seen).tap();
    await ada.page.getByRole('toolbar').getByRole('button', { name: 'More' }).tap();
    await ada.page.getByRole('dialog').getByRole('button', { name: what }).tap();
  };
  await open('Comment');
  await ada.page.getByRole('textbox', { name: 'Comment' }).fill('From the road');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Comment', exact: true }).tap();
  await expect(thread(ada.page)).toContainText('From the road');
  await expectAccessible(ada.page, 'a thread on a phone');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
  await expect(ben.card(seen)).toHaveAttribute('aria-label', /1 comment/);
  await open('React');
  await ada.page.getByRole('button', { name: /^Thank you/ }).tap();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
  await expect(ben.card(seen)).toHaveAttribute('aria-label', /Thank you: 1 \(Ada\)/);
  await open('I saw it differently');
  await ada.page.getByRole('dialog').getByRole('textbox').fill('On the road I saw nothing');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Put it beside' }).tap();
  await expect(ben.card(seen)).toContainText('Ada saw it differently');
  await expect(ada.page.getByRole('region', { name: /^Told differently/ })).toContainText('Ada saw it differently');
  await expectAccessible(ada.page, 'told differently on a phone');
});
