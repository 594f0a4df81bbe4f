import { expect, it } from 'vitest';
import { pictureName } from './file-name.ts';

it.each([
  ['Checkout errors', '2026-11-12', null, 'checkout-errors-2026-11-12.png'],
  ['Checkout errors', null, 'timeline', 'checkout-errors-timeline.png'],
  ['../../etc/passwd\u0000\n', null, null, 'etc-passwd.png'],
  ['Ausfall der Zahlung: “warum?”', null, null, 'ausfall-der-zahlung-warum.png'],
  ['שלום עולם', null, null, 'שלום-עולם.png'],
  ['???', '2026-11-12', null, 'board-2026-11-12.png'],
])('[P6] %j is saved as a name that every system takes', (title, day, part, name) => {
  expect(pictureName(title, day, part, 'png')).toBe(name);
});

it('[P6] a long title is cut', () => {
  expect(pictureName('word '.repeat(60), null, null, 'svg').length).toBeLessThan(70);
});
