// Breaks words into lines of a width. Pure.
import type { Measure, TextStyle } from './shapes.ts';

export interface Line {
  text: string;
  rtl: boolean;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const rightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * @param mostLines  what does not fit in so many ends in "…".
 * @returns at least one line. Line breaks of the text are kept, empty lines are not.
 */
export const wrapWords = (
  text: string,
  width: number,
  style: TextStyle,
  measure: Measure,
  mostLines = Infinity,
): Line[] => {
  const lines: Line[] = [];
  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const rtl = rightToLeft.test(paragraph);
    for (const line of wrapParagraph(paragraph, width, style, measure)) {
      if (lines.length === mostLines) return shortened(lines, width, style, measure);
      lines.push({ text: line, rtl });
    }
  }
  return lines.length === 0 ? [{ text: '', rtl: false }] : lines;
};

function* wrapParagraph(paragraph: string, width: number, style: TextStyle, measure: Measure): Generator<string> {
  const space = measure(' ', style);
  let line = '';
  let used = 0;
  for (const word of paragraph.split(/\s+/)) {
    if (word === '') continue;
    const wide = measure(word, style);
    if (line !== '' && used + space + wide <= width) {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    if (line !== '') yield line;
    line = word;
    used = wide;
    if (wide <= width) continue;
    // A word wider than the card, or words of a script without spaces: broken between letters.
    const pieces = [...piecesOf(word, width, style, measure)];
    yield* pieces.slice(0, -1);
    line = pieces.at(-1) ?? '';
    used = measure(line, style);
  }
  if (line !== '') yield line;
}

function* piecesOf(word: string, width: number, style: TextStyle, measure: Measure): Generator<string> {
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measure(piece + segment, style) > width) {
      yield piece;
      piece = '';
    }
    piece += segment;
  }
  yield piece;
}

const shortened = (lines: readonly Line[], width: number, style: TextStyle, measure: Measure): Line[] => {
  const last = lines.at(-1);
  if (!last) return [];
  const letters = [...graphemes.segment(last.text)].map(({ segment }) => segment);
  while (letters.length > 0 && measure(`${letters.join('')}…`, style) > width) letters.pop();
  return [...lines.slice(0, -1), { ...last, text: `${letters.join('').trimEnd()}…` }];
};
