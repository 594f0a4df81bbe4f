// What is sent before somebody can write in a room, and how it is cut into files: one for what every page needs, one for the
// room. Many small files that always come together compress worse, by a tenth.

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

const roomPage = /\/src\/room\/RoomPage\.tsx$/;
const board = /\/yjs\/dist\/yjs\.mjs$/;
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
    if (!room.has(id)) return null;
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
