// Hostile and broken frames against a room with other people in it.
import { errors } from '@hearth/protocol/errors';
import { messageTypes, syncSteps } from '@hearth/protocol/sync';
import * as encoding from 'lib0/encoding';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type HandFlushedSocket, type Replica, syncFrame } from './test/replica.ts';
import { Table } from './test/table.ts';

const awareness = (...states: [client: number, clock: number, json: string][]): Uint8Array => {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, states.length);
  for (const [client, clock, json] of states) {
    encoding.writeVarUint(payload, client);
    encoding.writeVarUint(payload, clock);
    encoding.writeVarString(payload, json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload));
  return encoding.toUint8Array(encoder);
};

const isAwareness = (frame: Uint8Array) => frame[0] === messageTypes.awareness;
const seenBy = (socket: HandFlushedSocket | null) =>
  (socket?.toClient ?? []).filter(isAwareness).map((frame) => Buffer.from(frame).toString());

describe('hostile frames', () => {
  test('[G5] nobody writes under the client id of another', async () => {
    const table = new Table();
    const [ada, eve] = [await table.join('ada'), await table.join('eve')];
    ada.text.insert(0, 'A');
    await table.settle(ada, eve);
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ada.doc));
    forged.clientID = ada.doc.clientID;
    const before = Y.encodeStateVector(forged);
    forged.getText('t').insert(1, 'forged');
    eve.socket?.deliver(syncFrame(syncSteps.update, Y.encodeStateAsUpdate(forged, before)));
    await table.settle(ada, eve);
    expect(eve.socket?.closedWith).toBe(errors.HEARTH_FRAME_REFUSED.close);
    ada.text.insert(1, 'B');
    await table.settle(ada);
    expect([await table.storedText(), ada.socket?.closedWith]).toEqual(['AB', null]);
  });

  test('[G5] client ids stay with their writer over a restart, a new sign-in and another role', async () => {
    const table = new Table();
    const ada = await table.join('ada', { writer: 'browser 1' });
    ada.text.insert(0, 'A');
    await table.settle(ada);
    await table.crash('before', [ada]);
    const eve = await table.join('eve', { writer: 'browser 2' });
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ada.doc));
    forged.clientID = ada.doc.clientID;
    const before = Y.encodeStateVector(forged);
    forged.getText('t').insert(1, 'forged');
    eve.socket?.deliver(syncFrame(syncSteps.update, Y.encodeStateAsUpdate(forged, before)));
    await table.settle(eve);
    expect(eve.socket?.closedWith).toBe(errors.HEARTH_FRAME_REFUSED.close);

    ada.text.insert(1, 'B'); // written while the server was away
    ada.open(table.connect('somebody else', { writer: 'browser 1' }));
    await table.settle(ada);
    expect([await table.storedText(), ada.acknowledged, ada.socket?.closedWith]).toEqual(['AB', 2, null]);
  });

  test('[G5] a client id that somebody is here under is theirs, even before they have written', async () => {
    const table = new Table();
    const [ada, eve] = [await table.join('ada'), await table.join('eve')];
    ada.socket?.deliver(awareness([ada.doc.clientID, 1, '{}']));
    const squatter = new Y.Doc();
    squatter.clientID = ada.doc.clientID;
    squatter.getText('t').insert(0, 'first');
    eve.socket?.deliver(syncFrame(syncSteps.update, Y.encodeStateAsUpdate(squatter)));
    ada.text.insert(0, 'A');
    await table.settle(ada, eve);
    expect(eve.socket?.closedWith).toBe(errors.HEARTH_FRAME_REFUSED.close);
    expect([await table.storedText(), ada.acknowledged]).toEqual(['A', 1]);
  });

  test('[P1] [P2] [P3] awareness: stamped, own only, two ids, an object, small, no __proto__', async () => {
    const table = new Table();
    const [ada, eve] = [await table.join('ada'), await table.join('eve')];
    const send = async (...states: Parameters<typeof awareness>) => {
      eve.socket?.deliver(awareness(...states));
      await table.clock.settle();
      const seen = seenBy(ada.socket);
      ada.socket?.toClient.splice(0);
      return seen.join('');
    };
    ada.socket?.deliver(awareness([1, 1, '{"mine":true}']));
    await table.clock.settle();
    expect(await send([5, 1, '{"user":{"id":"ada","name":"Ada","color":"red"}}'])).toContain(
      '"user":{"id":"eve","name":"eve","role":"participant"}',
    );
    expect(await send([1, 9, '{"stolen":true}'])).toBe('');
    expect(await send([6, 1, '{}'])).toContain('"id":"eve"');
    expect(await send([7, 1, '{"third":true}'])).toBe('');
    expect(eve.socket?.closedWith).toBeNull();
    const refusal = async (json: string) => {
      const socket = table.connect('mallory');
      await table.clock.settle();
      socket.deliver(awareness([50, 1, json]));
      await table.clock.settle();
      return socket.closedWith;
    };
    const broken = errors.HEARTH_FRAME_REFUSED.close;
    expect(await refusal('{"a":{"__proto__":{}}}')).toBe(broken);
    expect(await refusal('[]')).toBe(broken);
    expect(await refusal('"text"')).toBe(broken);
    expect(await refusal('{')).toBe(broken);
    expect(await refusal(`{"a":"${'x'.repeat(4_096)}"}`)).toBe(errors.HEARTH_TOO_LARGE.close);
    expect(seenBy(ada.socket)).toEqual([]);
  });

  test('[P1] who is alone hears their own state when nothing else was to be heard', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    ada.socket?.deliver(awareness([ada.doc.clientID, 1, '{}']));
    await table.clock.settle();
    expect(seenBy(ada.socket)).toEqual([]);
    await table.clock.pass(15_000);
    ada.socket?.deliver(awareness([ada.doc.clientID, 2, '{}']));
    await table.clock.settle();
    expect(seenBy(ada.socket)).toHaveLength(1);
  });

  test('[P2] an echo does not bring back who has left', async () => {
    const table = new Table();
    const [ada, eve] = [await table.join('ada'), await table.join('eve')];
    ada.socket?.deliver(awareness([1, 3, '{}']));
    eve.socket?.deliver(awareness([2, 1, '{}']));
    await table.clock.settle();
    ada.lose();
    await table.clock.settle();
    const late = table.connect('ben');
    eve.socket?.deliver(awareness([1, 3, '{}'], [1, 4, 'null']));
    await table.clock.settle();
    expect(seenBy(late).join('')).not.toContain('"id":"ada"');
  });

  test('[G7] 2,000 mutated real frames: nothing is thrown, nobody else is harmed', async () => {
    const frames = realFrames();
    const mutation = fc.record({
      frame: fc.nat(frames.length - 1),
      flips: fc.array(fc.record({ at: fc.nat(), to: fc.nat(255) }), { maxLength: 4 }),
      cut: fc.option(fc.nat(), { freq: 3 }),
      insert: fc.option(fc.record({ at: fc.nat(), bytes: fc.uint8Array({ maxLength: 8 }) }), { freq: 3 }),
    });
    const mutate = ({ frame, flips, cut, insert }: typeof mutation extends fc.Arbitrary<infer T> ? T : never) => {
      let bytes = [...(frames[frame] ?? [])];
      for (const { at, to } of flips) bytes[at % bytes.length] = to;
      if (insert) bytes.splice(insert.at % bytes.length, 0, ...insert.bytes);
      if (cut !== null) bytes = bytes.slice(0, cut % bytes.length);
      return new Uint8Array(bytes);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 20, maxLength: 20 }), async (mutations) => {
        const table = new Table();
        const [ada, ben] = [await table.join('ada'), await table.join('ben')];
        ada.text.insert(0, 'before');
        await table.settle(ada, ben);
        let socket = table.connect('mallory');
        await table.clock.settle();
        for (const each of mutations) {
          if (socket.closedWith !== null) {
            socket.terminate();
            socket = table.connect('mallory');
            await table.clock.settle();
          }
          socket.deliver(mutate(each));
          await table.settle(ada, ben);
        }
        ada.text.insert(0, 'unharmed ');
        await table.settle(ada, ben);
        expect(table.events.filter(({ kind }) => kind !== 'refused')).toEqual([]);
        expect([ada, ben].map(({ socket: own }) => own?.closedWith)).toEqual([null, null]);
        expect(ben.doc.store.pendingStructs).toBeNull();
        expect(ben.text.toJSON()).toBe(ada.text.toJSON());
        expect(ada.acknowledged).toBe(2);
        await expectSameAsStored(table, ada);
      }),
      { numRuns: 100 },
    );
  });
});

