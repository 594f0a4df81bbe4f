// Against the real rooms, over real sockets.
import { createHash } from 'node:crypto';
import { writerPattern } from '@hearth/protocol/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { LiveDocument } from './live-document.ts';
import { statusText, shouldAskBeforeLeaving, wouldLose } from './status.ts';
import { becomes, Desk, eventually, nowhere, text } from './test/desk.ts';
import { MemoryPendingStore } from './test/memory-pending-store.ts';

let desk: Desk;

beforeEach(async () => {
  desk = new Desk();
  await desk.server.start();
});

afterEach(() => desk.clear());

describe('Saved is a promise', () => {
  test('[S1] loading, then saved; saving until the log has it; then saved, and the device holds no copy', async () => {
    const tab = desk.openTab();
    const seen: string[] = [tab.status.get().kind];
    tab.status.subscribe(() => seen.push(tab.status.get().kind));
    await becomes(tab, { kind: 'saved' });
    desk.server.log.flowing = false;
    text(tab).insert(0, 'A');
    text(tab).insert(1, 'B');
    await eventually(() => expect(desk.server.log.waiting).toBe(1));
    expect(tab.status.get()).toEqual({ kind: 'saving', changes: 2, keptOn: 'device' });
    expect(desk.device.kept.size).toBe(2);
    desk.server.log.flowing = true;
    await desk.server.log.release();
    await becomes(tab, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('AB');
    expect(desk.device.kept.size).toBe(0);
    expect([...new Set(seen)]).toEqual(['loading', 'saved', 'saving']);
  });

  test('[S2] the server dies with edits in its hands: offline with the count, and saved when it is back', async () => {
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    desk.server.log.flowing = false;
    text(tab).insert(0, 'A');
    await eventually(() => expect(desk.server.log.waiting).toBe(1));
    await desk.server.die();
    await becomes(tab, { kind: 'offline', changes: 1 });
    text(tab).insert(1, 'B');
    expect(statusText(tab.status.get())).toBe('Offline: 2 changes kept on this device');
    expect(await desk.server.storedText()).toBe('');
    desk.server.log.flowing = true;
    await desk.server.start();
    await becomes(tab, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('AB');
    expect(desk.device.kept.size).toBe(0);
  });

  test('[S3] what a crashed tab has left is merged and sent by the next one', async () => {
    const lost = desk.openTab({ url: nowhere });
    text(lost).insert(0, 'written offline');
    text(lost).delete(0, 8);
    await becomes(lost, { kind: 'offline', changes: 2 });
    desk.close(lost);
    const next = desk.openTab();
    await becomes(next, { kind: 'saved' });
    expect(text(next).toJSON()).toBe('offline');
    expect(await desk.server.storedText()).toBe('offline');
    expect(desk.device.kept.size).toBe(0);
  });

  test('[S3] leftovers that the server has already are forgotten, not doubled', async () => {
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    desk.device.forget = () => Promise.reject(new Error('the tab died before'));
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'saved' });
    desk.close(tab);
    expect(desk.device.kept.size).toBe(1);
    desk.device.forget = MemoryPendingStore.prototype.forget.bind(desk.device);
    const next = desk.openTab();
    await becomes(next, { kind: 'saved' });
    expect([await desk.server.storedText(), desk.device.kept.size]).toEqual(['A', 0]);
  });

  test('[S3] [Q1] a leftover that can not be read does not keep the others from being saved, and is set aside', async () => {
    const lost = desk.openTab({ url: nowhere });
    text(lost).insert(0, 'A');
    desk.close(lost);
    const broken = { document: 'board/r1', tab: 'x', sequence: 1, update: new Uint8Array([1, 200]), madeAtMs: 7 };
    desk.device.kept.set('board/r1 x 1', broken);
    const next = desk.openTab();
    await becomes(next, { kind: 'saved' });
    expect([await desk.server.storedText(), desk.device.kept.size]).toEqual(['A', 0]);
    expect(next.quarantine.get().refusals.flatMap(({ changes }) => changes)).toMatchObject([
      { update: broken.update, madeAtMs: 7 },
    ]);
  });

  test('[S4] one tab does not touch what another open tab is waiting for', async () => {
    const offline = desk.openTab({ url: nowhere });
    text(offline).insert(0, 'A');
    await becomes(offline, { kind: 'offline', changes: 1 });
    const online = desk.openTab();
    await becomes(online, { kind: 'saved' });
    text(online).insert(0, 'B');
    await becomes(online, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('B');
    expect(desk.device.kept.size).toBe(1);
    expect(offline.status.get()).toMatchObject({ changes: 1 });
  });

  test('[S5] a device that keeps nothing: still edited and saved, and said plainly meanwhile', async () => {
    desk.device.broken = true;
    const tab = desk.openTab({ url: nowhere });
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'offline', changes: 1, keptOn: 'tab' });
    expect(statusText(tab.status.get())).toBe('Offline: 1 change kept in this tab');
    expect(wouldLose(tab.status.get())).toBe(true);
    const online = desk.openTab();
    text(online).insert(0, 'B');
    await becomes(online, { kind: 'saved' });
    expect(wouldLose(online.status.get())).toBe(false);
    expect(await desk.server.storedText()).toBe('B');
  });

  test('[S5] a write that fails in the middle (quota) is said at once', async () => {
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    desk.server.log.flowing = false;
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'saving', changes: 1, keptOn: 'device' });
    desk.device.broken = true;
    text(tab).insert(0, 'B');
    await becomes(tab, { kind: 'saving', changes: 2, keptOn: 'tab' });
    expect(wouldLose(tab.status.get())).toBe(true);
  });

  test('[S6] the disk of the server is full: not saved, with advice; saved when there is room', async () => {
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    desk.server.log.failWith = Object.assign(new Error('no room'), { reason: 'full' });
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'not-saved', reason: 'HEARTH_STORE_FULL', changes: 1 });
    text(tab).insert(1, 'B');
    expect(statusText(tab.status.get())).toContain('Not saved: 2 changes kept on this device.');
    desk.server.log.failWith = null;
    await becomes(tab, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('AB');
  });

  test('[S7] a retryable close reconnects', async () => {
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    desk.server.rooms.disconnect(() => true, 'HEARTH_RESYNC');
    await becomes(tab, { kind: 'offline' });
    await becomes(tab, { kind: 'saved' });
    expect(desk.server.rooms.statistics().peers).toBe(1);
  });
});

