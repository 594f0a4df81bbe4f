// What the server refuses on the live channels, whatever the client is, and that nobody else notices.
import { addCards, openWriter } from '@hearth/board/operations';
import { errors } from '@hearth/protocol/errors';
import { maxFrameBytes } from '@hearth/protocol/sync';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { expect, test } from '@playwright/test';
import * as Y from 'yjs';
import { join, joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { startHearth, type HearthServer } from '../hearth-server.ts';
import { expectAccessible } from '../looks.ts';
import { Person } from '../person.ts';
import { openRawFacilitation, openRawLive, updateFrame } from '../raw-connections.ts';

let server: HearthServer;
let owner: HttpSession;
let reviewId: ReviewId;
let witness: Person;
/** What the witness' screen has said of the connection since they came in. */
let witnessed: string[];

test.beforeAll(async ({ browser }) => {
  server = await startHearth();
  owner = await signIn(server.url, server.ownerLink());
  reviewId = await newReview(owner, 'Labels stopped at Oldham Road');
  witness = await Person.arrive(browser, server.url, 'Priya');
  await witness.join(await joinLink(owner, reviewId));
  witnessed = [];
  await witness.page.exposeFunction('witness', (status: string) => witnessed.push(status));
  await witness.page.evaluate(() => {
    const mark = document.querySelector<HTMLElement>('[data-status]');
    const { witness: tell } = window as unknown as { witness: (status: string) => void };
    if (mark) new MutationObserver(() => tell(mark.dataset['status'] ?? '')).observe(mark, { attributes: true });
  });
});
test.afterAll(async () => {
  await witness.context.close();
  await server.dispose();
});

/** Whoever was unharmed can still write, and has seen nothing but their own saving. */
const expectUnharmed = async (words: string): Promise<void> => {
  await witness.addCard('Factors', 'Add a factor', 'A condition that played a part', words);
  await witness.expectSaved();
  expect(witnessed.filter((status) => status !== 'saved' && status !== 'saving')).toEqual([]);
};

const forgedCard = (words: string): Uint8Array => {
  const doc = new Y.Doc();
  addCards(openWriter(doc), [{ kind: 'learning', id: 'forged-card' as CardId, text: words }], {
    author: null,
    nowMs: 0,
  });
  return updateFrame(Y.encodeStateAsUpdate(doc));
};

test('an observer sees everything and finds nothing to write with', async ({ browser }) => {
  await witness.addCard('Factors', 'Add a factor', 'A condition that played a part', 'Nobody watches the queue');
  const sam = await Person.arrive(browser, server.url, 'Sam');
  await sam.join(await joinLink(owner, reviewId, 'observer'));
  await expect(sam.card('Nobody watches the queue')).toBeVisible();
  await expect(sam.page.getByText('You are observing')).toBeVisible();
  const writes = /^(Add|Write|Ask|Park|Take back|Do it again|I am ready|Share|Start the review|Find actions)/;
  await expect(sam.page.getByRole('button', { name: writes })).toHaveCount(0);
  await expect(sam.page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await sam.card('Nobody watches the queue').click();
  for (const key of ['Enter', 'n', 'e', 'l', 'm', 'Delete', 'Alt+ArrowDown', 'Control+z'])
    await sam.page.keyboard.press(key);
  await expect(sam.page.getByRole('textbox')).toHaveCount(0);
  await expect(sam.page.getByRole('dialog')).toHaveCount(0);
  await expect(witness.card('Nobody watches the queue')).toBeVisible();
  await expectAccessible(sam.page, 'room of an observer');
  await sam.view('Narrative');
  const story = sam.page.getByRole('textbox', { name: 'Narrative' });
  await expect(story).toHaveAttribute('aria-readonly', 'true');
  await story.click();
  await sam.page.keyboard.type('zzz');
  await expect(story).not.toContainText('zzz');
  await sam.expectSaved();
  await sam.context.close();
});

test('an update sent by hand with an observer’s cookie is refused, and reaches nobody', async () => {
  const observer = await join(server.url, await joinLink(owner, reviewId, 'observer'), 'Sam');
  const raw = await openRawLive(server.url, reviewId, observer);
  raw.send(forgedCard('Written by an observer'));
  expect(await raw.closed).toBe(errors.HEARTH_OBSERVERS_ONLY_READ.close);
  const channel = await openRawFacilitation(server.url, reviewId, observer.cookie);
  expect(await channel.command({ command: { kind: 'hand', raised: true }, expectedVersion: 0 })).toMatchObject({
    ok: false,
    code: 'HEARTH_OBSERVERS_ONLY_READ',
  });
  await expectUnharmed('After the observer');
  await expect(witness.card('Written by an observer')).toHaveCount(0);
});

test('a participant can’t run the meeting, not even by hand', async () => {
  const guest = await join(server.url, await joinLink(owner, reviewId), 'Tomasz');
  const channel = await openRawFacilitation(server.url, reviewId, guest.cookie);
  for (const kind of ['start', 'next', 'end'])
    expect(await channel.command({ command: { kind }, expectedVersion: 0 })).toMatchObject({
      ok: false,
      code: 'HEARTH_NOT_ALLOWED',
      advice: errors.HEARTH_NOT_ALLOWED.advice,
    });
  for (const message of [null, 'start', { command: { kind: 'explode' }, expectedVersion: 0 }, { command: {} }])
    expect(await channel.command(message)).toMatchObject({ ok: false, code: 'HEARTH_BAD_REQUEST' });
  expect(await channel.command({ command: { kind: 'start' }, filler: 'x'.repeat(15_000) })).toMatchObject({
    ok: false,
    code: 'HEARTH_TOO_LARGE',
  });
  channel.send(`42["command",${JSON.stringify('x'.repeat(40_000))}]`);
  await channel.closed;
  const { reviews } = await owner.get<{ reviews: { id: string; state: string }[] }>('/api/reviews');
  expect(reviews.find(({ id }) => id === reviewId)?.state).toBe('preparing');
  await expectUnharmed('After the commands');
});

test('broken and oversize frames end their own connection with a code, and nobody else’s', async () => {
  const guest = await join(server.url, await joinLink(owner, reviewId), 'Tomasz');
  const broken: [string, Uint8Array | string, number][] = [
    ['nothing', new Uint8Array(), errors.HEARTH_FRAME_REFUSED.close],
    [
      'noise',
      Uint8Array.from({ length: 64 }, (_, index) => (255 + index * 151) % 256),
      errors.HEARTH_FRAME_REFUSED.close,
    ],
    ['words', 'hello', errors.HEARTH_FRAME_REFUSED.close],
    ['an unknown type', Uint8Array.of(77, 1), errors.HEARTH_FRAME_REFUSED.close],
    ['an update cut short', forgedCard('Cut short').slice(0, -9), errors.HEARTH_FRAME_REFUSED.close],
    ['an update that is none', updateFrame(Uint8Array.of(1, 1, 5)), errors.HEARTH_FRAME_REFUSED.close],
    ['another root', updateFrame(otherRoot()), errors.HEARTH_FRAME_REFUSED.close],
    ['over a megabyte', new Uint8Array(maxFrameBytes + 1), errors.HEARTH_TOO_LARGE.close],
    ['four megabytes', new Uint8Array(4 * maxFrameBytes), 1009],
  ];
  for (const [what, frame, code] of broken) {
    const raw = await openRawLive(server.url, reviewId, guest);
    raw.send(frame);
    expect(await raw.closed, what).toBe(code);
  }
  await expectUnharmed('After the frames');
  await expect(witness.card('Cut short')).toHaveCount(0);
});

const otherRoot = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('elsewhere').insert(0, 'not a part of any board');
  return Y.encodeStateAsUpdate(doc);
};

test('who has no seat, no session or another site’s page does not get in', async () => {
  const guest = await join(server.url, await joinLink(owner, reviewId), 'Tomasz');
  const other = await newReview(owner, 'Somebody else’s');
  const door: [string, string, Parameters<typeof openRawLive>[2], keyof typeof errors][] = [
    ['no session', reviewId, {}, 'HEARTH_SIGN_IN_REQUIRED'],
    ['a made-up session', reviewId, { cookie: `hearth_session=${'A'.repeat(43)}` }, 'HEARTH_SIGN_IN_REQUIRED'],
    ['another review', other, guest, 'HEARTH_NOT_FOUND'],
    ['no review', 'no-such-review', guest, 'HEARTH_NOT_FOUND'],
    ['another site', reviewId, { ...guest, origin: 'https://elsewhere.example' }, 'HEARTH_WRONG_ORIGIN'],
  ];
  for (const [what, review, headers, code] of door)
    expect(await (await openRawLive(server.url, review, headers)).closed, what).toBe(errors[code].close);
});