const expectSameAsStored = async (table: Table, replica: Replica) => {
  const stored = await table.stored();
  expect(stored.store.pendingStructs).toBeNull();
  expect(Y.encodeStateVector(stored)).toEqual(Y.encodeStateVector(replica.doc));
};

/** Frames as a y-websocket client sends them, in the order of its work. */
const realFrames = (): Uint8Array[] => {
  const doc = new Y.Doc();
  doc.clientID = 4_242;
  const frames = [
    syncFrame(syncSteps.step1, Y.encodeStateVector(doc)),
    awareness([4_242, 1, '{"user":{},"cursor":{"x":1}}']),
  ];
  doc.on('update', (update: Uint8Array) => frames.push(syncFrame(syncSteps.update, update)));
  const text = doc.getText('t');
  const cards = doc.getMap<unknown>('cards');
  text.insert(0, 'wörd😀');
  text.format(0, 2, { bold: true });
  cards.set(
    'one',
    new Y.Map<unknown>([
      ['kind', 'event'],
      ['tags', ['a', { deep: [1, 2.5, null] }]],
    ]),
  );
  text.insertEmbed(1, { image: 'x' });
  text.delete(2, 2);
  cards.set('one', 12n);
  const element = new Y.XmlElement('p');
  doc.getXmlFragment('narrative').insert(0, [element]);
  element.insert(0, [new Y.XmlText('inside')]);
  frames.push(syncFrame(syncSteps.step2, Y.encodeStateAsUpdate(doc)));
  return frames;
};
