// What goes to the server next, and which changes an acknowledgement covers. The server counts the update-carrying frames
// of one connection; this remembers what was in each. Pure. Rules: SPEC S9, S10.
import * as Y from 'yjs';
import { inOrder } from './edit.ts';
import { updateFrame } from './frames.ts';
import type { Change } from './pending.ts';

/** What one frame may hold when several changes share it. The server takes 64 KiB in one string, and merging joins strings. */
export const sharedFrame = { changes: 256, bytes: 48 * 1024, structs: 2_000, clients: 4 } as const;

/** So much may be on its way without an acknowledgement: more would run into the server's limit of bytes a second. */
const maxBytesUnderWay = 512 * 1024;

interface Sent {
  numbers: readonly number[];
  bytes: number;
}

export class Outbox {
  #waiting: Change[] = [];
  /** Counted frames that are not acknowledged, oldest first. */
  #underWay: Sent[] = [];
  #bytesUnderWay = 0;
  /** Frames that have been acknowledged, and are no longer in `#underWay`. */
  #settled = 0;

  /** A new connection: the server counts from one again. */
  restart(): void {
    this.#waiting = [];
    this.#underWay = [];
    this.#bytesUnderWay = 0;
    this.#settled = 0;
  }

  /** The server asks for everything that is not durable. What this connection has sent before may not have been kept. */
  sendAll(changes: readonly Change[]): void {
    this.#underWay = this.#underWay.map(() => ({ numbers: [], bytes: 0 }));
    this.#bytesUnderWay = 0;
    this.#waiting = inOrder(changes);
  }

  add(change: Change): void {
    this.#waiting.push(change);
  }

  /** A frame that is counted has been sent and brings no change. */
  countEmpty(): void {
    this.#underWay.push({ numbers: [], bytes: 0 });
  }

  /** @returns the frame to send now; null while enough is under way, or nothing waits. */
  next(): Uint8Array | null {
    if (this.#bytesUnderWay >= maxBytesUnderWay) return null;
    const together = takeTogether(this.#waiting, sharedFrame.changes);
    if (together.length === 0) return null;
    this.#waiting.splice(0, together.length);
    const frame = frameOf(together);
    this.#underWay.push({ numbers: together.map(({ number }) => number), bytes: frame.length });
    this.#bytesUnderWay += frame.length;
    return frame;
  }

  /** @returns the changes that are durable when the first `count` frames are, and had not been before. */
  acknowledged(count: number): number[] {
    const newly = this.#underWay.splice(0, Math.max(0, count - this.#settled));
    this.#settled = Math.max(this.#settled, count);
    for (const { bytes } of newly) this.#bytesUnderWay -= bytes;
    return newly.flatMap(({ numbers }) => numbers);
  }
}

/** As many from the front as may share a frame; one at least. */
export const takeTogether = (changes: readonly Change[], most: number): Change[] => {
  const taken: Change[] = [];
  const clients = new Set<number>();
  let bytes = 0;
  let structs = 0;
  for (const change of changes.slice(0, most)) {
    bytes += change.update.length;
    structs += change.edit.structs;
    for (const { client } of change.edit.ranges) clients.add(client);
    const full = bytes > sharedFrame.bytes || structs > sharedFrame.structs || clients.size > sharedFrame.clients;
    if (full && taken.length > 0) break;
    taken.push(change);
  }
  return taken;
};

export const frameOf = (changes: readonly Change[]): Uint8Array => {
  const [only] = changes;
  return updateFrame(only && changes.length === 1 ? only.update : Y.mergeUpdates(changes.map(({ update }) => update)));
};
