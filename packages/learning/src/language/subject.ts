// Finds who does what a verb says, by walking left from it: closed classes bound the way, nothing is parsed. Pure.
// Rules: SPEC L10-L15.

import type { Lexicon, Word, WordClass } from './words.ts';

export type Subject =
  | { readonly kind: 'person'; /** Speaks of each or all of them. */ readonly generic: boolean; readonly words: string }
  /** A system, a thing, an outsider, or nobody knows. */
  | { readonly kind: 'other' }
  /** Left out, as in notes: "Forgot to tell support." */
  | { readonly kind: 'dropped' };

/** Farther left than this nobody looks. */
const reach = 40;
const other: Subject = { kind: 'other' };
const inGroup: ReadonlySet<WordClass> = new Set(['noun', 'past', 'number', 'adverb']);

/** @param verb  index of the verb, or of its first auxiliary, in `words`. */
export function subjectOf(words: readonly Word[], verb: number, lexicon: Lexicon): Subject {
  let at = verb - 1;
  while (at >= 0 && isOneOf(words[at], 'adverb', 'auxiliary')) at--;
  if (opensSentence(words, at)) return { kind: 'dropped' };
  const before = words[at]!;
  switch (before.class) {
    case 'person':
      // "The call to Ann failed to connect"; but "one of us forgot".
      if (isOneOf(words[at - 1], 'preposition') && at > 1 && !lexicon.shares.has(words[at - 2]!.text))
        return groupSubject(words, at - 2, lexicon);
      return { kind: 'person', generic: false, words: before.text };
    case 'pronoun':
    case 'subordinator':
    case 'preposition':
    case 'determiner':
      return other;
    case 'relative':
      return relative(words, at, lexicon);
    case 'joiner':
    case 'mark':
      return clauseSubject(words, at, lexicon);
    default:
      return groupSubject(words, at, lexicon);
  }
}

const isOneOf = (word: Word | undefined, ...classes: WordClass[]): boolean =>
  word !== undefined && classes.includes(word.class);

/** Nothing before, or only a time, a mark or a joiner: the line begins here. */
function opensSentence(words: readonly Word[], at: number): boolean {
  for (let left = at; left >= 0; left--)
    if (at - left > 8 || !isOneOf(words[left], 'number', 'mark', 'adverb', 'joiner')) return false;
  return true;
}

/** "The engineer who forgot", "the job that failed". */
function relative(words: readonly Word[], at: number, lexicon: Lexicon): Subject {
  if (words[at]!.text === 'who') return { kind: 'person', generic: false, words: 'who' };
  let left = at - 1;
  while (left >= 0 && isOneOf(words[left], 'mark', 'adverb')) left--;
  return left < 0 ? other : groupSubject(words, left, lexicon);
}

/** "We pushed it and forgot", "the team, under pressure, missed": the subject of the clause as a whole. */
function clauseSubject(words: readonly Word[], at: number, lexicon: Lexicon): Subject {
  let start = at;
  while (start > 0 && at - start < reach && !isClauseStart(words[start - 1])) start--;
  if (words[start - 1]?.text === 'who') return { kind: 'person', generic: false, words: 'who' };
  let afterPreposition = false;
  for (let index = start; index < at; index++) {
    const word = words[index]!;
    if (word.class === 'person') return { kind: 'person', generic: false, words: word.text };
    if (word.class === 'pronoun') return other;
    if (word.class === 'preposition') afterPreposition = true;
    else if (word.class === 'auxiliary') return groupSubject(words, index - 1, lexicon);
    else if (word.class === 'mark' && afterPreposition) afterPreposition = false;
    else if (word.class === 'past' && index > start && !afterPreposition && followsNoun(words, index))
      return groupSubject(words, index - 1, lexicon);
  }
  return other;
}

const isClauseStart = (word: Word | undefined): boolean =>
  isOneOf(word, 'subordinator', 'relative') || [';', ':', '(', '—', '–'].includes(word?.text ?? '');

const followsNoun = (words: readonly Word[], index: number): boolean => {
  let left = index - 1;
  while (left >= 0 && words[left]!.class === 'adverb') left--;
  return isOneOf(words[left], 'noun');
};

/** The noun group that ends at `end`: its last noun, or the one before its first preposition. */
function groupSubject(words: readonly Word[], end: number, lexicon: Lexicon): Subject {
  let last = end;
  while (last >= 0 && words[last]!.class === 'adverb') last--;
  let head = other;
  for (let steps = 0; last >= 0 && steps < 6; steps++) {
    if (isOneOf(words[last], 'person')) return { kind: 'person', generic: false, words: words[last]!.text };
    let first = last;
    while (first >= 0 && end - first < reach && inGroup.has(words[first]!.class)) first--;
    const determiner = isOneOf(words[first], 'determiner') ? words[first]! : null;
    if (first === last && !determiner) return head;
    const noun = words[last]!;
    // "The change that the team made failed": the verb before belongs to somebody else.
    if (steps === 0 && noun.class === 'past' && !lexicon.people.has(noun.text)) return other;
    if (!lexicon.shares.has(noun.text)) head = described(words, first, last, determiner, lexicon);
    const beforeGroup = determiner ? first - 1 : first;
    if (!isOneOf(words[beforeGroup], 'preposition')) return head;
    last = beforeGroup - 1;
    if (!isOneOf(words[last], 'noun', 'person', 'number')) return head;
  }
  return head;
}

function described(
  words: readonly Word[],
  first: number,
  last: number,
  determiner: Word | null,
  lexicon: Lexicon,
): Subject {
  if (!lexicon.people.has(words[last]!.text)) return other;
  const group = words.slice(first + 1, last + 1).map((word) => word.text);
  return {
    kind: 'person',
    generic: determiner ? lexicon.generic.has(determiner.text) : group.some((text) => lexicon.generic.has(text)),
    words: [...(determiner ? [determiner.text] : []), ...group].join(' '),
  };
}
