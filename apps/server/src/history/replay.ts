// Builds every moment of a board from its log, in order. Pure but for its cost: it runs in `replay-worker.ts`. SPEC J1–J6.
import { cardKinds } from '@hearth/board/cards';
import { compareBoards, isSame } from '@hearth/board/compare';
import { readThreads } from '@hearth/board/comments';
import { boardOf } from '@hearth/board/document';
import { openPacker } from '@hearth/board/frames';
import { readNarrative } from '@hearth/board/narrative';
import { snapshotOf, type BoardSnapshot } from '@hearth/board/snapshot';
import { openView, type BoardView } from '@hearth/board/view';
import type { HistoryBody, HistoryLandmark, HistoryMoment, HistoryStage } from '@hearth/protocol/http/history';
import * as Y from 'yjs';
import { steadyTimes } from './steady-times.ts';
import { stepEnds } from './steps.ts';

/** Many updates in one piece: copying it to another thread costs one memory copy. */
export interface UpdateRun {
  bytes: Uint8Array;
  /** Where each update ends in `bytes`. */
  ends: Uint32Array;
  atMs: Float64Array;
  /** Number of the first. */
  firstSeq: number;
}

export interface NamedState {
  head: Omit<HistoryLandmark, 'moment'>;
  state: Uint8Array;
}

export interface ReplayInput {
  start: { seq: number; atMs: number; state: Uint8Array } | null;
  updates: UpdateRun;
  /** Oldest first. */
  snapshots: readonly NamedState[];
  stages: readonly HistoryStage[];
}

export const packRun = (updates: readonly { seq: number; atMs: number; update: Uint8Array }[]): UpdateRun => {
  const ends = new Uint32Array(updates.length);
  let length = 0;
  updates.forEach(({ update }, index) => {
    length += update.length;
    ends[index] = length;
  });
  const bytes = new Uint8Array(length);
  updates.forEach(({ update }, index) => bytes.set(update, (ends[index] ?? 0) - update.length));
  return { bytes, ends, atMs: Float64Array.from(updates, ({ atMs }) => atMs), firstSeq: updates[0]?.seq ?? 0 };
};

export const updateAt = ({ bytes, ends }: UpdateRun, index: number): Uint8Array =>
  bytes.subarray(ends[index - 1] ?? 0, ends[index] ?? bytes.length);

export const replay = ({ start, updates, snapshots, stages }: ReplayInput): HistoryBody => {
  const doc = new Y.Doc();
  if (start) Y.applyUpdate(doc, start.state);
  const frames = openFrames(doc);
  const packer = openPacker();
  const moments: HistoryMoment[] = [];
  const landmarks: HistoryLandmark[] = [];
  const show = (board: BoardSnapshot, moment: HistoryMoment): void => {
    packer.add(board);
    moments.push(moment);
  };
  const mark = ({ head }: NamedState): void => {
    landmarks.push({ ...head, moment: Math.max(0, moments.length - 1) });
  };

  let ahead = snapshots.map(markOf);
  if (start) {
    const first = frames.read();
    // What was named before the log begins stands for itself.
    for (const { named, wanted } of ahead.filter((one) => isReached(doc, one))) {
      const board = readState(named.state);
      if (sizeOf(doc) === total(wanted) && isSame(compareBoards(board, first))) continue;
      const at = Math.max(moments.at(-1)?.at ?? 0, named.head.createdAt);
      show(board, { seq: null, from: at, at, edits: 0 });
      mark(named);
      ahead = ahead.filter((one) => one.named !== named);
    }
    const at = Math.max(moments.at(-1)?.at ?? 0, Math.min(start.atMs, updates.atMs[0] ?? start.atMs));
    show(first, { seq: start.seq, from: at, at, edits: 0 });
  }
  const earliest = moments.at(-1)?.at ?? 0;
  const times = steadyTimes([...updates.atMs]).map((time) => Math.max(time, earliest));
  const ends = new Set(stepEnds(times));
  // The board as it was made is where a history begins.
  if (!start && times.length > 0) ends.add(0);

  /** Named states that the board is in. It leaves them with the next change that writes, or that came later. */
  let reached: Mark[] = [];
  const arrive = (): void => {
    reached.push(...ahead.filter((one) => isReached(doc, one)));
    ahead = ahead.filter((one) => !reached.includes(one));
  };
  if (start) arrive();
  let first = 0;
  times.forEach((at, index) => {
    const update = updateAt(updates, index);
    if (reached.length === 0) Y.applyUpdate(doc, update);
    else {
      const grew = writesTo(doc, update);
      const left = reached.filter((one) => grew || one.named.head.createdAt < (updates.atMs[index] ?? 0));
      for (const one of left) mark(one.named);
      reached = reached.filter((one) => !left.includes(one));
    }
    arrive();
    if (!ends.has(index) && reached.length === 0) return;
    show(frames.read(), { seq: updates.firstSeq + index, from: times[first] ?? at, at, edits: index + 1 - first });
    first = index + 1;
  });
  // What this log never reaches was named on a board that has since been put back from a backup.
  for (const one of [...reached, ...ahead]) mark(one.named);
  frames.close();
  doc.destroy();
  return {
    seq: times.length > 0 ? updates.firstSeq + times.length - 1 : (start?.seq ?? 0),
    whole: start === null,
    moments,
    landmarks: moments.length > 0 ? landmarks.toSorted((a, b) => a.moment - b.moment || a.createdAt - b.createdAt) : [],
    stages: [...stages],
    frames: packer.packed(),
  };
};

