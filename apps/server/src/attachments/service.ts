// Files on cards: taken in, told apart by their content, kept as a whole, and given out to those who may read the review.
// Rules: SPEC U1-U5, D1.
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { filesIn } from '@hearth/board/narrative';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import { attachmentLimits } from '@hearth/protocol/http/attachment-limits';
import type { AttachmentId, ReviewId } from '@hearth/review/ids';
import type { Participant } from '@hearth/store/ports/access';
import type { Attachment } from '@hearth/store/ports/attachments';
import type { Store } from '@hearth/store/ports/store';
import type { WallClock } from '../clock.ts';
import { newId } from '../secrets.ts';
import { contentKey, type Contents, type Received } from './contents.ts';
import { receive } from './receive.ts';
import { sniff } from './sniff.ts';

export type UploadRefusal = 'too-large' | 'empty' | 'cut-off' | 'review-full' | 'not-found' | 'taken' | 'no-thumbnail';

export type UploadOutcome = { ok: true; attachment: Attachment } | { ok: false; reason: UploadRefusal };

export interface Upload {
  seat: Participant;
  id: AttachmentId;
  name: string;
  body: Readable;
}

const thumbnailSide = 640;

export class AttachmentService {
  readonly #store: Pick<Store, 'attachments'>;
  readonly #contents: Contents;
  readonly #clock: WallClock;

  constructor(store: Pick<Store, 'attachments'>, contents: Contents, clock: WallClock) {
    this.#store = store;
    this.#contents = contents;
    this.#clock = clock;
  }

  /** What this person has added already under an id: then its body needs no reading. */
  async known({ reviewId, id: participantId }: Participant, id: AttachmentId): Promise<UploadOutcome | null> {
    const attachment = await this.#store.attachments.find(reviewId, id);
    if (!attachment) return null;
    return attachment.participantId === participantId ? { ok: true, attachment } : { ok: false, reason: 'taken' };
  }

  /** Adds a file. Adding the same id again, as after an answer that got lost, gives what is there. */
  async add({ seat, id, name, body }: Upload): Promise<UploadOutcome> {
    const outcome = await receive(body, this.#contents.incoming, attachmentLimits.file);
    if (!outcome.ok) return outcome;
    const { received, head } = outcome;
    try {
      const { key } = await this.#keep(received);
      const nowMs = this.#clock.nowMs();
      const added = await this.#store.attachments.add(
        {
          reviewId: seat.reviewId,
          id,
          participantId: seat.id,
          name,
          ...sniff(head, name),
          bytes: received.bytes,
          sha256: received.sha256,
          contentKey: key,
          thumbnail: null,
          createdAtMs: nowMs,
        },
        attachmentLimits.review,
      );
      if (added.ok) return added;
      await this.#drop(key);
      return added.reason === 'taken' ? ((await this.known(seat, id)) ?? added) : added;
    } finally {
      await rm(received.file, { force: true });
    }
  }

  /** Adds the small version of a picture that this person has added. A second one changes nothing. */
  async addThumbnail(seat: Participant, id: AttachmentId, body: Readable): Promise<UploadOutcome> {
    const { reviewId } = seat;
    const attachment = await this.#store.attachments.find(reviewId, id);
    if (attachment?.participantId !== seat.id || attachment.width === null) return { ok: false, reason: 'not-found' };
    if (attachment.thumbnail) return { ok: true, attachment };
    const outcome = await receive(body, this.#contents.incoming, attachmentLimits.thumbnail);
    if (!outcome.ok) return outcome;
    const { received, head } = outcome;
    try {
      const { type, width, height } = sniff(head, '');
      if (width === null || height === null || Math.max(width, height) > thumbnailSide)
        return { ok: false, reason: 'no-thumbnail' };
      const { key } = await this.#keep(received);
      const thumbnail = { key, type };
      if (!(await this.#store.attachments.addThumbnail(reviewId, id, thumbnail))) await this.#drop(key);
      return { ok: true, attachment: { ...attachment, thumbnail } };
    } finally {
      await rm(received.file, { force: true });
    }
  }

  find(reviewId: ReviewId, id: AttachmentId): Promise<Attachment | null> {
    return this.#store.attachments.find(reviewId, id);
  }

  /** null when the content is gone, as after a restore of the database alone. */
  open(key: string): Promise<Readable | null> {
    return this.#contents.open(key);
  }

  /** Deletes a file for good. What it was on keeps its name. */
  async remove(reviewId: ReviewId, id: AttachmentId): Promise<void> {
    const removed = await this.#store.attachments.remove(reviewId, id);
    if (!removed) return;
    for (const key of [removed.contentKey, ...(removed.thumbnail ? [removed.thumbnail.key] : [])])
      await this.#drop(key);
  }

  /** Contents that are no file's any more, whatever ended it. */
  async removeUnused(beforeMs: number): Promise<void> {
    for (const key of await this.#store.attachments.unusedContents(beforeMs)) await this.#drop(key);
  }

  async #keep(received: Received): Promise<{ key: string }> {
    const key = contentKey(received.sha256, newId());
    await this.#store.attachments.beginContent(key, this.#clock.nowMs());
    await this.#contents.put(key, received);
    return { key };
  }

  /** The content first: while its key is noted, a sweep finds it. */
  async #drop(key: string): Promise<void> {
    await this.#contents.remove(key);
    await this.#store.attachments.forgetContent(key);
  }
}

/** Ids of the files that a board tells of. */
export const filesOn = ({ cards, narrative }: BoardSnapshot): Set<AttachmentId> =>
  new Set([...cards.flatMap(({ files }) => files.map(({ id }) => id)), ...filesIn(narrative)]);
