// Who is in the room, as the bar tells it. Pure.
import type { FacilitationView, Person } from '@hearth/protocol/facilitation';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { Role } from '@hearth/review/roles';
import { listed } from '@hearth/review/time/words';

export const runsTheRoom = (role: Role): boolean => role === 'facilitator' || role === 'co-facilitator';

export const takesPart = (role: Role): boolean => role !== 'observer';

/** Those whose "ready", or answer, is waited for: here, and neither watching nor running the room. */
export const awaited = (view: FacilitationView): Person[] =>
  view.people.filter((person) => person.here && takesPart(person.role) && !runsTheRoom(person.role));

export interface ReadyCount {
  ready: number;
  of: number;
}

export const readyCount = (view: FacilitationView): ReadyCount => {
  const waitedFor = awaited(view);
  const said = new Set(view.state.ready);
  return { ready: waitedFor.filter((person) => said.has(person.participantId)).length, of: waitedFor.length };
};

/** Raised hands, first come first. Somebody whom the room does not know (any more) is left out. */
export const raisedHands = (view: FacilitationView): Person[] =>
  view.state.hands.flatMap((id) => view.people.find((person) => person.participantId === id) ?? []);

/** `Priya, Tomasz and 3 others`; an empty string for nobody. */
export const namesInWords = (names: readonly string[], shown = 3): string => {
  if (names.length <= shown) return listed(names);
  const others = names.length - (shown - 1);
  return `${names.slice(0, shown - 1).join(', ')} and ${others} others`;
};

/**
 * Before the start: who is here besides me, and whom the room waits for.
 * @param me  my participant id.
 */
export const lobbyWords = (view: FacilitationView, me: string): string => {
  const others = view.people.filter((person) => person.here && person.participantId !== me);
  const names = namesInWords(others.map((person) => person.name));
  const here =
    others.length === 0 ? 'You are the first one here.' : `${names} ${others.length === 1 ? 'is' : 'are'} here.`;
  const mine = view.people.find((person) => person.participantId === me);
  const starter = view.people.find((person) => person.role === 'facilitator');
  if (!starter || (mine && runsTheRoom(mine.role))) return here;
  if (others.length === 1 && others[0] === starter) return `${starter.name} is here and starts the review.`;
  return `${here} ${starter.name} starts the review.`;
};

export type StagePlace = 'done' | 'now' | 'next';

/** Where a stage stands in the meeting. */
export const placeOfStage = ({ status, stageIndex }: FacilitationState, index: number): StagePlace => {
  if (status === 'lobby') return 'next';
  if (status === 'ended' || index < stageIndex) return 'done';
  return index === stageIndex ? 'now' : 'next';
};
