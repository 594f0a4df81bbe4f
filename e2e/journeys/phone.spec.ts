// The room on a phone: 390 × 844, touch, nothing but fingers.
import { devices, expect, type Page } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import { openRawFacilitation, type RawFacilitation } from '../raw-connections.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };
const leastTargetPx = 44;

let meeting: RawFacilitation;

test.use({ title: 'Labels stopped at Oldham Road after the new certificate' });

test.beforeEach(async ({ server, owner, reviewId }) => {
  meeting = await openRawFacilitation(server.url, reviewId, owner.cookie);
});
test.afterEach(async () => {
  meeting.close();
  await meeting.closed;
});

const run = async (...kinds: ('start' | 'next')[]): Promise<void> => {
  for (const kind of kinds) {
    const answer = await meeting.command({ command: { kind }, expectedVersion: meeting.version() });
    if (!answer.ok) throw new Error(`${kind} was refused: ${answer.reason}`);
    await expect.poll(meeting.version).toBe(answer.version);
  }
};
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name, exact: true });

/** Everything that a finger is to hit outside of running text. */
const expectTargets = async (page: Page, screen: string): Promise<void> => {
  const small = await page
    .locator('button, select, input, textarea, a[href]:not(p a)')
    .evaluateAll((elements, least) => {
      const sizes = elements
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((element) => element.closest('[inert]') === null)
        .map((element) => {
          const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
          const name = element.getAttribute('aria-label') ?? element.textContent;
          return { name, width, height };
        })
        .filter(({ width, height }) => width > 1 && (width < least || height < least));
      return sizes.map(({ name, width, height }) => `${name}: ${Math.round(width)} × ${Math.round(height)}`);
    }, leastTargetPx);
  expect(small, screen).toEqual([]);
};

test('joins by touch, writes, sees what others write, and follows the room', async ({
  owner,
  reviewId,
  arrive,
  enter,
}) => {
  const priya = await arrive('Priya', phone);
  const { page } = priya;
  await page.goto(await joinLink(owner, reviewId));
  await expect(page.getByLabel('Your name')).toBeVisible();
  await expectAccessible(page, 'join, phone');
  await expectTargets(page, 'join');
  await page.getByLabel('Your name').tap();
  await page.keyboard.type('Priya');
  await page.getByRole('button', { name: 'Enter' }).tap();
  await priya.expectSaved();
  await expect(page.getByText('Not started yet')).toBeVisible();
  await expectAccessible(page, 'lobby, phone');

  await run('start', 'next', 'next', 'next', 'next');
  const now = page.getByRole('region', { name: 'The stage now' });
  await expect(now).toContainText('Factors', { timeout: 2_000 });
  const field = page.getByLabel('A condition that played a part', { exact: true });
  await field.tap();
  await page.keyboard.type('Nobody watches the queue');
  await page.getByRole('button', { name: 'Add a factor', exact: true }).tap();
  await expect(priya.card('Nobody watches the queue')).toBeVisible();
  await expect(field).toHaveValue('');

  const tomasz = await enter('Tomasz');
  await expect(tomasz.card('Nobody watches the queue')).toBeVisible();
  await tomasz.addCard(
    'Factors',
    'Add a factor',
    'A condition that played a part',
    'The old certificate was a day longer',
  );
  await expect(priya.card('The old certificate was a day longer')).toBeVisible();
  await expectAccessible(page, 'now, phone');
  await expectTargets(page, 'now');

  for (const name of ['Board', 'Narrative', 'People', 'Now']) {
    await tab(page, name).tap();
    await expect(tab(page, name)).toHaveAttribute('aria-current', 'page');
    if (name === 'Narrative') await expect(page.getByRole('textbox', { name: 'Narrative' })).toBeVisible();
    if (name === 'People') await expect(page.getByRole('main')).toContainText('Tomasz');
    await expectAccessible(page, `${name}, phone`);
    await expectTargets(page, name);
  }

  await page.getByRole('button', { name: 'I am ready' }).tap();
  await expect(page.getByRole('button', { name: 'Ready' })).toHaveAttribute('aria-pressed', 'true');
  await expect(tomasz.stage).toContainText('1 of');
  await run('next');
  await expect(now).toContainText('Learnings', { timeout: 2_000 });
  await expect(page.getByLabel('A learning', { exact: true })).toBeVisible();
  await priya.expectSaved();
});

test('an observer on a phone follows, and finds nothing to write with', async ({ owner, reviewId, arrive }) => {
  await run('start', 'next', 'next', 'next', 'next');
  const sam = await arrive('Sam', phone);
  await sam.join(await joinLink(owner, reviewId, 'observer'));
  await expect(sam.page.getByText('You are observing: nothing here can be changed.')).toBeVisible();
  await expect(sam.page.getByRole('textbox')).toHaveCount(0);
  await expect(sam.page.getByRole('button', { name: /ready|hand/i })).toHaveCount(0);
  await expectAccessible(sam.page, 'observer, phone');
  await expectTargets(sam.page, 'observer');
  await tab(sam.page, 'Narrative').tap();
  await expect(sam.page.getByRole('textbox', { name: 'Narrative' })).toHaveAttribute('aria-readonly', 'true');
  await run('next');
  await expect(sam.page.getByRole('region', { name: 'The stage now' })).toContainText('Learnings', { timeout: 2_000 });
});
