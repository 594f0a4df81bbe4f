// How many of those who are here agreed to the ground rules: a count, never who did not. Pure.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { takesPart } from '../facilitation/people.ts';

export const acknowledgedCount = ({ people, state }: FacilitationView): { said: number; of: number } => {
  const awaited = people.filter((person) => person.here && takesPart(person.role));
  const said = new Set(state.acknowledged);
  return { said: awaited.filter((person) => said.has(person.participantId)).length, of: awaited.length };
};
