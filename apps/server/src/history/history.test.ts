import { unpackFrames, type PackedFrames } from '@hearth/board/frames';
import { addCard, cardText, editText, openWriter, removeCard } from '@hearth/board/operations';
import { snapshotOf, type BoardSnapshot } from '@hearth/board/snapshot';
import { api } from '@hearth/protocol/http/api';
import type { HistoryBody, RestoredBody, RestoreTarget } from '@hearth/protocol/http/history';
import type { SnapshotBody } from '@hearth/protocol/http/reviews';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../test/eventually.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { openBoard, openFacilitation } from '../test/sockets.ts';

let hearth: TestHearth;
let owner: Browser;
let reviewId: ReviewId;
let url: string;
const open: { close(): void }[] = [];

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
  url = await hearth.origin();
});
afterAll(() => hearth.stop());
beforeEach(async () => {
  reviewId = await hearth.review(owner);
});
afterEach(() => {
  for (const board of open.splice(0)) board.close();
});

const card = (name: string): CardId => `card-${name.replaceAll(' ', '-').padStart(4, '0')}` as CardId;

const enter = async (who: { cookie: string }) => {
  const board = openBoard(url, reviewId, who);
  open.push(board);
  await board.synced;
  const writer = openWriter(board.doc);
  return {
    writer,
    add: (name: string): void => {
      addCard(writer, { kind: 'learning', id: card(name), text: name }, { author: null, nowMs: 0 });
    },
    texts: (): string[] => snapshotOf(board.doc).cards.map(({ text }) => text),
  };
};

const look = async (who = owner): Promise<HistoryBody & { boards: BoardSnapshot[] }> => {
  const body = (await who.ask('GET', api.history, { parameters: { reviewId } })).body as HistoryBody;
  return { ...body, boards: unpackFrames(body.frames as PackedFrames) };
};
const textsOf = (board: BoardSnapshot | undefined): string[] => board?.cards.map(({ text }) => text) ?? [];
const keep = async (name: string): Promise<SnapshotBody> =>
  (await owner.ask('POST', api.snapshots, { parameters: { reviewId }, body: { name } })).body as SnapshotBody;
const restore = async (to: RestoreTarget, name = 'then') => {
  const answer = await owner.ask('POST', api.historyRestore, { parameters: { reviewId }, body: { to, name } });
  return { status: answer.status, ...(answer.body as RestoredBody) };
};
const snapshotNames = async (): Promise<string[]> =>
  (await hearth.store.reviews.listSnapshots(reviewId)).map(({ name }) => name).toSorted();
/** Waits until the history has a change that the board has. */
const until = (texts: string[]) =>
  eventually(async () => expect(textsOf((await look()).boards.at(-1)).toSorted()).toEqual(texts.toSorted()));

describe('looking back', () => {
  it('[J4] [J6] shows what was removed to those who could write it, with its name on it', async () => {
    const guest = await hearth.guest(reviewId);
    const mine = await enter(guest);
    mine.add('Accepted is not printed');
    await until(['Accepted is not printed']);
    const named = await keep('End of Learnings');
    removeCard(mine.writer, card('Accepted is not printed'));
    await until([]);

    const history = await look(guest);
    expect(history.whole).toBe(true);
    const at = history.landmarks.find(({ id }) => id === named.id)?.moment ?? -1;
    expect(textsOf(history.boards[at])).toEqual(['Accepted is not printed']);
    expect(history.boards).toHaveLength(history.moments.length);
    const observer = await hearth.guest(reviewId, 'observer');
    const refused = await observer.ask('GET', api.history, { parameters: { reviewId } });
    expect(refused.body).toMatchObject({ code: 'HEARTH_OBSERVERS_ONLY_READ' });
  });

  it('tells the stages that the meeting went through', async () => {
    const meeting = await openFacilitation(url, reviewId, owner);
    open.push(meeting.socket);
    await meeting.command({ kind: 'start' });
    await meeting.command({ kind: 'next' });
    await eventually(async () => expect((await look()).landmarks.map(({ name }) => name)).toEqual(['End of Opening']));
    const { stages } = await look();
    expect(stages.map(({ name, to }) => [name, to === null])).toEqual([
      ['Opening', false],
      ['Reports', true],
    ]);
  });

  it('says who else is in the room, and how far the board is', async () => {
    const ask = async (who: Browser) => (await who.ask('GET', api.historyNow, { parameters: { reviewId } })).body;
    expect(await ask(owner)).toEqual({ seq: 1, inside: [] });
    const guest = await hearth.guest(reviewId, 'participant', 'Tomasz');
    open.push((await openFacilitation(url, reviewId, guest)).socket);
    await eventually(async () => expect(await ask(owner)).toEqual({ seq: 1, inside: ['Tomasz'] }));
    expect(await ask(guest)).toEqual({ seq: 1, inside: [] });
  });

  it('is not there where there is no such review', async () => {
    const answer = await owner.ask('GET', api.history, { parameters: { reviewId: 'no-such-review' } });
    expect(answer.status).toBe(404);
  });
});

