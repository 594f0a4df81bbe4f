// Who this browser is to a document: client ids belong to the writer that first wrote under them, so it outlives reloads,
// crashes and whoever signs in. It says nothing about a person. Rule: SPEC S11.
import { writerPattern } from '@hearth/protocol/sync';
import { withPatience } from './patience.ts';
import type { PendingStore } from './pending-store.ts';

/** 128 random bits in 22 characters. */
const newWriter = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The writer that this device keeps; one for this tab alone where it keeps nothing. Never rejects. */
export const writerFor = async (store: PendingStore, document: string): Promise<string> => {
  const candidate = newWriter();
  try {
    const kept = await withPatience(store.writer(document, candidate));
    return writerPattern.test(kept) ? kept : candidate;
  } catch {
    return candidate;
  }
};
