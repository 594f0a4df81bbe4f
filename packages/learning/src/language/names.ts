// A lens that knows who is who: the names of people in the room stand for persons, as pronouns do. Pure. Rules: SPEC L16.

import type { Lens } from './check.ts';

/** @param names  as people write them: first and last names count, but for words that mean something else in the language. */
export function lensKnowing(lens: Lens, names: readonly string[]): Lens {
  const { language } = lens;
  const { lexicon } = language;
  // "Will" and "May" are verbs far more often than people; "Support" is no name.
  const listed = Object.values(lexicon).filter((list) => list instanceof Set);
  const known = names.flatMap((name) => {
    const words = name.toLowerCase().match(/\p{L}[\p{L}'-]+/gu) ?? [];
    return [words[0] ?? '', words.at(-1) ?? ''].filter((word) => !listed.some((list) => list.has(word)));
  });
  const personPronouns = new Set([...lexicon.personPronouns, ...known]);
  return { ...lens, language: { ...language, lexicon: { ...lexicon, personPronouns } } };
}
