// What is sent before somebody can write in a room, and how it is cut into files: one for what every page needs, one for the
// room. Many small files that always come together compress worse, by a tenth. The icons of late parts are one file, too.

import { gzipSync } from 'node:zlib';

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

const roomPage = /\/src\/room\/RoomPage\.tsx$/;
const board = /\/yjs\/dist\/yjs\.mjs$/;
const icon = /\/lucide-react\/dist\/esm\/icons\//;
const routes = /\/src\/routes\.tsx$/;

const closureOf = (graph: ModuleGraph, roots: readonly string[]): Set<string> => {
  const closure = new Set<string>();
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (closure.has(id)) continue;
    closure.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return closure;
};

/** @returns names the file for a module; null leaves it to the bundler. */
export const chunkNamer = (entry: string) => {
  let groups: { first: Set<string>; room: Set<string>; elsewhere: Set<string> } | null = null;
  return (id: string, graph: ModuleGraph): string | null => {
    groups ??= groupsOf(graph, entry);
    const { first, room, elsewhere } = groups;
    if (first.has(id)) return 'first';
    if (!room.has(id)) return icon.test(id) ? 'icons' : null;
    return elsewhere.has(id) ? 'parts' : 'room';
  };
};

const groupsOf = (graph: ModuleGraph, entry: string) => {
  const first = closureOf(graph, [entry]);
  const routesId = [...first].find((id) => routes.test(id));
  const pages = [...first].flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
  const roomId = pages.find((id) => roomPage.test(id));
  if (routesId === undefined || roomId === undefined) throw new Error('the first load has no routes, or no room');
  const withoutBoard = pages
    .map((id) => closureOf(graph, [id]))
    .filter((page) => ![...page].some((id) => board.test(id)));
  return { first, room: closureOf(graph, [roomId]), elsewhere: new Set(withoutBoard.flatMap((page) => [...page])) };
};

/** Script and style that a guest's browser has taken, as gzip makes them, when it is possible to write in the room. */
export const budgetBytes = 250_000;

type Manifest = Record<string, { file: string; name?: string; imports?: string[]; css?: string[] }>;

/**
 * @param html  the built page.
 * @param manifest  as Vite writes it.
 * @param read  a built file, by its name in the manifest.
 * @returns the files of the first page and the room, with their sizes as gzip makes them.
 */
export const firstLoad = (
  html: string,
  manifest: unknown,
  read: (name: string) => Uint8Array,
): { files: { name: string; bytes: number }[]; bytes: number } => {
  const entries = manifest as Manifest;
  const names = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name ?? ''));
  const waiting = Object.values(entries).filter(({ name }) => name === 'room');
  if (names.size === 0 || waiting.length === 0) throw new Error('the build has no first page, or no room');
  const seen = new Set(waiting);
  for (const { file, css = [], imports = [] } of seen) {
    for (const name of [file, ...css]) names.add(name);
    for (const key of imports) {
      const entry = entries[key];
      if (entry) seen.add(entry);
    }
  }
  const files = [...names].map((name) => ({ name, bytes: gzipSync(read(name)).length }));
  return { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
};
