import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { draftColumn, namelessColumn } from '@hearth/board/drafts';
import { addCard, openWriter, removeCard } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import { errorOfClose } from '@hearth/protocol/errors';
import { api } from '@hearth/protocol/http/api';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { Attribution } from '@hearth/review/templates/template';
import type { CardId, ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Store } from '@hearth/store/ports/store';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../test/eventually.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { closeCodeOf, openBoard, openDocument, openFacilitation } from '../test/sockets.ts';

/** The notice before a reveal, and the reveal. */

let folder: string;
let hearth: TestHearth;
let store: Store;
let owner: Browser;
let reviewId: ReviewId;
let url: string;
let failToForget = 0;
const open: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-drafts-'));
  store = await openSqliteStore({ path: path.join(folder, 'hearth.sqlite') });
  failToForget = 0;
  hearth = await startHearth({
    ownStore: store,
    wrap: (real) => ({
      ...real,
      history: {
        ...real.history,
        forget: (document, seq) => {
          failToForget -= 1;
          return failToForget >= 0 ? Promise.reject(new Error('cut off')) : real.history.forget(document, seq);
        },
      },
    }),
  });
  owner = await hearth.owner();
  url = await hearth.origin();
  reviewId = await hearth.review(owner);
});
afterEach(async () => {
  for (const close of open.splice(0)) close();
  await hearth.stop();
  await rm(folder, { recursive: true, force: true });
});

const seatOf = async (who: Browser): Promise<ParticipantId> => {
  const { body } = await who.ask('GET', api.review, { parameters: { reviewId } });
  return (body as ReviewDetail).seat.participantId;
};
const facilitate = async (who: Browser) => {
  const facilitation = await openFacilitation(url, reviewId, who);
  open.push(() => facilitation.socket.close());
  await eventually(() => expect(facilitation.views.length).toBeGreaterThan(0));
  return facilitation;
};
type Facilitation = Awaited<ReturnType<typeof facilitate>>;
const writingOf = ({ views }: Facilitation) => views.at(-1)?.state.writing;
const draftsOf = ({ views }: Facilitation) => views.at(-1)?.drafts;

/** Into Perspectives, with a round of private writing. */
const beginRound = async (attribution: Attribution): Promise<Facilitation> => {
  const facilitator = await facilitate(owner);
  await facilitator.command({ kind: 'start' });
  for (let stage = 0; stage < 3; stage += 1) {
    const before = facilitator.views.at(-1)?.state.version ?? 0;
    await facilitator.command({ kind: 'next' });
    await eventually(() => expect(facilitator.views.at(-1)?.state.version).toBeGreaterThan(before));
  }
  await facilitator.command({ kind: 'write-privately', attribution });
  await eventually(() => expect(writingOf(facilitator)).toMatchObject({ phase: 'private', round: 1, attribution }));
  return facilitator;
};
const board = async (who: Browser) => {
  const opened = openBoard(url, reviewId, who);
  open.push(opened.close);
  await opened.synced;
  return opened;
};
const draft = async (who: Browser) => {
  const id = await seatOf(who);
  const opened = openDocument(url, `draft/${reviewId}/${id}/1`, who);
  open.push(opened.close);
  await opened.synced;
  return Object.assign(opened, {
    write: (thought: string, text: string, name: string | null) => {
      const card = { kind: 'perspective', id: thought as CardId, text, columnId: draftColumn, facet: 'saw' } as const;
      addCard(openWriter(opened.doc), card, { author: name === null ? null : { id, name }, nowMs: 0 });
    },
  });
};
const inLog = async (who: Browser, updates: number) => {
  const name = `draft/${reviewId}/${await seatOf(who)}/1`;
  await eventually(async () => expect((await store.updateLog.heads([name])).get(name)).toBe(updates));
};
const cardsOn = ({ doc }: Awaited<ReturnType<typeof board>>) => snapshotOf(doc).cards;
const allOver = (facilitator: Facilitation) =>
  eventually(() => expect(writingOf(facilitator)).toEqual({ phase: 'open', round: 1 }));

