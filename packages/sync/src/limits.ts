// What one document, connection and frame may cost. The gate's numbers come from attacks that were measured on plain Yjs.
import { maxFrameBytes } from '@hearth/protocol/sync';

/** Bounds of one Yjs update. Generous for people, far below what makes Yjs slow. */
export interface UpdateLimits {
  structs: number;
  clients: number;
  /** Delete ranges. A stock client repeats the document's whole delete set at each handshake. */
  deleteRanges: number;
  /** Bytes of one string. */
  stringBytes: number;
  /** Bytes of a map key, a root name, an element name. */
  keyBytes: number;
  /** Values inside structs, nested ones included. */
  values: number;
  valueDepth: number;
  /** Length that a deleted run may claim without bringing any bytes. */
  claimedLength: number;
}

export interface Limits {
  maxFrameBytes: number;
  /** A live edit. */
  update: UpdateLimits;
  /** A sync step 2: may hold what somebody wrote while offline. */
  handshake: UpdateLimits;
  /** Written by the server itself: an import, a restore. */
  server: UpdateLimits;
  /** Root types that updates may write to; null for any. */
  rootNames: ReadonlySet<string> | null;
  /** Structs of one person that compete for one place: integrating them is quadratic. */
  siblings: number;
  /** Structs of one person right after the same struct, with whatever on their other side. */
  siblingsOfOrigin: number;
  siblingsForgottenAfterMs: number;
  /** A document that has grown to this takes no more edits. */
  documentBytes: number;
  stateVectorClients: number;
  /** Updates with missing dependencies, kept for one connection until its handshake is complete. */
  parkedBytes: number;
  /** Frames kept for one connection while its document loads. */
  inboxBytes: number;
  awarenessStateBytes: number;
  awarenessIdsPerConnection: number;
  /** States in one frame; stock clients send back everyone's. */
  awarenessStatesPerFrame: number;
  /** More than this waiting in a socket: nothing more is written until it has drained; then one piece with the rest. */
  maxBufferedBytes: number;
  /** A connection that has lagged for so long is given up. */
  maxBehindMs: number;
  /** More than this waiting in a socket: it gets no cursors until it has caught up. */
  maxBufferedForAwareness: number;
  /** Token bucket of one connection, in frames and bytes. */
  framesPerSecond: number;
  frameBurst: number;
  bytesPerSecond: number;
  byteBurst: number;
  /** Tokens that answering a sync step 1 costs. */
  step1Cost: number;
  /** How long a closed socket may take to say goodbye. */
  closeGraceMs: number;
  /** An empty room stays in memory for so long. */
  unloadAfterMs: number;
  /** What a new ward refuses is taken for so long: it was on its way. */
  wardGraceMs: number;
  /** How often a room that can't save tries again. */
  probeEveryMs: number;
  /** An acknowledgement waits so long for a message that goes to the same connection anyway. */
  acknowledgeWithinMs: number;
  /** A connection is told at most this often what of it is durable, if others' edits carry it. */
  acknowledgeEveryMs: number;
  /** Rooms of so many commit at once; beyond, a busy room's commits are this much apart for each one more. */
  paceFrom: number;
  paceMsEach: number;
  maxPaceMs: number;
  /** Cursors are handed out at once in a quiet room, else this much apart. */
  presenceEveryMs: number;
  /** Whoever has heard nothing for so long gets their own state back. */
  quietAfterMs: number;
  /** What nodes tell each other of who is where is repeated this often, and forgotten after so long without. */
  presenceRepeatMs: number;
  presenceForgottenAfterMs: number;
  /** How long one node may take to compact a document before another may try. */
  compactionLeaseMs: number;
  /** How long a server that stops may compact. */
  compactAtCloseMs: number;
  /** Bytes in the log that make compaction worth its while at any time. */
  compactBytes: number;
  /** Updates in the log that make compaction worth its while when the room is left, and while it is in use. */
  compactIdleAfter: number;
  compactBusyAfter: number;
}

const update: UpdateLimits = {
  structs: 5_000,
  clients: 8,
  deleteRanges: 20_000,
  stringBytes: 64 * 1024,
  keyBytes: 256,
  values: 20_000,
  valueDepth: 16,
  claimedLength: 1_000_000,
};

export const defaultLimits: Limits = {
  maxFrameBytes,
  update,
  handshake: { ...update, structs: 20_000, clients: 64 },
  server: { ...update, structs: 200_000, clients: 1_000, values: 200_000 },
  rootNames: null,
  siblings: 64,
  siblingsOfOrigin: 1_000,
  siblingsForgottenAfterMs: 10 * 60_000,
  documentBytes: 32 * 1024 * 1024,
  stateVectorClients: 20_000,
  parkedBytes: 64 * 1024,
  inboxBytes: 2 * 1024 * 1024,
  awarenessStateBytes: 4 * 1024,
  awarenessIdsPerConnection: 2,
  awarenessStatesPerFrame: 500,
  maxBufferedBytes: 2 * 1024 * 1024,
  maxBehindMs: 60_000,
  maxBufferedForAwareness: 64 * 1024,
  framesPerSecond: 200,
  frameBurst: 1_000,
  bytesPerSecond: 1024 * 1024,
  byteBurst: 8 * 1024 * 1024,
  step1Cost: 25,
  closeGraceMs: 900,
  unloadAfterMs: 30_000,
  wardGraceMs: 5_000,
  probeEveryMs: 2_000,
  acknowledgeWithinMs: 100,
  acknowledgeEveryMs: 50,
  paceFrom: 12,
  paceMsEach: 0.12,
  maxPaceMs: 16,
  presenceEveryMs: 33,
  quietAfterMs: 10_000,
  presenceRepeatMs: 5_000,
  presenceForgottenAfterMs: 15_000,
  compactionLeaseMs: 60_000,
  compactAtCloseMs: 1_000,
  compactBytes: 4 * 1024 * 1024,
  compactIdleAfter: 100,
  compactBusyAfter: 2_000,
};
