// Running a meeting: a facilitator, another one beside them, and somebody who takes part, each in a browser of their own.
import { addCard, addColumn, openWriter } from '@hearth/board/operations';
import type { CardId, ColumnId } from '@hearth/review/ids';
import { devices, expect } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type * as Y from 'yjs';
import { openRawFacilitation } from '../raw-connections.ts';
import type { Person } from '../person.ts';

const rail = (person: Person) => person.page.getByRole('list', { name: 'Stages' });
const stageInRail = (person: Person, name: string) =>
  rail(person).getByRole('button', { name: new RegExp(`^${name}`) });
const item = (person: Person, name: string | RegExp) => person.page.getByRole('menuitem', { name });
/** What stays at the lower edge. */
const notices = (person: Person) => person.page.getByRole('region', { name: 'Notices' });

declare global {
  interface Window {
    told: string[];
  }
}
/** Notes everything that is said at the lower edge: some of it is gone before a busy machine looks. */
const listen = async (...people: Person[]): Promise<void> => {
  for (const { page } of people)
    await page.evaluate(() => {
      const told = new Set<string>();
      window.told = [];
      const note = (): void => {
        const said = document.querySelectorAll('section[aria-label=Notices] > *, section[aria-label=Messages] > *');
        for (const { textContent: words } of said) if (words !== '') told.add(words);
        window.told = [...told];
      };
      new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
      note();
    });
};
const expectTold = (person: Person, words: RegExp): Promise<void> =>
  expect.poll(() => person.page.evaluate(() => window.told)).toContainEqual(expect.stringMatching(words));
const more = (person: Person) => person.page.getByRole('button', { name: 'More for the facilitator' });
const start = async (person: Person): Promise<void> => {
  await person.page.getByRole('button', { name: 'Start the review' }).click();
  await expect(person.stage).toContainText('Opening');
};
const jump = async (person: Person, name: string): Promise<void> => {
  await stageInRail(person, name).click();
  await item(person, 'Move the room here').click();
  await expect(person.stage).toContainText(name);
};

const command = async (person: Person, words: string): Promise<void> => {
  await person.page.keyboard.press('Control+k');
  await person.page.getByRole('combobox', { name: 'What do you want to do?' }).fill(words);
  await person.page.keyboard.press('Enter');
};
const fillFactors =
  (count: number) =>
  (doc: Y.Doc): void => {
    const writer = openWriter(doc);
    for (let n = 0; n < count; n++)
      addCard(
        writer,
        { kind: 'factor', id: `factor-00${n}` as CardId, text: `A condition, number ${n}`, category: 'technical' },
        { author: null, nowMs: 0 },
      );
  };

// Three browsers a test: on two busy cores that takes its time.
test.describe.configure({ timeout: 360_000 });

