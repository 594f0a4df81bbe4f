import { expect, test } from 'vitest';
import { parseBusySeconds, parseStat } from './processes.ts';

test('a process whose name holds brackets and spaces is still read right', () => {
  const fields = ['S', ...Array.from({ length: 10 }, () => '0'), '250', '50', '7', '3'];
  const text = `4711 (a (b) c) ${[...fields, ...Array.from({ length: 6 }, () => '0'), '1000', '0'].join(' ')}`;
  expect(parseStat(text)).toEqual({
    state: 'S',
    cpuSeconds: 3,
    endedChildrenSeconds: 0.1,
    rssBytes: 1000 * 4096,
  });
});

test('idling and waiting for a disk are not work', () => {
  expect(parseBusySeconds('cpu  100 20 30 99999 8888 5 5 40 0 0\ncpu0 1 1 1 1')).toBe(2);
});
