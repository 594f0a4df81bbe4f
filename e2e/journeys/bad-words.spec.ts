// Words that break careless programs: other directions, signs of several parts, markup, links that lie, names without end.
import { openView } from '@hearth/board/view';
import { expect, type Page } from '@playwright/test';
import type * as Y from 'yjs';
import { join, joinLink, newReview } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const factorField = 'A condition that played a part';
const hostile = '<img src=x onerror="broken=1"><script>broken=1</script>';

const factorsOf = (doc: Y.Doc): string[] => {
  const view = openView(doc);
  const words = view.list('factor').map(({ text }) => text);
  view.destroy();
  return words;
};
/** Scripts that ran where they should have been words. */
const watchBreaking = async (page: Page): Promise<() => Promise<unknown>> => {
  await page.addInitScript(() => Object.assign(window, { broken: 0 }));
  return () => page.evaluate(() => (window as unknown as { broken: number }).broken);
};

test('[B61] Hebrew and Arabic stand from right to left on the card, in its field and in the outline, and turn no sentence', async ({
  onBoard,
  enter,
}) => {
  const priya = await enter('Priya');
  const hebrew = 'התור התמלא, ואיש לא ראה (14:24)';
  await priya.addCard('Factors', 'Add a factor', factorField, hebrew);
  await priya.addCard('Factors', 'Add a factor', factorField, 'Queue depth, then تأخير الطباعة');
  const directionOf = (words: string) =>
    priya
      .card(words)
      .getByText(words)
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await directionOf(hebrew)).toBe('rtl');
  expect(await directionOf('Queue depth, then')).toBe('ltr');

  await priya.card(hebrew).focus();
  await priya.page.keyboard.press('Enter');
  const field = priya.page.getByLabel('Words of the factor');
  await expect(field).toBeFocused();
  expect(await field.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);
  // To the end of the line is to the left here, and what is typed stands there.
  await priya.page.keyboard.press('End');
  await priya.page.keyboard.type('. סוף');
  await priya.page.keyboard.press('Escape');
  expect(await onBoard(factorsOf)).toContain(`${hebrew}. סוף`);

  await priya.card(hebrew).focus();
  await priya.page.keyboard.press('Delete');
  await expect(priya.page.getByText(`Removed “\u2068${hebrew}. סוף\u2069”.`)).toBeVisible();
  await priya.page.keyboard.press('Control+z');
  await priya.view('Outline');
  await expect(priya.page.getByText(`${hebrew}. סוף`).first()).toBeVisible();
  await priya.expectSaved();
});