test('[RM1] a jump from the rail takes everybody along, whoever writes stays, and it can be taken back', async ({
  lead,
  enter,
}) => {
  const ada = await lead('Ada');
  const ben = await enter('Ben', { role: 'co-facilitator' });
  const cleo = await enter('Cleo');
  await start(ada);
  await expect(cleo.stage).toContainText('Opening');
  await listen(ben);

  // Looking moves nobody.
  await stageInRail(ada, 'Factors').click();
  await expectAccessible(ada.page, 'menu of a stage');
  await item(ada, 'Look there').click();
  await expect(ada.zone('Factors')).toBeInViewport();
  await expect(cleo.stage).toContainText('stage 1 of 8');

  // By keyboard alone; Cleo is writing and is asked.
  await cleo.zone('Timeline').getByRole('button', { name: 'Add a moment' }).last().click();
  await cleo.page.getByRole('textbox', { name: 'What happened' }).fill('Half a sen');
  await stageInRail(ada, 'Factors').focus();
  await ada.page.keyboard.press('Enter');
  await ada.page.keyboard.press('ArrowDown');
  await ada.page.keyboard.press('Enter');
  for (const person of [ada, ben, cleo]) await expect(person.stage).toContainText('stage 5 of 8');
  await expectTold(ben, /moves the room to Factors$/);
  await expect(ben.zone('Factors')).toBeInViewport();
  const pill = cleo.page.getByRole('button', { name: /The room is in Factors: go/ });
  await expect(pill).toBeVisible();
  await expect(cleo.page.getByRole('textbox', { name: 'What happened' })).toBeFocused();
  await cleo.page.keyboard.press('Escape');
  await pill.click();
  await expect(cleo.zone('Factors')).toBeInViewport();

  await jump(ada, 'Learnings');
  await ada.page.getByRole('button', { name: 'Undo', exact: true }).click();
  for (const person of [ada, ben, cleo]) await expect(person.stage).toContainText('stage 5 of 8');

  // A stage that is done is opened again in the same way.
  await jump(ada, 'Narrative');
  await jump(ada, 'Timeline');
  for (const person of [ben, cleo]) await expect(person.stage).toContainText('stage 3 of 8');

  // The same list for everybody, by command.
  await command(cleo, 'stages');
  const stages = cleo.page.getByRole('dialog', { name: 'Stages' });
  await expect(stages).toContainText('the room is here');
  await expect(stages.getByRole('button', { name: /Move the room here/ })).toHaveCount(0);
  await expectAccessible(cleo.page, 'stages, as a participant');
  // Whoever opened a dialog meanwhile is not moved under it.
  await jump(ada, 'Narrative');
  await expect(ben.page.getByRole('main', { name: 'Narrative' })).toBeVisible();
  await expect(
    cleo.page.getByRole('button', { name: /The room is in Narrative: go/, includeHidden: true }),
  ).toBeAttached();
  await expect(stages).toBeVisible();
  await expect(cleo.page.getByRole('main', { name: 'Board', includeHidden: true })).toBeAttached();
  await stages.getByRole('button', { name: /Look there: Factors/ }).click();
  await expect(cleo.zone('Factors')).toBeInViewport();
});

test('[RM1] a move before what tells of moves has come is told and followed all the same', async ({ lead, enter }) => {
  const ada = await lead('Ada');
  const cleo = await enter('Cleo');
  await start(ada);
  let come = (): void => {};
  const coming = new Promise<void>((resolve) => (come = resolve));
  await cleo.page.route(/MeetingParts-.*\.js$/, async (route) => {
    await coming;
    await route.continue();
  });
  await cleo.page.reload();
  await expect(cleo.stage).toContainText('Opening');
  await listen(cleo);
  await jump(ada, 'Factors');
  await expect(cleo.stage).toContainText('Factors');
  come();
  await expectTold(cleo, /The room moves to Factors$/);
  await expect(cleo.zone('Factors')).toBeInViewport();
});

