// Which page an address belongs to. Patterns are made of fixed words and names: `reviews/:reviewId/history`.

/** Names of a pattern and what stands for them in the address, decoded. */
export type Params = Readonly<Record<string, string>>;

/** @returns what the names stand for, or null when the address is another one. `*` is every address. */
export const matchPath = (pattern: string, pathname: string): Params | null => {
  if (pattern === '*') return {};
  const wanted = partsOf(pattern);
  const parts = partsOf(pathname);
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const word = wanted[index] ?? '';
    if (!word.startsWith(':')) {
      if (word !== part) return null;
      continue;
    }
    const value = decoded(part);
    if (value === null) return null;
    params[word.slice(1)] = value;
  }
  return params;
};

/** @returns the first whose path matches. */
export const firstMatch = <Route extends { readonly path: string }>(
  routes: readonly Route[],
  pathname: string,
): { route: Route; params: Params } | null => {
  for (const route of routes) {
    const params = matchPath(route.path, pathname);
    if (params !== null) return { route, params };
  }
  return null;
};

/** A slash at the end makes no other address. */
const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};
