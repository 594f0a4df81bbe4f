// SPEC R1-R5.
import { describe, expect, test } from 'vitest';
import type { StageId } from '@hearth/review/ids';
import {
  hourMs,
  noonMs,
  reviewId,
  sampleIncident,
  sampleMeeting,
  sampleProposal,
  sampleReport,
  sampleReview,
  sampleEntry,
} from './samples.ts';
import type { Subject } from './store-contract.ts';

export const reviewContract = (subject: Subject): void => {
  describe('reviews', () => {
    test('[R1] a review comes back as it was made, with the first update of its board', async () => {
      const review = sampleReview('one', { incident: sampleIncident('Ünïcode 🔥', noonMs - hourMs) });
      await subject.store.reviews.create(review);
      const reopened = await subject.reopen();
      await expect(reopened.reviews.find(review.id)).resolves.toEqual({
        id: review.id,
        incident: review.incident,
        meeting: review.meeting,
        createdAtMs: noonMs,
        demo: false,
        publication: null,
        actions: { total: 0, open: 0 },
      });
      await expect(reopened.updateLog.load(review.board.document)).resolves.toMatchObject({
        updates: [{ seq: 1, atMs: noonMs, update: review.board.update }],
      });
      await expect(reopened.updateLog.append([sampleEntry(review.board.document, Uint8Array.of(1))])).resolves.toEqual([
        2,
      ]);
      await expect(reopened.reviews.find(reviewId('other'))).resolves.toBeNull();
    });

    test('[R1] a board may come with more than its first update, each with its time', async () => {
      const { reviews, updateLog } = subject.store;
      const [first, second] = [Uint8Array.of(1), Uint8Array.of(2)];
      const review = sampleReview('one', {
        board: { document: 'board/with-a-past', update: first, later: [{ update: second, atMs: noonMs + hourMs }] },
      });
      await reviews.create(review);
      await expect(updateLog.load('board/with-a-past')).resolves.toMatchObject({
        updates: [
          { seq: 1, atMs: noonMs, update: first },
          { seq: 2, atMs: noonMs + hourMs, update: second },
        ],
      });
      await expect(updateLog.append([sampleEntry('board/with-a-past', Uint8Array.of(3))])).resolves.toEqual([3]);
    });

    test('[R1] a review whose board is taken is not made at all', async () => {
      const first = sampleReview('one');
      await subject.store.reviews.create(first);
      const second = sampleReview('two', { board: { ...first.board, update: Uint8Array.of(9) } });
      await expect(subject.store.reviews.create(second)).rejects.toMatchObject({ reason: 'failed' });
      await expect(subject.store.reviews.find(second.id)).resolves.toBeNull();
      expect((await subject.store.updateLog.load(first.board.document)).updates).toHaveLength(1);
    });

    test('[R2] the newest incident comes first; an unknown start counts as the creation', async () => {
      const { reviews } = subject.store;
      const add = (name: string, startedAt: number | null, createdAtMs: number) =>
        reviews.create(sampleReview(name, { incident: sampleIncident(name, startedAt), createdAtMs }));
      await add('old', noonMs - 48 * hourMs, noonMs);
      await add('unknown', null, noonMs - hourMs);
      await add('new', noonMs, noonMs - 24 * hourMs);
      const order = async () => (await reviews.list()).map((review) => review.incident.title);
      await expect(order()).resolves.toEqual(['new', 'unknown', 'old']);

      await expect(reviews.updateIncident(reviewId('old'), sampleIncident('old', noonMs + hourMs))).resolves.toBe(true);
      await expect(order()).resolves.toEqual(['old', 'new', 'unknown']);
      await reviews.updateIncident(reviewId('new'), sampleIncident('new', null));
      await expect(order()).resolves.toEqual(['old', 'unknown', 'new']);
      await expect(reviews.updateIncident(reviewId('nobody'), sampleIncident('x'))).resolves.toBe(false);
    });

    test('[R2] the demo is found by its mark', async () => {
      await subject.store.reviews.create(sampleReview('one'));
      await expect(subject.store.reviews.findDemo()).resolves.toBeNull();
      await subject.store.reviews.create(sampleReview('demo', { demo: true }));
      await expect(subject.store.reviews.findDemo()).resolves.toMatchObject({ id: reviewId('demo'), demo: true });
    });

    test('[R3] of ten writers on one version, one wins', async () => {
      const { reviews } = subject.store;
      await reviews.create(sampleReview('one'));
      const won = await Promise.all(
        Array.from({ length: 10 }, (_, writer) =>
          reviews.compareAndSetMeeting(reviewId('one'), 0, { ...sampleMeeting(1), stageIndex: writer }),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      const stored = await reviews.find(reviewId('one'));
      expect(stored?.meeting).toEqual({ ...sampleMeeting(1), stageIndex: won.indexOf(true) });
      await expect(reviews.compareAndSetMeeting(reviewId('one'), 0, sampleMeeting(1))).resolves.toBe(false);
      await expect(reviews.compareAndSetMeeting(reviewId('one'), 1, sampleMeeting(2))).resolves.toBe(true);
      await expect(reviews.compareAndSetMeeting(reviewId('nobody'), 0, sampleMeeting(1))).resolves.toBe(false);
      expect((await (await subject.reopen()).reviews.find(reviewId('one')))?.meeting.version).toBe(2);
    });

    test('[R4] snapshots are listed oldest first without their bytes, and come back whole', async () => {
      const { reviews } = subject.store;
      await reviews.create(sampleReview('one'));
      await reviews.create(sampleReview('two'));
      const state = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
      const head = { reviewId: reviewId('one'), name: 'Opening', stageId: 'opening1' as StageId };
      await reviews.addSnapshot({ ...head, id: 'late', kind: 'stage-end', createdAtMs: noonMs + hourMs, state });
      await reviews.addSnapshot({
        ...head,
        id: 'early',
        kind: 'on-demand',
        stageId: null,
        createdAtMs: noonMs,
        state: state.subarray(7, 10),
      });
      const reopened = await subject.reopen();
      await expect(reopened.reviews.listSnapshots(reviewId('one'))).resolves.toEqual([
        { ...head, id: 'early', kind: 'on-demand', stageId: null, createdAtMs: noonMs, bytes: 3 },
        { ...head, id: 'late', kind: 'stage-end', createdAtMs: noonMs + hourMs, bytes: 100_000 },
      ]);
      const late = await reopened.reviews.findSnapshot(reviewId('one'), 'late');
      expect(late?.state).toEqual(state);
      const early = await reopened.reviews.findSnapshot(reviewId('one'), 'early');
      expect(early?.state).toEqual(Uint8Array.of(7, 8, 9));
      await expect(reopened.reviews.findSnapshot(reviewId('two'), 'late')).resolves.toBeNull();
      await expect(reopened.reviews.listSnapshots(reviewId('two'))).resolves.toEqual([]);
    });

    test('[R5] marks tell what has changed since they were read', async () => {
      const { reviews, actionItems, publishing } = subject.store;
      const one = reviewId('one');
      const review = sampleReview('one');
      await reviews.create(review);
      await reviews.create(sampleReview('two'));
      const both = [one, reviewId('two')];
      const untouched = (await reviews.marks(both)).get(reviewId('two'));
      let before = (await reviews.marks(both)).get(one);
      expect(before).toMatchObject({ meeting: 0 });
      const changedBy = async (work: Promise<unknown>): Promise<string[]> => {
        await work;
        const was = before;
        const marks = await reviews.marks(both);
        expect(marks.get(reviewId('two'))).toEqual(untouched);
        before = marks.get(one);
        const names = ['meeting', 'review', 'publication', 'snapshots', 'actionItems'] as const;
        return names.filter((name) => was?.[name] !== before?.[name]);
      };
      const snapshot = { id: 'kept', reviewId: one, kind: 'on-demand', name: 'Kept', stageId: null } as const;
      const report = { slug: 'slug', markdown: '# One', report: sampleReport(review.incident) };
      const publication = { reviewId: one, publishedAtMs: noonMs, snapshotId: 'kept', ...report };
      expect(await changedBy(reviews.find(one))).toEqual([]);
      const running = { ...sampleMeeting(2), status: 'running' } as const;
      expect(await changedBy(reviews.compareAndSetMeeting(one, 0, sampleMeeting(1)))).toEqual(['meeting']);
      expect(await changedBy(reviews.compareAndSetMeeting(one, 1, running))).toEqual(['meeting', 'review']);
      expect(await changedBy(reviews.updateIncident(one, sampleIncident('new')))).toEqual(['review']);
      expect(
        await changedBy(reviews.addSnapshot({ ...snapshot, createdAtMs: noonMs, state: Uint8Array.of(1) })),
      ).toEqual(['snapshots']);
      expect(await changedBy(publishing.publish(publication))).toEqual(['review', 'publication']);
      expect(await changedBy(publishing.publish(publication))).toEqual(['review', 'publication']);
      expect(await changedBy(actionItems.replaceUndecided(one, [sampleProposal(one, 'p')]))).toEqual(['actionItems']);
      expect(await changedBy(actionItems.decide(one, 'p', { kind: 'dismiss' }))).toEqual(['actionItems']);
      await expect(reviews.marks([reviewId('nobody')])).resolves.toEqual(new Map());
      await expect(reviews.marks([])).resolves.toEqual(new Map());
    });
  });
};
