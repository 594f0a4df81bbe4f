// The words of a sentence, each with its class. Not a tagger: closed classes are listed, the rest goes by ending. Pure.

/** Lists of a language, in lower case. */
export interface Lexicon {
  /** Of closed classes, and of others whatever their ending does not tell. */
  readonly classes: ReadonlyMap<string, WordClass>;
  /** Nouns that name people or groups of them. */
  readonly people: ReadonlySet<string>;
  /** "One of …", "most of …": what is counted follows. */
  readonly shares: ReadonlySet<string>;
  /** Begin a noun group that speaks of everyone: what follows is a rule, not a judgement. */
  readonly generic: ReadonlySet<string>;
  readonly adverbEnding: RegExp;
  readonly pastEnding: RegExp;
  /** What is cut off the end of a word and stands on its own: "we|'ve", "did|n't". */
  readonly clitic: RegExp;
}

export type WordClass =
  /** A pronoun that stands for people, or somebody's name. */
  | 'person'
  | 'pronoun'
  | 'noun'
  | 'past'
  | 'determiner'
  | 'preposition'
  | 'auxiliary'
  | 'adverb'
  | 'joiner'
  | 'subordinator'
  /** "Who", "which", "that". */
  | 'relative'
  | 'number'
  | 'mark';

export interface Word {
  readonly text: string;
  readonly class: WordClass;
  /** Where it begins in the sentence, in UTF-16 units. */
  readonly at: number;
}

const token =
  /@?[\p{L}][\p{L}\p{N}]{0,79}(?:['-][\p{L}\p{N}]{1,40}){0,8}|\p{N}{1,20}(?:[.,:]\p{N}{1,20}){0,4}|[^\s\p{L}\p{N}]/gu;

export function wordsOf(sentence: string, lexicon: Lexicon): Word[] {
  const words: Word[] = [];
  const add = (text: string, at: number): void => {
    words.push({ text, class: classOf(text, lexicon), at });
  };
  for (const match of sentence.matchAll(token)) {
    const whole = match[0];
    const cut = whole.includes("'") ? lexicon.clitic.exec(whole) : null;
    const stem = cut ? whole.slice(0, cut.index) : whole;
    add(stem, match.index);
    if (cut) add(cut[0], match.index + cut.index);
  }
  return words;
}

function classOf(text: string, { classes, adverbEnding, pastEnding }: Lexicon): WordClass {
  const listed = classes.get(text);
  if (listed !== undefined) return listed;
  if (text.length > 1 && text.startsWith('@')) return 'person';
  if (adverbEnding.test(text)) return 'adverb';
  if (pastEnding.test(text)) return 'past';
  if (/^\p{N}/u.test(text)) return 'number';
  return /^[\p{L}@]/u.test(text) ? 'noun' : 'mark';
}