test('[RM2] [RM3] everyone is brought to where a facilitator looks, with a way back; whoever wanders finds the room again', async ({
  lead,
  enter,
  onBoard,
}) => {
  await onBoard(fillFactors(40));
  const ada = await lead('Ada');
  const ben = await enter('Ben', { role: 'co-facilitator' });
  const cleo = await enter('Cleo');
  await start(ada);
  await expect(ben.card('number 39')).toHaveCount(1);
  await expect(cleo.card('number 39')).not.toBeInViewport();

  await ben.card('number 39').evaluate((card) => card.scrollIntoView({ block: 'center' }));
  await expect(ben.card('number 39')).toBeInViewport();
  await listen(ada, cleo);
  await more(ben).click();
  await item(ben, 'Bring everyone here').click();
  await cleo.page.getByRole('button', { name: 'Back to where I was' }).click();
  for (const person of [ada, cleo]) await expectTold(person, /^Ben would like to show you something$/);
  await expect(ada.card('number 39')).toBeInViewport();
  await expect(cleo.card('number 39')).not.toBeInViewport();
  await expect(cleo.page.getByRole('button', { name: 'Back to where I was' })).toHaveCount(0);

  // Somebody who writes is asked instead.
  await cleo.zone('Timeline').getByRole('button', { name: 'Add a moment' }).last().click();
  await cleo.page.getByRole('textbox', { name: 'What happened' }).fill('Half a sen');
  await command(ben, 'bring everyone');
  const pill = cleo.page.getByRole('button', { name: 'Ben would like to show you something: go' });
  await expect(pill).toBeVisible();
  await expect(cleo.page.getByRole('textbox', { name: 'What happened' })).toBeFocused();
  await expectAccessible(cleo.page, 'asked to come');
  await cleo.page.keyboard.press('Escape');
  await pill.click();
  await expect(cleo.card('number 39')).toBeInViewport();

  // As is whoever has a menu open.
  await ada.card('number 0').evaluate((card) => card.scrollIntoView({ block: 'center' }));
  await cleo.page.getByRole('button', { name: 'More for this review' }).click();
  const menu = cleo.page.getByRole('menu', { name: 'This review' });
  await expect(menu).toBeVisible();
  await command(ada, 'bring everyone');
  await expect(cleo.page.getByRole('button', { name: /would like to show you something: go$/ })).toBeVisible();
  await expect(menu).toBeVisible();
  await cleo.page.keyboard.press('Escape');

  // Whoever wanders stays, here and after a reload, and is told where the room is.
  const wander = cleo.page.getByRole('button', { name: /^Wander/ });
  await wander.click();
  await expect(wander).toHaveAttribute('aria-pressed', 'true');
  await jump(ben, 'Narrative');
  await expect(ada.page.getByRole('main', { name: 'Narrative' })).toBeVisible();
  await expectTold(cleo, /^The room is in Narrative: go/);
  await expect(cleo.page.getByRole('main', { name: 'Board' })).toBeVisible();
  await cleo.page.reload();
  await cleo.expectSaved();
  await expect(wander).toHaveAttribute('aria-pressed', 'true');
  await expect(cleo.page.getByRole('main', { name: 'Board' })).toBeVisible();
  await cleo.page.getByRole('navigation').getByRole('button', { name: 'The room is in Narrative: go' }).click();
  await expect(cleo.page.getByRole('main', { name: 'Narrative' })).toBeVisible();
  await wander.click();
  await expect(wander).toHaveAttribute('aria-pressed', 'false');
});

test('[RM4] [RM5] the room is asked for time, and the plan flows on; every act bears a name', async ({
  lead,
  enter,
}) => {
  const ada = await lead('Ada');
  const ben = await enter('Ben', { role: 'co-facilitator' });
  const cleo = await enter('Cleo');
  await start(ada);
  await expect(rail(ada).locator('..')).toContainText(/ends \d\d:\d\d/);
  await expect(rail(cleo).locator('..')).not.toContainText('ends');

  await listen(ada, ben, cleo);
  await command(ada, 'ask the room');
  await expect(notices(cleo).getByText('Five more minutes for Opening?')).toBeVisible();
  await expectTold(ben, /asks the room for more time\./);
  await expectAccessible(cleo.page, 'asked for more time');
  await notices(cleo).getByRole('button', { name: 'Yes', exact: true }).click();
  for (const person of [ada, ben]) await expect(notices(person).getByText('1 yes, 0 no')).toBeVisible();
  await notices(cleo).getByRole('button', { name: 'No', exact: true }).click();
  await expect(notices(ada).getByText('0 yes, 1 no')).toBeVisible();
  await expectAccessible(ada.page, 'answers of the room');
  await ada.page.getByRole('button', { name: 'Give 5 minutes' }).click();
  await expect(notices(cleo).getByText('Five more minutes for Opening?')).toHaveCount(0);
  await expect(cleo.stage).toContainText('of 8 min');

  const news = ben.page
    .getByRole('navigation', { name: 'Stages and views' })
    .getByText(/^Five minutes over: .+ gets .+\.$/);
  await expect(news).toBeVisible();
  await expect(cleo.page.getByRole('navigation').getByText(/minutes over/)).toHaveCount(0);
  await expectAccessible(ben.page, 'over the plan');
  await ben.page.getByRole('button', { name: 'Plan it so', exact: true }).click();
  await expect(news).toHaveCount(0);
  for (const person of [ada, cleo])
    await expect(
      rail(person)
        .getByText(/minutes instead of \d+/)
        .first(),
    ).toBeAttached();
  await expectTold(ada, /Ben shared the time that is left among the stages\./);

  await ben.page.getByRole('button', { name: 'Pause the clock' }).click();
  await expectTold(ada, /Ben paused the clock\./);
  expect(await cleo.page.evaluate(() => window.told)).not.toContain('Ben paused the clock.');
});

