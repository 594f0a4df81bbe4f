// Walks the structs of an update in the order in which they can be taken: each when what it stands next to is there.
import type { StructId } from './struct-reader.ts';
import type { JudgedUpdate, StructMark } from './update-walker.ts';

export interface Reached {
  client: number;
  /** The struct's first clock. */
  begin: number;
  mark: StructMark;
}

/**
 * Walks all sections side by side, each as far as its structs' references are there, as Yjs will. Two structs that need
 * each other pass a look at the final clocks and would stay pending in Yjs forever: here they are never reached.
 * @param known  next clock of a client.
 * @returns what was not reached, and what that needs.
 */
export const walkInOrder = (
  { sections, marks }: JudgedUpdate,
  known: (client: number) => number,
  visit: (reached: Reached) => void,
): StructId[] => {
  const reached = new Map(sections.map(({ client }) => [client, known(client)]));
  const isReached = (id: StructId): boolean => id.clock < (reached.get(id.client) ?? known(id.client));
  const walks = sections.map(({ client, clock }, index) => ({ client, at: clock, marks: marks[index] ?? [], next: 0 }));
  const advance = (walk: (typeof walks)[number]): boolean => {
    const before = walk.next;
    for (;;) {
      const mark = walk.marks[walk.next];
      if (!mark || !needsOf(mark).every(isReached)) return walk.next > before;
      visit({ client: walk.client, begin: walk.at, mark });
      walk.next += 1;
      walk.at = mark.end;
      reached.set(walk.client, Math.max(mark.end, reached.get(walk.client) ?? 0));
    }
  };
  while (walks.map(advance).includes(true));
  const stuck = walks.filter((walk) => walk.next < walk.marks.length);
  return stuck.flatMap((walk) => walk.marks.flatMap(needsOf));
};

const needsOf = ({ origin, rightOrigin, parent }: StructMark): StructId[] => {
  const needs: StructId[] = [];
  if (origin) needs.push(origin);
  if (rightOrigin) needs.push(rightOrigin);
  if (typeof parent === 'object' && parent) needs.push(parent);
  return needs;
};
