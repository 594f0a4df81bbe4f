// Files and clipboards as they should not be: pictures that are none, that unfold into gigabytes, that are as large as is
// allowed, and a clipboard with nothing in it.
import { deflateSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from '../hearth-test.ts';
import type { Person } from '../person.ts';

let priya: Person;

test.beforeEach(async ({ enter }) => {
  priya = await enter('Priya');
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'With a file');
});

const drop = (name: string, bytes: Buffer): Promise<void> =>
  priya.card('With a file').evaluate(
    (element, [file, content]) => {
      const data = new DataTransfer();
      const body = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      data.items.add(new File([body], file, { type: 'image/png' }));
      element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [name, bytes.toString('base64')] as const,
  );

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const crc = (bytes: Buffer): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
/** A white picture of one bit a pixel: a few kilobytes that a browser would unfold into four bytes a pixel. */
const whitePng = (side: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

test('[U5] a picture that unfolds into 3.6 GB is kept as bytes, and drawn nowhere', async () => {
  const bomb = whitePng(30_000);
  expect(bomb.length).toBeLessThan(1_000_000);
  await drop('bomb.png', bomb);
  const card = priya.card('With a file');
  await expect(card.getByText('bomb.png')).toBeVisible();
  await expect(card.locator('[data-upload]')).toHaveCount(0, { timeout: 30_000 });
  await expect(card.locator('img')).toHaveCount(0);
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'And on we write');
  await priya.expectSaved();
});

test('a picture that is damaged, or none at all, is a file by its name, to be downloaded as it is', async () => {
  const damaged = Buffer.concat([whitePng(400).subarray(0, 33), Buffer.from('no pixels follow this head')]);
  const card = priya.card('With a file');
  for (const [name, content] of [
    ['damaged.png', damaged],
    ['words.png', Buffer.from('These are words, and no picture.')],
  ] as const) {
    await drop(name, content);
    await expect(card.locator('[data-upload]')).toHaveCount(0);
    await card.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    const download = priya.page.waitForEvent('download');
    await priya.page
      .getByRole('dialog')
      .getByRole('link', { name: /Download/ })
      .click();
    const stream = await (await download).createReadStream();
    expect(Buffer.concat(await stream.toArray())).toEqual(content);
    await priya.page.keyboard.press('Escape');
  }
  await expect(card.locator('img')).toHaveCount(0);
  await priya.expectSaved();
});

test('a picture of nearly 20 MB arrives with a small version of itself; one above is refused with its reason', async () => {
  test.slow();
  const noise = (side: number): Promise<number> =>
    priya.card('With a file').evaluate(async (element, length) => {
      const canvas = new OffscreenCanvas(length, length);
      const context = canvas.getContext('2d');
      const pixels = new ImageData(length, length);
      for (let at = 0; at < pixels.data.length; at += 65_536)
        crypto.getRandomValues(pixels.data.subarray(at, Math.min(at + 65_536, pixels.data.length)));
      for (let at = 3; at < pixels.data.length; at += 4) pixels.data[at] = 255;
      context?.putImageData(pixels, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const data = new DataTransfer();
      data.items.add(new File([blob], `noise-${length}.png`, { type: 'image/png' }));
      element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      return blob.size;
    }, side);
  const card = priya.card('With a file');
  const bytes = await noise(2_400);
  expect(bytes).toBeGreaterThan(15_000_000);
  expect(bytes).toBeLessThan(20 * 1024 * 1024);
  await expect(card.locator('[data-upload]')).toHaveCount(0, { timeout: 60_000 });
  const picture = card.locator('img');
  await expect(picture).toHaveCount(1);
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeLessThan(700);

  expect(await noise(2_800)).toBeGreaterThan(20 * 1024 * 1024);
  await expect(priya.page.getByText(/noise-2800\.png: A file may be 20 MB at most\./)).toBeVisible({ timeout: 30_000 });
  await priya.expectSaved();
});

test('[C7] a clipboard with nothing that can be read says so; what was selected stays', async () => {
  await priya.card('With a file').focus();
  for (const type of ['', 'application/x-unknown', 'text/plain']) {
    await priya.page.evaluate((format) => {
      const clipboardData = new DataTransfer();
      if (format !== '') clipboardData.setData(format, ' \n ');
      (document.activeElement ?? document.body).dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, type);
    const message = priya.page.getByText(
      'There is nothing in the clipboard that a card can hold: no words, no rows, no file.',
    );
    await expect(message.first()).toBeVisible();
    await priya.page.getByRole('button', { name: 'Close this message' }).first().click();
    await expect(message).toHaveCount(0);
  }
  await expect(priya.zone('Factors').locator('[data-card-id]')).toHaveCount(1);
});
