// Before the start: whom the room still waits for. Pure.
import type { FacilitationView } from '@hearth/protocol/facilitation';

import { namesInWords, takesPart } from './people.ts';

/**
 * Those who have been in the review and are not here, then responders who have a column on the board and nobody of their name
 * is here. Observers are not waited for.
 * @param columns  names of the perspectives' columns.
 */
export const missingPeople = ({ people }: FacilitationView, columns: readonly string[]): readonly string[] => {
  const known = people.filter((person) => takesPart(person.role) && !person.here).map((person) => person.name);
  const names = people.map((person) => person.name);
  const invited = columns.filter((column) => column.trim() !== '' && !names.some((name) => sameName(name, column)));
  return [...new Set([...known, ...invited])];
};

/** `Still missing: Ruth and Tomasz.`; an empty string where nobody is. */
export const missingWords = (missing: readonly string[]): string =>
  missing.length === 0 ? '' : `Still missing: ${namesInWords(missing, mostNames)}.`;

const mostNames = 4;

/** A column often bears the first name only: "Priya" is Priya Raman. */
const sameName = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.slice(0, b.length).join(' ') === b.slice(0, a.length).join(' ');
};

const wordsOf = (name: string): string[] => name.trim().toLocaleLowerCase().split(/\s+/);
