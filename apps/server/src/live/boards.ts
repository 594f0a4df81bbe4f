// Reads boards: their state as bytes, as a snapshot, and the few figures that lists and late joiners are told.
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { ReviewId } from '@hearth/review/ids';
import type { UpdateLog } from '@hearth/sync/update-log';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import type { WallClock } from '../clock.ts';

const boardPrefix = 'board/';
export const boardDocument = (reviewId: ReviewId): string => `${boardPrefix}${reviewId}`;
/** null: the document is no board. */
export const reviewOfBoard = (document: string): ReviewId | null =>
  document.startsWith(boardPrefix) ? (document.slice(boardPrefix.length) as ReviewId) : null;

export interface BoardFigures {
  events: number;
  keyMoments: number;
  factors: number;
  learnings: number;
}

/** Where a board's state comes from. */
export interface BoardStates {
  /** Whole state (Yjs V1) of a document, with everything that was acknowledged. */
  snapshotState(document: string): Promise<Uint8Array>;
}

/** What tells how far the log of each document has come, whichever node wrote it. */
export type BoardHeads = Pick<UpdateLog, 'heads'>;

interface Known {
  figures: BoardFigures;
  readAtMs: number;
  /** How far the board's log had come, at least. */
  head: number;
}

export const noFigures: BoardFigures = { events: 0, keyMoments: 0, factors: 0, learnings: 0 };

/** Figures may lag this much behind; whoever edits sees their own board at once anyway. */
const figuresFreshMs = 2_000;
const readCapMs = 10_000;

export class Boards {
  readonly #states: BoardStates;
  readonly #heads: BoardHeads;
  readonly #clock: WallClock;
  readonly #reader: BackgroundTask<Uint8Array, BoardSnapshot>;
  readonly #known = new Map<ReviewId, Known>();
  readonly #onFailure: (error: unknown) => void;

  /** @param onFailure  told when a board can't be counted. */
  constructor(
    states: BoardStates,
    heads: BoardHeads,
    clock: WallClock,
    onFailure: (error: unknown) => void,
    watch?: TaskWatch,
  ) {
    this.#states = states;
    this.#heads = heads;
    this.#clock = clock;
    this.#onFailure = onFailure;
    this.#reader = new BackgroundTask(new URL('./read-worker.ts', import.meta.url), readCapMs, watch);
  }

  async state(reviewId: ReviewId): Promise<Uint8Array> {
    return this.#states.snapshotState(boardDocument(reviewId));
  }

  /** @throws when the board can't be read: the gate let something through that it should not have. */
  async read(state: Uint8Array): Promise<BoardSnapshot> {
    const outcome = await this.#reader.run(state);
    if (!outcome.ok) throw new Error(`a board could not be read: ${outcome.reason}`);
    return outcome.output;
  }

  /** Counts of what is on these boards. One that nothing was written on since is not read again. */
  async figures(reviewIds: readonly ReviewId[]): Promise<Map<ReviewId, BoardFigures>> {
    const heads = await this.#heads.heads(reviewIds.map(boardDocument));
    const counted = reviewIds.map(async (reviewId): Promise<[ReviewId, BoardFigures]> => {
      const head = heads.get(boardDocument(reviewId)) ?? 0;
      return [reviewId, head === 0 ? noFigures : await this.#figuresAt(reviewId, head)];
    });
    return new Map(await Promise.all(counted));
  }

  async #figuresAt(reviewId: ReviewId, head: number): Promise<BoardFigures> {
    const known = this.#known.get(reviewId);
    const nowMs = this.#clock.nowMs();
    if (known && (known.head === head || Math.abs(nowMs - known.readAtMs) < figuresFreshMs)) return known.figures;
    const figures = await this.#count(await this.state(reviewId));
    this.#known.set(reviewId, { figures, readAtMs: nowMs, head });
    return figures;
  }

  /** One board that can't be read must not take the list of all reviews with it. */
  async #count(state: Uint8Array): Promise<BoardFigures> {
    try {
      return figuresOf(await this.read(state));
    } catch (error) {
      this.#onFailure(error);
      return noFigures;
    }
  }

  close(): Promise<void> {
    return this.#reader.close();
  }
}

const figuresOf = ({ cards }: BoardSnapshot): BoardFigures => ({
  events: cards.filter((card) => card.kind === 'event').length,
  keyMoments: cards.filter((card) => card.kind === 'event' && card.key).length,
  factors: cards.filter((card) => card.kind === 'factor').length,
  learnings: cards.filter((card) => card.kind === 'learning').length,
});