describe('who this browser is', () => {
  test('[S11] one writer for a device and a document, whatever tab or person; another for another document', async () => {
    const first = desk.openTab();
    await becomes(first, { kind: 'saved' });
    desk.close(first);
    const again = desk.openTab();
    const other = desk.openTab({ documentName: 'board/r2' });
    await becomes(again, { kind: 'saved' });
    await becomes(other, { kind: 'saved' });
    const [one = '', two, three] = desk.server.writers;
    expect(one).toMatch(writerPattern);
    expect(two).toBe(one);
    expect(three).toMatch(writerPattern);
    expect(three).not.toBe(one);
  });

  test('[S11] a device that keeps nothing: one for the tab, the same through its reconnects', async () => {
    desk.device.broken = true;
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    desk.server.rooms.disconnect(() => true, 'HEARTH_RESYNC');
    await eventually(() => expect(desk.server.writers).toHaveLength(2));
    expect(desk.server.writers[0]).toMatch(writerPattern);
    expect(new Set(desk.server.writers).size).toBe(1);
  });

  test('[S3] [S11] what was written as one person is sent by the next who opens the board on this device', async () => {
    const ada = desk.openTab();
    await becomes(ada, { kind: 'saved' });
    text(ada).insert(0, 'seen. ');
    await becomes(ada, { kind: 'saved' });
    await desk.server.die();
    text(ada).insert(6, 'not sent.');
    await becomes(ada, { kind: 'offline', changes: 1 });
    desk.close(ada);
    desk.server.participantId = 'ben';
    await desk.server.start();
    const ben = desk.openTab();
    await becomes(ben, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('seen. not sent.');
    expect(ben.quarantine.get().refusals).toEqual([]);
  });
});

describe('leaving', () => {
  test('[S5] asks for what nobody else has seen, not for what is on its way', async () => {
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    desk.server.log.flowing = false;
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'saving', keptOn: 'device' });
    expect(shouldAskBeforeLeaving(tab.status.get())).toBe(false);
    await desk.server.die();
    await becomes(tab, { kind: 'offline', changes: 1, keptOn: 'device' });
    expect(wouldLose(tab.status.get())).toBe(false);
    expect(shouldAskBeforeLeaving(tab.status.get())).toBe(true);
  });
});

