// From what the log holds to what a room works on. Rules: SPEC L8, L9, N1.
import { admit } from './admission.ts';
import { ByteDocument } from './byte-document.ts';
import { guarded } from './byte-reader.ts';
import { readIndexed } from './section-index.ts';
import type { LoadedDocument } from './update-log.ts';
import { indexUpdate } from './update-walker.ts';

export interface OpenedDocument {
  document: ByteDocument;
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
  const document = snapshot === null ? new ByteDocument() : ByteDocument.of(readIndexed(snapshot, sections));
  const leftOut: number[] = [];
  let bytes = 0;
  for (const { seq, update } of updates) {
    if (!absorbStored(document, update)) leftOut.push(seq);
    bytes += update.length;
    if (bytes < sliceBytes) continue;
    bytes = 0;
    await takeTurns();
  }
  return { document, leftOut };
};

/** @returns false when the update can't be taken: then nothing has changed. */
const absorbStored = (document: ByteDocument, bytes: Uint8Array): boolean => {
  const walked = guarded(() => indexUpdate(bytes));
  const admission = walked.ok ? admit(walked.value, document) : ({ kind: 'gap' } as const);
  if (admission.kind === 'new') document.absorb(admission.update);
  return admission.kind !== 'gap';
};
