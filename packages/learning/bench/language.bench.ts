// How long the language lens takes for 100 kB of text that was made to be slow:
//   node packages/learning/bench/language.bench.ts
import { checkLanguage } from '../src/language/check.ts';
import { englishLens } from '../src/language/en/english.ts';

const size = 100_000;
const pieces: Readonly<Record<string, string>> = {
  'a report': 'The proxy failed to retry and the queue grew. We forgot to tell support about it. ',
  'words that could judge': 'we should have should could if had not was a mistake ',
  'stops only': '. ',
  'quotations that never end': '“',
  'brackets that never end': '[a](',
  'code that never ends': '`a',
  'rows of nothing': '|',
  'marks that never end': '**_',
};

/** Each sentence as long as one may be. */
const cut = (piece: string): string => `${piece.repeat(Math.ceil(998 / piece.length)).slice(0, 993)} end. `;

for (const [name, piece] of Object.entries(pieces)) {
  for (const [how, unit] of [
    ['in one', piece],
    ['in sentences', cut(piece)],
  ] as const) {
    const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    const work = { tries: 0 };
    const from = performance.now();
    const { length } = checkLanguage(text, englishLens, work);
    const tookMs = (performance.now() - from).toFixed(1);
    console.log(`${name.padEnd(28)} ${how.padEnd(14)} ${tookMs.padStart(7)} ms  ${work.tries} tries  ${length} found`);
  }
}
