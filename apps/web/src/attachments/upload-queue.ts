// Brings files to the server, one after the other, and tells their cards. Rules: SPEC U1-U4.
import type { CardFile } from '@hearth/board/cards';
import type { AttachmentBody } from '@hearth/protocol/http/attachments';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { adviceOf, ApiError } from '../api/api-error.ts';
import type { StoredUpload, Upload, UploadState, UploadStore } from './upload.ts';

/** `later`: the board can't be written just now. */
export type Attached = 'attached' | 'card-gone' | 'later';

export interface UploadQueueParts {
  reviewId: ReviewId;
  store: UploadStore;
  /** @throws ApiError, or what `signal` was aborted with. */
  send(upload: StoredUpload, progress: (done: number) => void, signal: AbortSignal): Promise<AttachmentBody>;
  attach(cardId: CardId, file: CardFile): Attached;
  /** Resolves after so long, or when the network comes back. */
  wait(ms: number): Promise<void>;
  /** Told of a file that was given up because its card is gone. */
  onGivenUp(upload: StoredUpload): void;
}

const firstWaitMs = 2_000;
const longestWaitMs = 60_000;
const none: readonly Upload[] = [];

export class UploadQueue {
  readonly #parts: UploadQueueParts;
  readonly #uploads = new Map<string, Upload>();
  readonly #listeners = new Set<() => void>();
  readonly #sending = new Map<string, AbortController>();
  #byCard = new Map<CardId, readonly Upload[]>();
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(parts: UploadQueueParts) {
    this.#parts = parts;
  }

  /** Takes up what an earlier visit left. */
  async open(): Promise<void> {
    const left = await this.#parts.store.list(this.#parts.reviewId).catch(() => []);
    for (const upload of left) if (!this.#uploads.has(upload.id)) this.#uploads.set(upload.id, waiting(upload));
    this.#changed();
    this.#start();
  }

  /** @returns once it is kept on the device, or is known not to be. */
  async add(upload: StoredUpload): Promise<boolean> {
    this.#uploads.set(upload.id, waiting(upload));
    this.#changed();
    const kept = await this.#parts.store.put(upload).then(
      () => true,
      () => false,
    );
    this.#start();
    return kept;
  }

  retry(id: string): void {
    this.#set(id, { kind: 'waiting' });
    this.#start();
  }

  async cancel(id: string): Promise<void> {
    const upload = this.#uploads.get(id);
    if (!upload) return;
    this.#uploads.delete(id);
    this.#sending.get(id)?.abort();
    this.#changed();
    await this.#parts.store.remove(upload).catch(() => undefined);
  }

  /** The same array until one of them changes. */
  of(cardId: CardId): readonly Upload[] {
    return this.#byCard.get(cardId) ?? none;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is being sent is broken off; it stays kept. */
  close(): void {
    this.#closed = true;
    for (const controller of this.#sending.values()) controller.abort();
  }

  /** Settles when there is nothing more to do but what a person must decide. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#next() && !this.#closed) this.#start();
    });
  }

  #next(): Upload | undefined {
    return [...this.#uploads.values()].find(({ state }) => state.kind === 'waiting' || state.kind === 'offline');
  }

  async #run(): Promise<void> {
    let waitMs = firstWaitMs;
    for (let next = this.#next(); next && !this.#closed; next = this.#next()) {
      if (await this.#bring(next)) waitMs = firstWaitMs;
      else {
        await this.#parts.wait(waitMs);
        waitMs = Math.min(waitMs * 2, longestWaitMs);
      }
    }
  }

  /** @returns false when it must be tried again. */
  async #bring(upload: Upload): Promise<boolean> {
    const { id } = upload;
    const controller = new AbortController();
    this.#sending.set(id, controller);
    try {
      this.#set(id, { kind: 'sending', done: 0 });
      const told = await this.#parts.send(
        upload,
        (done) => this.#set(id, { kind: 'sending', done }),
        controller.signal,
      );
      // Cancelled while the answer was on its way: nobody refers to it, and the server sweeps it.
      if (!this.#uploads.has(id) || this.#closed) return true;
      return await this.#finish(upload, told);
    } catch (error) {
      if (!this.#uploads.has(id) || this.#closed) return true;
      const final = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
      this.#set(id, final ? { kind: 'failed', advice: adviceOf(error) } : { kind: 'offline' });
      return final;
    } finally {
      this.#sending.delete(id);
    }
  }

  async #finish(upload: Upload, told: AttachmentBody): Promise<boolean> {
    const { alt, addedAt } = upload;
    const attached = this.#parts.attach(upload.cardId, { ...told, alt, addedAt });
    if (attached === 'later') {
      this.#set(upload.id, { kind: 'offline' });
      return false;
    }
    this.#uploads.delete(upload.id);
    this.#changed();
    if (attached === 'card-gone') this.#parts.onGivenUp(upload);
    await this.#parts.store.remove(upload).catch(() => undefined);
    return true;
  }

  #set(id: string, state: UploadState): void {
    const upload = this.#uploads.get(id);
    if (!upload) return;
    this.#uploads.set(id, { ...upload, state });
    this.#changed();
  }

  #changed(): void {
    this.#byCard = Map.groupBy(this.#uploads.values(), ({ cardId }) => cardId);
    for (const listener of this.#listeners) listener();
  }
}

const waiting = (upload: StoredUpload): Upload => ({ ...upload, state: { kind: 'waiting' } });
