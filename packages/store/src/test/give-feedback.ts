// Five people who answer one after the other.
import type { ParticipantId } from '@hearth/review/ids';
import { addSession, reviewId, sampleReview, sampleSeat } from '../contract/samples.ts';
import type { Store } from '../ports/store.ts';

/** Ids of the answers, first come first: in no order of their letters, and neither are the people's. */
export const answersInOrder = [
  'q-answer-of-ada',
  'b-answer-of-bo',
  'z-answer-of-cleo',
  'a-answer-of-dag',
  'k-answer-of-eve',
];
export const peopleInOrder = ['person-9', 'person-2', 'person-7', 'person-1', 'person-5'];

export const giveAll = async (store: Store): Promise<void> => {
  const one = reviewId('one');
  await store.reviews.create(sampleReview('one'));
  for (const id of peopleInOrder) {
    await addSession(store, `session-${id}`);
    await store.access.takeSeat(sampleSeat(one, id, { sessionId: `session-${id}` }));
  }
  for (const [index, id] of answersInOrder.entries())
    await store.feedback.give(one, peopleInOrder[index] as ParticipantId, {
      id,
      day: '2025-06-02',
      facilitation: 5,
      document: 4,
      learned: 'yes',
      again: 'yes',
      helped: '',
      change: '',
    });
};
