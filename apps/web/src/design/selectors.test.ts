import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = new URL('../', import.meta.url).pathname;

/** With each node that is added anywhere, the browser asks such a rule again, and some of them style all the page anew. */
const ofAllThePage = /(?:^|[\s,}>+~])(?::root|html|body|:global\((?::root|html|body)\)|\[[^\]]*\]\s+):has\(|\s:has\(/m;

test('no style hangs on what the whole page holds', () => {
  const found = globSync('**/*.css', { cwd: source }).filter((path) =>
    ofAllThePage.test(readFileSync(source + path, 'utf8').replaceAll(/\/\*.*?\*\//gs, '')),
  );
  expect(found).toEqual([]);
});

test.each([':global(body):has(.x) .y {', '[data-a] :has(> main) {', ':root:has(.x) {', 'html:has(.x) .y{'])(
  '%s would be found',
  (rule) => expect(rule).toMatch(ofAllThePage),
);
test.each(['.list:has(> li) {', '[data-view]:has(> main) {', 'li:has(.x) {', '.a:has(.b), .c:has(.d) {'])(
  '%s would not',
  (rule) => expect(rule).not.toMatch(ofAllThePage),
);
