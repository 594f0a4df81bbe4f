// Files as evidence: pasted, dropped and picked, seen by the others at once, kept while offline, and on the published page.
import { expect, type Locator } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const addFactor = (person: Person, words: string): Promise<void> =>
  person.addCard('Factors', 'Add a factor', 'A condition that played a part', words);
const pictureOn = (card: Locator): Locator => card.locator('img');
const drawn = (picture: Locator): Promise<boolean> =>
  picture.evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0);

/** Gives the page a file as the clipboard or a hand would. A picture is drawn there, of the browser's own making. */
const give = (
  person: Person,
  how: 'paste' | 'drop',
  target: Locator,
  file: { name: string; type: string; words?: string },
): Promise<void> =>
  target.evaluate(
    async (element, [way, { name, type, words }]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1200, 800];
      const context = canvas.getContext('2d');
      for (let x = 0; x < 1200; x += 10) context?.fillRect(x, 800 - ((x * 7) % 600), 8, 800);
      const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
      const data = new DataTransfer();
      data.items.add(new File([words ?? picture ?? ''], name, { type }));
      const { left, top } = element.getBoundingClientRect();
      const init = { bubbles: true, cancelable: true, clientX: left + 8, clientY: top + 8 };
      if (way === 'drop') {
        element.dispatchEvent(new DragEvent('dragover', { ...init, dataTransfer: data }));
        element.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: data }));
      } else element.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
    },
    [how, file] as const,
  );