describe('private writing', () => {
  it('[D1] is open to its author alone, while its round is private, and to no observer', async () => {
    const guest = await hearth.guest(reviewId);
    const observer = await hearth.guest(reviewId, 'observer', 'Sam');
    const mine = `/live/draft/${reviewId}/${await seatOf(guest)}/1`;
    const opens = async (who: Browser, at: string) => {
      const code = await closeCodeOf(url, at, { cookie: who.cookie, origin: url });
      return code === 'refused' ? code : errorOfClose(code);
    };
    await expect(opens(guest, mine)).resolves.toBe('HEARTH_NOT_FOUND');
    const facilitator = await beginRound('attributed');
    await expect(opens(owner, mine)).resolves.toBe('HEARTH_NOT_FOUND');
    await expect(opens(observer, mine)).resolves.toBe('HEARTH_OBSERVERS_ONLY_READ');
    await expect(opens(guest, mine.replace(/1$/, '2'))).resolves.toBe('HEARTH_NOT_FOUND');
    const writing = await draft(guest);
    writing.write('thought-1', 'It looked like one bad printer', 'Mara');
    await inLog(guest, 1);
    await facilitator.command({ kind: 'reveal' });
    expect(errorOfClose(await writing.closed)).toBe('HEARTH_NOT_FOUND');
    await expect(opens(guest, mine)).resolves.toBe('HEARTH_NOT_FOUND');
  });

  it('[D3] never leaves its author’s machine before the reveal; then all is there in one step, on every board', async () => {
    const [mara, bo] = [await hearth.guest(reviewId), await hearth.guest(reviewId, 'participant', 'Bo')];
    const facilitator = await beginRound('attributed');
    const boards = await Promise.all([owner, await hearth.guest(reviewId, 'observer', 'Sam'), bo].map(board));
    const [his, hers] = [await draft(bo), await draft(mara)];
    hers.write('thought-1', 'It looked like one bad printer', 'Mara');
    hers.write('thought-2', 'Nobody had told me of the move', 'Mara');
    his.write('thought-3', 'Each report alone made sense', 'Bo');
    await Promise.all([inLog(mara, 2), inLog(bo, 1)]);
    const before = (await store.updateLog.heads([`board/${reviewId}`])).get(`board/${reviewId}`) ?? 0;
    const wire = () =>
      Buffer.concat([...boards.flatMap(({ received }) => received), ...his.received]).toString('latin1') +
      JSON.stringify(facilitator.views);
    for (const words of ['bad printer', 'told me of the move']) expect(wire()).not.toContain(words);
    await Promise.all([facilitator.command({ kind: 'reveal' }), facilitator.command({ kind: 'reveal' })]);
    await allOver(facilitator);
    for (const one of boards)
      await eventually(() =>
        expect(Object.fromEntries(cardsOn(one).map(({ id, author }) => [id, author?.name]))).toEqual({
          'thought-1': 'Mara',
          'thought-2': 'Mara',
          'thought-3': 'Bo',
        }),
      );
    expect((await store.updateLog.heads([`board/${reviewId}`])).get(`board/${reviewId}`)).toBe(before + 1);
    expect(wire()).toContain('bad printer');
  });

  it('[D4] without names leaves nothing in the database that tells who wrote it', async () => {
    const mara = await hearth.guest(reviewId);
    const id = await seatOf(mara);
    const facilitator = await beginRound('anonymous');
    const hers = await draft(mara);
    hers.write('thought-1', 'I was too tired to ask', null);
    await inLog(mara, 1);
    await facilitator.command({ kind: 'reveal' });
    await allOver(facilitator);
    const opened = await board(owner);
    expect(cardsOn(opened)).toMatchObject([
      { id: 'thought-1', text: 'I was too tired to ask', author: null, columnId: namelessColumn.id },
    ]);
    const state = Buffer.from(
      await store.updateLog.load(`board/${reviewId}`).then(({ updates }) => updates.at(-1)!.update),
    );
    expect(state.toString('latin1')).not.toContain(id);
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name))));
    expect(Buffer.concat(files).toString('latin1')).toContain('too tired to ask');
    expect(Buffer.concat(files).toString('latin1')).not.toContain(`draft/${reviewId}`);
  });

  it('[D5] cut off after the board was written goes on, and gives every thought once', async () => {
    const mara = await hearth.guest(reviewId);
    const facilitator = await beginRound('attributed');
    const hers = await draft(mara);
    hers.write('thought-1', 'It looked like one bad printer', 'Mara');
    hers.write('thought-2', 'Nobody had told me of the move', 'Mara');
    await inLog(mara, 2);
    const opened = await board(owner);
    failToForget = 1;
    await facilitator.command({ kind: 'reveal' });
    await eventually(() => expect(cardsOn(opened)).toHaveLength(2));
    expect(writingOf(facilitator)).toMatchObject({ phase: 'revealing' });
    removeCard(openWriter(opened.doc), 'thought-1' as CardId);
    await allOver(facilitator);
    expect(cardsOn(opened)).toMatchObject([{ id: 'thought-2' }]);
    await eventually(async () =>
      expect(await store.updateLog.heads([`draft/${reviewId}/${await seatOf(mara)}/1`])).toEqual(new Map()),
    );
  });

  it('[D6] shows counts: of each person where there are names, of all together where there are none', async () => {
    const mara = await hearth.guest(reviewId);
    const observer = await hearth.guest(reviewId, 'observer', 'Sam');
    const facilitator = await beginRound('attributed');
    const [hers, theirs] = [await facilitate(mara), await facilitate(observer)];
    hers.socket.emit('drafting', { round: 1, thoughts: 4, inProgress: 1 });
    theirs.socket.emit('drafting', { round: 1, thoughts: 9, inProgress: 0 });
    const people = [{ participantId: await seatOf(mara), thoughts: 4, inProgress: 1 }];
    await eventually(() => expect(draftsOf(theirs)).toEqual({ writers: 1, thoughts: 4, inProgress: 1, people }));
    await facilitator.command({ kind: 'write-privately', attribution: 'anonymous' });
    await eventually(() => expect(draftsOf(theirs)).toEqual({ writers: 1, thoughts: 4, inProgress: 1, people: [] }));
    hers.socket.emit('drafting', { round: 1, thoughts: 1e9, inProgress: 0 });
    await facilitator.command({ kind: 'pause' });
    await eventually(() => expect(facilitator.views.at(-1)?.state.timer.kind).toBe('paused'));
    expect(draftsOf(facilitator)).toMatchObject({ thoughts: 4 });
  });

  it('[D7] what comes late is added by its author, once, under the promise it was written under', async () => {
    const mara = await hearth.guest(reviewId);
    const observer = await hearth.guest(reviewId, 'observer', 'Sam');
    const opened = await board(owner);
    const body = {
      thoughts: [
        { id: 'thought-1', text: 'Written offline', facet: 'knew', anonymous: true },
        { id: 'thought-2', text: 'This one as well', facet: 'saw', anonymous: false },
      ],
    };
    const parameters = { reviewId };
    await expect(observer.ask('POST', api.thoughts, { parameters, body })).resolves.toMatchObject({ status: 403 });
    for (let time = 0; time < 2; time += 1)
      await expect(mara.ask('POST', api.thoughts, { parameters, body })).resolves.toMatchObject({ status: 204 });
    await eventually(() => expect(cardsOn(opened)).toHaveLength(2));
    const authors = new Map(cardsOn(opened).map(({ id, author }) => [id as string, author?.name ?? null]));
    expect(authors).toEqual(
      new Map([
        ['thought-1', null],
        ['thought-2', 'Mara'],
      ]),
    );
    await expect(mara.ask('POST', api.thoughts, { parameters, body: { thoughts: [] } })).resolves.toMatchObject({
      status: 400,
    });
  });

  it('[D8] is in neither the export nor the history, to nobody', async () => {
    const mara = await hearth.guest(reviewId);
    await beginRound('attributed');
    const [hers, opened] = [await draft(mara), await board(owner)];
    hers.write('thought-1', 'It looked like one bad printer', 'Mara');
    const shared = { kind: 'learning', id: 'learning-1' as CardId, text: 'Labels are a service' } as const;
    addCard(openWriter(opened.doc), shared, { author: null, nowMs: 0 });
    await inLog(mara, 1);
    for (const to of [api.export, api.history])
      await eventually(async () => {
        const { status, text } = await owner.ask('GET', to, { parameters: { reviewId } });
        expect(status).toBe(200);
        expect(text).toContain('Labels are a service');
        expect(text).not.toContain('bad printer');
      });
    await expect(mara.ask('GET', api.history, { parameters: { reviewId } })).resolves.toMatchObject({
      text: expect.not.stringContaining('bad printer') as string,
    });
  });
});
