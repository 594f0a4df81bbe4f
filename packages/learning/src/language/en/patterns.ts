// Building blocks of the English rules.

import { people } from './people.ts';

/** A pattern that begins at the word where it is tried; spaces stand for any white space. */
export const here = (source: string): RegExp => new RegExp(`(?:${spaced(source)})(?![a-z'-])`, 'uy');

/** The word itself. */
export const anyWord = here('[a-z-]{2,24}');

/** A pattern for the text right before that word. */
export const before = (source: string): RegExp => new RegExp(`(?<![a-z])(?:${spaced(source)})\\s{0,4}$`, 'u');

/** A pattern for anywhere in the sentence. */
export const anywhere = (source: string): RegExp => new RegExp(`(?<![a-z-])(?:${spaced(source)})(?![a-z-])`, 'u');

function spaced(source: string): string {
  return source.replaceAll(/ (?![*+?{])/g, String.raw`\s{1,4}`).replaceAll(/ (?=[*+?{])/g, String.raw`\s`);
}

/** Words of a list, for `at`. */
export const words = (list: string): string[] => list.trim().split(/\s+/);

/** Up to two adverbs, each with the space behind it. */
export const adverbs =
  '(?:(?:[a-z]{2,20}ly|also|just|at least|even|ever|first|then|perhaps|maybe|never|at all|all|still|already|better|sooner|earlier|simply|instead|to) ){0,2}';

/** "Not", after what comes before it. */
export const not = "(?:n't| not| never)";

/** "Have", of what might have been, with the space before it. */
export const have = `(?: ${adverbs}(?:have|of|'ve)|'ve)`;

/** People as they stand behind "by", "of", "to". */
export const byPeople = String.raw`(?:us|me|him|her|them|someone|somebody|anyone|@[\w-]{1,40}|(?:the |our |an? |one of (?:the|our) )?(?:[a-z-]{2,20} ){0,2}?${people})`;
