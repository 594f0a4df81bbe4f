// Who is in the room, as the bar tells it. Pure.
import type { FacilitationView, Person } from '@hearth/protocol/facilitation';
import type { Role } from '@hearth/review/roles';

export const runsTheRoom = (role: Role): boolean => role === 'facilitator' || role === 'co-facilitator';

export const takesPart = (role: Role): boolean => role !== 'observer';

/** Those whose "ready" is waited for: here, and neither watching nor running the room. */
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
  if (names.length <= 1) return names[0] ?? '';
  if (names.length <= shown) return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  const others = names.length - (shown - 1);
  return `${names.slice(0, shown - 1).join(', ')} and ${others} others`;
};
