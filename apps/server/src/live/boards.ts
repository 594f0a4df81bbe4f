// Reads boards: their state as bytes, as a snapshot, and the few figures that lists and late joiners are told.
import { createHash } from 'node:crypto';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { ReviewId } from '@hearth/review/ids';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import type { WallClock } from '../clock.ts';

export const boardDocument = (reviewId: ReviewId): string => `board/${reviewId}`;

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
  /** Those who have it open now. */
  connected(document: string): readonly unknown[];
}

interface Known {
  stateHash: string;
  figures: BoardFigures;
  readAtMs: number;
  /** Whether somebody had the board open when it was read, and may have changed it since. */
  wasOpen: boolean;
  /** How often it had been opened by then. */
  openings: number;
}

const noFigures: BoardFigures = { events: 0, keyMoments: 0, factors: 0, learnings: 0 };

/** Figures may lag this much behind; whoever edits sees their own board at once anyway. */
const figuresFreshMs = 2_000;
const readCapMs = 10_000;

export class Boards {
  readonly #states: BoardStates;
  readonly #clock: WallClock;
  readonly #reader: BackgroundTask<Uint8Array, BoardSnapshot>;
  readonly #known = new Map<ReviewId, Known>();
  readonly #openings = new Map<ReviewId, number>();
  readonly #onFailure: (error: unknown) => void;

  /** @param onFailure  told when a board can't be counted. */
  constructor(states: BoardStates, clock: WallClock, onFailure: (error: unknown) => void, watch?: TaskWatch) {
    this.#states = states;
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

  /** Somebody is about to open the board: what is known of it may not last. */
  opening(reviewId: ReviewId): void {
    this.#openings.set(reviewId, (this.#openings.get(reviewId) ?? 0) + 1);
  }

  /** Counts of what is on a board, for many boards at once: one that nobody has opened since is not read again. */
  async figures(reviewId: ReviewId): Promise<BoardFigures> {
    const known = this.#known.get(reviewId);
    const nowMs = this.#clock.nowMs();
    const openings = this.#openings.get(reviewId) ?? 0;
    const untouched = known?.wasOpen === false && known.openings === openings;
    if (known && (untouched || nowMs - known.readAtMs < figuresFreshMs)) return known.figures;
    const wasOpen = this.#states.connected(boardDocument(reviewId)).length > 0;
    const state = await this.state(reviewId);
    const stateHash = createHash('sha256').update(state).digest('base64');
    const figures = known?.stateHash === stateHash ? known.figures : await this.#count(state);
    this.#known.set(reviewId, { stateHash, figures, readAtMs: nowMs, wasOpen, openings });
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
