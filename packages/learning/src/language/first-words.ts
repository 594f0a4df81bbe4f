// The words that a pattern can begin with, read off its source: plain words, and groups of alternatives. Pure.

/** @returns none where the source begins in a way that doesn't tell; the rule then has to name its words. */
export function firstWordsOf(source: string): string[] {
  const words = alternativesOf(source).map(firstOf);
  return words.includes(null) ? [] : words.flatMap((some) => some ?? []);
}

/** A space or what is cut off a word ("n't"), also where it may be left out; a look ahead, or the end. */
const wordEnd = /^(?:$|\\s|\(\?(?:!|:(?:\\s|n't)))/;

function firstOf(alternative: string): string[] | null {
  if (alternative.startsWith('(?:')) {
    const end = closing(alternative);
    const rest = alternative.slice(end + 1);
    // What is in the group is whole words.
    if (!wordEnd.test(rest)) return null;
    const inner = firstWordsOf(alternative.slice(3, end));
    return inner.length > 0 ? inner : null;
  }
  const [whole = '', word = '', letter = ''] = /^([a-z-]{1,30}?)(?:([a-z])\?)?(?![a-z?-])/.exec(alternative) ?? [];
  if (word === '' || !wordEnd.test(alternative.slice(whole.length))) return null;
  return letter === '' ? [word] : [word, word + letter];
}

/** Split at the bars outside of all groups. */
function alternativesOf(source: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) {
      parts.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, source.slice(start)];
}

const closing = (group: string): number => {
  let depth = 0;
  for (let at = 0; at < group.length; at++) {
    if (group[at] === '\\') at++;
    else if (group[at] === '(') depth++;
    else if (group[at] === ')' && --depth === 0) return at;
  }
  return group.length;
};
