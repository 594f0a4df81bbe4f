// SPEC V1-V4.
import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackAnswer } from '@hearth/review/feedback/feedback';
import type { ParticipantId } from '@hearth/review/ids';
import { addSession, reviewId, sampleReview, sampleSeat } from './samples.ts';
import type { Subject } from './store-contract.ts';

const one = reviewId('one');
const people = ['person-1', 'person-2', 'person-3', 'person-4'] as ParticipantId[];
const [ada, bo, cleo, dag] = people as [ParticipantId, ParticipantId, ParticipantId, ParticipantId];

const answer = (id: string, helped = ''): Omit<FeedbackAnswer, 'together'> => ({
  id,
  day: '2025-06-02',
  facilitation: 4,
  document: null,
  learned: 'partly',
  again: 'yes',
  helped,
  change: 'Größe ≠ load — 学び 🔥',
});

export const feedbackContract = (subject: Subject): void => {
  describe('feedback', () => {
    beforeEach(async () => {
      const { store } = subject;
      await store.reviews.create(sampleReview('one'));
      await store.reviews.create(sampleReview('two'));
      for (const id of people) {
        await addSession(store, `session-${id}`);
        await store.access.takeSeat(sampleSeat(one, id, { sessionId: `session-${id}` }));
      }
    });

    test('[V1] an answer comes back exactly, with nothing else; those of another review do not', async () => {
      await expect(subject.store.feedback.give(one, ada, answer('m', 'The question “why then?”'))).resolves.toBe(
        'given',
      );
      const { feedback } = await subject.reopen();
      await expect(feedback.answers(one)).resolves.toEqual([
        { ...answer('m', 'The question “why then?”'), together: false },
      ]);
      await expect(feedback.answers(reviewId('two'))).resolves.toEqual([]);
      await expect(feedback.hasGiven(one, ada)).resolves.toBe(true);
      await expect(feedback.hasGiven(one, bo)).resolves.toBe(false);
      await expect(feedback.hasGiven(reviewId('two'), ada)).resolves.toBe(false);
    });

    test('[V2] each person gives once, however fast they ask', async () => {
      const { feedback } = subject.store;
      const both = await Promise.all([feedback.give(one, ada, answer('x')), feedback.give(one, ada, answer('y'))]);
      expect(both.toSorted()).toEqual(['given', 'given-before']);
      await expect(feedback.give(one, ada, answer('z'))).resolves.toBe('given-before');
      await expect(feedback.answers(one)).resolves.toHaveLength(1);
    });

    test('[V3] answers come by their ids, in whatever order they were given', async () => {
      const { feedback } = subject.store;
      for (const [index, id] of ['q', 'b', 'z'].entries()) await feedback.give(one, people[index] ?? ada, answer(id));
      const given = await (await subject.reopen()).feedback.answers(one);
      expect(given.map(({ id }) => id)).toEqual(['b', 'q', 'z']);
      expect(given.map(({ together }) => together)).toEqual([true, true, true]);
    });

    test('[V4] many who answer at once all do, and the fourth waits for company', async () => {
      const { feedback } = subject.store;
      const outcomes = await Promise.all(
        [ada, bo, cleo, dag].map((person, index) => feedback.give(one, person, answer(`id-${index}`))),
      );
      expect(outcomes).toEqual(['given', 'given', 'given', 'given']);
      const given = await feedback.answers(one);
      expect(given.filter(({ together }) => together)).toHaveLength(3);
      for (const person of people) await expect(feedback.hasGiven(one, person)).resolves.toBe(true);
    });
  });
};
