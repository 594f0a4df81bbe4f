// After the meeting: everybody says once and without a name how it was, the facilitator sees a sum from three answers on,
// and what the meeting took goes into the agenda's next version.
import { api } from '@hearth/protocol/http/api';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ReviewId } from '@hearth/review/ids';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { inDatabase } from '../database.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';

let server: HearthServer;
let owner: HttpSession;
test.beforeAll(async () => {
  server = await startHearth();
  owner = await signIn(server.url, server.ownerLink());
});
test.afterAll(() => server.dispose());

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'After the meeting' });
const question = (within: Page | Locator, words: string): Locator => within.getByRole('group', { name: words });
const send = (within: Page | Locator): Locator => within.getByRole('button', { name: 'Send without my name' });

/** As if the meeting had been held by these minutes a stage, and had ended a moment ago. */
const holdMeeting = (reviewId: ReviewId, minutes: readonly number[]): void =>
  inDatabase(server, (database) => {
    const row = database.prepare('select meeting from review where id = ?').get(reviewId) as { meeting: string };
    const meeting = JSON.parse(row.meeting) as FacilitationState;
    let enteredMs = Date.now() - minutes.reduce((sum, each) => sum + each, 0) * 60_000;
    const visits = meeting.stages.flatMap(({ id }, index) => {
      const stay = (minutes[index] ?? 0) * 60_000;
      if (stay === 0) return [];
      const visit = { stageId: id, enteredMs, leftMs: enteredMs + stay };
      enteredMs = visit.leftMs;
      return [visit];
    });
    const version = meeting.version + 1;
    const ended = { ...meeting, version, status: 'ended', visits, stageIndex: meeting.stages.length - 1 };
    database
      .prepare('update review set meeting = ?, "meetingVersion" = ? where id = ?')
      .run(JSON.stringify(ended), version, reviewId);
  });

test('three say how it was, one of them an observer; the facilitator sees the sum, and nobody can say it twice', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const reviewId = await newReview(owner, 'Labels stopped printing');
  const ines = await Person.arrive(browser, server.url, 'Ines');
  await ines.bring(owner.cookie, server.url);
  await ines.page.goto(`/reviews/${reviewId}`);
  await ines.expectSaved();
  const tomasz = await Person.arrive(browser, server.url, 'Tomasz');
  await tomasz.join(await joinLink(owner, reviewId));
  const olu = await Person.arrive(browser, server.url, 'Olu');
  await olu.join(await joinLink(owner, reviewId, 'observer'));

  await test.step('before the end there is nothing to say yet', async () => {
    await tomasz.page.goto(`/reviews/${reviewId}/after`);
    await expect(tomasz.page.getByText('The meeting has not ended yet.')).toBeVisible();
    await tomasz.page.getByRole('link', { name: 'Go to the room' }).click();
    await tomasz.expectSaved();
  });

  await test.step('the end opens it beside the board for everybody, and takes nobody’s focus', async () => {
    await ines.page.getByRole('button', { name: 'Start the review' }).click();
    for (const person of [tomasz, olu]) await expect(person.stage.getByText('Opening')).toBeVisible();
    await ines.page.keyboard.press('Control+K');
    await ines.page.keyboard.type('End the review');
    await ines.page.keyboard.press('Enter');
    for (const person of [ines, tomasz, olu]) {
      await expect(panelOf(person.page)).toBeVisible();
      await expect(panelOf(person.page).locator(':focus')).toHaveCount(0);
    }
    // The record is for those who facilitate.
    await expect(panelOf(ines.page).getByRole('heading', { name: 'What people said' })).toBeVisible();
    await expect(panelOf(tomasz.page).getByRole('heading', { name: 'What happens next' })).toBeVisible();
    await expect(panelOf(tomasz.page).getByRole('heading', { name: 'What people said' })).toHaveCount(0);
    await expectAccessible(ines.page, 'after the meeting, the facilitator');
  });

  await test.step('by keyboard: an answer that says nothing is none, what is written survives closing', async () => {
    const { page } = tomasz;
    const panel = panelOf(page);
    await send(panel).press('Enter');
    await expect(panel.getByText('Answer one of the questions at least.')).toBeVisible();
    await question(panel, 'How well was the meeting facilitated?').getByRole('radio').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(panel.getByRole('radio', { name: '4 of 5' }).first()).toBeChecked();
    await panel.getByLabel('What helped, in a line?').fill('The questions that were read aloud');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    const opener = page.getByRole('button', { name: 'After the meeting' });
    await expect(opener).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel.getByLabel('What helped, in a line?')).toHaveValue('The questions that were read aloud');
    await send(panel).press('Enter');
    await expect(panel.getByText('Your answer is kept without your name.')).toBeFocused();
    await expect(send(panel)).toHaveCount(0);
    await expectAccessible(page, 'after the meeting, answered');
  });

  await test.step('one answer is a count; an observer gives another; the third shows the sum', async () => {
    await ines.page.getByRole('button', { name: 'More for this review' }).click();
    await ines.page.getByRole('menuitem', { name: 'After the meeting' }).click();
    await expect(ines.page.getByText('One answer so far; shown from three on.')).toBeVisible();
    await expect(ines.page.getByText('The questions that were read aloud')).toHaveCount(0);

    const panel = panelOf(olu.page);
    await question(panel, 'Did you learn something?').getByRole('radio', { name: 'A little' }).click();
    await question(panel, 'How well was the meeting facilitated?').getByRole('radio').last().click();
    await send(panel).click();
    await expect(panel.getByText('Your answer is kept without your name.')).toBeVisible();

    await question(ines.page, 'Would you come again?').getByRole('radio', { name: 'Yes' }).click();
    await ines.page.getByLabel('What should change, in a line?').fill('Begin on time');
    await send(ines.page).click();
    await expect(ines.page.getByText('Three answers.')).toBeVisible();
    await expect(ines.page.getByText('The questions that were read aloud')).toBeVisible();
    await expect(ines.page.getByText('Begin on time')).toBeVisible();
    await expectAccessible(ines.page, 'after the meeting, the sum');
  });

  await test.step('who comes back, also by the home list, finds that they have answered', async () => {
    await olu.page.goto('/');
    await olu.page.getByRole('link', { name: 'how was it?' }).click();
    await expect(olu.page.getByRole('heading', { level: 1, name: 'After the meeting' })).toBeVisible();
    await expect(olu.page.getByText('Your answer is kept without your name.')).toBeVisible();
    await expect(send(olu.page)).toHaveCount(0);
    await expectAccessible(olu.page, 'after the meeting, an observer');
  });

  await test.step('nothing that is stored ties an answer to a person or a moment', async () => {
    const rows = inDatabase(server, (database) => database.prepare('select * from "feedbackAnswer"').all());
    expect(rows).toHaveLength(3);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      'again',
      'change',
      'day',
      'document',
      'facilitation',
      'helped',
      'id',
      'learned',
      'reviewId',
      'together',
    ]);
  });
  for (const person of [ines, tomasz, olu]) await person.context.close();
});

