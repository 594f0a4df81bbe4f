// Cuts a block into sentences. Pure. Rules: SPEC L6, L7.

import type { Block } from './blocks.ts';

/** Longer sentences are read as far as this, in UTF-16 units. */
const maxSentence = 1000;

/** Nothing shorter judges anybody. */
const shortest = 6;

const stop = /[.!?…]{1,8}["'”’)\]*_]{0,3}(?:\s|$)|\||\n(?=[ \t]{0,20}\d{1,2}[:.h]\d{2}\b)/gu;

/**
 * @param plain  the block as the rules read it
 * @param block  as it was written
 * @param abbreviation  tells, of what stands before a full stop, whether it ends in a shortened word
 * @returns where its sentences stand within the block, without the white space around them.
 */
export function sentencesOf(plain: string, block: string, abbreviation: RegExp): Block[] {
  const sentences: Block[] = [];
  let start = 0;
  const add = (end: number): void => {
    let [from, to] = [start, end];
    while (from < to && isSpace(block, from)) from++;
    while (to > from && isSpace(block, to - 1)) to--;
    if (to - from >= shortest) sentences.push({ start: from, end: Math.min(to, from + maxSentence) });
  };
  for (const match of plain.matchAll(stop)) {
    if (match[0].startsWith('.') && abbreviation.test(plain.slice(Math.max(start, match.index - 12), match.index)))
      continue;
    add(match[0] === '|' ? match.index : match.index + match[0].length);
    start = match.index + match[0].length;
  }
  add(plain.length);
  return sentences;
}

const isSpace = (text: string, at: number): boolean => /[\s|]/u.test(text[at] ?? '');
