import type { FacilitationView, Person } from '@hearth/protocol/facilitation';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { builtInTemplates } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { placeOf, voicesOf } from './facts.ts';

const person = (name: string, role: Person['role'], here = true): Person => ({
  participantId: name.toLowerCase() as ParticipantId,
  name,
  role,
  here,
});
const stages = builtInTemplates[0]?.stages ?? [];
const meeting = (state: object, people: Person[] = []): FacilitationView => ({
  reviewId: 'review-1' as ReviewId,
  state: { status: 'running', stages, stageIndex: 2, ...state } as FacilitationView['state'],
  people,
  drafts: null,
  serverNowMs: 0,
});

describe('what the next question is drawn from', () => {
  it('[Q16] voices are those who take part and are here, never whoever runs the meeting or watches it', () => {
    const people = [
      person('Priya', 'facilitator'),
      person('Ada', 'participant'),
      person('Ben', 'scribe'),
      person('Cy', 'observer'),
      person('Dele', 'participant', false),
    ];
    expect(voicesOf(meeting({}, people), new Set(['ben' as ParticipantId]))).toEqual([
      { id: 'ada', name: 'Ada', busy: false },
      { id: 'ben', name: 'Ben', busy: true },
    ]);
    expect(voicesOf(null, new Set())).toEqual([]);
  });

  it('[Q17] the room is where its stage is, and nowhere before it begins and after it ends', () => {
    expect(placeOf(meeting({}))).toEqual({ zone: 'timeline', writing: null });
    for (const status of ['lobby', 'ended']) expect(placeOf(meeting({ status })).zone).toBeNull();
    expect(placeOf(null)).toEqual({ zone: null, writing: null });
  });

  it('[Q16] a round of private writing is told for as long as it is not revealed', () => {
    const writing = (phase: string) =>
      placeOf(meeting({ writing: { phase, round: 1, attribution: 'anonymous' } })).writing;
    expect([writing('private'), writing('revealing'), writing('open')]).toEqual(['anonymous', 'anonymous', null]);
  });
});
