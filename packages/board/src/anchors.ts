// Stretches of the narrative that keep their place while others write: pinned to letters, not to numbers. Places are counted
// as the editor counts them, so that both speak of the same ones. Pure. SPEC M1–M3.
import * as Y from 'yjs';

/** Both ends pinned to a letter; plain JSON. */
export interface RangeAnchor {
  start: PinnedEnd;
  end: PinnedEnd;
}

interface PinnedEnd {
  client: number;
  clock: number;
}

/** Places in the editor's counting; `to` is after the last letter. */
export interface TextRange {
  from: number;
  to: number;
}

interface Run {
  text: Y.XmlText;
  from: number;
}

export interface NarrativePlaces {
  runs: readonly Run[];
  /** Blocks that hold words, each as one string in which whatever is no letter is a single sign. */
  blocks: readonly { from: number; words: string }[];
}

/** Nodes without an inside: one place each. */
const leaves: ReadonlySet<string> = new Set(['cite', 'mention', 'hardBreak', 'horizontalRule', 'image']);
const noLetter = '\u{FFFC}';

/** Walks the narrative once; good until its next change. */
export const placesOf = (fragment: Y.XmlFragment): NarrativePlaces => {
  const runs: Run[] = [];
  const blocks: { from: number; words: string }[] = [];
  const walk = (parent: Y.XmlFragment, start: number): number => {
    let at = start;
    let words = '';
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        runs.push({ text: child, from: at });
        words += lettersOf(child);
        at += child.length;
      } else if (child instanceof Y.XmlElement) {
        const isLeaf = leaves.has(child.nodeName);
        words += isLeaf ? noLetter : '';
        at = isLeaf ? at + 1 : walk(child, at + 1) + 1;
      }
    }
    if (words !== '') blocks.push({ from: start, words });
    return at;
  };
  walk(fragment, 0);
  return { runs, blocks };
};

const lettersOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : noLetter))
    .join('');

/** Pins a range to its first and last letter. @returns null where it holds no letter. */
export const anchorAt = ({ runs }: NarrativePlaces, { from, to }: TextRange): RangeAnchor | null => {
  const inside = runs.filter((run) => run.from < to && run.from + run.text.length > from);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const start = letterAt(first.text, Math.max(0, from - first.from));
  const end = letterAt(last.text, Math.min(last.text.length, to - last.from) - 1);
  return start && end ? { start, end } : null;
};

const letterAt = (text: Y.XmlText, index: number): PinnedEnd | null => {
  const { item } = Y.createRelativePositionFromTypeIndex(text, index, 0);
  return item ? { client: item.client, clock: item.clock } : null;
};

/** The words of a range, blocks apart by a space. */
export const wordsAt = ({ blocks }: NarrativePlaces, { from, to }: TextRange): string =>
  blocks
    .map((block) => block.words.slice(Math.max(0, from - block.from), Math.max(0, to - block.from)))
    .filter((words) => words !== '')
    .join(' ')
    .replaceAll(noLetter, '');

/** A passage that is shorter may stand in several places by chance. */
const shortestFollowed = 12;

/**
 * Where an anchor stands now. Where its letters are gone and the same words stand in exactly one place (a paragraph was cut,
 * split or brought back), they are there.
 * @returns null when the text is gone.
 */
export const rangeOf = (
  doc: Y.Doc,
  places: NarrativePlaces,
  { start, end }: RangeAnchor,
  quote: string,
): TextRange | null => {
  const from = placeOf(doc, places, start, 0);
  const to = placeOf(doc, places, end, -1);
  if (from !== null && to !== null && from < to) return { from, to };
  return quote.length < shortestFollowed ? null : onlyPlaceOf(places, quote);
};

const placeOf = (doc: Y.Doc, { runs }: NarrativePlaces, end: PinnedEnd, side: 0 | -1): number | null => {
  const pinned = new Y.RelativePosition(null, null, Y.createID(end.client, end.clock), side);
  const found = Y.createAbsolutePositionFromRelativePosition(pinned, doc);
  const run = found && runs.find(({ text }) => text === found.type);
  return found && run ? run.from + found.index : null;
};

const onlyPlaceOf = ({ blocks }: NarrativePlaces, quote: string): TextRange | null => {
  let found: TextRange | null = null;
  for (const { from, words } of blocks) {
    const index = words.indexOf(quote);
    if (index < 0) continue;
    if (found !== null || words.includes(quote, index + 1)) return null;
    found = { from: from + index, to: from + index + quote.length };
  }
  return found;
};

/** @returns null where a value from a document is no anchor. */
export const readAnchor = (value: unknown): RangeAnchor | null => {
  if (!isRecord(value)) return null;
  const start = readEnd(value['start']);
  const end = readEnd(value['end']);
  return start && end ? { start, end } : null;
};

const readEnd = (value: unknown): PinnedEnd | null =>
  isRecord(value) && isCount(value['client']) && isCount(value['clock'])
    ? { client: value['client'], clock: value['clock'] }
    : null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType);
