// Words the question that is offered in a sentence's place. Pure. Rules: SPEC L30-L33.

import type { LanguageRules, Rule } from './rule.ts';

const longestObject = 110;
/** Only plain words are taken over: nothing that may be half of a mark or a link. */
const takeable = /^[\p{L}\p{N}\s'’/`@#%&+.-]{3,}$/u;

/** @returns with the sentence's own words where they can be moved without changing what they say, else the general question. */
export function reframeOf(rule: Rule, match: RegExpExecArray, sentence: string, language: LanguageRules): string {
  const { plain, withWords } = language.reframes[rule.theme]!;
  const verb = match.groups?.['verb'];
  const base = verb === undefined ? undefined : language.baseOf.get(verb);
  if (withWords === undefined || base === undefined) return plain;
  const object = objectAfter(sentence, match.index + match[0].length, language.clauseEnd);
  return object === null ? plain : withWords.replace('{…}', () => `${base} ${object}`);
}

/** What was to be done, up to the end of its clause; null where that is unclear. */
function objectAfter(sentence: string, at: number, clauseEnd: RegExp): string | null {
  const rest = sentence.slice(at, at + longestObject + 20);
  const stop = clauseEnd.exec(rest);
  const complete = stop !== null || at + rest.length === sentence.length;
  const object = rest
    .slice(0, stop?.index ?? rest.length)
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.!?]+$/u, '')
    .trim();
  const backticks = object.split('`').length - 1;
  return complete && object.length <= longestObject && takeable.test(object) && backticks % 2 === 0 ? object : null;
}