describe('restoring', () => {
  it('[J7] changes the board under everybody, keeps what they type, and can be taken back', async () => {
    const [mine, theirs] = [await enter(owner), await enter(await hearth.guest(reviewId))];
    for (const name of ['stays', 'removed']) mine.add(name);
    await eventually(() => expect(theirs.texts()).toEqual(['stays', 'removed']));
    await until(['stays', 'removed']);
    const named = await keep('Before');
    removeCard(mine.writer, card('removed'));
    mine.add('since');
    await until(['stays', 'since']);

    const length = cardText(theirs.writer.board, card('stays'))?.length ?? 0;
    editText(theirs.writer, card('stays'), { index: length, remove: 0, insert: ', and grows' });
    const done = await restore({ kind: 'snapshot', id: named.id }, 'Before');
    expect(done).toMatchObject({ status: 200, cameBack: 1, went: 1, undo: { name: 'Before restoring Before' } });
    await eventually(() => {
      for (const who of [mine, theirs])
        expect(who.texts().toSorted()).toEqual(['removed', expect.stringMatching(/^stays/)]);
    });

    const undone = await restore({ kind: 'snapshot', id: done.undo?.id ?? '' }, 'what was before');
    expect(undone).toMatchObject({ cameBack: 1, went: 1 });
    await eventually(() => {
      for (const who of [mine, theirs])
        expect(who.texts().toSorted()).toEqual(['since', expect.stringMatching(/^stays/)]);
    });
    expect(await snapshotNames()).toEqual(['Before', 'Before restoring Before', 'Before restoring what was before']);
  });

  it('[J7] goes back to any moment, and the history shows that it did', async () => {
    const mine = await enter(owner);
    mine.add('one');
    await until(['one']);
    const { seq } = await look();
    mine.add('two');
    await until(['one', 'two']);
    await restore({ kind: 'moment', seq });
    await until(['one']);
    const history = await look();
    expect(history.boards.map(textsOf)).toContainEqual(['one', 'two']);
  });

  it('[J8] of what the board is already changes nothing and names nothing', async () => {
    const named = await keep('Now');
    expect(await restore({ kind: 'snapshot', id: named.id })).toMatchObject({ status: 200, undo: null, cameBack: 0 });
    expect(await snapshotNames()).toEqual(['Now']);
  });

  it('[J8] twice at once writes what is missing once', async () => {
    const mine = await enter(owner);
    mine.add('Once only');
    await until(['Once only']);
    const named = await keep('Then');
    editText(mine.writer, card('Once only'), { index: 0, remove: 9, insert: '' });
    await until(['']);
    await Promise.all([restore({ kind: 'snapshot', id: named.id }), restore({ kind: 'snapshot', id: named.id })]);
    await eventually(() => expect(mine.texts()).toEqual(['Once only']));
    await until(['Once only']);
  });

  it('refuses a moment that never was, and another review’s snapshot', async () => {
    const other = await hearth.review(owner, 'Another');
    const foreign = (await owner.ask('POST', api.snapshots, { parameters: { reviewId: other }, body: { name: 'X' } }))
      .body as SnapshotBody;
    expect((await restore({ kind: 'snapshot', id: foreign.id })).status).toBe(404);
    expect((await restore({ kind: 'moment', seq: 99 })).status).toBe(404);
    expect((await restore({ kind: 'moment', seq: 1 })).status).toBe(200);
  });
});
