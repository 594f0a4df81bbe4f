// SPEC F1-F6.
import type { AttachmentId, ParticipantId } from '@hearth/review/ids';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Attachment, AttachmentStore } from '../ports/attachments.ts';
import { hash, noonMs, reviewId, sampleReview } from './samples.ts';
import type { Subject } from './store-contract.ts';

const one = reviewId('one');
const two = reviewId('two');
const plenty = 1_000_000;

const sample = (name: string, overrides: Partial<Attachment> = {}): Attachment => ({
  reviewId: one,
  id: `file-${name.padStart(4, '0')}` as AttachmentId,
  participantId: null,
  name: `Größe 🔥 ${name}.png`,
  type: 'image/png',
  bytes: 100,
  sha256: hash(name),
  width: 40,
  height: 30,
  contentKey: `content-${overrides.reviewId ?? one}-${name}`,
  thumbnail: null,
  createdAtMs: noonMs,
  ...overrides,
});

const put = async (store: AttachmentStore, attachment: Attachment, mostBytes = plenty) => {
  await store.beginContent(attachment.contentKey, attachment.createdAtMs);
  return store.add(attachment, mostBytes);
};

export const attachmentsContract = (subject: Subject): void => {
  describe('attachments', () => {
    beforeEach(async () => {
      await subject.store.reviews.create(sampleReview('one'));
      await subject.store.reviews.create(sampleReview('two'));
    });

    test('[F1] an attachment comes back exactly, in its own review only', async () => {
      const graph = sample('graph', { width: null, height: null });
      await put(subject.store.attachments, sample('later', { createdAtMs: noonMs + 1 }));
      await expect(put(subject.store.attachments, graph)).resolves.toEqual({ ok: true, attachment: graph });
      const { attachments } = await subject.reopen();
      await expect(attachments.find(one, graph.id)).resolves.toEqual(graph);
      await expect(attachments.find(two, graph.id)).resolves.toBeNull();
      expect((await attachments.list(one)).map(({ id }) => id)).toEqual([graph.id, sample('later').id]);
      await expect(attachments.list(two)).resolves.toEqual([]);
      await expect(attachments.remove(two, graph.id)).resolves.toBeNull();
      await expect(attachments.remove(one, graph.id)).resolves.toEqual(graph);
      await expect(attachments.find(one, graph.id)).resolves.toBeNull();
    });

    test('[F2] adding an id again tells the first one; another review may have the same id', async () => {
      const { attachments } = subject.store;
      const first = sample('same');
      await put(attachments, first);
      const again = sample('same', { contentKey: 'another', sha256: hash('another') });
      await expect(put(attachments, again)).resolves.toEqual({ ok: false, reason: 'taken', attachment: first });
      await expect(put(attachments, sample('same', { reviewId: two }))).resolves.toMatchObject({ ok: true });
      const nowhere = sample('nowhere', { reviewId: reviewId('none') });
      await expect(put(attachments, nowhere)).resolves.toEqual({ ok: false, reason: 'not-found' });
    });

    test('[F3] the files of a review are never more than it may have, however many are added at once', async () => {
      const { attachments } = subject.store;
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, (_, index) => put(attachments, sample(`at-once-${index}`), 350)),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'review-full' });
      await expect(put(attachments, sample('other', { reviewId: two }), 350)).resolves.toMatchObject({ ok: true });
    });

    test('[F4] a picture has one small version', async () => {
      const { attachments } = subject.store;
      const graph = sample('graph');
      await put(attachments, graph);
      const thumbnail = { key: 'small-1', type: 'image/webp' };
      await attachments.beginContent('small-1', noonMs);
      await attachments.beginContent('small-2', noonMs);
      await expect(attachments.addThumbnail(two, graph.id, thumbnail)).resolves.toBe(false);
      await expect(attachments.addThumbnail(one, graph.id, thumbnail)).resolves.toBe(true);
      await expect(attachments.addThumbnail(one, graph.id, { ...thumbnail, key: 'small-2' })).resolves.toBe(false);
      await expect(attachments.find(one, graph.id)).resolves.toEqual({ ...graph, thumbnail });
    });

    test('[F5] contents that nothing refers to are found, and only those are forgotten', async () => {
      const { attachments } = subject.store;
      const graph = sample('graph');
      await put(attachments, graph);
      await attachments.beginContent('small', noonMs);
      await attachments.addThumbnail(one, graph.id, { key: 'small', type: 'image/webp' });
      await attachments.beginContent('cut-off', noonMs);
      await attachments.beginContent('just-begun', noonMs + 10);
      await expect(attachments.unusedContents(noonMs + 10)).resolves.toEqual(['cut-off']);
      for (const key of [graph.contentKey, 'small', 'cut-off']) await attachments.forgetContent(key);
      await expect(attachments.unusedContents(noonMs + 11)).resolves.toEqual(['just-begun']);
      await attachments.remove(one, graph.id);
      const left = await attachments.unusedContents(noonMs + 11);
      expect(left.toSorted()).toEqual([graph.contentKey, 'just-begun', 'small'].toSorted());
    });

    test('[F6] what was seen on its board is told apart', async () => {
      const { attachments, access } = subject.store;
      await access.createSession({
        id: 'session-1',
        tokenHash: hash('session'),
        accountId: null,
        nowMs: noonMs,
        expiresAtMs: noonMs + 1,
      });
      const seat = await access.takeSeat({
        id: 'participant-1' as ParticipantId,
        reviewId: one,
        name: 'Priya',
        role: 'participant',
        joinLinkId: null,
        joinedAtMs: noonMs,
        sessionId: 'session-1',
        accountId: null,
      });
      const mine = sample('mine', { participantId: seat.id });
      await put(attachments, mine);
      await put(attachments, sample('loose', { reviewId: two, createdAtMs: noonMs + 1 }));
      expect((await attachments.notOnBoard()).map(({ id }) => id)).toEqual([mine.id, sample('loose').id]);
      await attachments.seenOnBoard(one, [mine.id, sample('loose').id]);
      await attachments.seenOnBoard(one, []);
      await expect(attachments.notOnBoard()).resolves.toEqual([
        { reviewId: two, id: sample('loose').id, createdAtMs: noonMs + 1 },
      ]);
      await expect(attachments.find(one, mine.id)).resolves.toEqual(mine);
    });
  });
};
