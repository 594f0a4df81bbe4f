import type { FacilitationCommandKind } from '@hearth/review/facilitation/command';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ParticipantId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import { describe, expect, it } from 'vitest';
import { actWords, leadWords } from './act-words.ts';

const ben = 'ben' as ParticipantId;
const ada = 'ada' as ParticipantId;
const before: FacilitationState = { ...lobby(learningReview), status: 'running', stageIndex: 4 };
const name = (id: string): string => (id === 'ben' ? 'Ben' : 'Ada');

const told = (kind: FacilitationCommandKind, change: Partial<FacilitationState> = {}): string | null =>
  actWords(before, { ...before, ...change, lastAct: { by: ben, kind, atMs: 1 } }, name);

describe('[RM6] what another one did', () => {
  it.each([
    [told('pause'), 'Ben paused the clock.'],
    [
      told('extend', { timer: { ...before.timer, plannedMs: before.timer.plannedMs + 300_000 } }),
      'Ben gave this stage 5 minutes more.',
    ],
    [told('lock-zone', { locked: ['factors'] }), 'Ben locked Factors.'],
    [told('ask-extend'), 'Ben asks the room for more time.'],
  ])('is told by name: %s', (words, expected) => expect(words).toBe(expected));

  it('an unlocked zone as well', () => {
    const was = { ...before, locked: ['learnings'] as const };
    const lastAct = { by: ben, kind: 'lock-zone' as const, atMs: 1 };
    expect(actWords(was, { ...before, lastAct }, name)).toBe('Ben unlocked Learnings and actions.');
  });

  it('once, and nothing of what has a notice of its own or is nobody else’s', () => {
    const lastAct = { by: ben, kind: 'pause' as const, atMs: 1 };
    expect(actWords({ ...before, lastAct }, { ...before, lastAct, hands: [ada] }, name)).toBeNull();
    expect(actWords(before, before, name)).toBeNull();
    expect(told('gather')).toBeNull();
    expect(told('jump', { stageIndex: 6 })).toBeNull();
  });
});

describe('[RM6] who leads', () => {
  const led = { ...before, leader: ada };
  it('is told to everybody, by how it came', () => {
    const handed = { ...led, leader: ben, lastAct: { by: ada, kind: 'hand-over' as const, atMs: 1 } };
    expect(leadWords(led, handed, 'cleo', name)).toBe('Ada handed the lead to Ben.');
    expect(leadWords(led, handed, 'ben', name)).toBe('You lead the meeting now.');
    const taken = { ...led, leader: ben, lastAct: { by: ben, kind: 'take-lead' as const, atMs: 1 } };
    expect(leadWords(led, taken, 'ada', name)).toBe('Ben leads the meeting now.');
  });
  it('not while it is the same one, nor the first', () => {
    expect(leadWords(led, { ...led, hands: [ben] }, 'cleo', name)).toBeNull();
    expect(leadWords(before, led, 'cleo', name)).toBeNull();
  });
});
