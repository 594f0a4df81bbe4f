// A block as the rules read it: lower case, without quotations, code, addresses and marks, and as long as it was, so that
// a place in it is the same place in the text. Pure. Rules: SPEC L4, L5.

const inline = new RegExp(
  [
    '(?<code>`[^`]{1,400}`)',
    String.raw`(?<quote>"[^"]{1,800}"|“[^“”]{1,800}”|«[^«»]{1,800}»|„[^„“”]{1,800}[“”]|(?<![\w'])'[^'\s]{1,40}\s[^']{1,400}'(?!\w))`,
    String.raw`!?\[(?<label>[^\][]{0,400})\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)`,
    String.raw`(?<address>https?:\/\/[^\s)>]{1,600})`,
    '(?<tag><[a-z/!][^<>]{0,300}>)',
    String.raw`(?<marks>(?<!\w)[*_~]{1,3}|[*_~]{1,3}(?!\w))`,
  ].join('|'),
  'giu',
);

/** Stands for what is not read, and counts as a noun that is nobody. */
const nounFill = 'x';

/**
 * @param block  part of a text
 * @returns the same number of UTF-16 units.
 */
export function plainOf(block: string): string {
  const even = block.replaceAll(/[‘’ʼ]/g, "'");
  return lower(even).replaceAll(inline, (whole, ...parts) => {
    const groups = parts.at(-1) as Readonly<Record<string, string | undefined>>;
    if (groups['label'] !== undefined) {
      const before = whole.indexOf('[') + 1;
      return (' '.repeat(before) + groups['label']).padEnd(whole.length);
    }
    return (groups['tag'] ?? groups['marks']) === undefined ? nounFill.repeat(whole.length) : ' '.repeat(whole.length);
  });
}

/** Some letters become two in lower case ("İ"): those stay as they are. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length
    ? lowered
    : text.replaceAll(/[^\u0130]/gu, (letter) =>
        letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
      );
}