test('[RM6] the lead is asked for, kept, handed over, and taken only after a while: everybody is told', async ({
  lead,
  enter,
}) => {
  const ada = await lead('Ada');
  const ben = await enter('Ben', { role: 'co-facilitator' });
  const cleo = await enter('Cleo');
  await start(ada);
  await expect(ben.stage).toContainText('Opening');
  await listen(ada, ben, cleo);
  const asks = notices(ada).getByText('Ben asks to lead the meeting.');
  const ask = async (): Promise<void> => {
    await more(ben).click();
    await item(ben, 'Ask for the lead').click();
    await expect(asks).toBeVisible();
  };
  await ask();
  await expectAccessible(ada.page, 'asked for the lead');
  await ada.page.getByRole('button', { name: 'Keep the lead' }).click();
  await expect(asks).toHaveCount(0);
  await expect(notices(ben).getByText(/^You asked .* for the lead/)).toHaveCount(0);

  // Without an answer it may be taken, and not before.
  await ask();
  await expect(ben.page.getByRole('button', { name: 'Take the lead' })).toHaveCount(0);
  await ben.page.getByRole('button', { name: 'Take the lead' }).click({ timeout: 30_000 });
  await expectTold(ben, /You lead the meeting now\./);
  for (const person of [ada, cleo]) await expectTold(person, /Ben leads the meeting now\./);

  // Handed over by menu, by keyboard.
  await more(ben).focus();
  await ben.page.keyboard.press('Enter');
  await item(ben, /^Hand the lead to/).focus();
  await ben.page.keyboard.press('Enter');
  await expectTold(ada, /You lead the meeting now\./);
  await expectTold(cleo, /^Ben handed the lead to /);
  await command(ada, 'who leads');
  await expect(ada.page.getByRole('dialog', { name: 'Who leads' })).toContainText('You lead the meeting.');
  await expectAccessible(ada.page, 'who leads');

  // Whoever reloads the page is as good as here; whoever stays away is not.
  await ada.page.goto('about:blank');
  await more(ben).click();
  await expect(item(ben, 'Ask for the lead')).toBeVisible();
  await expect(item(ben, 'Take the lead')).toBeVisible({ timeout: 30_000 });
  await ada.page.goBack();
  await ada.expectSaved();
  await expect(item(ben, 'Ask for the lead')).toBeVisible();
  await expect(item(ben, 'Take the lead')).toHaveCount(0);
});

test('[RM7] a locked zone takes nothing from those who take part, and says so', async ({ lead, enter, onBoard }) => {
  await onBoard(fillFactors(3));
  const ada = await lead('Ada');
  const ben = await enter('Ben', { role: 'co-facilitator' });
  const cleo = await enter('Cleo');
  await start(ada);
  await listen(ben, cleo);
  await ada.zone('Factors').getByRole('button', { name: 'More for Factors' }).click();
  await item(ada, 'Lock Factors for the others').click();
  await expectTold(ben, / locked Factors\./);
  const zone = cleo.zone('Factors');
  await expect(zone).toContainText('Locked by the facilitator');
  await expect(zone.getByRole('button', { name: 'Add a factor' })).toHaveCount(0);
  await expect(cleo.zone('Timeline').getByRole('button', { name: 'Add a moment' }).first()).toBeVisible();
  await expectAccessible(cleo.page, 'a locked zone');

  // Keys, drag and paste come to nothing.
  const card = cleo.card('number 0');
  await card.focus();
  for (const key of ['Enter', 'Delete', 'Alt+ArrowRight', 'l']) await cleo.page.keyboard.press(key);
  await expectTold(cleo, /Locked by the facilitator just now\./);
  await expect(card.getByRole('textbox')).toHaveCount(0);
  const before = await card.boundingBox();
  await card.hover();
  await cleo.page.mouse.down();
  await cleo.page.mouse.move((before?.x ?? 0) + 400, (before?.y ?? 0) + 20, { steps: 5 });
  await cleo.page.mouse.up();
  await expect(cleo.zone('Factors').getByRole('region', { name: 'Technical' }).locator('[data-card-id]')).toHaveCount(
    3,
  );
  await cleo.view('Outline');
  await expect(cleo.zone('Factors')).toContainText('Locked by the facilitator');
  await expect(cleo.zone('Factors').getByRole('button', { name: /Add/ })).toHaveCount(0);
  await cleo.view('Board');

  // Those who run the meeting write on.
  await ben.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Written under lock', 0);
  await expect(cleo.card('Written under lock')).toBeVisible();
  await ada.card('number 0').focus();
  await command(ada, 'unlock');
  await expect(zone).not.toContainText('Locked');
  await cleo.addCard('Factors', 'Add a factor', 'A condition that played a part', 'And open again', 0);
});

