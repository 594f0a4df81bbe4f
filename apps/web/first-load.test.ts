import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { budgetBytes, chunkNamer, firstLoad } from './first-load.ts';

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

  it('[W1] what every page needs is one file, the room another, and what a page without a board shares a third', () => {
    const nameOf = chunkNamer('/src/main.tsx');
    const names = [
      '/src/routes.tsx',
      'react',
      'board',
      '/yjs/dist/yjs.mjs',
      'icon',
      'dialog',
      '/src/reviews/HomePage.tsx',
    ];
    expect(names.map((id) => nameOf(id, web))).toEqual(['first', 'first', 'room', 'room', 'parts', null, null]);
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
