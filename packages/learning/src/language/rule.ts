// What a language brings along for the lens: word lists, rules, reframes. Everything here is data; `check.ts` reads it.

import type { Lexicon } from './words.ts';

/** Who must be doing it, so that the rule speaks. */
export type Who =
  /** A person or group of people. */
  | 'person'
  /** Or nobody named, at the start of a note: "Forgot to …". */
  | 'person-or-dropped'
  /** Anyone and anything: the words themselves judge. */
  | 'anything';

/**
 * One way in which a sentence judges a person or tells what might have been. All patterns read a sentence in lower case,
 * with straight apostrophes and without quotations; their quantifiers are bounded.
 */
export interface Rule<Theme extends string = string> {
  /** Words at which the rule is tried, where the pattern does not begin with plain words. */
  readonly at?: readonly string[];
  /** Sticky; begins at that word. What it matches is the indicator. A group `verb` lends its words to the reframe. */
  readonly pattern: RegExp;
  readonly who: Who;
  /** Of the 80 units before the word. */
  readonly before?: RegExp;
  readonly notBefore?: RegExp;
  /** Of the whole sentence. */
  readonly needs?: RegExp;
  readonly unless?: RegExp;
  readonly theme: Theme;
}

/** A question to ask instead. */
export interface Reframe {
  readonly plain: string;
  /** With "{…}" for what was, or was not, done: a verb in its base form and what follows it. */
  readonly withWords?: string;
}

export interface LanguageRules<Theme extends string = string> {
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule<Theme>[];
  readonly reframes: Readonly<Record<Theme, Reframe>>;
  /** Sentences that speak about judging people, or ask: the lens is silent. */
  readonly silent: readonly RegExp[];
  /** Titles of sections that say how to speak. */
  readonly guidelineTitle: RegExp;
  /** Of what stands before a full stop: it ends in a shortened word. */
  readonly abbreviation: RegExp;
  /** Base form of a verb that people do. */
  readonly baseOf: ReadonlyMap<string, string>;
  /** Begins what no longer belongs to a verb's own words. */
  readonly clauseEnd: RegExp;
}