test('what the meeting took goes into the agenda, and is saved by whoever looks at it', async ({ browser }) => {
  test.setTimeout(300_000);
  const reviewId = await newReview(owner, 'The badge readers froze');
  // Planned: opening 3, reports 6, timeline 10, perspectives 12, factors 11, learnings 8, narrative 7, closing 3.
  holdMeeting(reviewId, [3, 0, 10, 18, 11, 8, 0, 0]);
  const ines = await Person.arrive(browser, server.url, 'Ines');
  await ines.bring(owner.cookie, server.url);
  const { page } = ines;
  await page.goto(`/reviews/${reviewId}/after`);
  const row = (name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Perspectives')).toHaveText('Perspectives6 over1218');
  await expect(row('Reports')).toHaveText('Reportsskipped60');
  await expect(row('Closing')).toHaveText('Closingnot reached30');
  await expect(page.getByText('50 minutes in the stages, 1 hour planned.')).toBeVisible();
  await expect(page.getByText('Perspectives took 18 of 12 minutes: plan 15.')).toBeVisible();
  await expectAccessible(page, 'the record of a meeting');

  await page.getByRole('link', { name: 'Take this into an agenda of our own' }).press('Enter');
  await expect(page.getByText('60 minutes become 63.')).toBeVisible();
  await expect(page.getByLabel('Minutes').nth(3)).toHaveValue('15');
  await expectAccessible(page, 'an agenda with what meetings took');
  // Nothing is saved before somebody says so.
  await page.goto('/templates');
  await expect(page.getByRole('link', { name: 'Learning review, ours', exact: true })).toHaveCount(0);
  await page.goto(`/templates/new?from=learning-review&after=${reviewId}`);
  await page.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(page.getByText('63 minutes, 8 stages, version 1')).toBeVisible();

  // One of the workspace's own gets its next version.
  const { templates } = await owner.get<{ templates: { id: string; name: string }[] }>(api.templates);
  const ours = templates.find(({ name }) => name === 'Learning review, ours');
  const again = await newReview(owner, 'The badge readers froze again', ours?.id);
  holdMeeting(again, [3, 6, 10, 20, 11, 8, 7, 3]);
  await page.goto(`/reviews/${again}/after`);
  await page.getByRole('link', { name: 'Take this into the next version' }).click();
  await expect(page.getByText('Perspectives took 20 of 15 minutes: plan 17.')).toBeVisible();
  await page.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(page.getByText('65 minutes, 8 stages, version 2')).toBeVisible();
  await ines.context.close();
});

test('on a phone by touch', async ({ browser }) => {
  const reviewId = await newReview(owner, 'Pumps paused');
  const tomasz = await Person.arrive(browser, server.url, 'Tomasz', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = tomasz;
  await tomasz.join(await joinLink(owner, reviewId));
  holdMeeting(reviewId, [3, 6, 10, 12, 11, 8, 7, 3]);
  await page.reload();
  await page.getByRole('link', { name: 'How was it?' }).tap();
  await question(page, 'How good is the document that came of it?').getByRole('radio', { name: '3 of 5' }).tap();
  await question(page, 'How good is the document that came of it?')
    .getByRole('button', { name: /^Leave it out/ })
    .tap();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await question(page, 'Did you learn something?').getByRole('radio', { name: 'Yes' }).tap();
  await expectAccessible(page, 'after the meeting on a phone');
  await send(page).tap();
  await expect(page.getByText('Your answer is kept without your name.')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'After the meeting' })).toBeVisible();
  await tomasz.context.close();
});
