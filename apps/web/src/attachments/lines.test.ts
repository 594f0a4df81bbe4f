import { expect, it } from 'vitest';
import { linesWith } from './lines.ts';

const lines = ['14:21 queue 4', '14:22 \u001b[31mERROR\u001b[0m queue full', '14:23 done'];

it('gives the lines that hold what is looked for, with their numbers and without colours', () => {
  expect(linesWith(lines, ' error queue')).toEqual({
    found: 1,
    shown: [{ number: 2, line: '14:22 ERROR queue full' }],
  });
  expect(linesWith(lines, '').found).toBe(3);
  expect(linesWith(lines, 'nowhere')).toEqual({ found: 0, shown: [] });
});

it('shows the first five hundred of many', () => {
  const { found, shown } = linesWith(Array.from({ length: 700 }, String), '');
  expect([found, shown.length, shown.at(-1)?.number]).toEqual([700, 500, 500]);
});
