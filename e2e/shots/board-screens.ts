// Pictures of what a board holds besides words: files on cards, large, and what the server could not take.
import { attachFile, openWriter } from '@hearth/board/operations';
import { api, pathOf } from '@hearth/protocol/http/api';
import { fileNameHeader } from '@hearth/protocol/http/attachment-limits';
import type { AttachmentBody } from '@hearth/protocol/http/attachments';
import type { AttachmentId, CardId, ReviewId } from '@hearth/review/ids';
import { defaultLimits } from '@hearth/sync/limits';
import { expect, type Browser, type Page } from '@playwright/test';
import { openLiveClient } from '../bench/live-client.ts';
import type { HearthServer } from '../hearth-server.ts';
import { isPhone, putOfferAside, view, type Screen } from './screen.ts';

/** What was on its way when a zone was locked is taken for so long. */
const graceMs = defaultLimits.wardGraceMs;
const card = 'demo-factor-accepted' as CardId;

interface Seat {
  path: string;
  cookie: string;
}

/** A graph, a log and an archive on a card of the demo's. */
export const attachFiles = async (
  server: HearthServer,
  browser: Browser,
  reviewId: ReviewId,
  cookie: string,
): Promise<void> => {
  const { doc, destroy } = await openLiveClient(server.url, reviewId, cookie);
  const writer = openWriter(doc);
  const files: [name: string, content: Uint8Array, alt: string][] = [
    ['druckauftraege-etikettendrucker-filiale-oldham-road.png', await graph(browser), 'Jobs accepted, labels printed'],
    ['print-gateway.log', new TextEncoder().encode(log), ''],
    ['firmware-4.2-and-its-certificates.zip', new Uint8Array([80, 75, 5, 6, ...Array<number>(18).fill(0)]), ''],
  ];
  for (const [at, [name, content, alt]] of files.entries()) {
    const id = `shown-file-${at}` as AttachmentId;
    const answer = await fetch(server.url + pathOf(api.attachment, { reviewId, attachmentId: id }), {
      method: 'PUT',
      headers: {
        cookie,
        origin: server.url,
        'content-type': 'application/octet-stream',
        [fileNameHeader]: encodeURIComponent(name),
      },
      body: Buffer.from(content),
    });
    if (!answer.ok) throw new Error(`${name} was not taken: ${answer.status}`);
    attachFile(writer, card, { ...((await answer.json()) as AttachmentBody), alt, addedAt: at });
  }
  await new Promise((resolve) => setTimeout(resolve, 700));
  destroy();
};

const log = Array.from({ length: 80 }, (_, line) => {
  const told = line % 9 === 4 ? 'WARN  chain not complete, job kept as accepted' : 'INFO  job accepted';
  return `2026-11-12T13:${String(line % 60).padStart(2, '0')}:07Z ${told} branch=41 printer=zd-${200 + line}`;
}).join('\n');

/** Drawn by the browser itself: nothing is fetched, nothing is kept. */
const graph = async (browser: Browser): Promise<Uint8Array> => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 640 } });
  const heights = Array.from({ length: 60 }, (_, at) => (at < 20 || at > 48 ? 400 - ((at * 37) % 60) : 40));
  await page.setContent(
    `<body style="margin:0"><svg width="1200" height="640" style="background:#fff;font:20px sans-serif">
      <text x="60" y="50">Labels printed a minute, all branches</text>
      <path d="M60 80V560H1160" fill="none" stroke="#555"/>
      ${heights.map((height, at) => `<rect x="${70 + at * 18}" y="${560 - height}" width="13" height="${height}" fill="#b4552d"/>`).join('')}
    </svg></body>`,
  );
  const picture = await page.screenshot();
  await page.close();
  return picture;
};

export const fileScreens = ({ path, cookie }: Seat): Screen[] => {
  const shown = (name: string, file: RegExp): Screen => ({
    name,
    path,
    as: cookie,
    windowOnly: true,
    prepare: async (page) => {
      await openCard(page);
      await page.getByRole('dialog').getByRole('button', { name: file }).click();
      await page.waitForTimeout(900);
    },
  });
  return [
    { name: 'files-on-card', path, as: cookie, windowOnly: true, prepare: openCard },
    shown('file-picture', /Jobs accepted/),
    shown('file-log', /print-gateway/),
    shown('file-other', /firmware/),
  ];
};

const openCard = async (page: Page): Promise<void> => {
  await putOfferAside(page);
  if (isPhone(page)) await view(page, 'Board');
  await page.locator(`[data-card-id="${card}"]`).first().press('e');
};

/** @param lock  locks the zone of the factors, or opens it again. */
export const refusedScreens = ({ path, cookie }: Seat, lock: (locked: boolean) => Promise<void>): Screen[] => {
  const refuse = async (page: Page): Promise<void> => {
    await putOfferAside(page);
    if (isPhone(page)) await view(page, 'Board');
    await page.context().setOffline(true);
    for (const words of [
      'Nobody watches how many labels come out, only how many jobs go in',
      'The firmware’s notes name the old chain in a table on page eleven',
    ]) {
      if (isPhone(page)) await page.getByLabel('Where it goes').selectOption('factor/technical');
      else await page.getByRole('button', { name: 'Add a factor' }).first().click();
      await page.getByLabel('A condition that played a part', { exact: true }).last().fill(words);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }
    await lock(true);
    await page.waitForTimeout(graceMs + 500);
    await page.context().setOffline(false);
    await expect(page.getByText('2 changes could not be taken.')).toBeVisible({ timeout: 60_000 });
    await lock(false);
  };
  const screen = (name: string, prepare: Screen['prepare'] & {}): Screen => ({
    name,
    path,
    as: cookie,
    windowOnly: true,
    prepare,
  });
  return [
    screen('not-taken-notice', refuse),
    screen('not-taken', async (page) => {
      await refuse(page);
      await page.getByRole('button', { name: /changes? not taken$/ }).click();
    }),
    screen('not-taken-discard', async (page) => {
      await refuse(page);
      await page.getByRole('button', { name: /changes? not taken$/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard…' }).click();
    }),
  ];
};
