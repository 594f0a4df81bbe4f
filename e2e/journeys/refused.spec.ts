// What the server refuses for good is nobody's loss: its author sees it, takes it along, sends it again or throws it away,
// and everything else goes on.
import { readFile } from 'node:fs/promises';
import { openView } from '@hearth/board/view';
import { api } from '@hearth/protocol/http/api';
import { expect } from '@playwright/test';
import * as Y from 'yjs';
import { joinLink } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const addFactor = (person: Person, words: string): Promise<void> =>
  person.addCard('Factors', 'Add a factor', 'A condition that played a part', words);
const notice = ({ page }: Person) => page.getByRole('status').filter({ hasText: 'could not be taken.' });
const mark = ({ page }: Person) => page.getByRole('button', { name: /changes? not taken$/ });

/** Words of all factors, as the server has them now. */
const stored = (doc: Y.Doc): string[] => {
  const view = openView(doc);
  const words = view.list('factor').map((card) => card.text);
  view.destroy();
  return words.toSorted();
};

/** Saves the file that the person is offered. */
const download = async ({ page }: Person): Promise<string> => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).last().click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^changes-not-taken-\d{4}-\d\d-\d\d\.md$/);
  return readFile(await saved.path(), 'utf8');
};

/** The board, with the raw changes of a file on it. */
const boardWith =
  (file: string) =>
  (board: Y.Doc): Y.Doc => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(board));
    const [, block = ''] = /\n```yjs-updates\n([\s\S]*?)\n```/.exec(file) ?? [];
    for (const line of block.split('\n')) Y.applyUpdate(doc, new Uint8Array(Buffer.from(line, 'base64')));
    return doc;
  };

test('2.2 MB at one go: told calmly, kept through a reload, downloaded, discarded; the room does not notice', async ({
  reviewId,
  onBoard,
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  await addFactor(priya, 'Before it');
  await priya.expectSaved();

  await priya.view('Narrative');
  const narrative = priya.page.getByRole('textbox', { name: 'Narrative' });
  await narrative.click();
  await priya.page.keyboard.press('Control+End');
  await priya.page.keyboard.type('It began at two.');
  await priya.expectSaved();
  const flood = `Too much ${'and more '.repeat(245_000)}`.trim();
  // As a dictation or an input method puts it in: what is pasted, the editor cuts to what can be taken.
  await priya.page.keyboard.insertText(` ${flood}`);
  await expect(notice(priya)).toContainText('1 change could not be taken. Too large:');
  const begun = narrative.getByText('It began at two.', { exact: true });
  await expect(begun).toBeVisible();
  await priya.expectSaved();
  await begun.click();
  await priya.page.keyboard.press('Control+End');
  await priya.page.keyboard.type(' It ended at four.');
  await priya.expectSaved();
  await tomasz.view('Narrative');
  await expect(tomasz.page.getByText('It began at two. It ended at four.')).toBeVisible();
  for (const person of [priya, tomasz]) await person.view('Board');
  await addFactor(priya, 'After it');
  await priya.expectSaved();
  await expect(tomasz.card('After it')).toBeVisible();
  expect(await onBoard(stored)).toEqual(['After it', 'Before it']);
  await expectAccessible(priya.page, 'room, something was not taken');

  await priya.page.reload();
  await priya.expectSaved();
  await expect(notice(priya)).toContainText('1 change could not be taken.');
  await priya.page.getByRole('button', { name: 'Not now' }).click();
  await expect(notice(priya)).toHaveCount(0);

  const second = await priya.anotherTab();
  await second.page.goto(`/reviews/${reviewId}`);
  await second.expectSaved();
  await expect(mark(second)).toHaveAccessibleName('1 change not taken');

  await mark(priya).click();
  const dialog = priya.page.getByRole('dialog');
  await expect(dialog.getByText('1 change, 2.2 MB')).toBeVisible();
  await expect(dialog.getByText(/Too much and more .* more letters$/)).toBeVisible();
  await expectAccessible(priya.page, 'what could not be taken');
  const file = await download(priya);
  expect(file).toContain('# Changes that were not taken');
  expect(file).toContain('### Narrative');
  expect(file.includes(flood)).toBe(true);
  expect((await onBoard(boardWith(file))).getXmlFragment('narrative').toJSON().includes(flood)).toBe(true);

  await dialog.getByRole('button', { name: 'Discard…' }).click();
  await dialog.getByRole('button', { name: 'Discard for good' }).click();
  await expect(dialog.getByRole('heading', { name: 'Nothing is left here' })).toBeVisible();
  await priya.page.keyboard.press('Escape');
  await expect(mark(priya)).toHaveCount(0);
  await expect(mark(second)).toHaveCount(0);
  await priya.page.reload();
  await priya.expectSaved();
  await expect(mark(priya)).toHaveCount(0);
  expect(await onBoard(stored)).toEqual(['After it', 'Before it']);
});

test('made an observer while offline: kept with the words, the board is as it is; sent again when the role is back', async ({
  server,
  owner,
  reviewId,
  onBoard,
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz');
  await addFactor(priya, 'Seen by all');
  await priya.expectSaved();
  await priya.context.setOffline(true);
  await addFactor(priya, 'Written on the train');
  await addFactor(priya, 'And another');
  await expect(priya.page.locator('[data-status]')).toHaveText(/^Offline, \d+ kept here$/);

  const [cookie] = await priya.context.cookies();
  const becomes = async (role: string): Promise<void> => {
    const link = await joinLink(owner, reviewId, role);
    const answer = await fetch(`${server.url}${api.join}`, {
      method: 'POST',
      headers: { cookie: `${cookie?.name}=${cookie?.value}`, origin: server.url, 'content-type': 'application/json' },
      body: JSON.stringify({ secret: link.split('#')[1], name: 'Priya' }),
    });
    expect(answer.status).toBe(200);
  };
  await becomes('observer');
  await priya.context.setOffline(false);
  await expect(notice(priya)).toContainText('could not be taken. You only observe this review now.');
  await priya.expectSaved();
  await expect(priya.page.getByRole('button', { name: /^Add (a|an) / })).toHaveCount(0);
  await expect(priya.page.getByText(/changes? sent\./)).toHaveCount(0);
  await expect(priya.card('Seen by all')).toBeVisible();
  await expect(priya.card('Written on the train')).toHaveCount(0);
  expect(await onBoard(stored)).toEqual(['Seen by all']);

  await priya.page.reload();
  await priya.expectSaved();
  await mark(priya).click();
  const dialog = priya.page.getByRole('dialog');
  for (const words of ['Written on the train', 'And another']) await expect(dialog.getByText(words)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Send again' })).toHaveCount(0);
  const withThem = openView(await onBoard(boardWith(await download(priya))));
  expect(withThem.list('factor').map((card) => card.text)).toEqual([
    'Seen by all',
    'Written on the train',
    'And another',
  ]);
  await priya.page.keyboard.press('Escape');

  await becomes('participant');
  await expect(priya.page.getByRole('button', { name: 'Add a factor' }).first()).toBeVisible();
  await mark(priya).click();
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await priya.page.keyboard.press('Escape');
  await priya.expectSaved();
  for (const person of [priya, tomasz])
    for (const words of ['Written on the train', 'And another'])
      await expect(person.page.locator('[data-card-id]', { hasText: words })).toHaveCount(1);
  expect(await onBoard(stored)).toEqual(['And another', 'Seen by all', 'Written on the train']);
  await expect(mark(priya)).toHaveCount(0);
});
