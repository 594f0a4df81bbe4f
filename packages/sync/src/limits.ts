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
  /** Structs without neighbours under one parent and key: integrating them is quadratic. */
  unanchored: number;
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
  stateVectorClients: number;
  /** Updates with missing dependencies, kept for one connection until its handshake is complete. */
  parkedBytes: number;
  /** Frames kept for one connection while its document loads. */
  inboxBytes: number;
  awarenessStateBytes: number;
  awarenessIdsPerConnection: number;
  /** States in one frame; stock clients send back everyone's. */
  awarenessStatesPerFrame: number;
  /** More than this waiting in a socket: the connection starts afresh. */
  maxBufferedBytes: number;
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
  /** How often a room that can't save tries again. */
  probeEveryMs: number;
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
  unanchored: 64,
};

export const defaultLimits: Limits = {
  maxFrameBytes,
  update,
  handshake: { ...update, structs: 20_000, clients: 64 },
  server: { ...update, structs: 200_000, clients: 1_000, values: 200_000, unanchored: 1_000 },
  rootNames: null,
  stateVectorClients: 20_000,
  parkedBytes: 64 * 1024,
  inboxBytes: 2 * 1024 * 1024,
  awarenessStateBytes: 4 * 1024,
  awarenessIdsPerConnection: 2,
  awarenessStatesPerFrame: 500,
  maxBufferedBytes: 2 * 1024 * 1024,
  maxBufferedForAwareness: 64 * 1024,
  framesPerSecond: 200,
  frameBurst: 1_000,
  bytesPerSecond: 1024 * 1024,
  byteBurst: 8 * 1024 * 1024,
  step1Cost: 25,
  closeGraceMs: 900,
  unloadAfterMs: 30_000,
  probeEveryMs: 2_000,
  compactIdleAfter: 100,
  compactBusyAfter: 2_000,
};
