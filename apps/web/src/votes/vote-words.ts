// A vote in words. Pure.
import type { Person } from '@hearth/protocol/facilitation';
import type { Votable } from '@hearth/review/facilitation/state';
import type { ParticipantId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { takesPart } from '../facilitation/people.ts';

/** Which cards are voted on. */
export const kindVotedOn: Record<Votable, 'factor' | 'learning'> = { factors: 'factor', learnings: 'learning' };

const numbers = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');
const inWords = (count: number): string => numbers[count] ?? String(count);

/** "Five of seven have voted". Of those who are here, and of those who have and left since. */
export const votedWords = (voted: readonly ParticipantId[], people: readonly Person[]): string => {
  const has = new Set(voted);
  const of = people.filter(
    ({ participantId, here, role }) => has.has(participantId) || (here && takesPart(role)),
  ).length;
  if (voted.length === 0) return 'Nobody has voted yet';
  return `${inWords(voted.length)} of ${inWords(Math.max(of, voted.length)).toLowerCase()} ${voted.length === 1 ? 'has' : 'have'} voted`;
};

export const leftWords = (left: number, budget: number): string =>
  left <= 0 ? 'No dots left' : left === budget ? `${counted(left, 'dot')} to give` : `${counted(left, 'dot')} left`;

export const namesWords = (anonymous: boolean): string => (anonymous ? 'without names' : 'with names');
