import type { ParticipantId } from '@hearth/review/ids';
import { expect, it } from 'vitest';
import { withRise, type Rise } from './rising.ts';

const rise = (key: number, who: string, reaction: Rise['reaction'] = 'agree'): Rise => ({
  key,
  participantId: who as ParticipantId,
  reaction,
});

it('[TP3] a person has one reaction at a time, the last one', () => {
  const shown = [rise(1, 'priya'), rise(2, 'maya')];
  expect(withRise(shown, rise(3, 'priya', 'think'))).toEqual([rise(2, 'maya'), rise(3, 'priya', 'think')]);
});

it('[TP3] a crowd fills no screen: forty at most, the oldest gone first', () => {
  const crowd = Array.from({ length: 60 }, (_, index) => rise(index, `person-${index}`));
  const shown = crowd.reduce<Rise[]>(withRise, []);
  expect(shown).toHaveLength(40);
  expect(shown[0]?.key).toBe(20);
});
