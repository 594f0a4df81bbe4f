import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { budgetBytes, chunkNamer, firstLoad } from './first-load.ts';
import { iconFiles, importsByFile, leanNames } from './lean-build.ts';

const graph = (edges: Record<string, { imports?: string[]; later?: string[] }>) => ({
  getModuleInfo: (id: string) => ({
    importedIds: edges[id]?.imports ?? [],
    dynamicallyImportedIds: edges[id]?.later ?? [],
  }),
});

describe('the first load', () => {
  const web = graph({
    '/src/main.tsx': { imports: ['/src/routes.tsx', 'react'] },
    '/src/routes.tsx': {
      later: ['/src/room/RoomPage.tsx', '/src/reviews/HomePage.tsx', '/src/timeline/ImportPage.tsx'],
    },
    '/src/room/RoomPage.tsx': { imports: ['react', 'board', 'icon', '/yjs/dist/yjs.mjs'], later: ['dialog'] },
    '/src/reviews/HomePage.tsx': { imports: ['react', 'icon'] },
    '/src/timeline/ImportPage.tsx': { imports: ['/yjs/dist/yjs.mjs'] },
  });

  it('[W1] what every page needs is one file, the room another, and what a page without a board shares a third; icons of late parts a fourth', () => {
    const nameOf = chunkNamer('/src/main.tsx');
    const late = '/lucide-react/dist/esm/icons/play.mjs';
    const names = [
      '/src/routes.tsx',
      'react',
      'board',
      '/yjs/dist/yjs.mjs',
      'icon',
      'dialog',
      '/src/reviews/HomePage.tsx',
      late,
    ];
    expect(names.map((id) => nameOf(id, web))).toEqual([
      'first',
      'first',
      'room',
      'room',
      'parts',
      null,
      null,
      'icons',
    ]);
  });

  it('[W1] an icon is imported from its own file; types and its own name in the file stay', () => {
    const list =
      "export { default as X, default as XIcon } from './icons/x.mjs';\nexport { icons } from './icons/index.mjs';";
    const files = iconFiles(list);
    expect(importsByFile("import { XIcon as Close, type LucideIcon } from 'lucide-react';\nrest", files, '/lib')).toBe(
      "import Close from '/lib/icons/x.mjs'; import type { LucideIcon } from 'lucide-react';\nrest",
    );
    expect(importsByFile("import {\n  X,\n} from 'lucide-react';", files, '/lib')).toBe(
      "import X from '/lib/icons/x.mjs';",
    );
  });

  it('[W1] a class has a short name that no other file gives', () => {
    const of = (file: string) => leanNames('card', fileURLToPath(new URL(`src/${file}`, import.meta.url)));
    const [board, room] = [of('board/Zone.module.css'), of('room/Room.module.css')];
    expect(board).toMatch(/^card-[0-9a-z]{1,2}$/);
    expect(room).not.toBe(board);
  });

  const built = fileURLToPath(new URL('dist/.vite/manifest.json', import.meta.url));
  it.skipIf(!existsSync(built))('[W1] less than 250 kB gzip of script and style before the first interaction', () => {
    const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
    const folder = new URL('dist/', import.meta.url);
    const { files, bytes } = firstLoad(page, JSON.parse(readFileSync(built, 'utf8')), (name) =>
      readFileSync(new URL(name, folder)),
    );
    expect(files.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(budgetBytes);
  });
});
