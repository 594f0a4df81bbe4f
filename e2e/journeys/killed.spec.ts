// Two people write without a pause while the server is killed again and again. Whatever it acknowledged, or showed to the
// other, is there after each restart. No browser: the stock client, asking for acknowledgements.
import { expect, test } from '@playwright/test';
import { addCard, editText, openWriter, type Writer } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import { api } from '@hearth/protocol/http/api';
import { acknowledgeParameter, messageTypes } from '@hearth/protocol/sync';
import type { CardId } from '@hearth/review/ids';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { signIn } from '../bench/http-session.ts';
import { startHearth } from '../hearth-server.ts';

const rounds = 6;
const writeForMs = 700;
const everyMs = 5;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One connection of one round, with a document of its own, as after a crash of the browser too. */
interface Scribe {
  writer: Writer;
  /** Words written so far, and how many of them the server has acknowledged. */
  written: number;
  acknowledged: () => number;
  leave: () => void;
}

const arrive = (url: string, reviewId: string, cookie: string): Promise<Scribe> =>
  new Promise((resolve) => {
    /** For each update-carrying frame, how many words had been written when it left. */
    const sent: number[] = [];
    let acknowledged = 0;
    const doc = new Y.Doc();
    const scribe: Scribe = {
      writer: openWriter(doc),
      written: 0,
      acknowledged: () => acknowledged,
      leave: () => provider.destroy(),
    };
    class CountingSocket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { cookie, origin: url } });
      }
      override send(...sending: unknown[]): void {
        const [frame] = sending;
        if (frame instanceof Uint8Array && frame[0] === messageTypes.sync && frame[1] !== 0) sent.push(scribe.written);
        Reflect.apply(WebSocket.prototype.send, this, sending);
      }
    }
    const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/live`, `board/${reviewId}`, doc, {
      WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { [acknowledgeParameter]: '1' },
    });
    provider.messageHandlers[messageTypes.acknowledged] = (_encoder, decoder) => {
      acknowledged = sent[decoding.readVarUint(decoder) - 1] ?? 0;
    };
    provider.once('sync', () => resolve(scribe));
  });

test('nothing acknowledged and nothing seen is lost, however often the server is killed', async () => {
  const server = await startHearth();
  try {
    const owner = await signIn(server.url, server.ownerLink());
    const { id } = await owner.post<{ id: string }>(api.demo, {});
    const promised = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const [left, right] = await Promise.all([
        arrive(server.url, id, owner.cookie),
        arrive(server.url, id, owner.cookie),
      ]);
      const cards = [left, right].map((scribe, n) => {
        const card = `round-${round}-${n}-card` as CardId;
        addCard(scribe.writer, { kind: 'learning', id: card, text: '' }, { author: null, nowMs: 0 });
        return { scribe, card };
      });
      const untilMs = performance.now() + writeForMs;
      while (performance.now() < untilMs) {
        for (const { scribe, card } of cards) {
          scribe.written++;
          editText(scribe.writer, card, { index: 1e9, remove: 0, insert: `${round}.${scribe.written} ` });
        }
        await pause(everyMs);
      }
      await server.kill();
      await pause(30);
      for (const [n, { scribe, card }] of cards.entries()) {
        for (let word = 1; word <= scribe.acknowledged(); word++) promised.add(`${card} ${round}.${word}`);
        const other = cards[1 - n];
        const seen = other && snapshotOf(other.scribe.writer.board.doc).cards.find((shown) => shown.id === card);
        for (const word of seen?.text.split(' ').filter(Boolean) ?? []) promised.add(`${card} ${word}`);
        scribe.leave();
      }
      await server.start();
      const reader = await arrive(server.url, id, owner.cookie);
      const kept = new Set<string>();
      for (const card of snapshotOf(reader.writer.board.doc).cards)
        if (card.id.startsWith('round-'))
          for (const word of card.text.split(' ').filter(Boolean)) kept.add(`${card.id} ${word}`);
      reader.leave();
      expect(
        [...promised].filter((word) => !kept.has(word)),
        `lost after kill ${round + 1}`,
      ).toEqual([]);
    }
    expect(promised.size).toBeGreaterThan(rounds * 20);
    const description = `${promised.size} words promised over ${rounds} kills, none lost`;
    test.info().annotations.push({ type: 'durability', description });
  } finally {
    await server.dispose();
  }
});
