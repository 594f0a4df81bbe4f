// Takes the pictures of the README from the demo review, into docs/screenshots. With HEARTH_GALLERY=folder it takes every
// screen at three widths and in both themes into that folder instead, for looking at.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { api } from '@hearth/protocol/http/api';
import { join, joinLink, signIn } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { startHearth } from '../hearth-server.ts';

const galleryFolder = process.env['HEARTH_GALLERY'];
const folder = galleryFolder ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const widths = { 1440: 900, 1024: 768, 390: 844 } as const;
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
type Width = keyof typeof widths;

interface Screen {
  name: string;
  path: string;
  /** For screens that a person without a session sees. */
  signedOut?: boolean;
  prepare?: (page: Page) => Promise<void>;
}

const browserPath = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
const readme: readonly [screen: string, theme: Theme][] = [
  ['room', 'light'],
  ['home', 'light'],
  ['narrative', 'dark'],
  ['actions', 'light'],
  ['published', 'light'],
];

const server = await startHearth();
const browser = await chromium.launch({
  ...(browserPath ? { executablePath: browserPath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ],
});
try {
  await mkdir(folder, { recursive: true });
  const owner = await signIn(server.url, server.ownerLink());
  const { id } = await owner.post<{ id: string }>(api.demo, {});
  const { proposals } = await owner.post<{ proposals: Record<string, unknown>[] }>(api.extract, {}, { reviewId: id });
  for (const { id: proposalId, text, owner: assignee, due, priority, kind, ticket } of proposals) {
    const fields = { text, owner: assignee, due, priority, kind, ticket };
    await owner.post(api.confirm, fields, { reviewId: id, proposalId: String(proposalId) });
  }
  const { slug } = await owner.post<{ slug: string }>(api.publish, {}, { reviewId: id });
  const link = await joinLink(owner, id);
  const guests = [];
  for (const name of ['Priya Raman', 'Tomasz Wieczorek', 'Maya Castellanos']) {
    guests.push(await openLiveClient(server.url, id, (await join(server.url, link, name)).cookie));
  }

  const screens: Screen[] = [
    { name: 'home', path: '/' },
    { name: 'new-review', path: '/reviews/new' },
    { name: 'import', path: `/reviews/${id}/import` },
    { name: 'room', path: `/reviews/${id}` },
    { name: 'outline', path: `/reviews/${id}`, prepare: (page) => page.keyboard.press('o') },
    { name: 'narrative', path: `/reviews/${id}`, prepare: openNarrative },
    { name: 'actions', path: '/actions' },
    { name: 'publish', path: `/reviews/${id}/publish` },
    { name: 'published', path: `/p/${slug}` },
    { name: 'join', path: link, signedOut: true },
    { name: 'signed-out', path: '/', signedOut: true },
    { name: 'not-found', path: '/nowhere' },
  ];
  if (galleryFolder) {
    for (const screen of screens)
      for (const theme of themes)
        for (const width of [1440, 1024, 390] as const) await shoot(browser, screen, theme, width, `-${width}`);
  } else {
    for (const [name, theme] of readme) {
      const screen = screens.find((candidate) => candidate.name === name);
      if (screen) await shoot(browser, screen, theme, 1440, '');
    }
  }
  for (const guest of guests) guest.destroy();

  async function shoot(from: Browser, screen: Screen, theme: Theme, width: Width, suffix: string): Promise<void> {
    const context = await from.newContext({
      baseURL: server.url,
      viewport: { width, height: widths[width] },
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: width === 390,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    if (!screen.signedOut) {
      const [name = '', value = ''] = owner.cookie.split('=');
      await context.addCookies([{ name, value, url: server.url }]);
    }
    const page = await context.newPage();
    await page.goto(screen.path);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(600);
    await screen.prepare?.(page);
    await page.waitForTimeout(400);
    const file = path.join(folder, `${screen.name}-${theme}${suffix}.png`);
    await page.screenshot({ path: file, fullPage: galleryFolder !== undefined && screen.name !== 'room' });
    console.log(path.basename(file));
    await context.close();
  }
} finally {
  await browser.close();
  await server.dispose();
}

async function openNarrative(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /Narrative/ })
    .or(page.getByRole('button', { name: /Narrative/ }))
    .first()
    .click();
}
