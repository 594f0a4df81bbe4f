// Makes what people wrote safe to stand in Markdown: it reads as written, starts no construct and injects no HTML. Pure.
// Rules: SPEC P3-P5.

/** Marks that mean something anywhere in a line. */
const inlineMarks = /[\\`*_[\]~|]/g;
/** A named or numeric character reference; other ampersands mean nothing. */
const entity = /&(?=#?\w{1,40};)/g;
const controls = /\p{Cc}/gu;

/** One line of text: no line breaks, no marks, no HTML. What a line must not begin with is left to `safeLine`. */
export const escapeInline = (text: string): string =>
  text
    .toWellFormed()
    .replace(controls, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(inlineMarks, '\\$&')
    .replace(entity, '&amp;')
    .replaceAll('<', '&lt;');

/** A line of escaped text that can't begin a heading, a list, a quote, a rule, a fence or indented code. */
export const safeLine = (escaped: string): string =>
  escaped
    .trim()
    .replace(/^[#>+\-=:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

/** Several lines of text as one paragraph with hard breaks; blank lines are left out. */
export const escapeParagraph = (text: string): string => escapedLines(text).join('\\\n');

/** All lines of a text on one line: for headings and cells. */
export const escapeLine = (text: string): string => escapedLines(text).join(' ');

const escapedLines = (text: string): string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => safeLine(escapeInline(line)))
    .filter((line) => line !== '');

/** Text within back-ticks, in a fence that is longer than any run of back-ticks in it. */
export const codeSpan = (text: string): string => {
  const content = text.toWellFormed().replace(controls, ' ');
  const fence = '`'.repeat(longestRun(content) + 1);
  // A space at both ends is taken off again when rendered: it keeps back-ticks and spaces of the content.
  return `${fence} ${content} ${fence}`;
};

/** Length of the longest run of back-ticks. */
export const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));

/**
 * An address that may stand in `[label](<address>)`: http, https or mailto, without a character that ends it.
 * @returns null for every other address.
 */
export const safeAddress = (url: unknown): string | null => {
  if (typeof url !== 'string') return null;
  const trimmed = url.trim().toWellFormed();
  if (!/^(?:https?:\/\/|mailto:)[^/\s]/i.test(trimmed)) return null;
  return trimmed.replace(/[\s\p{Cc}<>"`\\|()]/gu, (character) => percentEncoded(character)).replace(entity, '&amp;');
};

const percentEncoded = (character: string): string =>
  character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character);

/** A link, or only its label where the address is none that we link to. Both as people wrote them. */
export const link = (label: string, url: string): string => {
  const address = safeAddress(url);
  const words = escapeLine(label) || escapeLine(url);
  return address === null ? words : `[${words}](${address})`;
};