describe('a long time without a network', () => {
  /** What somebody writes in two hours: many cards, all through the alphabet of edits. */
  const writeMuch = (tab: LiveDocument, edits: number, letters: number) => {
    const cards = tab.copy().doc.getMap<Y.Text>('cards');
    for (let n = 0; n < edits; n++) {
      const key = `card-${n % 100}`;
      const card = cards.get(key) ?? cards.set(key, new Y.Text());
      card.insert(n % 10 === 0 ? 0 : card.length, String.fromCharCode(97 + (n % 26)).repeat(letters));
    }
  };
  /** Short, so that a difference can be read. */
  const wordsOf = (doc: Y.Doc) =>
    createHash('sha256')
      .update(JSON.stringify(doc.getMap('cards').toJSON()))
      .digest('hex');

  test('[S10] 5,000 edits, 1.5 MB: more than one frame may hold, and everything arrives', async () => {
    const tab = desk.openTab({ url: nowhere });
    writeMuch(tab, 5_000, 300);
    await becomes(tab, { kind: 'offline', changes: 5_100 });
    const written = wordsOf(tab.copy().doc);
    desk.close(tab);
    const back = desk.openTab();
    const startedMs = performance.now();
    await becomes(back, { kind: 'saved' });
    const tookMs = performance.now() - startedMs;
    expect(tookMs).toBeLessThan(5_000);
    expect(wordsOf(await desk.server.stored())).toBe(written);
    expect(desk.server.writers).toHaveLength(1);
    expect(desk.device.kept.size).toBe(0);
  });

  test('[S10] 75,000 letters in one card, which Yjs would join into one string that the server refuses', async () => {
    const tab = desk.openTab({ url: nowhere });
    for (let n = 0; n < 5_000; n++) text(tab).insert(text(tab).length, 'fifteen letters');
    desk.close(tab);
    const back = desk.openTab();
    await becomes(back, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('fifteen letters'.repeat(5_000));
    expect(back.quarantine.get().refusals).toEqual([]);
  });

  test('[S10] 12 MB, more than the server takes at once: in the rhythm of its acknowledgements', async () => {
    const tab = desk.openTab({ url: nowhere });
    writeMuch(tab, 400, 30_000);
    const written = wordsOf(tab.copy().doc);
    desk.close(tab);
    const back = desk.openTab();
    await becomes(back, { kind: 'saved' });
    expect(wordsOf(await desk.server.stored())).toBe(written);
  }, 30_000);

  test('[S10] the connection breaks in the middle of it: what had arrived is not sent again', async () => {
    const tab = desk.openTab({ url: nowhere });
    writeMuch(tab, 2_000, 600);
    const written = wordsOf(tab.copy().doc);
    desk.close(tab);
    const back = desk.openTab();
    await eventually(() => expect(desk.device.kept.size).toBeLessThan(2_000));
    desk.server.rooms.disconnect(() => true, 'HEARTH_RESYNC');
    const left = desk.device.kept.size;
    expect(left).toBeGreaterThan(0);
    await becomes(back, { kind: 'saved' });
    expect(wordsOf(await desk.server.stored())).toBe(written);
  });

  test('[S10] what several tabs left behind, the later building on the earlier, arrives in whatever order it is kept', async () => {
    const first = desk.openTab({ url: nowhere });
    text(first).insert(0, 'one');
    desk.close(first);
    for (const word of [' two', ' three', ' four', ' five']) {
      const next = desk.openTab({ url: nowhere });
      await eventually(() => expect(text(next).length).toBeGreaterThan(0));
      text(next).insert(text(next).length, word);
      desk.close(next);
    }
    const shuffled = [...desk.device.kept].toReversed();
    desk.device.kept.clear();
    for (const [name, update] of shuffled) desk.device.kept.set(name, update);
    const last = desk.openTab();
    await becomes(last, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('one two three four five');
    expect(desk.server.writers).toHaveLength(1);
  });

  test('[S12] a server that was put back to an older state gets back what it had once acknowledged', async () => {
    const tab = desk.openTab();
    await becomes(tab, { kind: 'saved' });
    text(tab).insert(0, 'in the backup.');
    await becomes(tab, { kind: 'saved' });
    const backup = await desk.server.backup();
    text(tab).insert(14, ' after it.');
    await becomes(tab, { kind: 'saved' });
    await desk.server.die();
    await desk.server.restore(backup);
    await desk.server.start();
    await eventually(async () => expect(await desk.server.storedText()).toBe('in the backup. after it.'));
    await becomes(tab, { kind: 'saved' });
  });
});
