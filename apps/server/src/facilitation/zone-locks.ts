// Keeps locked zones of boards as they are: tells the rooms what those who don't run the meeting may not write just now.
// Rules: SPEC F32 of packages/review, W1–W8 of packages/sync, Z1–Z7 of packages/board.
import { zonesTouched } from '@hearth/board/zones-touched';
import { lockedZones } from '@hearth/review/facilitation/locked-zones';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ReviewId } from '@hearth/review/ids';
import { permission } from '@hearth/review/permission';
import type { Zone } from '@hearth/review/templates/template';
import type { Ward } from '@hearth/sync/ward';
import { boardDocument } from '../live/boards.ts';

interface Locked {
  zones: readonly Zone[];
  ward: Ward;
}

export class ZoneLocks {
  /** By document, of boards of which something is locked. */
  readonly #locked = new Map<string, Locked>();
  readonly #changed: (document: string) => void;

  /** @param changed  told when `wardOf` a document is another one. */
  constructor(changed: (document: string) => void) {
    this.#changed = changed;
  }

  /** Told each state of a meeting that this node sees. */
  follow(reviewId: ReviewId, state: FacilitationState): void {
    const document = boardDocument(reviewId);
    const zones = lockedZones(state);
    const before = this.#locked.get(document)?.zones ?? [];
    if (zones.length === before.length && zones.every((zone) => before.includes(zone))) return;
    if (zones.length === 0) this.#locked.delete(document);
    else this.#locked.set(document, { zones, ward: wardOver(new Set(zones)) });
    this.#changed(document);
  }

  wardOf(document: string): Ward | null {
    return this.#locked.get(document)?.ward ?? null;
  }
}

const wardOver = (zones: ReadonlySet<Zone>): Ward => ({
  exempt: ({ role }) => permission(role, 'facilitation.run').allowed,
  refuses: (doc, update) => [...zonesTouched(doc, update)].some((zone) => zones.has(zone)),
});
