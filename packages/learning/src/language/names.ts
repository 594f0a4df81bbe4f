// A lens that knows who is who: the names of people in the room stand for persons, as pronouns do. Pure. Rules: SPEC L16.

import type { Lens } from './check.ts';

/** @param names  as people write them: first and last names count, but for words that mean something else in the language. */
export function lensKnowing({ rulesAt, language }: Lens, names: readonly string[]): Lens {
  const { lexicon } = language;
  const known = names.flatMap((name) => {
    const words = name.toLowerCase().match(/\p{L}[\p{L}'-]+/gu) ?? [];
    return [...words.slice(0, 1), ...words.slice(-1)].map((word) => [word, 'person'] as const);
  });
  // "Will" and "May" are verbs far more often than people; "Support" is no name: what is listed stays what it is.
  const classes = new Map([...known, ...lexicon.classes]);
  return { rulesAt, language: { ...language, lexicon: { ...lexicon, classes } } };
}
