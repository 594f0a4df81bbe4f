// One compaction: the document's state, squeezed by Yjs in another thread, becomes what the log starts from. Rules:
// SPEC L8, L11, N4.
import { ByteDocument } from './byte-document.ts';
import { readIndexed } from './section-index.ts';
import type { World } from './world.ts';

export type CompactionOutcome =
  /** The same document, shorter. */
  | { kind: 'compacted'; document: ByteDocument }
  /** Yjs could not read the document: the log now starts from what it can read, and so must the room. */
  | { kind: 'salvaged'; cause: Error }
  /** Another node has done it. */
  | { kind: 'elsewhere' }
  /** Another node does it right now, or it failed: told, and tried again later. */
  | { kind: 'not-now' };

/** Never rejects. Updates that are appended meanwhile are not touched. */
export const compact = async (
  document: string,
  state: Uint8Array,
  seq: number,
  world: World,
): Promise<CompactionOutcome> => {
  const { leases, limits, observe } = world;
  const lease = `compact/${document}`;
  const holder = world.nodes?.id ?? 'only';
  try {
    if (!(await leases.take(lease, holder, limits.compactionLeaseMs))) return { kind: 'not-now' };
    const outcome = await shorten(document, state, seq, world);
    await leases.release(lease, holder);
    return outcome;
  } catch (error) {
    observe({ kind: 'compaction-failed', document, error });
    return { kind: 'not-now' };
  }
};

const shorten = async (document: string, state: Uint8Array, seq: number, world: World): Promise<CompactionOutcome> => {
  const squeezed = await world.squeeze({ kind: 'squeeze', state });
  if (!squeezed.ok) return salvage(document, squeezed.detail, world);
  const compaction = { state: squeezed.state, sections: squeezed.index, seq, atMs: world.clock.wallMs() };
  if (!(await world.log.compact(document, compaction))) return { kind: 'elsewhere' };
  return { kind: 'compacted', document: ByteDocument.of(readIndexed(squeezed.state, squeezed.index).update) };
};

/** The gate let something through that Yjs can't read: it is left out, and everything else stays. */
const salvage = async (document: string, detail: string, world: World): Promise<CompactionOutcome> => {
  const cause = new Error(`Yjs can't read the document: ${detail}`);
  const { snapshot, snapshotSeq, updates } = await world.log.load(document);
  const salvaged = await world.squeeze({ kind: 'salvage', snapshot, updates });
  if (!salvaged.ok) throw cause;
  for (const seq of salvaged.leftOut) world.observe({ kind: 'update-left-out', document, seq });
  const seq = updates.at(-1)?.seq ?? snapshotSeq;
  const compaction = { state: salvaged.state, sections: salvaged.index, seq, atMs: world.clock.wallMs() };
  await world.log.compact(document, compaction);
  return { kind: 'salvaged', cause };
};
