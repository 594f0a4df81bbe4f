import type { CardFile } from '@hearth/board/cards';
import type { AttachmentBody } from '@hearth/protocol/http/attachments';
import type { AttachmentId, CardId, ReviewId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { ApiError, unreachable } from '../api/api-error.ts';
import type { StoredUpload, UploadStore } from './upload.ts';
import { UploadQueue, type Attached, type UploadQueueParts } from './upload-queue.ts';

const reviewId = 'review-1' as ReviewId;
const cardId = 'card-0001' as CardId;

const upload = (name: string): StoredUpload => ({
  reviewId,
  id: `file-${name.padStart(4, '0')}` as AttachmentId,
  cardId,
  name: `${name}.png`,
  content: new Blob([name]),
  thumbnail: null,
  alt: '',
  addedAt: 5,
});
const answer = ({ id, name }: StoredUpload): AttachmentBody => ({
  id,
  name,
  type: 'image/png',
  bytes: 1,
  width: 1,
  height: 1,
  thumbnail: false,
});

const memoryStore = (): UploadStore & { kept: Map<string, StoredUpload> } => {
  const kept = new Map<string, StoredUpload>();
  return {
    kept,
    list: () => Promise.resolve([...kept.values()]),
    put: (one) => Promise.resolve(void kept.set(one.id, one)),
    remove: ({ id }) => Promise.resolve(void kept.delete(id)),
  };
};

const desk = (parts: Partial<UploadQueueParts> = {}, store = memoryStore()) => {
  const files: CardFile[] = [];
  const sent: string[] = [];
  const waits: number[] = [];
  const givenUp: string[] = [];
  const queue = new UploadQueue({
    reviewId,
    store,
    send: (one) => {
      sent.push(one.name);
      return Promise.resolve(answer(one));
    },
    attach: (_, file): Attached => {
      files.push(file);
      return 'attached';
    },
    wait: (ms) => Promise.resolve(void waits.push(ms)),
    onGivenUp: ({ name }) => givenUp.push(name),
    ...parts,
  });
  return { queue, store, files, sent, waits, givenUp };
};

describe('the queue of uploads', () => {
  it('[U1] brings files one after the other, and forgets them once their card tells of them', async () => {
    const { queue, store, files } = desk();
    await Promise.all([queue.add(upload('a')), queue.add(upload('b'))]);
    await queue.settled();
    expect(files.map(({ name, addedAt }) => [name, addedAt])).toEqual([
      ['a.png', 5],
      ['b.png', 5],
    ]);
    expect(store.kept.size).toBe(0);
    expect(queue.of(cardId)).toEqual([]);
  });

  it('[U1] takes up what an earlier visit left', async () => {
    const store = memoryStore();
    const first = desk({ send: () => new Promise(() => undefined) }, store);
    await first.queue.add(upload('a'));
    first.queue.close();
    expect(store.kept.size).toBe(1);
    const second = desk({}, store);
    await second.queue.open();
    await second.queue.settled();
    expect(second.files.map(({ name }) => name)).toEqual(['a.png']);
    expect(store.kept.size).toBe(0);
  });

  it('[U1] goes on without a device that keeps anything, and says so', async () => {
    const broken = { ...memoryStore(), put: () => Promise.reject(new Error('quota')) };
    const { queue, files } = desk({ store: broken });
    await expect(queue.add(upload('a'))).resolves.toBe(false);
    await queue.settled();
    expect(files).toHaveLength(1);
  });

  it('[U2] tries again what passes by itself, ever more slowly', async () => {
    const failures = [
      unreachable(),
      new ApiError('HEARTH_UNAVAILABLE', 503, ''),
      new ApiError('HEARTH_TOO_MANY_REQUESTS', 429, ''),
    ];
    const { queue, files, waits } = desk({
      send: (one) => {
        const failure = failures.shift();
        return failure ? Promise.reject(failure) : Promise.resolve(answer(one));
      },
    });
    await queue.add(upload('a'));
    await queue.settled();
    expect(waits).toEqual([2_000, 4_000, 8_000]);
    expect(files).toHaveLength(1);
  });

  it('[U2] tells any other failure with its reason, and goes on with the next; a retry may succeed', async () => {
    let full = true;
    const { queue, store, files } = desk({
      send: (one) =>
        full && one.name === 'a.png'
          ? Promise.reject(new ApiError('HEARTH_ATTACHMENTS_FULL', 413, 'It is full.'))
          : Promise.resolve(answer(one)),
    });
    await queue.add(upload('a'));
    await queue.add(upload('b'));
    await queue.settled();
    expect(queue.of(cardId)).toMatchObject([{ name: 'a.png', state: { kind: 'failed', advice: 'It is full.' } }]);
    expect([...store.kept.keys()]).toEqual([upload('a').id]);
    full = false;
    queue.retry(upload('a').id);
    await queue.settled();
    expect(files.map(({ name }) => name)).toEqual(['b.png', 'a.png']);
  });

  it('[U3] leaves nothing of what is cancelled on its way', async () => {
    const { queue, store, files } = desk({
      send: (one, _, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(answer(one)))),
    });
    await queue.add(upload('a'));
    expect(queue.of(cardId)).toMatchObject([{ state: { kind: 'sending' } }]);
    await queue.cancel(upload('a').id);
    await queue.settled();
    expect([files, [...store.kept], queue.of(cardId)]).toEqual([[], [], []]);
  });

  it('[U4] gives up what has no card any more, and waits while the board can not be written', async () => {
    const answers: Attached[] = ['later', 'card-gone'];
    const { queue, store, waits, givenUp } = desk({ attach: () => answers.shift() ?? 'attached' });
    await queue.add(upload('a'));
    await queue.settled();
    expect([waits, givenUp, store.kept.size]).toEqual([[2_000], ['a.png'], 0]);
  });

  it('tells how far it is', async () => {
    const seen: unknown[] = [];
    const { queue } = desk({
      send: (one, progress) => {
        progress(0.5);
        seen.push(queue.of(cardId)[0]?.state);
        return Promise.resolve(answer(one));
      },
    });
    await queue.add(upload('a'));
    await queue.settled();
    expect(seen).toEqual([{ kind: 'sending', done: 0.5 }]);
  });
});
