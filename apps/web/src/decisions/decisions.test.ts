import type { FacilitationView } from '@hearth/protocol/facilitation';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { expect, test } from 'vitest';
import { decisionLines } from './decisions.ts';

const id = (name: string) => name as ParticipantId;
const friday = Date.UTC(2026, 10, 20, 14, 24);
const person = (name: string) => ({ participantId: id(name), name, role: 'participant' as const, here: true });
const view: FacilitationView = {
  reviewId: 'review-1' as ReviewId,
  state: {
    ...lobby(learningReview),
    decisions: [
      {
        id: 'd1',
        text: 'Keep the alert',
        atMs: friday,
        by: id('Priya'),
        present: [id('Priya'), id('Tomasz'), id('gone')],
      },
      { id: 'd2', text: 'Ask the vendor', atMs: friday + 86_400_000, by: id('gone'), present: [] },
    ],
  },
  people: [person('Priya'), person('Tomasz')],
  drafts: null,
  serverNowMs: 0,
};

test('[D1] tells when in the zone of the incident, by whom, and who was there; whoever is not known is left out', () => {
  expect(decisionLines(view, 'Europe/Berlin')).toEqual([
    { id: 'd1', text: 'Keep the alert', by: 'Priya', noted: '15:24, noted by Priya', present: 'Priya and Tomasz' },
    { id: 'd2', text: 'Ask the vendor', by: 'gone', noted: '21 November, 15:24', present: '' },
  ]);
});

test('[D1] a meeting from before decisions has none', () => {
  expect(decisionLines({ ...view, state: lobby(learningReview) }, 'UTC')).toEqual([]);
});
