import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { farLines } from './far-words.ts';

describe('words from afar', () => {
  it.each([
    ['Nobody watches the queue', 40, 3, ['Nobody watches the queue']],
    ['Nobody watches the queue', 14, 3, ['Nobody watches', 'the queue']],
    ['Nobody watches the queue', 8, 3, ['Nobody', 'watches', 'the…']],
    ['Nobody watches the queue', 8, 1, ['Nobody…']],
    ['Incomprehensibly long', 8, 3, ['Incompr…', 'long']],
    ['Incomprehensibly', 8, 1, ['Incompr…']],
    ['', 8, 2, []],
  ])('[B28] %j in %i letters and %i lines', (words, perLine, most, lines) =>
    expect(farLines(words, perLine, most)).toEqual(lines),
  );

  it('[B28] never more lines, never a longer one, and only whole words but for an ellipsis', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/)),
        fc.integer({ min: 4, max: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (parts, perLine, most) => {
          const lines = farLines(parts.join(' '), perLine, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(perLine);
            for (const word of line.split(' ')) if (!word.endsWith('…')) expect(parts).toContain(word);
          }
        },
      ),
    );
  });
});
