// A lens that knows who is who: the names of people in the room stand for persons, as pronouns do. Pure. Rules: SPEC L16.

import type { Lens } from './check.ts';
import { plainOf } from './plain.ts';
import { wordsOf, type Lexicon } from './words.ts';

/** @param names  as people write them: first and last names count, but for words that mean something else in the language. */
export function lensKnowing(lens: Lens, names: readonly string[]): Lens {
  const { lexicon } = lens.language;
  const known = names.flatMap((name) => {
    const words = wordsOf(plainOf(name), lexicon).map(({ text }) => text);
    return [words[0] ?? '', words.at(-1) ?? ''].filter((word) => isName(word, lexicon));
  });
  const personPronouns = new Set([...lexicon.personPronouns, ...known]);
  return { ...lens, language: { ...lens.language, lexicon: { ...lexicon, personPronouns } } };
}

/** "Will" and "May" are verbs far more often than people; "Support" is no name. */
const isName = (word: string, lexicon: Lexicon): boolean =>
  /^\p{L}{2}/u.test(word) &&
  ![
    lexicon.pronouns,
    lexicon.people,
    lexicon.shares,
    lexicon.determiners,
    lexicon.generic,
    lexicon.prepositions,
    lexicon.auxiliaries,
    lexicon.adverbs,
    lexicon.joiners,
    lexicon.subordinators,
    lexicon.relatives,
    lexicon.pastVerbs,
  ].some((list) => list.has(word));
