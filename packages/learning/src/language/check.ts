// The language lens: finds sentences that judge people or tell what might have been, and offers a question instead.
// Pure. Rules: SPEC L1-L42.

import { blocksOf } from './blocks.ts';
import { firstWordsOf } from './first-words.ts';
import { plainOf } from './plain.ts';
import type { LanguageRules, Rule } from './rule.ts';
import { reframeOf } from './reframe.ts';
import { sentencesOf } from './sentences.ts';
import { subjectOf } from './subject.ts';
import { wordsOf, type Word } from './words.ts';

export interface Finding {
  /** As it stands in the text, up to 1,000 UTF-16 units. */
  readonly sentence: string;
  /** UTF-16 units from the beginning of the text; `end` is behind the last. */
  readonly start: number;
  readonly end: number;
  /** The words that gave rise to it, as they stand in the text. */
  readonly indicator: string;
  /** A question that can stand in the sentence's place. */
  readonly reframe: string;
}

/** What the lens did, for tests of its cost: one try is one rule at one word. */
export interface Work {
  tries: number;
}

/** A language's rules by the words at which they are tried; made once. */
export interface Lens {
  readonly language: LanguageRules;
  readonly rulesAt: ReadonlyMap<string, readonly Rule[]>;
}

export function lensOf<Theme extends string>(language: LanguageRules<Theme>): Lens {
  const rulesAt = new Map<string, Rule[]>();
  for (const rule of language.rules)
    for (const word of rule.at ?? firstWordsOf(rule.pattern.source))
      rulesAt.set(word, [...(rulesAt.get(word) ?? []), rule]);
  return { language, rulesAt };
}

/**
 * @param text  plain or Markdown
 * @param work  counts what was done, where given
 * @returns at most one finding a sentence, in the order of the text; for the same text always the same.
 */
export function checkLanguage(text: string, lens: Lens, work: Work = { tries: 0 }): Finding[] {
  const { language } = lens;
  return blocksOf(text, language.guidelineTitle).flatMap((block) => {
    const written = text.slice(block.start, block.end);
    const plain = plainOf(written);
    return sentencesOf(plain, written, language.abbreviation).flatMap((place): Finding[] => {
      const found = judge(plain.slice(place.start, place.end), lens, work);
      if (!found) return [];
      const start = block.start + place.start;
      const sentence = text.slice(start, block.start + place.end);
      return [
        {
          sentence,
          start,
          end: block.start + place.end,
          indicator: sentence.slice(found.index, found.index + found[0].length),
          reframe: reframeOf(found.rule, found, sentence, language),
        },
      ];
    });
  });
}

type Match = RegExpExecArray & { readonly rule: Rule };

/** Nobody writes more words that could judge into one sentence; what comes after is not tried. */
const mostTries = 60;

function judge(sentence: string, lens: Lens, work: Work): Match | null {
  const words = wordsOf(sentence, lens.language.lexicon);
  // What the whole sentence says is asked once a rule, and only when the rule would speak.
  const verdicts = new Map<Rule | RegExp, boolean>();
  const once = (key: Rule | RegExp, ask: () => boolean): boolean => {
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const answer = ask();
    verdicts.set(key, answer);
    return answer;
  };
  const tryable = work.tries + mostTries;
  for (const [index, word] of words.entries()) {
    if (work.tries > tryable) return null;
    for (const rule of lens.rulesAt.get(word.text) ?? []) {
      work.tries++;
      const match = matchAt(rule, sentence, words, index, lens);
      if (!match) continue;
      if (lens.language.silent.some((pattern) => once(pattern, () => pattern.test(sentence)))) return null;
      if (!once(rule, () => rule.needs?.test(sentence) !== false && rule.unless?.test(sentence) !== true)) continue;
      return Object.assign(match, { rule });
    }
  }
  return null;
}

function matchAt(
  rule: Rule,
  sentence: string,
  words: readonly Word[],
  index: number,
  lens: Lens,
): RegExpExecArray | null {
  const { at } = words[index]!;
  rule.pattern.lastIndex = at;
  const match = rule.pattern.exec(sentence);
  if (!match) return null;
  const before = sentence.slice(Math.max(0, at - 80), at);
  if (rule.before?.test(before) === false || rule.notBefore?.test(before) === true) return null;
  if (rule.who === 'anything') return match;
  const subject = subjectOf(words, index, lens.language.lexicon);
  if (subject.kind === 'dropped') return rule.who === 'person-or-dropped' ? match : null;
  return subject.kind === 'person' && !subject.generic ? match : null;
}
