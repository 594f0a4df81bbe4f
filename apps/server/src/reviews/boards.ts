// Reads boards: their state as bytes, as a snapshot, and the few figures that lists and late joiners are told.
import { createHash } from 'node:crypto';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { ReviewId } from '@hearth/review/ids';
import { BackgroundTask } from '../background/task.ts';
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
}

interface Known {
  stateHash: string;
  figures: BoardFigures;
  readAtMs: number;
}

/** Figures may lag this much behind; whoever edits sees their own board at once anyway. */
const figuresFreshMs = 2_000;
const readCapMs = 10_000;

export class Boards {
  readonly #states: BoardStates;
  readonly #clock: WallClock;
  readonly #reader: BackgroundTask<Uint8Array, BoardSnapshot>;
  readonly #known = new Map<ReviewId, Known>();

  constructor(states: BoardStates, clock: WallClock) {
    this.#states = states;
    this.#clock = clock;
    this.#reader = new BackgroundTask(new URL('./read-worker.ts', import.meta.url), readCapMs);
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

  /** Counts of what is on a board; a document is only built when its bytes have changed. */
  async figures(reviewId: ReviewId): Promise<BoardFigures> {
    const known = this.#known.get(reviewId);
    const nowMs = this.#clock.nowMs();
    if (known && nowMs - known.readAtMs < figuresFreshMs) return known.figures;
    const state = await this.state(reviewId);
    const stateHash = createHash('sha256').update(state).digest('base64');
    const figures = known?.stateHash === stateHash ? known.figures : figuresOf(await this.read(state));
    this.#known.set(reviewId, { stateHash, figures, readAtMs: nowMs });
    return figures;
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