test('[RM8] the lobby tells who is still missing', async ({ lead, enter, onBoard }) => {
  await onBoard((doc) => {
    const writer = openWriter(doc);
    for (const name of ['Tomasz', 'Cleo'])
      addColumn(writer, { id: `column-${name}` as ColumnId, name, role: 'on call' });
  });
  const ada = await lead('Ada');
  await enter('Cleo');
  const ruth = await enter('Ruth');
  await expect(ada.stage).toContainText('Still missing: Tomasz.');
  await expect(ada.stage).toContainText('Cleo and Ruth are here.');
  await ruth.page.goto('about:blank');
  await expect(ada.stage).toContainText('Still missing: Ruth and Tomasz.', { timeout: 60_000 });
  await expectAccessible(ada.page, 'lobby with somebody missing');
});

test('[RM1] [RM3] [RM5] [RM7] on a phone the facilitator jumps, locks and plans; a participant wanders', async ({
  lead,
  enter,
}) => {
  const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };
  const ada = await lead('Ada');
  const ben = await enter('Ben', { role: 'co-facilitator', ...phone });
  const cleo = await enter('Cleo', phone);
  await start(ada);
  const stage = (person: Person) => person.page.getByRole('region', { name: 'The stage now' });
  await expect(stage(ben)).toContainText('Opening');
  await expect(stage(ben)).toContainText(/ends \d\d:\d\d/);
  await more(ben).tap();
  await expectAccessible(ben.page, 'menu of the facilitator on a phone');
  await item(ben, 'Stages…').tap();
  await expectAccessible(ben.page, 'stages on a phone');
  await ben.page.getByRole('button', { name: 'Move the room here: Factors' }).tap();
  for (const person of [ben, cleo]) await expect(stage(person)).toContainText('Factors');
  await expect(stage(ben)).toContainText(/minutes to spare: /);
  await stage(ben).getByRole('button', { name: 'Plan it so', exact: true }).tap();
  await expect(stage(ben)).not.toContainText('to spare');
  await expectAccessible(ben.page, 'the facilitator on a phone');
  await more(ben).tap();
  await item(ben, 'Lock Factors for the others').tap();
  await expect(cleo.zone('Factors')).toContainText('Locked by the facilitator');
  await more(ben).tap();
  await item(ben, 'Unlock Factors').tap();
  await expect(cleo.zone('Factors')).not.toContainText('Locked');

  await cleo.page.getByRole('button', { name: 'More in the meeting' }).tap();
  await item(cleo, 'Wander on my own').tap();
  await cleo.page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'Board', exact: true }).tap();
  await jump(ada, 'Narrative');
  await expect(cleo.page.getByRole('button', { name: /The room is in Narrative: go/ })).toBeVisible();
  await expect(cleo.page.getByRole('main', { name: 'Board' })).toBeVisible();
  await expectAccessible(cleo.page, 'wandering on a phone');
});

test('[F1] two facilitators press next at once: the room moves once', async ({
  lead,
  server,
  owner,
  reviewId,
  enter,
}) => {
  const ada = await lead('Ada');
  const ben = await enter('Ben', { role: 'co-facilitator' });
  await start(ada);
  await expect(ben.stage).toContainText('Opening');
  const cookie = (await ben.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const [one, other] = await Promise.all([
    openRawFacilitation(server.url, reviewId, owner.cookie),
    openRawFacilitation(server.url, reviewId, cookie),
  ]);
  await expect.poll(() => [one.version(), other.version()]).toEqual([1, 1]);
  const next = { command: { kind: 'next' }, expectedVersion: 1 };
  const answers = await Promise.all([one.command(next), other.command(next)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale-version' });
  for (const person of [ada, ben]) await expect(person.stage).toContainText('stage 2 of 8');
  one.close();
  other.close();
});
