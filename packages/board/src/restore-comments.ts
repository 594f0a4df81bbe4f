// Brings comments back with the board, each at the words that it was about. SPEC M8.
import * as Y from 'yjs';
import { anchorAt, placesOf, rangeOf, readAnchor, type TextRange } from './anchors.ts';
import { readComments } from './comments.ts';
import type { BoardDocument } from './document.ts';

/** The narrative of both is the same by now; its letters may be others. Within the restore's transaction. */
export const restoreComments = (have: BoardDocument, wanted: BoardDocument): void => {
  for (const id of have.comments.keys()) if (!wanted.comments.has(id)) have.comments.delete(id);
  for (const [id, then] of wanted.comments.entries()) {
    const now = have.comments.get(id);
    if (!(then instanceof Y.Map)) continue;
    if (now instanceof Y.Map) restoreFields(now as Y.Map<unknown>, then as Y.Map<unknown>);
    else have.comments.set(id, then.clone());
  }
  const places = placesOf(have.narrative);
  const stoodAt = rangesOf(wanted);
  const standsAt = rangesOf(have);
  for (const [id, range] of stoodAt) {
    const now = standsAt.get(id);
    if (range === null || (now?.from === range.from && now.to === range.to)) continue;
    const map = have.comments.get(id);
    const anchor = anchorAt(places, range);
    if (map instanceof Y.Map && anchor) map.set('about', { ...(map.get('about') as object), ...anchor });
  }
};

/** Where a thread stands is looked at afterwards: the same place may hang on other letters. */
const restoreFields = (now: Y.Map<unknown>, then: Y.Map<unknown>): void => {
  for (const key of now.keys()) if (!then.has(key)) now.delete(key);
  for (const [key, value] of then.entries()) {
    if (key === 'about' && readAnchor(now.get('about'))) continue;
    if (JSON.stringify(now.get(key)) !== JSON.stringify(value)) now.set(key, value);
  }
};

const rangesOf = ({ doc, narrative, comments }: BoardDocument): Map<string, TextRange | null> => {
  const places = placesOf(narrative);
  return new Map(
    readComments(comments).map(({ thread, anchor }) => [thread.id, rangeOf(doc, places, anchor, thread.quote)]),
  );
};
