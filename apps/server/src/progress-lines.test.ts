import { expect, it } from 'vitest';
import { progressLines } from './progress-lines.ts';

const megabyte = 1024 * 1024;

it('tells nothing of short work, and of long work a line now and then', () => {
  let nowMs = 5_000;
  const lines: string[] = [];
  const progress = progressLines(
    (line) => lines.push(line),
    () => nowMs,
  );
  const at = (ms: number, done: number, total = 310) => {
    nowMs = 5_000 + ms;
    progress(done * megabyte, total * megabyte);
  };
  at(0, 1);
  at(999, 20);
  expect(lines).toEqual([]);
  at(1_000, 42);
  at(1_500, 60);
  at(3_000, 1_400, 2_000);
  // More than was thought, while others go on writing.
  at(9_000, 2_001, 2_000);
  expect(lines).toEqual(['42 MB of 310 MB', '1,400 MB of 2,000 MB', '2,001 MB of 2,001 MB']);
});
