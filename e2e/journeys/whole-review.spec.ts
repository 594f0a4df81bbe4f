// An owner and three guests hold a whole review: from the owner link to the published page, through a crash of the server.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';

/** A public report where it lies beside the project; our own made-up one elsewhere. */
const publicReport = new URL(
  '../../../shared/data/incidents/postmortems/mybinder-2018-04-18-cull-flood.md',
  import.meta.url,
);
const ownReport = new URL('../fixtures/night-shift.md', import.meta.url);
const report = existsSync(publicReport) ? publicReport : ownReport;
const reportText = readFileSync(report, 'utf8').replace(/^<!--.*?-->\n/s, '');

let server: HearthServer;
test.beforeAll(async () => {
  server = await startHearth();
});
test.afterAll(async () => {
  await server.dispose();
});

test('from the owner link to the published story, through offline and a killed server', async ({ browser }) => {
  test.setTimeout(360_000);
  if (report === ownReport)
    test
      .info()
      .annotations.push({ type: 'data', description: 'no public incident report beside the project: own one' });
  const owner = await Person.arrive(browser, server.url, 'Ines Okafor');
  const priya = await Person.arrive(browser, server.url, 'Priya');
  const tomasz = await Person.arrive(browser, server.url, 'Tomasz');
  const sam = await Person.arrive(browser, server.url, 'Sam');
  let reviewPath = '';

  await test.step('the owner signs in and records the incident', async () => {
    await owner.signIn(server.ownerLink());
    await expectAccessible(owner.page, 'home, empty');
    const nameField = owner.page.getByLabel('Your name');
    await nameField.fill('Ines Okafor');
    await owner.page.getByRole('button', { name: 'Save' }).click();
    await expect(nameField).toBeHidden();
    await owner.page.goto('/reviews/new');
    await expect(owner.page.getByRole('heading', { level: 1, name: 'Record an incident' })).toBeVisible();
    await expectAccessible(owner.page, 'new review');
    await owner.page.getByLabel('Title').fill('Culling flooded the hub');
    await owner.page.getByLabel('Severity').selectOption('high');
    await owner.page.getByLabel('Services').fill('Hub,');
    await owner.page.getByLabel('Started').fill('2018-04-18T12:35');
    await owner.page.getByLabel('Time zone').selectOption('UTC');
    await owner.page.getByRole('button', { name: 'Start its review' }).click();
    await owner.expectSaved();
    reviewPath = new URL(owner.page.url()).pathname;
  });

  let imported = 0;
  await test.step('imports a timeline, row by row', async () => {
    await owner.page.goto(`${reviewPath}/import`);
    await owner.page.getByLabel('The timeline').fill(reportText);
    await owner.page.getByRole('button', { name: 'Read it' }).click();
    const accept = owner.page.getByRole('button', { name: /^Put \d+ events on the board$/ });
    await expect(accept).toBeVisible();
    await expectAccessible(owner.page, 'import, rows read');
    imported = Number(/\d+/.exec(await accept.innerText())?.[0]);
    expect(imported).toBeGreaterThan(5);
    await accept.click();
    await expect(owner.page.getByRole('heading', { name: `${imported} events stand on the board` })).toBeVisible();
    await owner.page.getByRole('link', { name: 'Go to the board' }).click();
    await owner.expectSaved();
    await expect(owner.zone('Timeline')).toContainText(`${imported} events`);
  });

  await test.step('guests come in by links, each with a role', async () => {
    const linkFor = async (role: 'Participant' | 'Observer'): Promise<string> => {
      await owner.page.getByRole('radio', { name: role, exact: false }).first().check();
      await owner.page.getByRole('button', { name: /^Copy (a|another) link$/ }).click();
      const field = owner.page.getByLabel(new RegExp(`^Link for an? ${role}`, 'i'));
      await expect(field).toHaveValue(/\/join#[\w-]+$/);
      return field.inputValue();
    };
    await owner.page.getByRole('button', { name: 'Share' }).click();
    await expectAccessible(owner.page, 'share dialog');
    const forParticipants = await linkFor('Participant');
    const forObservers = await linkFor('Observer');
    await owner.page.keyboard.press('Escape');

    await priya.page.goto(forParticipants);
    await expect(priya.page.getByLabel('Your name')).toBeVisible();
    await expectAccessible(priya.page, 'join');
    await priya.join(forParticipants);
    await tomasz.join(forParticipants);
    await sam.join(forObservers);
    await expect(owner.page.getByRole('list', { name: 'In the room' })).toContainText('Sam');
    await expect(sam.page.getByRole('button', { name: 'Add a moment' })).toHaveCount(0);
  });

  await test.step('the clock is one for all, and survives a reload', async () => {
    await owner.page.getByRole('button', { name: 'Start the review' }).click();
    for (const person of [priya, tomasz, sam]) await expect(person.stage).toContainText('Opening', { timeout: 2_000 });
    await owner.page.getByRole('button', { name: 'Pause the clock' }).click();
    await owner.page.getByRole('button', { name: '+1 minute' }).click();
    await expect(priya.stage).toContainText('of 4 min');
    await priya.page.reload();
    await expect(priya.stage).toContainText('paused, of 4 min');
    await owner.page.getByRole('button', { name: 'Let the clock run' }).click();
    await expect(tomasz.stage).not.toContainText('paused');
    await owner.page.getByRole('button', { name: 'Move the room to Reports' }).click();
    await owner.page.getByRole('button', { name: 'Move the room to Timeline' }).click();
    for (const person of [priya, tomasz, sam]) await expect(person.stage).toContainText('stage 3 of 8');
  });

  await test.step('all write at the same time', async () => {
    await Promise.all([
      owner.addMoment('12:50', 'Somebody wondered about the graphs'),
      priya.addMoment('13:10', 'Second report from a class'),
      tomasz.addMoment('13:20', 'Looked at the wrong dashboard first'),
    ]);
    for (const person of [owner, priya, tomasz, sam]) {
      await expect(person.zone('Timeline')).toContainText(`${imported + 3} events`);
    }
    await owner.page.getByRole('button', { name: 'Move the room to Perspectives' }).click();
    await owner.page.getByRole('button', { name: 'Reveal', exact: true }).click();
    await expect(priya.page.getByRole('region', { name: 'Private writing' })).toHaveCount(0);
    await priya.zone('Perspectives').getByLabel('Who').fill('Priya');
    await priya.page.keyboard.press('Enter');
    await expect(tomasz.page.getByRole('region', { name: 'Priya', exact: true })).toBeVisible();
    await expect(priya.zone('Perspectives').getByRole('button', { name: 'Write', exact: true })).toBeFocused();
    await priya.addCard('Perspectives', 'Write', 'What it was like from here', 'Each report alone made sense');
    await owner.page.getByRole('button', { name: 'Move the room to Factors' }).click();
    await Promise.all([
      priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Nobody sees all reports at once', 0),
      tomasz.addCard(
        'Factors',
        'Add a factor',
        'A condition that played a part',
        'The culler retries without a pause',
        1,
      ),
    ]);
    await expect(sam.card('The culler retries without a pause')).toBeVisible();
    await expectAccessible(owner.page, 'room, board');
  });

  await test.step('undo takes back only one’s own change', async () => {
    await priya.page.getByRole('button', { name: 'Take back my last change' }).click();
    await expect(tomasz.card('Nobody sees all reports at once')).toHaveCount(0);
    await expect(priya.card('The culler retries without a pause')).toBeVisible();
    await priya.page.getByRole('button', { name: 'Do it again' }).click();
    await expect(tomasz.card('Nobody sees all reports at once')).toBeVisible();
  });

  await test.step('Tomasz goes offline, writes on, and comes back', async () => {
    await tomasz.context.setOffline(true);
    await expect(tomasz.page.locator('[data-status]')).toHaveAttribute('data-status', 'offline', { timeout: 60_000 });
    await tomasz.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Written on a train', 2);
    await expect(tomasz.page.getByText(/kept on this device/).first()).toBeVisible();
    await tomasz.context.setOffline(false);
    await tomasz.expectSaved();
    await expect(owner.card('Written on a train')).toBeVisible();
  });

  await test.step('the server is killed and started again', async () => {
    await priya.addCard('Learnings', 'Add a learning', 'A learning', 'A retry is a load of its own');
    await priya.expectSaved();
    await server.kill();
    await tomasz.addCard('Learnings', 'Add a learning', 'A learning', 'Written while the server was away');
    await server.start();
    for (const person of [owner, priya, tomasz, sam]) await person.expectSaved();
    for (const person of [owner, priya, sam]) {
      await expect(person.card('A retry is a load of its own')).toBeVisible();
      await expect(person.card('Written while the server was away')).toBeVisible();
      await expect(person.stage).toContainText('stage 5 of 8');
    }
  });

  await test.step('the narrative is written together, with carets', async () => {
    await owner.page.getByRole('button', { name: 'Move the room to Learnings' }).click();
    await owner.addCard(
      'Actions',
      'Add an action',
      'An action',
      'Give the culler a pause between retries, @Tomasz, P1, by 2018-05-02',
    );
    await owner.page.getByRole('button', { name: 'Move the room to Narrative' }).click();
    for (const person of [owner, priya]) await person.view('Narrative');
    const story = (person: Person) => person.page.locator('.tiptap');
    await story(priya).getByText('Summary').click();
    await priya.page.keyboard.press('End');
    await priya.page.keyboard.press('ArrowDown');
    await priya.page.keyboard.type('The hub was flooded by its own clean-up. ');
    await expect(story(owner)).toContainText('flooded by its own clean-up');
    await expect(story(owner).getByText('Priya')).toBeAttached();
    await story(owner).getByText('References').click();
    await owner.page.keyboard.press('End');
    await owner.page.keyboard.press('ArrowDown');
    await owner.page.keyboard.type('Action: Priya to show all reports on one page by 9 May 2018');
    await owner.expectSaved();
    await expectAccessible(owner.page, 'narrative');
  });

  await test.step('actions come out with their sources; deciding is kept', async () => {
    await owner.view('Board');
    await owner.page.getByRole('tab', { name: /confirm/i }).click();
    await owner.page.getByRole('button', { name: 'Find actions' }).click();
    const proposals = owner.page.getByRole('region', { name: 'Proposed actions' });
    await expect(proposals).toContainText('Give the culler a pause between retries');
    await expect(proposals).toContainText('Priya to show all reports on one page by 9 May 2018');
    await expectAccessible(owner.page, 'proposed actions');
    await proposals
      .getByRole('button', { name: /^Confirm/ })
      .first()
      .click();
    await expect(proposals).toContainText(/1 confirmed/i);
    await proposals
      .getByRole('button', { name: /^Dismiss/ })
      .first()
      .click();
    await expect(proposals).toContainText(/1 dismissed/i);
    await proposals.getByRole('button', { name: 'Look again' }).click();
    await expect(proposals).toContainText('Everything found is decided');
  });

  await test.step('the tracker follows what was confirmed', async () => {
    await owner.page.goto('/actions');
    await expect(owner.page.getByRole('link', { name: 'Culling flooded the hub' }).first()).toBeVisible();
    await expect(owner.page.getByRole('main')).toContainText(/P1/);
    await expectAccessible(owner.page, 'tracker');
  });

  await test.step('the story is published, for readers without a session', async () => {
    await owner.page.goto(`${reviewPath}/publish`);
    await owner.page.getByRole('button', { name: 'Publish', exact: true }).click();
    const link = owner.page.getByRole('link', { name: /\/p\// });
    await expect(link).toBeVisible();
    const address = await link.innerText();
    const reader = await Person.arrive(browser, server.url, 'A reader');
    await reader.page.goto(address);
    await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText('Culling flooded the hub');
    await expect(reader.page.getByRole('main')).toContainText('flooded by its own clean-up');
    await expectAccessible(reader.page, 'published page');
    const markdown = await reader.page.request.get(`/api/publications/${address.split('/p/')[1]}/markdown`);
    expect(markdown.headers()['content-type']).toContain('text/markdown');
    expect(await markdown.text()).toMatch(/^# Culling flooded the hub/);
    await reader.context.close();
  });

  await test.step('the meeting ends, and its stages have left snapshots', async () => {
    await owner.page.goto(reviewPath);
    await owner.page.getByRole('button', { name: 'Move the room to Closing' }).click();
    await owner.page.getByRole('button', { name: 'End the review' }).first().click();
    const answer = await owner.page.request.get(`/api${reviewPath}/snapshots`);
    const { snapshots } = (await answer.json()) as { snapshots: { kind: string; name: string }[] };
    expect(snapshots.filter(({ kind }) => kind === 'stage-end')).toHaveLength(8);
    expect(snapshots.filter(({ kind }) => kind === 'publication')).toHaveLength(1);
  });

  for (const person of [owner, priya, tomasz, sam]) await person.context.close();
});
