// Locked zones of boards, against programs that write what they like. Rules: SPEC F32 of packages/review.
import { addCard, editText, openWriter } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import { errorOfClose } from '@hearth/protocol/errors';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { meetingTests } from '../test/meeting.ts';
import { openBoard, type Facilitation } from '../test/sockets.ts';
import { ZoneLocks } from './zone-locks.ts';

const by = { author: null, nowMs: 0 };
const event = 'event-0001' as CardId;

describe('a locked zone', () => {
  const tests = meetingTests();
  let host: Facilitation;
  const open: { close(): void }[] = [];

  beforeEach(async () => {
    host = await tests.enter(tests.owner);
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
  });

  const enter = async (who: { cookie: string }) => {
    const board = openBoard(tests.url, tests.reviewId, who);
    open.push(board);
    await board.synced;
    return board;
  };
  const start = async (): Promise<void> => expect(await host.command({ kind: 'start' })).toMatchObject({ ok: true });
  const lock = async (zone: 'timeline' | 'factors', locked: boolean): Promise<void> =>
    expect(await host.command({ kind: 'lock-zone', zone, locked })).toMatchObject({ ok: true });
  const addEvent = (doc: Y.Doc, id = event, text = 'The panel was green'): void => {
    addCard(
      openWriter(doc),
      { kind: 'event', id, text, at: 1, endAt: null, precision: 'exact', eventKind: 'action', lane: '', key: false },
      by,
    );
  };
  const addLearning = (doc: Y.Doc, id: string): void => {
    addCard(openWriter(doc), { kind: 'learning', id: id as CardId, text: id }, by);
  };
  /** What is in the log. */
  const texts = async (): Promise<string[]> => {
    const { snapshot, updates } = await tests.hearth.store.updateLog.load(`board/${tests.reviewId}`);
    const doc = new Y.Doc();
    for (const update of [...(snapshot ? [snapshot] : []), ...updates.map((each) => each.update)])
      Y.applyUpdate(doc, update);
    return snapshotOf(doc).cards.map(({ text }) => text);
  };

  it('[F32] takes nothing of a participant, whose other words arrive; all of the facilitator’s; and everybody’s once it is open', async () => {
    await start();
    await lock('timeline', true);
    const [mine, theirs] = [await enter(tests.owner), await enter(await tests.hearth.guest(tests.reviewId))];
    addEvent(mine.doc);
    addLearning(theirs.doc, 'learning-0001');
    await vi.waitFor(async () => expect(await texts()).toEqual(['The panel was green', 'learning-0001']), {
      timeout: 15_000,
    });
    await vi.waitFor(() => expect(snapshotOf(theirs.doc).cards).toHaveLength(2), { timeout: 15_000 });
    editText(openWriter(theirs.doc), event, { index: 0, remove: 3, insert: 'Their' });
    expect(errorOfClose(await theirs.closed)).toBe('HEARTH_LOCKED');
    theirs.close();
    addLearning(mine.doc, 'learning-0002');
    await vi.waitFor(async () => expect(await texts()).toContain('learning-0002'), { timeout: 15_000 });
    expect(await texts()).toContain('The panel was green');

    const again = await enter(await tests.hearth.guest(tests.reviewId, 'participant', 'Bo'));
    await lock('timeline', false);
    editText(openWriter(again.doc), event, { index: 0, remove: 3, insert: 'Their' });
    await vi.waitFor(async () => expect(await texts()).toContain('Their panel was green'), { timeout: 15_000 });
    expect(again.provider.wsconnected).toBe(true);
  });

  it('[F32] lets whoever runs the meeting with others write as well', async () => {
    await start();
    await lock('timeline', true);
    const co = await enter(await tests.hearth.guest(tests.reviewId, 'co-facilitator', 'Co'));
    addEvent(co.doc);
    await vi.waitFor(async () => expect(await texts()).toEqual(['The panel was green']), { timeout: 15_000 });
  });

  it('[F32] is every zone in a stage that is for reading', async () => {
    const stored = await tests.hearth.store.reviews.find(tests.reviewId);
    if (!stored) throw new Error('there is no such review');
    const { meeting } = stored;
    const stages = meeting.stages.map((stage) => ({ ...stage, participants: 'read' as const }));
    await tests.hearth.store.reviews.compareAndSetMeeting(tests.reviewId, meeting.version, { ...meeting, stages });
    await start();
    const theirs = await enter(await tests.hearth.guest(tests.reviewId));
    const logged = async () => (await tests.hearth.store.updateLog.load(`board/${tests.reviewId}`)).updates.length;
    const before = await logged();
    theirs.doc.getMap('comments').set('comment-0001', new Y.Map([['text', 'Why?']]));
    await vi.waitFor(async () => expect(await logged()).toBe(before + 1), { timeout: 15_000 });
    theirs.doc.getXmlFragment('narrative').insert(0, [new Y.XmlElement('paragraph')]);
    expect(errorOfClose(await theirs.closed)).toBe('HEARTH_LOCKED');
    expect(await logged()).toBe(before + 1);
  });

  it('[F32] is known to a server that has started again, before anybody is in the meeting', async () => {
    const first = await tests.hearth.store.reviews.find(tests.reviewId);
    if (!first) throw new Error('there is no such review');
    const { meeting } = first;
    // As another server has left it: nothing here was told.
    await tests.hearth.store.reviews.compareAndSetMeeting(tests.reviewId, meeting.version, {
      ...meeting,
      status: 'running',
      stageIndex: 0,
      locked: ['timeline'],
      version: meeting.version + 1,
    });
    const theirs = await enter(await tests.hearth.guest(tests.reviewId));
    addEvent(theirs.doc);
    expect(errorOfClose(await theirs.closed)).toBe('HEARTH_LOCKED');
    expect(await texts()).toEqual([]);
  });
});

it('[F32] rooms are told when something else is locked, and only then', () => {
  const told: string[] = [];
  const locks = new ZoneLocks((document) => told.push(document));
  const [one, other] = ['review-0001', 'review-0002'] as ReviewId[];
  const running = { ...lobby(learningReview), status: 'running' as const };
  locks.follow(one!, running);
  expect([told, locks.wardOf('board/review-0001')]).toEqual([[], null]);
  locks.follow(one!, { ...running, locked: ['timeline', 'factors'] });
  const ward = locks.wardOf('board/review-0001');
  expect(ward).not.toBeNull();
  locks.follow(one!, { ...running, locked: ['factors', 'timeline'], version: 7 });
  locks.follow(other!, running);
  expect(locks.wardOf('board/review-0001')).toBe(ward);
  expect([told, locks.wardOf('board/review-0002')]).toEqual([['board/review-0001'], null]);
  locks.follow(one!, { ...running, locked: ['factors'] });
  expect(locks.wardOf('board/review-0001')).not.toBe(ward);
  locks.follow(one!, { ...running, status: 'ended', locked: ['factors'] });
  expect([told, locks.wardOf('board/review-0001')]).toEqual([Array(3).fill('board/review-0001'), null]);
});
