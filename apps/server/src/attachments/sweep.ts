// Removes, on one node at a time, what nobody will miss: files that never came onto their board, and contents that are no
// file's. Rules: SPEC S1-S3.
import type { AttachmentId, ReviewId } from '@hearth/review/ids';
import type { Store } from '@hearth/store/ports/store';
import type { WallClock } from '../clock.ts';
import type { Boards } from '../live/boards.ts';
import { newId } from '../secrets.ts';
import { filesOn, type AttachmentService } from './service.ts';

const sweepEveryMs = 3_600_000;
/** A file may wait so long for its card: its device may be offline. */
const looseForMs = 86_400_000;
const lease = { name: 'attachments', forMs: 600_000 };

interface Parts {
  store: Pick<Store, 'attachments' | 'leases'>;
  attachments: AttachmentService;
  boards: Pick<Boards, 'state' | 'read'>;
  clock: WallClock;
  onFailure: (error: unknown) => void;
}

export class AttachmentSweep {
  readonly #parts: Parts;
  readonly #holder = newId();
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.run(), sweepEveryMs);
    this.#timer.unref();
  }

  /** Never rejects. */
  run(): Promise<void> {
    this.#running ??= this.#sweep()
      .catch(this.#parts.onFailure)
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #sweep(): Promise<void> {
    const { store, attachments, clock } = this.#parts;
    if (!(await store.leases.take(lease.name, this.#holder, lease.forMs))) return;
    try {
      const beforeMs = clock.nowMs() - looseForMs;
      const loose = await store.attachments.notOnBoard();
      for (const [reviewId, files] of Map.groupBy(loose, (file) => file.reviewId)) {
        const seen = await this.#seen(reviewId);
        await store.attachments.seenOnBoard(
          reviewId,
          files.flatMap(({ id }) => (seen.has(id) ? [id] : [])),
        );
        for (const { id, createdAtMs } of files)
          if (!seen.has(id) && createdAtMs < beforeMs) await attachments.remove(reviewId, id);
      }
      await attachments.removeUnused(beforeMs);
    } finally {
      await store.leases.release(lease.name, this.#holder);
    }
  }

  async #seen(reviewId: ReviewId): Promise<ReadonlySet<AttachmentId>> {
    const { boards } = this.#parts;
    return filesOn(await boards.read(await boards.state(reviewId)));
  }
}
