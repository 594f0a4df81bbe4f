// What the server refuses for good, against the real rooms over real sockets.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ward } from '@hearth/sync/ward';
import * as Y from 'yjs';
import type { LiveDocument } from './live-document.ts';
import type { RefusedChanges } from './quarantine.ts';
import { becomes, Desk, eventually, nowhere, text } from './test/desk.ts';
import { MemoryPendingStore } from './test/memory-pending-store.ts';

let desk: Desk;

beforeEach(async () => {
  desk = new Desk();
  await desk.server.start();
});

afterEach(() => desk.clear());

/** More than the server takes in one string, and less than a frame may hold. */
const tooMuch = 'x'.repeat(70_000);
/** More than a frame may hold, and more than a WebSocket server reads. */
const farTooMuch = 'y'.repeat(2_200_000);

const refusals = (tab: LiveDocument): readonly RefusedChanges[] => tab.quarantine.get().refusals;
/** How many changes each refusal holds, by its code. */
const refused = (tab: LiveDocument): Record<string, number> =>
  Object.fromEntries(refusals(tab).map(({ code, changes }) => [code, changes.length]));
/** The document that the changes of a refusal make on top of another. */
const withRefused = (base: Y.Doc, { changes }: RefusedChanges): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  for (const { update } of changes) Y.applyUpdate(doc, update);
  return doc;
};
const card = (tab: LiveDocument, key: string): Y.Text => {
  const cards = tab.copy().doc.getMap<Y.Text>('cards');
  return cards.get(key) ?? cards.set(key, new Y.Text());
};
const cardsOf = (doc: Y.Doc) => doc.getMap('cards').toJSON();
const openSaved = async (): Promise<LiveDocument> => {
  const tab = desk.openTab();
  await becomes(tab, { kind: 'saved' });
  return tab;
};

