// Documents as they should not be: cards that vanish under one's hands, kinds and places of another version, thousands of links.
import { boardOf } from '@hearth/board/document';
import { addCards, addLink, openWriter, type NewCard } from '@hearth/board/operations';
import { openView } from '@hearth/board/view';
import type { CardId, LinkId } from '@hearth/review/ids';
import { expect } from '@playwright/test';
import * as Y from 'yjs';
import { openLiveClient, type LiveClient } from '../bench/live-client.ts';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';

const factorField = 'A condition that played a part';

let client: LiveClient;

test.beforeEach(async ({ server, owner, reviewId }) => {
  client = await openLiveClient(server.url, reviewId, owner.cookie);
});
test.afterEach(() => client.destroy());

const factors = (): string[] => {
  const view = openView(client.doc);
  const words = view.list('factor').map(({ text }) => text);
  view.destroy();
  return words;
};

test('[B60] a card is removed while another writes in it: the words stay under the caret, and are put back or copied', async ({
  enter,
}) => {
  const priya = await enter('Priya');
  const tomasz = await enter('Tomasz', { permissions: ['clipboard-read', 'clipboard-write'] });
  await priya.addCard('Factors', 'Add a factor', factorField, 'The queue was full');
  await priya.addCard('Factors', 'Add a factor', factorField, 'Nobody watched it');
  await expect(tomasz.card('Nobody watched it')).toBeVisible();
  const ids = openView(client.doc).list('factor');
  const idOf = (words: string): CardId => ids.find(({ text }) => text === words)?.id ?? ('' as CardId);
  addLink(openWriter(client.doc), {
    id: 'link-bad-1' as LinkId,
    from: idOf('Nobody watched it'),
    to: idOf('The queue was full'),
    meaning: 'made-harder',
  });

  const write = async (): Promise<void> => {
    await tomasz.card('Nobody watched it').focus();
    await tomasz.page.keyboard.press('Enter');
    await expect(tomasz.page.getByLabel('Words of the factor')).toBeFocused();
  };
  await write();
  await tomasz.page.keyboard.type(' at night');
  await expect(priya.card('Nobody watched it at night')).toBeVisible();
  await priya.card('Nobody watched it at night').focus();
  await priya.page.keyboard.press('Delete');

  // Letters that are typed now are no commands of the board.
  const kept = tomasz.page.getByLabel('Your words');
  await expect(kept).toBeFocused();
  await tomasz.page.keyboard.type(', or so');
  await expect(kept).toHaveValue('Nobody watched it at night, or so');
  await expect(tomasz.page.getByText('Somebody removed the factor that you were writing.')).toBeVisible();
  await expectAccessible(tomasz.page, 'words of a removed card');
  await tomasz.page.getByRole('button', { name: 'Copy the words' }).click();
  expect(await tomasz.page.evaluate(() => navigator.clipboard.readText())).toBe('Nobody watched it at night, or so');
  await tomasz.page.getByRole('button', { name: 'Put it back' }).click();
  for (const person of [priya, tomasz]) {
    await expect(person.card('Nobody watched it at night, or so')).toHaveAttribute(
      'aria-label',
      /Made harder “The queue was full”/,
    );
    await person.expectSaved();
  }
  await expect(kept).toHaveCount(0);

  // Whoever removed it thinks better of it: the card is back, and one's last words can go into it.
  await tomasz.card('Nobody watched it at night, or so').focus();
  await tomasz.page.keyboard.press('Enter');
  await expect(tomasz.page.getByLabel('Words of the factor')).toBeFocused();
  await priya.card('Nobody watched it at night, or so').focus();
  await priya.page.keyboard.press('Delete');
  await expect(kept).toBeFocused();
  await tomasz.page.keyboard.type('!');
  await priya.page.keyboard.press('Control+z');
  await expect(tomasz.page.getByText('The factor is back, without what you wrote last.')).toBeVisible();
  await tomasz.page.getByRole('button', { name: 'Put my words into it' }).click();
  await expect(priya.card('Nobody watched it at night, or so!')).toBeVisible();
});

