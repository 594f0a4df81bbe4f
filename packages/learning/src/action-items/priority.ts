// Priority of an action. P0 counts as P1, P4 and lower as P3. Pure. Rules: SPEC A50.

import type { Priority } from './model.ts';

const code = /(?<![\w/.-])P([0-5])(?![\w/-]|\.\w)/;
const field =
  /\bprio(?:rity)?\s{0,2}[:=-]?\s{0,2}\(?(critical|urgent|highest|high|medium|moderate|normal|lowest|low)\b/i;
const leadingWord = /^[[(](critical|urgent|high|medium|low)(?: prio(?:rity)?)?[\])]/i;
const leadingCapitals = /^(CRITICAL|URGENT|HIGH|MEDIUM|LOW)\b/;
/** Set off from the sentence: "high-priority alerts" says nothing of the action. */
const reversed = /(?:^|[([,;–—-]\s?)(critical|high|medium|low)[- ]prio(?:rity)?\s?(?:[)\],;:.]|$)/i;

export function findPriority(text: string): Priority | null {
  const digit = code.exec(text)?.[1];
  if (digit !== undefined) return ofDigit(Number(digit));
  const word =
    field.exec(text)?.[1] ??
    leadingWord.exec(text.trim())?.[1] ??
    leadingCapitals.exec(text.trim())?.[1] ??
    reversed.exec(text)?.[1];
  return word === undefined ? null : ofWord(word);
}

/** A table's priority cell: "P2", "2", "High". */
export function priorityCell(cell: string): Priority | null {
  const digit = /^\W{0,3}[Pp]?([0-5])\b/.exec(cell)?.[1];
  return digit === undefined ? ofWord(cell) : ofDigit(Number(digit));
}

const ofDigit = (digit: number): Priority => (digit <= 1 ? 'P1' : digit === 2 ? 'P2' : 'P3');

function ofWord(word: string): Priority | null {
  if (/crit|urgent|high|immediate|must/i.test(word)) return 'P1';
  if (/med|moderate|normal|should/i.test(word)) return 'P2';
  return /low|minor|nice|could/i.test(word) ? 'P3' : null;
}