describe('a change that the server will never take', () => {
  test.each([
    ['too long a text', tooMuch],
    ['a paste of 2.2 MB', farTooMuch],
  ])('[Q1] [Q2] %s is set aside whole; the copy is as the server has it, and work goes on', async (_name, paste) => {
    const tab = await openSaved();
    text(tab).insert(0, 'Before. ');
    await becomes(tab, { kind: 'saved' });
    const before = tab.copy();
    let copies = 0;
    tab.subscribe(() => copies++);
    text(tab).insert(8, paste);
    await eventually(() => expect(copies).toBe(1));
    await becomes(tab, { kind: 'saved' });
    expect(tab.copy()).not.toBe(before);
    expect(text(tab).toJSON()).toBe('Before. ');
    expect(refused(tab)).toEqual({ HEARTH_TOO_LARGE: 1 });
    const [refusal] = refusals(tab);
    const whole =
      refusal &&
      withRefused(await desk.server.stored(), refusal)
        .getText('t')
        .toJSON();
    expect(whole === `Before. ${paste}`).toBe(true);
    expect(desk.device.kept.size).toBe(0);

    text(tab).insert(8, 'After.');
    await becomes(tab, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('Before. After.');
    expect(desk.server.writers.length).toBeLessThan(8);
  });
});

describe('what waits beside it', () => {
  test('[Q1] [Q3] written offline around a refused one: the rest arrives, what builds on it goes along', async () => {
    const tab = desk.openTab({ url: nowhere });
    for (const key of ['first', 'second', 'third']) card(tab, key).insert(0, key);
    card(tab, 'second').insert(6, tooMuch);
    card(tab, 'third').insert(5, ' card');
    card(tab, 'second').insert(6 + tooMuch.length, ' after it');
    card(tab, 'second').insert(0, 'In front: ');
    card(tab, 'fourth').insert(0, 'fourth');
    desk.close(tab);
    const back = await openSaved();
    const whole = { first: 'first', second: 'In front: second', third: 'third card', fourth: 'fourth' };
    expect(cardsOf(await desk.server.stored())).toEqual(whole);
    expect(cardsOf(back.copy().doc)).toEqual(whole);
    expect(refused(back)).toEqual({ HEARTH_TOO_LARGE: 2 });
    expect(desk.device.kept.size).toBe(0);
    card(back, 'fifth').insert(0, 'later');
    await becomes(back, { kind: 'saved' });
    expect(cardsOf(await desk.server.stored())).toEqual({ ...whole, fifth: 'later' });
  });

  test('[Q1] ten among 2,000 are found, in few attempts, and everything else arrives', async () => {
    const tab = desk.openTab({ url: nowhere });
    for (let n = 0; n < 2_000; n++) {
      const isBad = n % 200 === 7;
      const words = card(tab, isBad ? `bad-${n}` : `card-${n % 40}`);
      words.insert(words.length, isBad ? tooMuch : `${n} `);
    }
    desk.close(tab);
    const back = await openSaved();
    const stored = cardsOf(await desk.server.stored()) as Record<string, string>;
    const arrived = Object.values(stored).join('').split(' ').filter(Boolean);
    expect(arrived.length).toBe(1_990);
    expect(refused(back)).toEqual({ HEARTH_TOO_LARGE: 10 });
    expect(desk.server.writers.length).toBeLessThan(100);
  });

  test('[Q3] what is written while it is being found out is kept: it arrives, or goes along', async () => {
    const tab = await openSaved();
    text(tab).insert(0, 'Before. ');
    await becomes(tab, { kind: 'saved' });
    const first = text(tab);
    const asWritten: string[] = [];
    text(tab).insert(8, tooMuch);
    for (let n = 0; n < 40; n++) {
      // Without a pause, into the copy that is in sight: at its front, beside what was refused, and in another place.
      text(tab).insert(0, `${n} `);
      if (text(tab) === first) text(tab).insert(text(tab).length, `+${n}`);
      card(tab, `card-${n}`).insert(0, `${n}`);
      asWritten.push(`${n}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(text(tab)).not.toBe(first);
    await becomes(tab, { kind: 'saved' });
    const stored = await desk.server.stored();
    expect(Object.keys(cardsOf(stored)).length).toBe(40);
    expect(stored.getText('t').toJSON()).toBe(
      `${asWritten
        .toReversed()
        .map((n) => `${n} `)
        .join('')}Before. `,
    );
    expect(text(tab).toJSON()).toBe(stored.getText('t').toJSON());
    expect(desk.device.kept.size).toBe(0);
    const texts = refusals(tab).flatMap(({ changes }) => changes);
    expect(texts.length).toBeGreaterThan(1);
  });

  test('[Q4] a client id that is another writer’s: everything under it is set aside, in few attempts', async () => {
    const ben = desk.openTab();
    await becomes(ben, { kind: 'saved' });
    text(ben).insert(0, 'Ben’s.');
    await becomes(ben, { kind: 'saved' });
    const stolen = ben.copy().doc.clientID;
    desk.close(ben);
    desk.device.writers.clear();
    desk.server.participantId = 'ada';
    const thief = new Y.Doc();
    Y.applyUpdate(thief, Y.encodeStateAsUpdate(await desk.server.stored()));
    thief.clientID = stolen;
    let sequence = 0;
    thief.on('update', (update: Uint8Array) => {
      sequence += 1;
      const key = { document: 'board/r1', tab: 'forged', sequence };
      desk.device.kept.set(`board/r1 forged ${sequence}`, { ...key, update, madeAtMs: sequence });
    });
    desk.server.participantId = 'eve';
    for (let n = 0; n < 500; n++) thief.getText('t').insert(0, `${n} `);
    const honest = desk.openTab({ url: nowhere });
    await eventually(() => expect(honest.status.get()).toMatchObject({ changes: 500 }));
    card(honest, 'own').insert(0, 'Eve’s own');
    desk.close(honest);
    const before = desk.server.writers.length;
    const eve = await openSaved();
    expect(refused(eve)).toEqual({ HEARTH_FRAME_REFUSED: 500 });
    expect(cardsOf(await desk.server.stored())).toEqual({ own: 'Eve’s own' });
    expect(await desk.server.storedText()).toBe('Ben’s.');
    expect(desk.server.writers.length - before).toBeLessThan(25);
  });

  test('[Q4] what refuses itself whatever is sent ends the attempts instead of beginning again for ever', async () => {
    const tab = await openSaved();
    // Longer than a person's state may be: no change is at fault.
    tab.copy().awareness.setLocalState({ told: 'x'.repeat(10_000) });
    await becomes(tab, { kind: 'refused', code: 'HEARTH_TOO_LARGE' });
    expect(desk.server.writers).toHaveLength(1);
  });

  test('[Q4] what builds on something that the server does not have is set aside after a while', async () => {
    const base = new Y.Doc();
    base.getText('t').insert(0, 'never sent');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
    const known = Y.encodeStateVector(doc);
    doc.getText('t').insert(5, 'x');
    const update = Y.encodeStateAsUpdate(doc, known);
    desk.device.kept.set('board/r1 a 1', { document: 'board/r1', tab: 'a', sequence: 1, update, madeAtMs: 0 });
    const tab = desk.openTab();
    await eventually(() => expect(refused(tab)).toEqual({ HEARTH_CONFLICT: 1 }));
    await becomes(tab, { kind: 'saved' });
    card(tab, 'later').insert(0, 'works');
    await becomes(tab, { kind: 'saved' });
    expect(cardsOf(await desk.server.stored())).toEqual({ later: 'works' });
  }, 30_000);
});

describe('what stands on something that was refused before', () => {
  test('[Q3] left by a tab that closed in the middle: set aside on the next visit, not taken and lost', async () => {
    const tab = await openSaved();
    text(tab).insert(0, 'Before. ');
    await becomes(tab, { kind: 'saved' });
    const pasted = text(tab);
    pasted.insert(8, tooMuch);
    pasted.insert(8 + tooMuch.length, 'On it.');
    pasted.insert(0, 'Beside it. ');
    const late = [...desk.device.kept.values()].at(-2);
    await eventually(() => expect(refusals(tab)).toHaveLength(1));
    await becomes(tab, { kind: 'saved' });
    desk.close(tab);
    // What stands on it turns up only now, from a tab that had written it before it closed.
    if (late) desk.device.kept.set('late', { ...late, tab: 'gone' });
    for (const [id, refusal] of desk.device.refused)
      desk.device.refused.set(id, {
        ...refusal,
        changes: refusal.changes.slice(0, 1),
        moved: refusal.moved.slice(0, 1),
      });
    const next = await openSaved();
    expect(await desk.server.storedText()).toBe('Beside it. Before. ');
    const changes = refusals(next).flatMap((refusal) => refusal.changes);
    expect(changes).toHaveLength(2);
    const whole = new Y.Doc();
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(await desk.server.stored()));
    for (const { update } of changes) Y.applyUpdate(whole, update);
    expect(whole.getText('t').toJSON() === `Beside it. Before. ${tooMuch}On it.`).toBe(true);
  });
});

describe('a role that changed', () => {
  const openAsObserver = async (): Promise<LiveDocument> => {
    const tab = await openSaved();
    card(tab, 'seen').insert(0, 'by all');
    await becomes(tab, { kind: 'saved' });
    await desk.server.die();
    card(tab, 'late').insert(0, 'written offline');
    card(tab, 'late').insert(0, 'and ');
    await becomes(tab, { kind: 'offline' });
    desk.server.role = 'observer';
    await desk.server.start();
    await becomes(tab, { kind: 'saved' });
    return tab;
  };

  test('[Q5] lowered to observer with changes that wait: they are set aside, and the observer reads on', async () => {
    const tab = await openAsObserver();
    expect(refused(tab)).toEqual({ HEARTH_OBSERVERS_ONLY_READ: 3 });
    expect(cardsOf(tab.copy().doc)).toEqual({ seen: 'by all' });
    expect(cardsOf(await desk.server.stored())).toEqual({ seen: 'by all' });
    await becomes(tab, { kind: 'saved' });
  });

  test('[Q5] on the next visit as observer: what another visit left is set aside as well', async () => {
    const offline = desk.openTab({ url: nowhere });
    card(offline, 'late').insert(0, 'written offline');
    desk.close(offline);
    desk.server.role = 'observer';
    const tab = await openSaved();
    expect(refused(tab)).toEqual({ HEARTH_OBSERVERS_ONLY_READ: 2 });
  });

  test('[Q5] raised again: sent again, they arrive', async () => {
    const tab = await openAsObserver();
    desk.server.role = 'participant';
    desk.server.rooms.disconnect(() => true, 'HEARTH_RESYNC');
    await becomes(tab, { kind: 'offline' });
    await becomes(tab, { kind: 'saved' });
    for (const { id } of refusals(tab)) tab.sendAgain(id);
    await eventually(() => expect(refusals(tab)).toEqual([]));
    await becomes(tab, { kind: 'saved' });
    expect(cardsOf(await desk.server.stored())).toEqual({ seen: 'by all', late: 'and written offline' });
    expect(cardsOf(tab.copy().doc)).toEqual({ seen: 'by all', late: 'and written offline' });
    expect(desk.device.kept.size).toBe(0);
  });
});

describe('a part of the document that is locked', () => {
  const lockedCard = (key: string): Ward => ({
    exempt: () => false,
    refuses: (doc, update) => {
      const after = new Y.Doc();
      Y.applyUpdate(after, Y.encodeStateAsUpdate(doc));
      Y.applyUpdate(after, update);
      return cardsOf(after)[key] !== cardsOf(doc)[key];
    },
  });

  test('[Q10] what was written there while away is set aside, and nothing else; sent again when it is open, it arrives', async () => {
    const first = await openSaved();
    card(first, 'locked').insert(0, 'There');
    await becomes(first, { kind: 'saved' });
    desk.close(first);
    await desk.server.die();
    desk.server.ward = lockedCard('locked');
    await desk.server.start();
    const tab = await openSaved();
    await eventually(() => expect(cardsOf(tab.copy().doc)).toEqual({ locked: 'There' }));
    desk.server.rooms.disconnect(() => true, 'HEARTH_GOING_AWAY');
    await becomes(tab, { kind: 'offline' });
    card(tab, 'open').insert(0, 'mine');
    card(tab, 'locked').insert(5, ', and more');
    card(tab, 'open').insert(4, ' and mine');
    await eventually(() => expect(refused(tab)).toEqual({ HEARTH_LOCKED: 1 }));
    await becomes(tab, { kind: 'saved' });
    const taken = { locked: 'There', open: 'mine and mine' };
    expect([cardsOf(tab.copy().doc), cardsOf(await desk.server.stored())]).toEqual([taken, taken]);

    for (const { id } of refusals(tab)) tab.sendAgain(id);
    await eventually(() => expect(refusals(tab)).toHaveLength(1));
    await becomes(tab, { kind: 'saved' });
    expect(cardsOf(await desk.server.stored())).toEqual(taken);

    desk.server.ward = null;
    desk.server.rooms.wardChanged('board/r1');
    for (const { id } of refusals(tab)) tab.sendAgain(id);
    await eventually(() => expect(refusals(tab)).toEqual([]));
    await becomes(tab, { kind: 'saved' });
    const whole = { locked: 'There, and more', open: 'mine and mine' };
    expect([cardsOf(tab.copy().doc), cardsOf(await desk.server.stored())]).toEqual([whole, whole]);
  });
});

describe('where it is kept', () => {
  const refuseOne = async (tab: LiveDocument): Promise<void> => {
    text(tab).insert(0, tooMuch);
    await eventually(() => expect(refusals(tab)).toHaveLength(1));
    await becomes(tab, { kind: 'saved' });
  };

  test('[Q6] it outlives the tab, stays until its author discards it, and every tab shows the same', async () => {
    const tab = await openSaved();
    await refuseOne(tab);
    desk.close(tab);
    const [next, other] = [await openSaved(), await openSaved()];
    await eventually(() => {
      for (const one of [next, other]) expect(refused(one)).toEqual({ HEARTH_TOO_LARGE: 1 });
    });
    const elsewhere = desk.openTab({ documentName: 'board/r2' });
    await becomes(elsewhere, { kind: 'saved' });
    expect(refusals(elsewhere)).toEqual([]);
    next.quarantine.discard(refusals(next)[0]?.id ?? '');
    await eventually(() => expect([refusals(next), refusals(other)]).toEqual([[], []]));
    expect([...desk.device.refused.values()].flatMap(({ changes }) => changes)).toEqual([]);
  });

  test('[Q6] the tab dies between the refusal and its being written down: the next visit finds it again', async () => {
    const tab = await openSaved();
    desk.device.setAside = () => new Promise(() => undefined);
    text(tab).insert(0, tooMuch);
    await eventually(() => expect(refusals(tab)).toHaveLength(1));
    desk.close(tab);
    desk.device.setAside = MemoryPendingStore.prototype.setAside.bind(desk.device);
    const next = await openSaved();
    await eventually(() => expect(refused(next)).toEqual({ HEARTH_TOO_LARGE: 1 }));
    expect(desk.device.kept.size).toBe(0);
  });

  test('[Q7] a device that keeps nothing: it stays in the tab, which says so', async () => {
    desk.device.broken = true;
    const tab = await openSaved();
    await refuseOne(tab);
    expect(tab.quarantine.get().keptOn).toBe('tab');
    expect(refused(tab)).toEqual({ HEARTH_TOO_LARGE: 1 });
    text(tab).insert(0, 'goes on');
    await becomes(tab, { kind: 'saved' });
    expect(await desk.server.storedText()).toBe('goes on');
  });

  test('[Q7] what could not be moved is discarded from among what waits as well', async () => {
    const tab = await openSaved();
    desk.device.setAside = () => Promise.reject(new Error('quota'));
    await refuseOne(tab);
    expect([tab.quarantine.get().keptOn, desk.device.kept.size]).toEqual(['tab', 1]);
    desk.device.setAside = MemoryPendingStore.prototype.setAside.bind(desk.device);
    tab.quarantine.discard(refusals(tab)[0]?.id ?? '');
    await eventually(() => expect(desk.device.kept.size).toBe(0));
    expect(tab.quarantine.get()).toEqual({ refusals: [], keptOn: 'device' });
  });

  test('[Q8] the readable words are read from the copy that still holds them', async () => {
    const read = (doc: Y.Doc, changes: readonly unknown[]) => [
      { place: `${changes.length} in`, text: doc.getText('t').toJSON() },
    ];
    const tab = desk.openTab({ read });
    await becomes(tab, { kind: 'saved' });
    await refuseOne(tab);
    expect(refusals(tab)[0]?.passages.map(({ place, text: words }) => [place, words.length])).toEqual([
      ['1 in', 70_000],
    ]);
    expect(text(tab).toJSON()).toBe('');
  });
});
