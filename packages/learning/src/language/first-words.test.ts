import { expect, it } from 'vitest';
import { firstWordsOf } from './first-words.ts';

it.each([
  ['failed to', ['failed']],
  ['failed|forgot to', ['failed', 'forgot']],
  ['(?:failed|(?:had|has) no) idea', ['failed', 'had', 'has']],
  ['(?:without a (?:plan|map)|blindly)(?![a-z])', ['without', 'blindly']],
  ['(?:may|might)(?: not)? have', ['may', 'might']],
  ["(?:did|do)(?:n't| not) ask|never asked", ['did', 'do', 'never']],
  ['mistakes? made', ['mistake', 'mistakes']],
  ['bother(?:ed)? to', []],
  ['mis(?:take|step)', []],
  ['co-?ordination', []],
  ['failed|[a-z]{2,5}ed', []],
])('[L40] the words that "%s" begins with', (source, words) => {
  expect(firstWordsOf(source.replaceAll(' ', String.raw`\s{1,4}`))).toEqual(words);
});
