// What the language lens costs whoever begins to write, measured on the build.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const budgetBytes = 20_000;
const built = fileURLToPath(new URL('dist/.vite/manifest.json', import.meta.url));

type Manifest = Record<string, { file: string; imports?: string[] }>;

describe('the language lens in the browser', () => {
  it.skipIf(!existsSync(built))(
    '[L42] engine and English rules are less than 20 kB gzip, in a file of their own',
    () => {
      const manifest = JSON.parse(readFileSync(built, 'utf8')) as Manifest;
      const lens = manifest['src/language/english-check.ts'];
      if (!lens) throw new Error('the build has no file for the lens: it is part of another one, or was renamed');
      expect(gzipSync(readFileSync(new URL(`dist/${lens.file}`, import.meta.url))).length).toBeLessThan(budgetBytes);
      // It brings nothing along that is not there already.
      for (const name of lens.imports ?? [])
        expect(manifest[name]?.file).toMatch(/\/(?:first|room|parts|rolldown-runtime)-/);
    },
  );
});