test('[B1] [B61] signs of several parts are one to the caret, for both who write', async ({ onBoard, enter }) => {
  const [priya, tomasz] = [await enter('Priya'), await enter('Tomasz')];
  // A firefighter (three signs joined), a flag (two letters), an e with two marks, a hand with its colour.
  const family = '\u{1F469}\u200D\u{1F692}';
  await priya.addCard(
    'Factors',
    'Add a factor',
    factorField,
    `a${family}\u{1F1EC}\u{1F1E7}e\u0301\u0323\u{1F44D}\u{1F3FD}b`,
  );
  await expect(tomasz.card('a')).toBeVisible();
  for (const person of [priya, tomasz]) {
    await person.card('a').focus();
    await person.page.keyboard.press('Enter');
    await expect(person.page.getByLabel('Words of the factor')).toBeFocused();
  }
  const keys = async (person: Person, ...names: string[]): Promise<void> => {
    for (const name of names) await person.page.keyboard.press(name);
  };
  // Between the hand and the flag there are one accented letter and the flag: three steps left of the b come behind the flag.
  await keys(priya, 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await priya.page.keyboard.type('|');
  await keys(tomasz, 'Home', 'ArrowRight', 'ArrowRight');
  await tomasz.page.keyboard.type('+');
  // The colour goes with its hand.
  await keys(priya, 'End', 'ArrowLeft', 'Shift+ArrowLeft', 'Delete');
  const wanted = `a${family}+\u{1F1EC}\u{1F1E7}|e\u0301\u0323b`;
  await expect.poll(() => onBoard(factorsOf)).toEqual([wanted]);
  for (const person of [priya, tomasz]) await expect(person.page.getByLabel('Words of the factor')).toHaveValue(wanted);
  expect(wanted.isWellFormed()).toBe(true);
});

test('markup in titles, names, columns, lanes and imports is words everywhere', async ({ server, owner, arrive }) => {
  const reviewId = await newReview(owner, hostile);
  const link = await joinLink(owner, reviewId);
  const stranger = await arrive(hostile.slice(0, 80));
  const broken = await watchBreaking(stranger.page);
  await stranger.page.goto(link);
  await expect(stranger.page.getByText(hostile).first()).toBeVisible();
  await stranger.join(link);
  expect(await stranger.page.title()).toContain('<img src=x');
  await stranger
    .zone('Perspectives')
    .getByRole('button', { name: 'Add a person' })
    .or(stranger.page.getByLabel('Who'))
    .first()
    .click();
  const who = stranger.zone('Perspectives').getByRole('textbox').first();
  await who.fill(hostile);
  await who.press('Enter');
  await expect(stranger.zone('Perspectives').getByText('<img src=x').first()).toBeVisible();
  await stranger.addCard('Factors', 'Add a factor', factorField, hostile);
  await stranger.expectSaved();

  const ines = await arrive('Ines');
  await ines.bring(owner.cookie, server.url);
  const brokenForInes = await watchBreaking(ines.page);
  await ines.page.goto(`/reviews/${reviewId}/import`);
  await ines.page.getByLabel('The timeline').fill(`14:02 ${hostile}\n14:05 [A link](javascript:broken=1) was pressed`);
  await expect(ines.page.getByText('<img src=x').first()).toBeVisible();
  await ines.page.goto(`/reviews/${reviewId}`);
  await ines.expectSaved();
  await expect(ines.card(hostile)).toBeVisible();
  for (const view of ['Outline', 'Narrative', 'Board'] as const) await ines.view(view);
  for (const person of [stranger, ines])
    await expect(person.page.locator('img[src="x"], a[href^="javascript:"], a[href^="data:"]')).toHaveCount(0);
  expect([await broken(), await brokenForInes()]).toEqual([0, 0]);
});

test('[B62] a link says where it goes: refused when it runs something, its host shown when it pretends', async ({
  enter,
}) => {
  const priya = await enter('Priya');
  await priya.addCard('Factors', 'Add a factor', factorField, 'With evidence');
  await priya.card('With evidence').focus();
  await priya.page.keyboard.press('e');
  const panel = priya.page.getByRole('group', { name: 'Evidence' });
  const add = async (url: string, label: string): Promise<void> => {
    await panel.getByLabel('Link', { exact: true }).fill(url);
    await panel.getByLabel('What it shows').fill(label);
    await panel.getByRole('button', { name: 'Add the link' }).click();
  };
  for (const url of ['javascript:alert(1)', 'data:text/html,<b>x</b>', 'https://']) {
    await add(url, 'Look here');
    await expect(panel.getByText('Paste an address that begins with https://')).toBeVisible();
  }
  await add(`https://long.example/${'x'.repeat(3_000)}`, 'Long');
  await expect(panel.getByText('An address may have 2000 characters at most.')).toBeVisible();
  await expect(panel.getByRole('link')).toHaveCount(0);

  await add('https://аpple.com/login', 'apple.com');
  await expect(panel.getByText('xn--pple-43d.com')).toBeVisible();
  await add('https://graphs.example@evil.example/', 'The graphs');
  await expect(panel.getByText('evil.example', { exact: true })).toBeVisible();
  await add('https://graphs.example/panel', '');
  await expect(panel.getByRole('link', { name: 'graphs.example (in a new tab)' })).toBeVisible();
  await priya.expectSaved();
});

test('names of 10,000 letters: cut in sight where they are typed, refused in words where they are sent', async ({
  server,
  owner,
  reviewId,
  arrive,
  enter,
}) => {
  const long = 'N'.repeat(10_000);
  const link = await joinLink(owner, reviewId);
  const stranger = await arrive(long);
  await stranger.page.goto(link);
  await stranger.page.getByLabel('Your name').fill(long);
  await stranger.page.keyboard.press('Enter');
  // The field takes 80 letters; they are shown, and nothing is pushed off the screen by them.
  await stranger.expectSaved();
  const people = stranger.page.getByRole('list', { name: 'In the room' });
  await expect(
    people
      .getByRole('listitem', { name: 'N'.repeat(80) })
      .or(people.getByText('N'.repeat(80)))
      .first(),
  ).toBeAttached();
  await expectAccessible(stranger.page, 'a room with a long name in it');
  await stranger.context.close();
  await expect(join(server.url, link, long)).rejects.toThrow('A name may have 80 characters at most.');
  await expect(newReview(owner, long)).rejects.toThrow('A title may have 200 characters at most.');

  // Signs that would turn the text around a name are no part of it.
  const seat = await join(server.url, link, 'Priya\u202Egnp.exe\u0007');
  expect(await seat.get<{ seats: { name: string }[] }>('/api/session')).toMatchObject({
    seats: [{ name: 'Priyagnp.exe' }],
  });

  const priya = await enter('Priya', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page } = priya;
  await priya
    .zone('Perspectives')
    .getByRole('textbox')
    .or(page.getByRole('button', { name: 'Add a person' }))
    .first()
    .click();
  await page.evaluate((words) => navigator.clipboard.writeText(words), long);
  await priya.zone('Perspectives').getByRole('textbox').first().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await expect(
    page.getByText('There is room for 80 letters here. The last 9,920 of what you pasted were left out.'),
  ).toBeVisible();
});

test('a title of 200 letters gives way: "Saved" and the faces stay whole on a small laptop', async ({
  owner,
  arrive,
}) => {
  const review = await newReview(owner, 'Etikettendrucker in 41 Apotheken '.repeat(6).trim());
  const link = await joinLink(owner, review);
  for (const name of ['Ada', 'Ben', 'Cleo']) await (await arrive(name)).join(link);
  const dele = await arrive('Dele', { viewport: { width: 1024, height: 768 } });
  await dele.join(link);
  const faces = dele.page.getByRole('list', { name: 'In the room' });
  await expect(faces.getByRole('listitem')).toHaveCount(4);
  const saved = dele.page.locator('[data-status]');
  await expect(saved).toBeVisible();
  // Nothing lies over it: what is at its middle is itself.
  expect(
    await saved.evaluate((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      return mark.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }),
  ).toBe(true);
  const [status, people] = [await saved.boundingBox(), await faces.boundingBox()];
  expect((status?.x ?? 0) + (status?.width ?? 0)).toBeLessThanOrEqual(people?.x ?? 0);
});
