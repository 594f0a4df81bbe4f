// People's words inside a sentence of ours: Arabic or Hebrew in the middle must not turn the words around it. Where a whole
// element holds people's words, `dir="auto"` does the same. Pure. Rules: SPEC B61.

/** Letters that run from right to left, and signs that turn what follows them. */
const turning = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const turningSigns = /[\u202a-\u202e\u2066-\u2069]/g;

/** The words between FIRST STRONG ISOLATE and POP, where they need it; signs in them that turn text are left out. */
export const isolated = (words: string): string => {
  const plain = words.replaceAll(turningSigns, '');
  return turning.test(plain) ? `\u2068${plain}\u2069` : plain;
};

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first words of a longer text with an ellipsis, in UTF-16 units; no sign that is one to the eye is cut in two. */
export const shortened = (words: string, longest: number): string => {
  if (words.length <= longest) return words;
  const last = letters.segment(words).containing(longest - 1);
  return `${words.slice(0, last?.index ?? longest - 1).trimEnd()}…`;
};
