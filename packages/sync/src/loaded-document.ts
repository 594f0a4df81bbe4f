// From what the log holds to what a room works on. Rules: SPEC L8, L9, N1.
import { admit } from './admission.ts';
import { ByteDocument } from './byte-document.ts';
import { guarded } from './byte-reader.ts';
import { learnPlaces } from './learn-places.ts';
import { Places } from './places.ts';
import { readIndexed } from './section-index.ts';
import type { LoadedDocument } from './update-log.ts';
import { indexUpdate } from './update-walker.ts';

export interface PlacedDocument {
  document: ByteDocument;
  /** Where its structs stand. */
  places: Places;
}

export interface OpenedDocument extends PlacedDocument {
  /** Updates of the log that are damaged, or continue something that is not there. */
  leftOut: number[];
}

/** So many bytes are read before others get a turn. */
const sliceBytes = 1024 * 1024;

/**
 * Puts a document together from the log, in slices.
 * @throws if the snapshot itself is damaged: an empty board must never stand in for a broken one.
 */
export const openDocument = async (
  { snapshot, sections, updates }: LoadedDocument,
  takeTurns: () => Promise<void>,
): Promise<OpenedDocument> => {
  const state = snapshot === null ? null : readIndexed(snapshot, sections);
  const opened = { document: ByteDocument.of(state?.update ?? null), places: state?.places ?? new Places() };
  const leftOut: number[] = [];
  let bytes = 0;
  for (const { seq, update } of updates) {
    if (!absorbStored(opened, update)) leftOut.push(seq);
    bytes += update.length;
    if (bytes < sliceBytes) continue;
    bytes = 0;
    await takeTurns();
  }
  return { ...opened, leftOut };
};

/** @returns false when the update can't be taken: then nothing has changed. */
const absorbStored = ({ document, places }: PlacedDocument, bytes: Uint8Array): boolean => {
  const walked = guarded(() => indexUpdate(bytes));
  if (!walked.ok) return false;
  const admission = admit(walked.value, document);
  if (admission.kind !== 'new') return admission.kind === 'nothing-new';
  learnPlaces(places, walked.value, (client) => document.endOf(client));
  document.absorb(admission.update);
  return true;
};
