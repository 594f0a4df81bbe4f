// What may be pasted or chosen as a timeline: what can't be read is said and changes nothing, what is doubtful is marked.
import { boardOf } from '@hearth/board/document';
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import { expect, type Page } from '@playwright/test';
import { openLiveClient, type LiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

let person: Person;
let page: Page;
/** Somebody else in the room, who would see every change. */
let witness: LiveClient;

test.beforeEach(async ({ server, owner, reviewId, arrive }) => {
  witness = await openLiveClient(server.url, reviewId, owner.cookie);
  person = await arrive('Ines Okafor');
  await person.bring(owner.cookie, server.url);
  page = person.page;
  await page.goto(`/reviews/${reviewId}/import`);
  await page.getByLabel('Day').fill('2026-11-12');
  await page.getByLabel('Time zone').selectOption('UTC');
});
test.afterEach(async () => {
  witness.destroy();
});

const onBoard = (): number => boardOf(witness.doc).cards.size;

const expectRefused = async (code: ErrorCode): Promise<void> => {
  await expect(page.getByText(`${errors[code].advice} Nothing was changed.`)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  expect(onBoard()).toBe(0);
};
const choose = (name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel('A file with a timeline').setInputFiles({ name, mimeType: 'text/plain', buffer });
const paste = (text: string): Promise<void> =>
  page.getByLabel('The timeline').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
const read = async (text: string): Promise<void> => {
  await page.getByLabel('The timeline').fill(text);
  await page.getByRole('button', { name: /^Read it/ }).click();
};

test('nothing, no times, no text, an open quotation, 10 MB: each is said, and nothing changes', async () => {
  await page.getByRole('button', { name: 'Read it' }).click();
  await expectRefused('HEARTH_IMPORT_EMPTY');
  await expect(page.getByLabel('The timeline')).toBeFocused();
  await expectAccessible(page, 'import, refused');
  await read('It was a quiet day, and nobody wrote down when.');
  await expectRefused('HEARTH_IMPORT_NO_ROWS');
  await choose('empty.txt', Buffer.alloc(0));
  await expectRefused('HEARTH_IMPORT_EMPTY');
  await choose('screen.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  await expectRefused('HEARTH_IMPORT_BINARY');
  await choose('export.csv', Buffer.from('time,text\n14:24,"Four calls\n14:31,One firmware\n'));
  await expectRefused('HEARTH_IMPORT_BROKEN_CSV');
  const tenMegabytes = '14:24 It broke\n'.repeat(700_000);
  await choose('all-of-it.txt', Buffer.from(tenMegabytes));
  await expectRefused('HEARTH_IMPORT_TOO_LARGE');
  await page.reload();
  await paste(tenMegabytes);
  await expectRefused('HEARTH_IMPORT_TOO_LARGE');
  await expect(page.getByLabel('The timeline')).toHaveValue('');
});

test('rows that are doubtful are marked, can be mended or left out, and only then stand on the board', async () => {
  await read(
    [
      '13:05 New certificate goes live',
      '9999-12-31 23:59 The clock of the printer',
      '25:71 Labels stop',
      '14:24 Four calls, one firmware',
      '14:40',
    ].join('\n'),
  );
  const rows = page.getByRole('table');
  await expect(rows).toContainText('This day can not be right');
  const heading = page.getByRole('heading', { name: /rows? read/ });
  await expect(heading).toBeFocused();
  await expect(heading).toContainText('to look at');
  await expectAccessible(page, 'import, rows with problems');
  expect(onBoard()).toBe(0);

  await page.getByLabel('Time of line 2').fill('not a time at all');
  await page.getByRole('button', { name: /^Put \d+ events on the board$/ }).click();
  await expect(page.getByText('One row can not come in as it is. Mend it, or leave it out.')).toBeVisible();
  await expect(page.getByLabel('Time of line 2')).toBeFocused();
  expect(onBoard()).toBe(0);

  await page.getByLabel('Time of line 2').fill('13:22');
  await page.getByLabel('What happened, line 2').fill('Labels stop at Oldham Road');
  const accept = page.getByRole('button', { name: /^Put \d+ events on the board$/ });
  const wanted = Number(/\d+/.exec(await accept.innerText())?.[0]);
  await page.getByLabel('Take in line 4').uncheck();
  await page.getByRole('button', { name: `Put ${wanted - 1} events on the board` }).click();
  await expect(page.getByRole('heading', { name: `${wanted - 1} events stand on the board` })).toBeVisible();
  await expect.poll(onBoard).toBe(wanted - 1);
  await page.getByRole('link', { name: 'Go to the board' }).click();
  await person.expectSaved();
  await expect(person.card('Labels stop at Oldham Road')).toContainText('13:22');
  await expect(person.card('Four calls, one firmware')).toHaveCount(0);
});

test('a CSV file and pasted text both come in, whole and in order', async ({ reviewId }) => {
  await choose(
    'export.csv',
    Buffer.from('when,what\n2026-11-12T13:05:00Z,"New certificate, signed ""twice"""\n2026-11-12 13:22,Labels stop\n'),
  );
  await page.getByRole('button', { name: 'Put 2 events on the board' }).click();
  await expect(page.getByRole('heading', { name: '2 events stand on the board' })).toBeVisible();
  await page.goto(`/reviews/${reviewId}/import`);
  await page.getByLabel('Day').fill('2026-11-12');
  await read(Array.from({ length: 300 }, (_, minute) => `${clock(14 * 60 + minute)} Call number ${minute}`).join('\n'));
  await page.getByRole('button', { name: 'Put 300 events on the board' }).click();
  await expect(page.getByRole('heading', { name: '300 events stand on the board' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the board' }).click();
  await person.expectSaved();
  await expect(person.zone('Timeline')).toContainText('302 events');
  await expect(person.card('New certificate, signed "twice"')).toBeAttached();
  expect(onBoard()).toBe(302);
});

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