test('[D7] [D8] a kind, a column, a category and a meaning of another version: every word has a place, nothing of it is changed', async ({
  enter,
}) => {
  const { cards, links } = boardOf(client.doc);
  const put = (id: string, fields: Record<string, unknown>, words: string): void => {
    cards.set(id, new Y.Map<unknown>(Object.entries({ ...fields, text: new Y.Text(words), rank: 'm' })));
  };
  client.doc.transact(() => {
    put('newer-kind', { kind: 'hypothesis', confidence: 0.4 }, 'It was the cache');
    put(
      'lost-view1',
      { kind: 'perspective', columnId: 'column-that-is-gone', facet: 'smelt' },
      'Our printer was quiet',
    );
    put('lost-view2', { kind: 'perspective' }, 'Nobody told me');
    put('newer-fact', { kind: 'factor', category: 'cosmic', theme: 'theme-that-is-gone' }, 'Sunspots');
    put('newer-even', { kind: 'event', eventKind: 'miracle', at: 'soon', lane: 7 }, 'Labels print again');
    links.set('newer-link', { from: 'newer-fact', to: 'newer-even', meaning: 'foretold', weight: 3 });
  });
  const priya = await enter('Priya');
  const everyWord = ['It was the cache', 'Our printer was quiet', 'Nobody told me', 'Sunspots', 'Labels print again'];
  for (const words of everyWord) await expect(priya.card(words)).toBeVisible();
  await expect(priya.card('It was the cache')).toContainText('Of a kind that this version does not know: “hypothesis”');
  await expect(priya.zone('Perspectives')).toContainText('Without a column');
  await expect(priya.card('Sunspots')).toHaveAttribute('aria-label', /contributed to “Labels print again”/i);
  await expectAccessible(priya.page, 'cards of another version');

  // They are written in like any other, and stay what they are.
  await priya.card('It was the cache').focus();
  await priya.page.keyboard.press('Enter');
  await priya.page.keyboard.type(', perhaps');
  await priya.page.keyboard.press('Escape');
  await priya.expectSaved();
  const fields = () => (cards.get('newer-kind') as Y.Map<unknown>).toJSON();
  await expect.poll(fields).toMatchObject({ kind: 'hypothesis', confidence: 0.4, text: 'It was the cache, perhaps' });
  expect(links.get('newer-link')).toMatchObject({ meaning: 'foretold', weight: 3 });

  await priya.view('Outline');
  for (const words of everyWord) await expect(priya.page.getByText(words).first()).toBeVisible();
  const phone = await enter('Maya', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await phone.expectSaved();
});

test('5,000 links among 600 cards: opened, written in and linked on, without a stall', async ({ enter }) => {
  test.slow();
  const writer = openWriter(client.doc);
  const all = Array.from({ length: 600 }, (_, n): NewCard => {
    const base = { id: `many-card-${n}` as CardId, text: `Condition ${n}` };
    return { ...base, kind: 'factor', category: 'technical', theme: null };
  });
  for (let from = 0; from < all.length; from += 200)
    addCards(writer, all.slice(from, from + 200), { author: null, nowMs: 0 });
  const { links } = boardOf(client.doc);
  for (let from = 0; from < 5_000; from += 500)
    client.doc.transact(() => {
      for (let n = from; n < from + 500; n++) {
        const [start, end] = [n % 600, (n * 7 + Math.floor(n / 600) + 1) % 600];
        links.set(`many-link-${n}`, { from: `many-card-${start}`, to: `many-card-${end}`, meaning: 'contributed' });
      }
    });
  const priya = await enter('Priya');
  await expect(priya.card('Condition 0')).toBeVisible({ timeout: 30_000 });
  const startedMs = Date.now();
  await priya.card('Condition 0').focus();
  await priya.page.keyboard.press('Enter');
  await priya.page.keyboard.type(', and links');
  await priya.page.keyboard.press('Escape');
  await expect.poll(factors, { timeout: 20_000 }).toContain('Condition 0, and links');
  expect(Date.now() - startedMs).toBeLessThan(15_000);
  await priya.expectSaved();
});
