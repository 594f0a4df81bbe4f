import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { colours } from './look.ts';

const tokens = readFileSync(new URL('../design/tokens.css', import.meta.url), 'utf8');

it.each(Object.entries(colours))('[P4] --%s of the light theme is %s in a picture too', (name, colour) => {
  expect(new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(tokens)?.[1]).toBe(colour);
});
