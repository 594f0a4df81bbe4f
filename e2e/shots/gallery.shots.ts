// Takes the pictures of the README, into docs/screenshots. With HEARTH_GALLERY=folder it takes every screen at three widths
// and in both themes into that folder instead, for looking at; HEARTH_SCREENS=room,home takes only those.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { api } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';
import { join, joinLink, signIn } from '../bench/http-session.ts';
import { startHearth } from '../hearth-server.ts';
import { holdMeeting } from './past-meeting.ts';
import { confirmAll, contextOf, enterGuests, makeReviews, pointAt, type Guest } from './cast.ts';
import { shootMeeting } from './meeting-screens.ts';
import { command, press, putOfferAside, sizes, view, widths, type Screen, type Width } from './screen.ts';

const galleryFolder = process.env['HEARTH_GALLERY'];
const wanted = process.env['HEARTH_SCREENS']?.split(',');
const folder = galleryFolder ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const readme: readonly [screen: string, theme: Theme][] = [
  ['room', 'light'],
  ['home', 'light'],
  ['narrative', 'dark'],
  ['actions', 'light'],
  ['published', 'light'],
];

const browserPath = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
const report = readFileSync(new URL('../fixtures/night-shift.md', import.meta.url), 'utf8');
const server = await startHearth();
const browser = await chromium.launch({
  ...(browserPath ? { executablePath: browserPath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  await mkdir(folder, { recursive: true });
  const owner = await signIn(server.url, server.ownerLink());
  await shootAll([
    { name: 'signed-out', path: '/', as: null },
    { name: 'home-first', path: '/' },
    { name: 'not-found', path: '/nowhere' },
    { name: 'new-review', path: '/reviews/new' },
    { name: 'new-review-errors', path: '/reviews/new', prepare: submitWrongly },
  ]);

  const facilitator = await contextOf(browser, server.url, owner.cookie, { width: 1280, height: 800 });
  const desk = await facilitator.newPage();
  await desk.goto('/');
  await desk.getByLabel('Your name').fill('Ines Okafor');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('What shall people call you?').waitFor({ state: 'detached' });
  const { id: demo } = await owner.post<{ id: ReviewId }>(api.demo, {});
  const others = await makeReviews(server.url, owner, desk);
  await confirmAll(owner, demo, 2);
  await desk.goto(`/reviews/${demo}`);
  // The pictures for looking at take minutes: their clock stands still.
  if (!galleryFolder) await desk.getByRole('button', { name: 'Let the clock run' }).click();
  const guests = await enterGuests(browser, server.url, owner, demo);
  const [priya, , , , sam] = guests;
  const link = await joinLink(owner, demo);
  const fridge = others.get('Fridge readings arrived an hour late') ?? demo;
  const dele = await join(server.url, await joinLink(owner, fridge), 'Dele Adeyemi');
  const room = `/reviews/${demo}`;
  const stock = `/reviews/${others.get('Night stock count ran twice') ?? demo}`;

  await shootAll([
    { name: 'room', path: room, windowOnly: true, prepare: (page) => showWhole(page, priya) },
    { name: 'room-factors', path: room, windowOnly: true, prepare: () => pointAt(priya) },
    { name: 'home', path: '/' },
    { name: 'narrative', path: room, windowOnly: true, prepare: openNarrative },
    { name: 'actions', path: '/actions' },
    { name: 'action-dialog', path: '/actions', windowOnly: true, prepare: (page) => press(page, /^Edit|^Ask locums/) },
    { name: 'outline', path: room, windowOnly: true, prepare: (page) => view(page, 'Outline') },
    { name: 'board-tab', path: room, windowOnly: true, only: [390], prepare: (page) => view(page, 'Board') },
    { name: 'people-tab', path: room, windowOnly: true, only: [390], prepare: (page) => view(page, 'People') },
    { name: 'room-timeline', path: room, windowOnly: true, prepare: (page) => page.keyboard.press('1') },
    { name: 'room-learnings', path: room, windowOnly: true, prepare: (page) => page.keyboard.press('4') },
    { name: 'room-participant', path: room, as: priya?.cookie ?? null, windowOnly: true },
    { name: 'room-observer', path: room, as: sam?.cookie ?? null, windowOnly: true },
    { name: 'agenda', path: `${room}/agenda`, windowOnly: true },
    { name: 'so-far', path: room, windowOnly: true, prepare: (page) => command(page, 'So far, in three lines') },
    { name: 'captions', path: room, windowOnly: true, prepare: (page) => command(page, 'Show captions') },
    {
      name: 'big-screen',
      path: room,
      windowOnly: true,
      only: [1440, 1024],
      prepare: (page) => command(page, 'Big screen'),
    },
    { name: 'room-menu', path: room, windowOnly: true, prepare: (page) => press(page, 'More for this review') },
    { name: 'share', path: room, windowOnly: true, prepare: openShare },
    { name: 'help', path: room, windowOnly: true, only: [1440, 1024], prepare: (page) => page.keyboard.press('?') },
    { name: 'card-details', path: room, windowOnly: true, prepare: openDetails },
    { name: 'card-chosen', path: room, windowOnly: true, prepare: chooseCard },
    { name: 'proposals', path: room, windowOnly: true, prepare: openProposals },
    { name: 'empty-room', path: `/reviews/${fridge}`, windowOnly: true },
    { name: 'lobby', path: `/reviews/${fridge}`, as: dele.cookie, windowOnly: true },
    { name: 'edit-incident', path: `${room}/incident` },
    { name: 'import', path: `${room}/import` },
    { name: 'import-rows', path: `${room}/import`, prepare: readReport },
    { name: 'settings', path: '/', windowOnly: true, prepare: (page) => press(page, /your settings/) },
    { name: 'join', path: link, as: null },
    { name: 'join-error', path: link, as: null, prepare: (page) => press(page, /^Enter/) },
    { name: 'join-dead', path: '/join#nothing', as: null },
    { name: 'publish', path: `${room}/publish` },
    { name: 'stage-notice', path: stock, windowOnly: true, prepare: (page) => press(page, /^(Move the room|Start)/) },
    { name: 'offline', path: stock, windowOnly: true, only: [1440, 390], prepare: goOffline },
  ]);
  if (galleryFolder) {
    await shootHistory();
    await shootMeeting(server, browser, owner, shootAll);
  }
  const { slug } = await owner.post<{ slug: string }>(api.publish, {}, { reviewId: demo });
  await shootAll([
    { name: 'published', path: `/p/${slug}`, as: null },
    {
      name: 'published-print',
      path: `/p/${slug}`,
      as: null,
      only: [1024],
      prepare: (page) => page.emulateMedia({ media: 'print' }),
    },
    { name: 'publish-again', path: `${room}/publish`, windowOnly: true },
  ]);

  async function shootHistory(): Promise<void> {
    const told = `/reviews/${await holdMeeting(server, owner)}/history`;
    await shootAll([
      { name: 'history', path: told, windowOnly: true, prepare: (page) => goToNamed(page, 'End of Perspectives', 4) },
      {
        name: 'history-timeline',
        path: told,
        windowOnly: true,
        prepare: (page) => goToNamed(page, 'End of Reports', 5),
      },
      { name: 'history-narrative', path: told, windowOnly: true, prepare: showNarrative },
      {
        name: 'history-happened',
        path: told,
        windowOnly: true,
        only: [390],
        prepare: (page) => press(page, 'Happened'),
      },
      { name: 'history-compare', path: told, windowOnly: true, prepare: compareMoments },
      { name: 'history-restore', path: told, windowOnly: true, prepare: askToRestore },
      {
        name: 'history-name',
        path: told,
        windowOnly: true,
        only: [1440, 390],
        prepare: (page) => press(page, 'Name it'),
      },
      { name: 'history-demo', path: `${room}/history`, windowOnly: true, only: [1440] },
      { name: 'history-empty', path: `/reviews/${fridge}/history`, windowOnly: true },
      { name: 'history-observer', path: `${room}/history`, as: sam?.cookie ?? null, windowOnly: true },
      { name: 'history-offline', path: told, windowOnly: true, only: [1440, 390], prepare: loseServer },
      { name: 'history-restored', path: told, windowOnly: true, prepare: restoreAndStay },
    ]);
  }

  async function shootAll(screens: readonly Screen[]): Promise<void> {
    for (const screen of screens) {
      if (wanted && !wanted.includes(screen.name)) continue;
      if (galleryFolder) for (const width of screen.only ?? widths) await shoot(screen, themes, width);
      else for (const [name, theme] of readme) if (name === screen.name) await shoot(screen, [theme], 1440);
    }
  }

  async function shoot(screen: Screen, looks: readonly Theme[], width: Width): Promise<void> {
    const cookie = screen.as === undefined ? owner.cookie : screen.as;
    const context = await contextOf(browser, server.url, cookie, { width, height: sizes[width] }, looks[0]);
    const page = await context.newPage();
    if (screen.firstVisit) await page.addInitScript(() => localStorage.removeItem('hearth.room.hint'));
    await page.goto(screen.path);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    page.setDefaultTimeout(8_000);
    // In a room the board comes first, what is around it a moment later.
    if (/^\/reviews\/[\w-]{8,}$/.test(screen.path) && screen.path !== '/reviews/new')
      await page
        .locator('[data-status="saved"]')
        .waitFor()
        .catch(() => undefined);
    if ((await page.locator('[data-room]').count()) > 0)
      await page
        .getByRole('contentinfo')
        .getByRole('button')
        .first()
        .waitFor()
        .catch(() => undefined);
    await page.waitForTimeout(500);
    let went = '';
    try {
      await screen.prepare?.(page);
    } catch (error) {
      if (!galleryFolder) throw error;
      went = `: shown as far as it went, ${String(error).split('\n')[0]}`;
    }
    for (const colorScheme of looks) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(350);
      const name = `${screen.name}-${colorScheme}${galleryFolder ? `-${width}` : ''}.png`;
      const fullPage = galleryFolder !== undefined && !screen.windowOnly;
      await page.screenshot({ path: path.join(folder, name), fullPage });
      console.log(`${name}${went}`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.dispose();
}

async function submitWrongly(page: Page): Promise<void> {
  await page.getByLabel('Started', { exact: true }).fill('2026-02-12T13:22');
  await page.getByLabel('Detected', { exact: true }).fill('2026-02-12T13:02');
  await press(page, 'Start its review');
}

async function openNarrative(page: Page): Promise<void> {
  await putOfferAside(page);
  await view(page, 'Narrative');
}

/** Timeline, perspectives and factors in one window. */
async function showWhole(page: Page, guest: Guest | undefined): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < 720) return;
  await putOfferAside(page);
  await page.keyboard.press('-');
  await page.keyboard.press('1');
  await page.waitForTimeout(300);
  await pointAt(guest);
}

async function openShare(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < 720) {
    await press(page, 'More for this review');
    await page.getByRole('menuitem', { name: 'Share' }).click();
  } else await press(page, 'Share');
  await press(page, /^Copy (a|another) link$/);
}

async function openDetails(page: Page): Promise<void> {
  await page.locator('[data-card-id="demo-factor-accepted"]').press('e');
}

async function chooseCard(page: Page): Promise<void> {
  await page.locator('[data-card-id="demo-factor-accepted"]').click();
}

async function openProposals(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  if (width < 720) {
    await view(page, 'Board');
    await page.getByRole('heading', { name: 'To confirm' }).scrollIntoViewIfNeeded();
    return;
  }
  if (width < 1120) await press(page, 'Actions and prompts');
  await page.getByRole('tab', { name: 'To confirm' }).click();
}

async function readReport(page: Page): Promise<void> {
  await page.getByLabel('The timeline').fill(report);
  await press(page, 'Read it');
  await page.getByRole('button', { name: /^Put \d+ events/ }).waitFor();
}

async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.locator('[data-status="offline"]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2_000);
}

/** To a named moment, and so many moments on. */
async function goToNamed(page: Page, name: string, further: number): Promise<void> {
  await page.locator('li button', { hasText: name }).first().dispatchEvent('click');
  await page.getByRole('slider', { name: 'Moment of the review' }).focus();
  for (let step = 0; step < further; step += 1) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
}

async function showNarrative(page: Page): Promise<void> {
  await goToNamed(page, 'End of Narrative', 0);
  await press(page, 'Narrative');
}

async function compareMoments(page: Page): Promise<void> {
  await press(page, 'Compare');
  await page.getByLabel('From', { exact: true }).selectOption({ label: 'End of Perspectives' });
}

async function askToRestore(page: Page): Promise<void> {
  await goToNamed(page, 'End of Perspectives', 0);
  await press(page, 'Restore…');
  await page.getByText('It can be undone').waitFor();
}

/** To whichever of two moments the board is not at already: every picture restores anew. */
async function restoreAndStay(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const name of ['End of Perspectives', 'End of Closing']) {
    await goToNamed(page, name, 0);
    await press(page, 'Restore…');
    await dialog.getByText(/It can be undone|There is nothing to restore/).waitFor();
    if (await dialog.getByText('It can be undone').isVisible()) break;
    await page.keyboard.press('Escape');
  }
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('Restored:').first().waitFor();
  await page.waitForTimeout(600);
}

async function loseServer(page: Page): Promise<void> {
  await goToNamed(page, 'End of Factors', 0);
  await page.context().setOffline(true);
  await press(page, 'Restore…');
  await page.getByText('Offline.').waitFor({ timeout: 20_000 });
  await page.keyboard.press('Escape');
}
