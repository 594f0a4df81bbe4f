import { lobby, transition } from '@hearth/review/facilitation/transition';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import { publicState, type FacilitationState, type StoredMeeting } from '@hearth/review/facilitation/state';
import type { ParticipantId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { soFar } from './so-far.ts';

const nothing = { events: 0, keyMoments: 0, factors: 0, learnings: 0 };
const after = (...commands: FacilitationCommand[]): FacilitationState =>
  publicState(
    commands.reduce<StoredMeeting>((state, command) => {
      const next = transition(state, command, {
        actor: { participantId: 'person-1' as ParticipantId, role: 'facilitator' },
        nowMs: 0,
        here: [],
        people: [],
      });
      if (!next.ok) throw new Error(next.reason);
      return next.state;
    }, lobby(learningReview)),
  );

describe('so far', () => {
  it('tells stage, time and what is on the board', () => {
    const meeting = after({ kind: 'start' }, ...Array.from({ length: 4 }, () => ({ kind: 'next' }) as const));
    expect(soFar(meeting, { events: 12, keyMoments: 2, factors: 7, learnings: 1 }, 9 * 60_000)).toEqual([
      'The room is in Factors, stage 5 of 8, 2 minutes left.',
      '12 events on the timeline, 2 of them key moments.',
      '7 contributing factors and 1 learning so far.',
    ]);
  });

  it('rounds up, and says when the time is over', () => {
    const meeting = after({ kind: 'start' });
    expect(soFar(meeting, nothing, 2 * 60_000 + 1)).toEqual(['The room is in Opening, stage 1 of 8, 1 minute left.']);
    expect(soFar(meeting, nothing, 3 * 60_000)).toEqual(['The room is in Opening, stage 1 of 8, past its time.']);
  });

  it('leaves out what is not there', () => {
    expect(soFar(lobby(learningReview), nothing, 0)).toEqual(['The meeting has not begun yet.']);
    const one = { events: 1, keyMoments: 1, factors: 0, learnings: 0 };
    expect(soFar(after({ kind: 'start' }, { kind: 'pause' }), one, 0)).toEqual([
      'The room is in Opening, stage 1 of 8, paused with 3 minutes left.',
      '1 event on the timeline, 1 of them a key moment.',
    ]);
    expect(soFar(after({ kind: 'start' }, { kind: 'end' }), nothing, 0)).toEqual([
      'The meeting is over; the narrative is being written.',
    ]);
  });
});
