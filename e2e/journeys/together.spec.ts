// Two people in the same words at the same time: nobody's letters are lost, nobody's caret jumps.
import { openView } from '@hearth/board/view';
import { expect, type Locator } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import type { Person } from '../person.ts';

const keyDelayMs = 25;
const atStart = 'Written at the start while somebody else writes at the end. ';
const atEnd = ' And written at the end while somebody else writes at the start.';

let priya: Person;
let tomasz: Person;

test.beforeEach(async ({ owner, reviewId, arrive }) => {
  const link = await joinLink(owner, reviewId);
  priya = await arrive('Priya');
  tomasz = await arrive('Tomasz');
  await Promise.all([priya.join(link), tomasz.join(link)]);
});

const typeTogether = async (): Promise<void> => {
  await Promise.all([
    priya.page.keyboard.type(atStart, { delay: keyDelayMs }),
    tomasz.page.keyboard.type(atEnd, { delay: keyDelayMs }),
  ]);
};
const caretOf = (field: Locator): Promise<number> =>
  field.evaluate((element) => (element instanceof HTMLTextAreaElement ? element.selectionStart : -1));

test('in one card: equal text, whole sentences, carets where they were', async ({ server, owner, reviewId }) => {
  const words = 'Nobody watches the queue.';
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', words);
  await expect(tomasz.card(words)).toBeVisible();
  const fields = await Promise.all(
    [priya, tomasz].map(async (person) => {
      await person.card(words).focus();
      await person.page.keyboard.press('Enter');
      const field = person.page.getByLabel('Words of the factor');
      await expect(field).toBeFocused();
      return field;
    }),
  );
  const [fieldOfPriya, fieldOfTomasz] = fields;
  if (!fieldOfPriya || !fieldOfTomasz) throw new Error('both edit');
  await priya.page.keyboard.press('Control+Home');
  await tomasz.page.keyboard.press('Control+End');
  await typeTogether();

  const whole = atStart + words + atEnd;
  for (const field of fields) await expect(field).toHaveValue(whole);
  expect(await caretOf(fieldOfPriya)).toBe(atStart.length);
  expect(await caretOf(fieldOfTomasz)).toBe(whole.length);

  // One's own undo takes back one's own letters only, whoever wrote last.
  await priya.page.keyboard.press('Control+z');
  await expect(fieldOfTomasz).not.toHaveValue(whole);
  await expect(fieldOfTomasz).toHaveValue(new RegExp(`${atEnd.replaceAll('.', String.raw`\.`)}$`));
  await priya.page.keyboard.press('Control+Shift+z');
  await expect(fieldOfTomasz).toHaveValue(whole);

  for (const person of [priya, tomasz]) {
    await person.page.keyboard.press('Escape');
    await expect(person.card('Nobody watches')).toHaveText(new RegExp(`^${whole.replaceAll('.', String.raw`\.`)}`));
    await person.expectSaved();
  }
  const reader = await openLiveClient(server.url, reviewId, owner.cookie);
  const view = openView(reader.doc);
  expect(view.list('factor').map(({ text }) => text)).toEqual([whole]);
  view.destroy();
  reader.destroy();
});

test('one removes the card that the other writes in: no error, and it can be brought back', async () => {
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Soon gone');
  await tomasz.card('Soon gone').focus();
  await tomasz.page.keyboard.press('Enter');
  await expect(tomasz.page.getByLabel('Words of the factor')).toBeFocused();
  await tomasz.page.keyboard.type(', or not');
  await priya.card('Soon gone, or not').focus();
  await priya.page.keyboard.press('Delete');
  await expect(tomasz.page.getByLabel('Words of the factor')).toHaveCount(0);
  await tomasz.page.keyboard.type('zz');
  await priya.page.keyboard.press('Control+z');
  for (const person of [priya, tomasz]) {
    await expect(person.card('Soon gone, or not')).toBeVisible();
    await person.expectSaved();
  }
});

test('a card that the other moves keeps the focus of whoever is on it', async () => {
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Goes elsewhere');
  await tomasz.card('Goes elsewhere').focus();
  await priya.card('Goes elsewhere').focus();
  await priya.page.keyboard.press('Alt+ArrowRight');
  for (const person of [priya, tomasz]) {
    const card = person.card('Goes elsewhere');
    await expect(card).toHaveAttribute('aria-label', /^Technical factor/);
    await expect(card).toBeFocused();
  }
});

test('in one paragraph of the narrative: equal text, whole sentences, carets where they were', async () => {
  const story = (person: Person) => person.page.getByRole('textbox', { name: 'Narrative' });
  for (const person of [priya, tomasz]) await person.view('Narrative');
  await story(priya).getByText('Summary').click();
  await priya.page.keyboard.press('End');
  await priya.page.keyboard.press('ArrowDown');
  await priya.page.keyboard.type('Labels stopped.');
  const paragraph = (person: Person) => story(person).locator('p', { hasText: 'Labels stopped.' });
  await expect(paragraph(tomasz)).toBeVisible();
  await paragraph(tomasz).click();
  await tomasz.page.keyboard.press('End');
  await priya.page.keyboard.press('Home');
  await typeTogether();

  const whole = `${atStart}Labels stopped.${atEnd}`;
  for (const person of [priya, tomasz]) await expect.poll(() => wordsOf(paragraph(person))).toBe(whole);
  // What is typed next stands where each was writing.
  await priya.page.keyboard.type('[P]');
  await tomasz.page.keyboard.type('[T]');
  for (const person of [priya, tomasz])
    await expect.poll(() => wordsOf(paragraph(person))).toBe(`${atStart}[P]Labels stopped.${atEnd}[T]`);
  for (const person of [priya, tomasz]) await person.expectSaved();
});

/** The words of a paragraph without the names at others' carets. */
const wordsOf = (paragraph: Locator): Promise<string> =>
  paragraph.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const widget of copy.querySelectorAll('.ProseMirror-widget, [contenteditable=false]')) widget.remove();
    return (copy.textContent ?? '').replaceAll('\u2060', '').replaceAll('\u00A0', ' ');
  });