test('[U8] a pasted picture is on the card for everybody, is described, looked at by keyboard, taken off and brought back', async ({
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  await addFactor(priya, 'Nobody watches the queue');
  await priya.card('Nobody watches').focus();
  await give(priya, 'paste', priya.card('Nobody watches'), { name: 'image.png', type: 'image/png' });
  for (const person of [priya, tomasz]) {
    await expect(pictureOn(person.card('Nobody watches'))).toHaveAttribute(
      'alt',
      /^Picture pasted .+, not described yet$/,
    );
    await expect.poll(() => drawn(pictureOn(person.card('Nobody watches')))).toBe(true);
    await expect(pictureOn(person.card('Nobody watches'))).toHaveAttribute('src', /\/thumbnail$/);
  }

  // What did not come is there as soon as it can be had, and does not wait for a reload.
  await tomasz.context.route('**/thumbnail', (route) => route.abort());
  await tomasz.page.reload();
  await expect(tomasz.card('Nobody watches').getByText('can’t be shown')).toBeVisible();
  await tomasz.context.unroute('**/thumbnail');
  await expect.poll(() => drawn(pictureOn(tomasz.card('Nobody watches')))).toBe(true);

  // By keyboard: details, the picture, its words.
  await priya.card('Nobody watches').focus();
  await priya.page.keyboard.press('e');
  const details = priya.page.getByRole('dialog');
  await details.getByRole('button', { name: /not described yet/ }).focus();
  await priya.page.keyboard.press('Enter');
  const viewer = priya.page.getByRole('dialog').last();
  await expect(viewer.getByRole('group', { name: 'Picture', exact: true })).toBeFocused();
  await expect.poll(() => drawn(viewer.locator('img'))).toBe(true);
  await viewer.getByLabel('What can be seen here?').fill('Queue depth, falling at 15:02');
  await expectAccessible(priya.page, 'a picture, large');
  await priya.page.keyboard.press('Escape');
  await expect(pictureOn(tomasz.card('Nobody watches'))).toHaveAttribute('alt', 'Queue depth, falling at 15:02');
  await expect(tomasz.card('Nobody watches')).toHaveAttribute('aria-label', /Picture: Queue depth, falling at 15:02/);
  await priya.page.keyboard.press('Escape');

  await pictureOn(priya.card('Nobody watches')).click();
  await priya.page.getByRole('button', { name: 'Take off the card' }).click();
  await expect(pictureOn(tomasz.card('Nobody watches'))).toHaveCount(0);
  await priya.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(pictureOn(tomasz.card('Nobody watches'))).toBeVisible();
  await tomasz.view('Outline');
  await expect(pictureOn(tomasz.card('Nobody watches'))).toBeVisible();
  await expectAccessible(tomasz.page, 'the outline with a picture');

  // Somebody else's file is not Tomasz's to delete; its owner deletes it for good.
  await pictureOn(tomasz.card('Nobody watches')).click();
  await tomasz.page.getByRole('button', { name: 'Delete…' }).click();
  await tomasz.page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(tomasz.page.getByText('Your role in this review does not allow that.')).toBeVisible();
  const address = await viewerAddress(pictureOn(priya.card('Nobody watches')));
  await pictureOn(priya.card('Nobody watches')).click();
  await priya.page.getByRole('button', { name: 'Delete…' }).click();
  await priya.page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(pictureOn(tomasz.card('Nobody watches'))).toHaveCount(0);
  expect((await priya.page.request.get(address)).status()).toBe(404);
});

const viewerAddress = async (picture: Locator): Promise<string> =>
  ((await picture.getAttribute('src')) ?? '').replace(/\/thumbnail$/, '');

test('files dropped on a zone begin a card, a long log becomes a file with a search, and hostile files are only downloaded', async ({
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  await give(priya, 'drop', priya.zone('Factors').locator('[data-group="factor/technical"]'), {
    name: 'queue depth.jpg',
    type: 'image/jpeg',
  });
  await expect(pictureOn(tomasz.card('queue depth'))).toBeVisible();

  await priya.card('queue depth').focus();
  await priya.page.keyboard.press('Enter');
  const field = priya.page.getByLabel('Words of the factor');
  const log = Array.from({ length: 60 }, (_, line) => `14:${line} ${line === 42 ? 'ERROR queue full' : 'ok'}`).join(
    '\n',
  );
  await field.evaluate((element, words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  }, log);
  await expect(priya.page.getByText('60 lines became a file on the card.')).toBeVisible();
  await expect(field).toHaveValue('queue depth');
  await priya.page.keyboard.press('Escape');
  await tomasz
    .card('queue depth')
    .getByRole('button', { name: /pasted\.log/ })
    .click();
  await tomasz.page.getByLabel('Search in this text').fill('error');
  await expect(tomasz.page.getByRole('list', { name: 'Lines of the text' }).getByRole('listitem')).toHaveText([
    /43.*14:42 ERROR queue full/,
  ]);
  await expectAccessible(tomasz.page, 'a log');
  await tomasz.page.getByRole('button', { name: 'Close' }).click();

  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"><script>document.title=1</script></svg>';
  await give(priya, 'drop', priya.card('queue depth'), { name: 'graph.svg', type: 'image/svg+xml', words: svg });
  await tomasz
    .card('queue depth')
    .getByRole('button', { name: /graph\.svg/ })
    .click();
  await expect(tomasz.page.getByText('Hearth shows no files of this kind')).toBeVisible();
  const href = await tomasz.page.getByRole('link', { name: 'Download' }).getAttribute('href');
  const { headers } = await tomasz.page.request.get(href ?? '').then((answer) => ({ headers: answer.headers() }));
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment;/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('added while the server is away: kept through a reload, arrives once; too large is refused with its reason', async ({
  server,
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  await addFactor(priya, 'Kept on the device');
  await expect(tomasz.card('Kept on the device')).toBeVisible();
  await priya.expectSaved();
  await server.kill();
  await give(priya, 'drop', priya.card('Kept on the device'), { name: 'offline.png', type: 'image/png' });
  await expect(priya.card('Kept on the device').getByText('Offline: kept on this device')).toBeVisible();
  await server.start();
  await priya.page.reload();
  await priya.expectSaved();
  for (const person of [priya, tomasz]) await expect(pictureOn(person.card('Kept on the device'))).toHaveCount(1);
  await expect(priya.card('Kept on the device').locator('[data-upload]')).toHaveCount(0);

  await priya.card('Kept on the device').evaluate((element) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'dump.bin'));
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await expect(priya.page.getByText(/dump\.bin: A file may be 20 MB at most\./)).toBeVisible();
});

test('on a phone a file is picked for a card and seen there', async ({ enter }) => {
  const priya = await enter('Priya');
  await addFactor(priya, 'Seen on the phone');
  const phone = await enter('Noor', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.page.getByRole('button', { name: 'Board', exact: true }).tap();
  await phone.card('Seen on the phone').tap();
  await phone.page.getByRole('button', { name: /^Details/ }).tap();
  await expect(phone.page.getByRole('button', { name: 'Take a picture' })).toBeVisible();
  await phone.page
    .getByLabel('Files for this card')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('14:24 labels stopped') });
  await expect(phone.page.getByRole('dialog').getByRole('button', { name: /notes\.txt/ })).toBeVisible();
  await expectAccessible(phone.page, 'details with files, on a phone');
  await phone.page.getByRole('button', { name: 'Done' }).tap();
  await expect(phone.card('Seen on the phone').getByRole('button', { name: /notes\.txt/ })).toBeVisible();
  await expect(priya.card('Seen on the phone').getByRole('button', { name: /notes\.txt/ })).toBeVisible();
  await expectAccessible(phone.page, 'the list with files, on a phone');
});

test('a picture pasted into the narrative is there for everybody, is described, and goes where the words go', async ({
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  const story = (person: Person): Locator => person.page.getByRole('textbox', { name: 'Narrative' });
  // The editor has pictures of its own, to keep the caret in place.
  const pictures = (person: Person): Locator => story(person).locator('figure img');
  for (const person of [priya, tomasz]) await person.view('Narrative');
  await story(priya).getByRole('heading', { name: 'Summary' }).click();
  await priya.page.keyboard.press('End');
  await priya.page.keyboard.press('ArrowDown');
  await give(priya, 'paste', story(priya), { name: 'image.png', type: 'image/png' });
  for (const person of [priya, tomasz]) await expect.poll(() => drawn(pictures(person))).toBe(true);
  await story(priya).getByLabel('What the picture shows').fill('Queue depth, falling at 15:02');
  await priya.page.keyboard.press('Enter');
  await expect(story(tomasz).getByRole('img', { name: 'Queue depth, falling at 15:02' })).toBeVisible();
  await expectAccessible(tomasz.page, 'a narrative with a picture');

  // What is called a picture and is none is taken out again, and its person told.
  const words = { name: 'graph.png', type: 'image/png', words: 'no picture at all' };
  await give(priya, 'drop', story(priya).getByRole('heading', { name: 'Summary' }), words);
  await expect(priya.page.getByText('graph.png was not put in.')).toBeVisible();
  for (const person of [priya, tomasz]) await expect(pictures(person)).toHaveCount(1);
  await priya.expectSaved();
});
