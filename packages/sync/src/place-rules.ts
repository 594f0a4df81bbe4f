// Where a struct may stand. What Yjs never writes makes it part the replicas, or throw. Rule: SPEC G9.
import type { DeleteRange } from './delete-set.ts';
import type { Reached } from './in-order.ts';
import { keyed, type Place, type PlacesDraft, unknown } from './places.ts';
import { contentTypes, type StructId } from './struct-reader.ts';
import type { StructMark } from './update-walker.ts';

/** A map's entry is one value. Texts and their formats stand in sequences. */
const entryContents = new Set<number>([
  contentTypes.any,
  contentTypes.binary,
  contentTypes.embed,
  contentTypes.json,
  contentTypes.type,
]);

interface Deletes {
  /** Whether a struct of the document is deleted. */
  inDocument: (id: StructId) => boolean;
  /** Whether these structs are deleted by the update that brings them. */
  inUpdate: (range: DeleteRange) => boolean;
}

/**
 * @param known  next clock of the client: what lies before is in the document already.
 * @returns what is wrong, for the log; null when nothing is.
 */
export const misplaced = (reached: Reached, known: number, places: PlacesDraft, deletes: Deletes): string | null => {
  const { client, begin, mark } = reached;
  if (begin >= known) return misplacedWhole(reached, places, deletes);
  // Yjs keeps what is new of it, to the right of what it has.
  const left = { client, clock: known - 1 };
  const rest = { ...mark, origin: left, parent: null, key: null };
  return (
    apart([places.of(left), places.at(mark)], places, deletes.inDocument) ??
    misplacedWhole({ client, begin: known, mark: rest }, places, deletes)
  );
};

const misplacedWhole = (
  { client, begin, mark }: Reached,
  places: PlacesDraft,
  { inDocument, inUpdate }: Deletes,
): string | null => {
  const { origin, rightOrigin } = mark;
  if (origin && rightOrigin && origin.client === rightOrigin.client && origin.clock === rightOrigin.clock)
    return 'the same neighbour on both sides';
  const left = origin ? places.of(origin) : unknown;
  const right = rightOrigin ? places.of(rightOrigin) : unknown;
  if (right === keyed) return 'left of an entry of a map';
  if (places.at(mark) === keyed) {
    const range = { client, clock: begin, length: mark.end - begin };
    return notAnEntry(mark, range.length === 1 || inUpdate(range));
  }
  return origin && rightOrigin ? apart([left, right], places, inDocument) : null;
};

/** @param alone  false for several in one, which Yjs makes only of those that one client has overwritten. */
const notAnEntry = ({ rightOrigin, content }: StructMark, alone: boolean): string | null => {
  if (rightOrigin) return 'an entry of a map with something to its right';
  return content === contentTypes.deleted || (alone && entryContents.has(content))
    ? null
    : 'an entry of a map that is not one value';
};

/** Of what stood in something deleted, part may be forgotten. Everything else is one sequence or two. */
const apart = (
  [left, right]: [Place, Place],
  places: PlacesDraft,
  isDeleted: (id: StructId) => boolean,
): string | null => {
  if (left === right) return null;
  const parent = places.parentOf(left === unknown ? right : left);
  const forgotten = left === unknown || right === unknown;
  return forgotten && typeof parent === 'object' && parent && isDeleted(parent) ? null : 'neighbours in two places';
};
