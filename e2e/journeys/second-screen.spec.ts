// The agenda on a second screen, the room on a wall, quiet, captions, and "so far" for who comes late: each in browsers of their own.
import { addCards, openWriter, type NewCard } from '@hearth/board/operations';
import { api } from '@hearth/protocol/http/api';
import type { CardId } from '@hearth/review/ids';
import { devices, expect, type Locator, type Page } from '@playwright/test';
import { join, joinLink } from '../bench/http-session.ts';
import { test as base } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';
import { openRawFacilitation } from '../raw-connections.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };

interface Meeting {
  /** Gives a command as the owner, who runs the meeting, and waits until it is done. */
  run: (command: Record<string, unknown>) => Promise<void>;
}

const test = base.extend<Meeting>({
  run: async ({ server, owner, reviewId }, give) => {
    const channel = await openRawFacilitation(server.url, reviewId, owner.cookie);
    await give(async (command) => {
      const answer = await channel.command({ command, expectedVersion: channel.version() });
      if (!answer.ok) throw new Error(`${JSON.stringify(command)} was refused: ${answer.reason}`);
      await expect.poll(channel.version).toBeGreaterThanOrEqual(answer.version);
    });
    channel.close();
  },
});

const command = async (person: Person, name: string): Promise<void> => {
  await person.page.keyboard.press('Control+k');
  await person.page.getByRole('combobox', { name: 'What do you want to do?' }).fill(name);
  await person.page.getByRole('option', { name }).first().click();
};
const fillBoard = (words: readonly string[]): NewCard[] =>
  words.map((text, at) => ({ kind: 'factor', id: `factor-000${at}` as CardId, text, category: 'technical' }));
const agendaOf = async (person: Person): Promise<Page> => {
  const opening = person.page.waitForEvent('popup');
  await person.page.getByRole('button', { name: 'More for this review' }).click();
  await person.page.getByRole('menuitem', { name: 'Open the agenda on another screen' }).click();
  return opening;
};
const seconds = async (clock: Locator): Promise<number> => {
  const [minutes = '', rest = ''] = ((await clock.textContent()) ?? '').split(':');
  return Number(minutes) * 60 + Number(rest);
};

