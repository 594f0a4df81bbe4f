// Which browsers Hearth runs in: the others are told, and nothing is used unguarded that the oldest of them lack.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const check = readFileSync(path.join(here, 'public/old-browser.js'), 'utf8');

/** Opens a page that has only `#root`. @param lacks  undoes what a browser of today has. @returns what stands on it. */
const open = (lacks = ''): string[] => {
  const body: { id?: string; textContent?: string }[] = [{ id: 'root' }];
  const parentNode = {
    replaceChild: (next: { textContent: string }, old: object) => void body.splice(body.indexOf(old), 1, next),
  };
  Object.assign(body[0] ?? {}, { parentNode });
  const page = createContext({
    HTMLElement: class {
      showPopover(): void {}
    },
    CSS: { supports: () => true },
    document: {
      getElementById: (id: string) => body.find((element) => element.id === id) ?? null,
      createElement: () => ({}),
    },
  });
  runInContext(lacks, page);
  runInContext(check, page);
  return body.map(({ id, textContent }) => (id === undefined ? (textContent ?? '') : `#${id}`));
};

describe('an old browser', () => {
  it('is told from one that can run Hearth', () => {
    expect(open()).toEqual(['#root']);
  });

  it.each([
    ['Safari before 17.4', 'delete Promise.withResolvers'],
    ['Firefox before 119', 'delete Map.groupBy'],
    ['Firefox before 125', 'delete HTMLElement.prototype.showPopover'],
    ['Firefox before 125', 'delete Intl.Segmenter'],
    ['Firefox before 121', 'CSS.supports = () => false'],
    ['one that does not know the sets of regular expressions', 'RegExp = function () { throw new SyntaxError(); }'],
    ['one that knows nothing of all this', 'Intl = CSS = HTMLElement = undefined'],
  ])('is told in one sentence which ones can: %s', (_, lacks) => {
    const page = open(lacks);
    expect(page).toHaveLength(1);
    expect(page[0]).toMatch(/^This browser is too old for Hearth\. .*Chrome or Edge \d+, Firefox \d+, Safari [\d.]+/);
  });

  it('is told the same in the README', () => {
    const named = /Chrome or Edge \d+, Firefox \d+, Safari [\d.]+\d/.exec(check)?.[0];
    expect(named).toBeDefined();
    expect(readFileSync(path.join(here, '../../README.md'), 'utf8')).toContain(named);
  });
});

/** What Chrome 120, Firefox 140 or Safari 17.4 lack, and the one file that asks before it uses it. */
const missing: [what: RegExp, asks?: string][] = [
  [/\brequestIdleCallback\b/],
  [/\bstartViewTransition\b/],
  [/\bmoveBefore\b/],
  [/\bscheduler\.(?:postTask|yield)\b/],
  [/\bshow(?:OpenFile|SaveFile|Directory)Picker\b/],
  [/\bCloseWatcher\b|\bclosedby\b/],
  [/\bPromise\.try\b|\bRegExp\.escape\b|\bIterator\.(?:from|prototype)\b/],
  [/'scrollend'/, 'board/canvas/scroll-end.ts'],
  [/\bnew Highlight\b/, 'find/page-marks.ts'],
  [/\.wakeLock\b/, 'second-screen/keep-awake.ts'],
  // Firefox counts in lines for whoever asks for this first.
  [/\.deltaMode\b/, 'board/canvas/wheel.ts'],
  [/(?:^|[\s;{])(?:position-anchor|anchor-name|interpolate-size|animation-timeline)\s*:/m],
];

const sources = readdirSync(path.join(here, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:tsx?|css)$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({
    file: file.replaceAll(path.sep, '/'),
    source: readFileSync(path.join(here, 'src', file), 'utf8'),
  }));

describe('what not every browser has', () => {
  it.each(missing)('%s is used nowhere but where it is asked for', (what, asks) => {
    const used = sources.filter(({ source }) => what.test(source)).map(({ file }) => file);
    expect(used).toEqual(asks === undefined ? [] : [asks]);
  });
});
