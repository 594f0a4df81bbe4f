import { openView } from '@hearth/board/view';
import type { NewCard } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { LiveDocument } from '../live/live-document.ts';
import { StatusStore } from '../live/status-store.ts';
import { putOnBoard } from './put-on-board.ts';

const cards = (count: number): NewCard[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'event',
    id: `event-${String(index).padStart(4, '0')}` as CardId,
    text: `Event ${index}`,
    at: index * 60_000,
    endAt: null,
    precision: 'exact',
    eventKind: 'action',
    lane: '',
    key: false,
  }));
const by = () => ({ author: null, nowMs: 0 });

/** A connection whose acknowledgements the test gives by hand. */
const connect = () => {
  const doc = new Y.Doc();
  const status = new StatusStore();
  let frames = 0;
  doc.on('update', () => {
    frames++;
    status.learn({ changes: frames });
  });
  const view = openView(doc);
  let copy = { doc };
  const refusals = [{ code: 'HEARTH_TOO_LARGE' }];
  const quarantine = { get: () => ({ refusals, keptOn: 'device' }) };
  return {
    live: { copy: () => copy, status, quarantine } as unknown as LiveDocument,
    replaceCopy: () => {
      copy = { doc: new Y.Doc() };
    },
    status,
    events: () => view.list('event').length,
    frames: () => frames,
    acknowledge: () => {
      frames = 0;
      status.learn({ changes: 0 });
    },
  };
};
const turn = async () => new Promise((resolve) => setImmediate(resolve));

describe('putting rows on the board', () => {
  it('waits for the board before it writes, and for the server before it says that all is there', async () => {
    const { live, status, events, acknowledge } = connect();
    let done = false;
    const put = putOnBoard(live, cards(3), by, () => undefined, new AbortController().signal);
    void put.then(() => (done = true));
    await turn();
    expect(events()).toBe(0);
    status.learn({ connected: true, synced: true, everSynced: true });
    await turn();
    expect(events()).toBe(3);
    expect(done).toBe(false);
    acknowledge();
    expect(await put).toEqual({ ok: true, added: 3 });
  });

  it('sends a large timeline in lots, the next only when the one before is durable', async () => {
    const { live, status, events, frames, acknowledge } = connect();
    status.learn({ connected: true, synced: true, everSynced: true });
    const durable: number[] = [];
    const put = putOnBoard(live, cards(250), by, (count) => durable.push(count), new AbortController().signal);
    for (const expected of [100, 200, 250]) {
      await turn();
      expect(events()).toBe(expected);
      expect(frames()).toBe(1);
      acknowledge();
    }
    expect(await put).toEqual({ ok: true, added: 250 });
    expect(durable.at(-1)).toBe(250);
  });

  it('waits through an outage and goes on after it', async () => {
    const { live, status, events, acknowledge } = connect();
    status.learn({ connected: true, synced: true, everSynced: true });
    const put = putOnBoard(live, cards(120), by, () => undefined, new AbortController().signal);
    await turn();
    status.learn({ connected: false, synced: false, everFailed: true });
    await turn();
    expect(events()).toBe(100);
    status.learn({ connected: true, synced: true });
    acknowledge();
    await turn();
    acknowledge();
    expect(await put).toEqual({ ok: true, added: 120 });
  });

  it('says how many stand there when the server refuses', async () => {
    const { live, status } = connect();
    status.learn({ refused: 'HEARTH_OBSERVERS_ONLY_READ' });
    expect(await putOnBoard(live, cards(2), by, () => undefined, new AbortController().signal)).toMatchObject({
      ok: false,
      added: 0,
      advice: expect.stringContaining('Observers') as string,
    });
  });

  it('says so when the server does not take a lot, and the board goes on without it', async () => {
    const { live, status, acknowledge, replaceCopy } = connect();
    status.learn({ connected: true, synced: true, everSynced: true });
    const put = putOnBoard(live, cards(120), by, () => undefined, new AbortController().signal);
    await turn();
    replaceCopy();
    acknowledge();
    expect(await put).toMatchObject({ ok: false, added: 0, advice: expect.stringContaining('too large') as string });
  });

  it('stops when the page is left', async () => {
    const { live } = connect();
    const leaving = new AbortController();
    const put = putOnBoard(live, cards(2), by, () => undefined, leaving.signal);
    leaving.abort(new Error('left'));
    await expect(put).rejects.toThrow('left');
  });
});