test('[SS1] [SS2] [SS3] the agenda on another screen: live, with nothing to press, back after a lost network', async ({
  run,
  enter,
  server,
  owner,
  reviewId,
}) => {
  await run({ kind: 'start' });
  const priya = await enter('Priya');
  const agenda = await agendaOf(priya);
  await expect(agenda.getByRole('heading', { name: 'Opening' })).toBeVisible();
  await expect(agenda.getByText('Stage 1 of 8')).toBeVisible();
  await expect(agenda.getByText(/^Planned until \d\d:\d\d$/)).toBeVisible();
  await expect(agenda.locator('button, a, input, select, textarea, [tabindex="0"]')).toHaveCount(0);
  const clock = agenda.getByRole('timer');
  expect(Math.abs((await seconds(clock)) - (await seconds(priya.stage.getByRole('timer'))))).toBeLessThanOrEqual(1);
  await expectAccessible(agenda, 'the shared agenda');

  await run({ kind: 'jump', stageIndex: 4 });
  await expect(agenda.getByRole('heading', { name: 'Factors' })).toBeVisible();
  await expect(agenda.getByText('What made this possible, or harder to see?')).toBeVisible();
  await expect(agenda.getByRole('listitem').filter({ hasText: 'Factors' })).toHaveAttribute('aria-current', 'step');
  await priya.page.keyboard.press('h');
  await expect(agenda.getByRole('region', { name: 'Raised hands, first come first' })).toContainText('Priya');
  await priya.page.keyboard.press('r');
  await expect(agenda.getByText('1 of 1 ready')).toBeVisible();

  await run({ kind: 'open-vote', on: 'factors', dots: 3, anonymous: true });
  await expect(agenda.getByRole('region', { name: 'Vote' })).toContainText('Nobody has voted yet');
  const dele = await join(server.url, await joinLink(owner, reviewId), 'Dele');
  const first = await seatOf(server.url, reviewId, dele.cookie);
  await run({ kind: 'begin-round', purpose: 'round', question: 'What stands out?', order: [first] });
  const turn = agenda.getByRole('region', { name: 'Whose turn it is' });
  await expect(turn).toContainText('Dele');
  await expect(turn).toContainText('What stands out?');
  await expectAccessible(agenda, 'the shared agenda in a round');

  await priya.context.setOffline(true);
  await expect(agenda.getByText('Reconnecting… The clock goes on.')).toBeVisible({ timeout: 60_000 });
  const before = await seconds(clock);
  await expect.poll(() => seconds(clock)).toBeLessThan(before);
  await run({ kind: 'next' });
  await priya.context.setOffline(false);
  await expect(agenda.getByRole('heading', { name: 'Learnings' })).toBeVisible({ timeout: 60_000 });
  await expect(agenda.getByText('Reconnecting')).toHaveCount(0);

  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [2560, 1440],
    [3840, 2160],
  ] as const) {
    await agenda.setViewportSize({ width, height });
    const over = await agenda.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${width} px`).toBeLessThanOrEqual(0);
    if (width > 719) {
      const below = await agenda.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
      // A fraction of a pixel is rounded up.
      expect(below, `${width} px: all of it is seen at once`).toBeLessThanOrEqual(1);
      // Read from six metres: a figure is a tenth of the screen's height and more.
      const figure = await clock.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(figure * 0.7, `${width} px`).toBeGreaterThan(height / 10);
    }
  }
  await run({ kind: 'end' });
  await expect(agenda.getByRole('heading', { name: 'Thank you' })).toBeVisible();
});

/** As the settings say it. */
const expectQuiet = async (person: Person, quiet: boolean): Promise<void> => {
  await command(person, 'Your settings');
  const choice = person.page.getByRole('group', { name: 'Quiet mode' });
  await expect(choice.getByRole('button', { name: 'Quiet' })).toHaveAttribute('aria-pressed', String(quiet));
  await person.page.keyboard.press('Escape');
};

const seatOf = async (url: string, reviewId: string, cookie: string): Promise<string> => {
  const answer = await fetch(`${url}/api/reviews/${reviewId}`, { headers: { cookie } });
  const { seat } = (await answer.json()) as { seat: { participantId: string } };
  return seat.participantId;
};

test('[SS5] an agenda that nobody may see says so', async ({ arrive, reviewId }) => {
  const stranger = await arrive('Stranger');
  await stranger.page.goto(`/reviews/${reviewId}/agenda`);
  await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(stranger.page.getByRole('timer')).toHaveCount(0);
});

test('[BS1] [BS2] [BS3] the room on a wall: the board alone and larger, where the room is; one key leaves it', async ({
  run,
  enter,
  lead,
  onBoard,
}) => {
  await onBoard(
    (doc) => void addCards(openWriter(doc), fillBoard(['Nobody watches the queue']), { author: null, nowMs: 0 }),
  );
  await run({ kind: 'start' });
  await run({ kind: 'jump', stageIndex: 2 });
  const ines = await lead('Ines');
  const wall = await enter('Wall', { role: 'observer', viewport: { width: 1920, height: 1080 } });
  await expect(wall.card('Nobody watches the queue')).toHaveCount(1);
  const small = await wall.card('Nobody watches the queue').evaluate((card) => card.getBoundingClientRect().height);
  await command(wall, 'Big screen');
  const strip = wall.page.getByRole('region', { name: 'Big screen' });
  await expect(strip).toContainText('Timeline');
  await expect(wall.page.getByRole('banner')).toHaveCount(0);
  await expect(wall.page.getByRole('navigation')).toHaveCount(0);
  await expect(wall.page.getByRole('contentinfo')).toHaveCount(0);
  await expect(strip.getByRole('timer')).toBeVisible();

  await run({ kind: 'jump', stageIndex: 4 });
  await expect(strip).toContainText('Factors');
  await expect(wall.card('Nobody watches the queue')).toBeInViewport();
  await expect
    .poll(() => wall.card('Nobody watches the queue').evaluate((card) => card.getBoundingClientRect().height))
    .toBeGreaterThan(small * 1.2);
  await expectAccessible(wall.page, 'the big screen');

  // A stage about the people shows the agenda.
  await run({ kind: 'jump', stageIndex: 7 });
  await expect(wall.page.getByRole('heading', { name: 'Closing' })).toBeVisible();
  // The sheet of the opening is for people at their own screens.
  await run({ kind: 'jump', stageIndex: 0 });
  await expect(wall.page.getByRole('heading', { name: 'Opening' })).toBeVisible();
  await expect(wall.page.getByRole('region', { name: 'Opening', exact: true })).toHaveCount(0);
  await expect(wall.page.locator('main#board')).toHaveCSS('width', '1920px');
  await run({ kind: 'jump', stageIndex: 6 });
  await expect(wall.page.getByRole('textbox', { name: 'Narrative' })).toBeVisible();
  await run({ kind: 'jump', stageIndex: 4 });
  await expect(wall.card('Nobody watches the queue')).toBeInViewport();

  // The facilitator's own view, if the wall is to follow it.
  const follow = strip.getByRole('button', { name: /^Follow/ });
  await follow.click();
  await expect(strip.getByRole('button', { name: /^Following/ })).toHaveAttribute('aria-pressed', 'true');
  await ines.page.keyboard.press('1');
  await expect(wall.zone('Timeline')).toBeInViewport({ ratio: 0.5 });
  await wall.page.keyboard.press('Escape');
  await expect(wall.page.getByRole('banner')).toBeVisible();
  await expect(strip).toHaveCount(0);
});

test('[Q1] [Q2] [Q3] quiet: no pointers either way, remembered; who observes has it so from the start', async ({
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  const pointers = (person: Person): Locator => person.page.locator('[data-pointers] > *');
  const point = async (person: Person): Promise<void> => {
    const box = await person.zone('Factors').boundingBox();
    if (!box) throw new Error('no factors');
    await person.page.mouse.move(box.x + 60, box.y + 60);
    await person.page.mouse.move(box.x + 120, box.y + 90, { steps: 6 });
  };
  /** Moves until it is seen: what shows pointers comes a moment after the room. */
  const seenBy = (person: Person, count: number, ...moving: Person[]): Promise<void> =>
    expect(async () => {
      for (const one of moving) await point(one);
      await expect(pointers(person)).toHaveCount(count, { timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
  for (const person of [priya, tomasz]) await person.page.keyboard.press('3');
  await seenBy(priya, 1, tomasz);
  await seenBy(tomasz, 1, priya);

  await command(tomasz, 'Quiet, or together again');
  await expect(pointers(priya)).toHaveCount(0);
  await expect(pointers(tomasz)).toHaveCount(0);
  await point(tomasz);
  await point(priya);
  await tomasz.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Written quietly');
  await expect(priya.card('Written quietly')).toBeVisible();
  await expect(pointers(priya)).toHaveCount(0);
  await expect(pointers(tomasz)).toHaveCount(0);

  await tomasz.page.reload();
  await tomasz.expectSaved();
  await expectQuiet(tomasz, true);
  await tomasz.page.keyboard.press('3');
  await point(priya);
  await expect(pointers(tomasz)).toHaveCount(0);
  await command(tomasz, 'Quiet, or together again');
  await seenBy(priya, 1, tomasz);

  const sam = await enter('Sam', { role: 'observer' });
  await expectQuiet(sam, true);
  await sam.page.keyboard.press('3');
  await point(sam);
  await point(priya);
  await expect(pointers(sam)).toHaveCount(0);
  await expect(pointers(priya)).toHaveCount(1);
  await command(sam, 'Your settings');
  await sam.page.getByRole('group', { name: 'Quiet mode' }).getByRole('button', { name: 'Together' }).click();
  await sam.page.keyboard.press('Escape');
  await seenBy(sam, 2, priya, tomasz);
});

test('[C1] [C4] [C5] captions: a log of the meeting, a line for who asks for it, all of it read back', async ({
  run,
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz', phone);
  const log = priya.page.getByRole('log', { name: 'What happened in the meeting' });
  await expect(log).toBeAttached();
  await run({ kind: 'start' });
  await expect(log).toContainText('Opening, stage 1 of 8');
  await run({ kind: 'pause' });
  await expect(log).toContainText('paused the clock');
  await tomasz.page.getByRole('button', { name: 'Hand' }).tap();
  await expect(log).toContainText('Tomasz raised a hand.');
  await run({ kind: 'decide', id: 'decision-1', text: 'Two people on call' });
  await expect(log).toContainText('Decision: Two people on call');

  await command(priya, 'Show captions');
  await expect(priya.page.getByText('Decision: Two people on call').last()).toBeVisible();
  await run({ kind: 'next' });
  const line = priya.page.getByRole('region', { name: 'Notices' });
  await expect(line).toContainText('Reports, stage 2 of 8');
  await expectAccessible(priya.page, 'with captions');
  await line.getByRole('button', { name: 'Read the captions back' }).click();
  const said = priya.page.getByRole('dialog', { name: 'What happened in the meeting' }).getByRole('listitem');
  await expect(said.first()).toContainText('Reports, stage 2 of 8');
  await expect(said.last()).toContainText('Opening, stage 1 of 8');
  await expectAccessible(priya.page, 'captions read back');
  await priya.page.keyboard.press('Escape');
  await priya.page.reload();
  await priya.expectSaved();
  await expect(line).toContainText('Captions of the meeting come here.');

  // Moving on and back ten times is not told ten times.
  for (let n = 0; n < 5; n++) {
    await run({ kind: 'next' });
    await run({ kind: 'back' });
  }
  await expect(log.getByRole('listitem').last()).toContainText('Reports, stage 2 of 8');
  expect(await log.getByRole('listitem').count()).toBeLessThanOrEqual(6);
});

test('[SF1] [SF2] [SF3] [SF4] [SF5] who comes late gets “so far” once, who reloads does not, and anybody may ask', async ({
  arrive,
  owner,
}) => {
  // The demo's meeting has been running for a while.
  const { id } = await owner.post<{ id: string }>(api.demo, {});
  const tomasz = await arrive('Tomasz');
  await tomasz.join(await joinLink(owner, id));
  await expect(soFar(tomasz)).toContainText('the room is in Factors, stage 5 of 8. Before that: Opening, Reports,');
  await expect(soFar(tomasz)).toContainText(/On the board: 12 moments, .* Key moments: /);
  await expect(soFar(tomasz)).toContainText('Add a condition that played a part.');
  await expectAccessible(tomasz.page, 'so far');
  await tomasz.page.reload();
  await tomasz.expectSaved();
  await expect(tomasz.page.getByRole('log', { name: 'What happened in the meeting' })).toBeAttached();
  await expect(soFar(tomasz)).toHaveCount(0);
  await command(tomasz, 'So far, in three lines');
  await expect(soFar(tomasz)).toBeVisible();
  await soFar(tomasz).getByRole('button', { name: 'Put “so far” away' }).click();
  await expect(soFar(tomasz)).toHaveCount(0);

  // The opening is over: its ground rules are offered for as long as they are not agreed to.
  await command(tomasz, 'So far, in three lines');
  await soFar(tomasz).getByRole('button', { name: 'Read the ground rules' }).click();
  const opening = tomasz.page.getByRole('region', { name: 'Opening' });
  await expect(opening.getByRole('region', { name: 'What we agree on' })).toBeFocused();
  await expect(opening.getByRole('heading', { name: 'What we agree on' })).toBeInViewport();
  await opening.getByRole('button', { name: 'I agree to these' }).click();
  await expect(opening).toContainText('You agreed to these.');
  await command(tomasz, 'So far, in three lines');
  await expect(soFar(tomasz)).toBeVisible();
  await expect(soFar(tomasz).getByRole('button', { name: 'Read the ground rules' })).toHaveCount(0);

  const sam = await arrive('Sam', phone);
  await sam.page.goto(await joinLink(owner, id, 'observer'));
  await sam.page.getByLabel('Your name').fill('Sam');
  await sam.page.keyboard.press('Enter');
  await expect(soFar(sam)).toContainText('You observe: follow along.');
  await expect(soFar(sam)).not.toContainText('ground rules');
  await expectAccessible(sam.page, 'so far on a phone');
  await soFar(sam).getByRole('button', { name: 'Go to Factors' }).tap();
  await expect(soFar(sam)).toHaveCount(0);
});

test('[SF1] on a phone where an offer waits as well, “so far” is its title alone until it is read or the offer answered', async ({
  arrive,
  server,
  owner,
}) => {
  const { id } = await owner.post<{ id: string }>(api.demo, {});
  const ines = await arrive('Ines', phone);
  await ines.bring(owner.cookie, server.url);
  await ines.page.goto(`/reviews/${id}`);
  const offer = ines.page.getByText('A vote on the factors?');
  await expect(offer).toBeVisible();
  const lines = soFar(ines).getByRole('list');
  const next = ines.page.getByRole('region', { name: 'The stage now' }).getByRole('button', { name: /Learnings/ });
  const isFree = async (): Promise<boolean> => {
    const button = await next.boundingBox();
    const notices = await ines.page.getByRole('region', { name: 'Notices' }).boundingBox();
    return button !== null && notices !== null && button.y + button.height <= notices.y;
  };
  await expect(soFar(ines)).toBeVisible();
  await expect(lines).toBeHidden();
  expect(await isFree()).toBe(true);
  await expectAccessible(ines.page, 'so far, folded');

  await soFar(ines).getByRole('button', { name: 'Read', exact: true }).tap();
  await expect(lines).toBeVisible();
  expect(await isFree()).toBe(true);
  await expectAccessible(ines.page, 'so far, read beside an offer');
  await soFar(ines).getByRole('button', { name: 'Fold' }).tap();
  await expect(lines).toBeHidden();

  await ines.page.getByRole('button', { name: 'Not now' }).tap();
  await expect(lines).toBeVisible();
  await expect(soFar(ines).getByRole('button', { name: 'Read', exact: true })).toBeHidden();
  expect(await isFree()).toBe(true);
});

test('[SF1] nobody who was there from the start is told', async ({ enter, run }) => {
  const priya = await enter('Priya');
  const log = priya.page.getByRole('log', { name: 'What happened in the meeting' });
  await expect(log).toBeAttached();
  await run({ kind: 'start' });
  await expect(log).toContainText('Opening');
  await expect(soFar(priya)).toHaveCount(0);
});

const soFar = (person: Person): Locator => person.page.getByRole('region', { name: 'So far' });
