// The mailbox between the store and its worker, with the worker's end played by hand. Rule: SPEC S7.
import { afterEach, expect, test, vi } from 'vitest';
import type { AppendRequest } from './messages.ts';
import { Mailbox } from './mailbox.ts';

const request: AppendRequest = {
  kind: 'append',
  documents: ['board/one'],
  indexes: [0],
  lengths: [3],
  atMs: [1],
  writers: [],
  bytes: Uint8Array.of(1, 2, 3),
};
const ends = () => {
  const store = new Mailbox();
  return { store, worker: new Mailbox(store.memory) };
};

afterEach(() => vi.restoreAllMocks());

test('[S7] an append goes there and its answer comes back, however long it takes', async () => {
  const { store, worker } = ends();
  const answered = store.append(request);
  const taken = worker.take();
  expect({ ...taken, bytes: Uint8Array.from(taken?.bytes ?? []) }).toEqual(request);
  expect(worker.take()).toBeNull();
  worker.answer({ ok: true, result: [7] });
  await expect(answered).resolves.toEqual({ ok: true, result: [7] });
});

test('[S7] an answer that is there at once is given at once', async () => {
  const { store, worker } = ends();
  vi.spyOn(Atomics, 'wait').mockImplementation(() => {
    worker.answer({ ok: true, result: [8] });
    return 'ok';
  });
  await expect(store.append(request)).resolves.toEqual({ ok: true, result: [8] });
});

test('[S7] a slow disk holds the thread once in fifty appends, and for a millisecond', async () => {
  const { store, worker } = ends();
  const wait = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
  for (let n = 0; n < 102; n += 1) {
    const answered = store.append(request);
    worker.answer({ ok: true, result: [n] });
    await expect(answered).resolves.toEqual({ ok: true, result: [n] });
  }
  expect(wait.mock.calls.map((call) => call[3])).toEqual([1, 1]);
});

test('[S7] what is too long goes as a message', () => {
  expect(ends().store.append({ ...request, bytes: new Uint8Array(256 * 1024) })).toBeNull();
});
