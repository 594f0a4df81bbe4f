// Rounds: whose turn it is, who comes next, the order before it begins, and questions to begin with. Pure.
import type { FacilitationView, Person } from '@hearth/protocol/facilitation';
import type { RoundPurpose } from '@hearth/review/facilitation/state';
import type { ParticipantId } from '@hearth/review/ids';
import { runsTheRoom, takesPart } from '../facilitation/people.ts';

export const purposeNames: Record<RoundPurpose, string> = {
  'check-in': 'Check-in',
  'check-out': 'Check-out',
  round: 'Round',
};

/** Ours, the first offered first. */
export const roundQuestions: Record<RoundPurpose, readonly string[]> = {
  'check-in': [
    'How do you arrive here today?',
    'What would make this hour worth your time?',
    'What do you hope to hear from somebody else?',
    'What is one word for the incident, as it was for you?',
  ],
  'check-out': [
    'What do you take with you?',
    'What do you see differently than an hour ago?',
    'Whom would you like to thank, and for what?',
    'What is still open for you?',
  ],
  round: [
    'What stands out to you so far?',
    'What have we not looked at yet?',
    'Where do you see it differently?',
    'What would have helped you most that day?',
  ],
};

/** Who may be asked: those who are here and take part. Whoever runs the meeting comes last. */
export const roundPeople = (people: readonly Person[]): Person[] => {
  const asked = people.filter((person) => person.here && takesPart(person.role));
  return [...asked.filter(({ role }) => !runsTheRoom(role)), ...asked.filter(({ role }) => runsTheRoom(role))];
};

/** @param random  a number from 0 to below 1. */
export const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] => {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = mixed[last] as Item;
    mixed[last] = mixed[other] as Item;
    mixed[other] = held;
  }
  return mixed;
};

/** Moves one by a step; what stands at the end stays there. */
export const stepped = <Item>(items: readonly Item[], item: Item, by: -1 | 1): Item[] => {
  const at = items.indexOf(item);
  const to = at + by;
  if (at < 0 || to < 0 || to >= items.length) return [...items];
  const without = items.toSpliced(at, 1);
  return without.toSpliced(to, 0, item);
};

export interface Turn {
  /** Whose it is; null once everybody has had theirs. */
  speaker: Person | null;
  speakerId: ParticipantId | null;
  next: Person | null;
  /** From 1. */
  place: number;
  of: number;
}

/** null while there is no round. */
export const turnNow = ({ state, people }: Pick<FacilitationView, 'state' | 'people'>): Turn | null => {
  const { round } = state;
  if (!round) return null;
  const personOf = (id: ParticipantId | undefined): Person | null =>
    people.find((person) => person.participantId === id) ?? null;
  return {
    speakerId: round.order[round.turn] ?? null,
    speaker: personOf(round.order[round.turn]),
    next: personOf(round.order[round.turn + 1]),
    place: round.turn + 1,
    of: round.order.length,
  };
};

/** What a screen reader hears when the turn passes on. */
export const turnWords = ({ speaker, speakerId, next }: Turn, me: ParticipantId): string => {
  const whose = speakerId === me ? 'It is your turn.' : `It is ${speaker?.name ?? 'somebody else'}’s turn.`;
  if (next === null) return whose;
  return `${whose} ${next.participantId === me ? 'You are next.' : `${next.name} is next.`}`;
};