/** A named state, and how far the board has come towards it. */
interface Mark {
  named: NamedState;
  wanted: readonly [client: number, clock: number][];
  /** How many of `wanted` the board has. */
  here: number;
}

const markOf = (named: NamedState): Mark => ({
  named,
  wanted: [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(named.state))],
  here: 0,
});

const isReached = (doc: Y.Doc, mark: Mark): boolean => {
  for (; mark.here < mark.wanted.length; mark.here += 1) {
    const [client, clock] = mark.wanted[mark.here] ?? [0, 0];
    if (Y.getState(doc.store, client) < clock) return false;
  }
  return true;
};

/** @returns whether anything was written; what only deletes writes nothing. */
const writesTo = (doc: Y.Doc, update: Uint8Array): boolean => {
  const before = sizeOf(doc);
  Y.applyUpdate(doc, update);
  return sizeOf(doc) > before;
};

const sizeOf = (doc: Y.Doc): number => {
  let size = 0;
  for (const client of doc.store.clients.keys()) size += Y.getState(doc.store, client);
  return size;
};

const total = (vector: readonly (readonly [client: number, clock: number])[]): number =>
  vector.reduce((sum, [, clock]) => sum + clock, 0);

const readState = (state: Uint8Array): BoardSnapshot => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const snapshot = snapshotOf(doc);
  doc.destroy();
  return snapshot;
};

/** Reads a document again and again; what has not changed is the same object as before. */
const openFrames = (doc: Y.Doc): { read(): BoardSnapshot; close(): void } => {
  const view = openView(doc);
  const board = boardOf(doc);
  let cards: BoardSnapshot['cards'] | null = null;
  let narrative: BoardSnapshot['narrative'] | null = null;
  let comments: BoardSnapshot['comments'] | null = null;
  view.subscribe(() => {
    cards = null;
  });
  const onNarrative = (): void => {
    narrative = null;
  };
  board.narrative.observeDeep(onNarrative);
  const onComments = (): void => {
    comments = null;
  };
  board.comments.observeDeep(onComments);
  return {
    read: () => ({
      format: 1,
      cards: (cards ??= cardsOf(view)),
      links: view.links(),
      columns: view.columns(),
      themes: view.themes(),
      narrative: (narrative ??= readNarrative(board.narrative)),
      comments: (comments ??= readThreads(board.comments)),
    }),
    close: () => {
      board.narrative.unobserveDeep(onNarrative);
      board.comments.unobserveDeep(onComments);
      view.destroy();
    },
  };
};

const cardsOf = (view: BoardView): BoardSnapshot['cards'] => cardKinds.flatMap((kind) => view.list(kind));
