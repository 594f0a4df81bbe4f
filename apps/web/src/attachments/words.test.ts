import { expect, it } from 'vitest';
import { firstLines, isLongText, pictureWords, sizeWords, titleOfFile } from './words.ts';

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [340_400, '340 kB'],
  [999_600, '1.0 MB'],
  [20 * 1024 * 1024, '21.0 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

it('[U6] a text of more than 30 lines or 6,000 letters is a file', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n');
  expect([lines(30), `${lines(30)}\n`, 'x'.repeat(6_000)].map(isLongText)).toEqual([false, false, false]);
  expect([lines(31), 'x'.repeat(6_001)].map(isLongText)).toEqual([true, true]);
  expect(firstLines(`\n\n${lines(9)}`)).toBe('line 0\nline 1\nline 2\nline 3');
});

it('a card that begins with a file is called like it', () => {
  expect(['queue depth.png', '.png', 'notes', 'v1.2 report.pdf'].map(titleOfFile)).toEqual([
    'queue depth',
    '.png',
    'notes',
    'v1.2 report',
  ]);
});

it('a picture that nobody described says so', () => {
  expect(pictureWords({ alt: ' ', name: 'a.png' })).toBe('Picture a.png, not described yet');
  expect(pictureWords({ alt: 'Queue depth', name: 'a.png' })).toBe('Queue depth');
});
