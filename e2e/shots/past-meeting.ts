// A meeting that is over, for pictures of its history: the demo's board, written stage by stage by its people, and then given
// the times of an hour ago.
import { demoBoard, demoIncident } from '@hearth/board/demo';
import { boardOf } from '@hearth/board/document';
import type { Card, CardKind } from '@hearth/board/cards';
import {
  addCard,
  addColumn,
  addLink,
  editText,
  moveCard,
  openWriter,
  removeCard,
  type NewCard,
  type Writer,
} from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import { api } from '@hearth/protocol/http/api';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { CardId, ReviewId } from '@hearth/review/ids';
import * as Y from 'yjs';
import type { HttpSession } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { inDatabase } from '../database.ts';
import type { HearthServer } from '../hearth-server.ts';
import { openRawFacilitation } from '../raw-connections.ts';

const minuteMs = 60_000;

interface StageWork {
  minutes: number;
  /** Calls `pause` after what was written without one. */
  write: (writer: Writer, pause: () => void) => void;
}

const demo = (() => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, demoBoard());
  return { doc, ...snapshotOf(doc) };
})();

/** Types a card as a person does: the first words, then the rest, word by word. */
const type = (writer: Writer, card: Card): void => {
  const words = card.text.split(/(?<= )/);
  const { rank: _, author, createdAt: __, ...fields } = card;
  addCard(writer, { ...fields, text: words[0] ?? '' }, { author, nowMs: card.createdAt });
  let written = (words[0] ?? '').length;
  for (const word of words.slice(1)) {
    editText(writer, card.id, { index: written, remove: 0, insert: word });
    written += word.length;
  }
};

const typeAll = (writer: Writer, pause: () => void, ...kinds: CardKind[]): void => {
  for (const card of demo.cards) {
    if (!kinds.includes(card.kind)) continue;
    type(writer, card);
    pause();
  }
};

const tell = ({ board }: Writer, pause: () => void): void => {
  const told = boardOf(demo.doc).narrative.toArray();
  board.doc.transact(() => board.narrative.delete(0, board.narrative.length));
  for (const block of told) {
    if (!(block instanceof Y.XmlElement)) continue;
    const copy = new Y.XmlElement(block.nodeName);
    for (const [name, value] of Object.entries(block.getAttributes())) copy.setAttribute(name, value as string);
    copy.insert(
      0,
      block.toArray().map((child) => (child as Y.XmlText).clone()),
    );
    board.narrative.insert(board.narrative.length, [copy]);
    if (block.nodeName !== 'heading') pause();
  }
};

const passing: NewCard = {
  kind: 'factor',
  id: 'passing-thought' as CardId,
  category: 'human',
  text: 'Someone should have noticed sooner',
};
const priya = { author: { id: null, name: 'Priya Raman' }, nowMs: 0 };

const meeting: readonly StageWork[] = [
  { minutes: 3, write: () => undefined },
  { minutes: 8, write: (writer, pause) => typeAll(writer, pause, 'question') },
  { minutes: 12, write: (writer, pause) => typeAll(writer, pause, 'event') },
  {
    minutes: 14,
    write: (writer, pause) => {
      for (const column of demo.columns) addColumn(writer, column);
      typeAll(writer, pause, 'perspective');
    },
  },
  {
    minutes: 15,
    write: (writer, pause) => {
      addCard(writer, passing, priya);
      pause();
      typeAll(writer, pause, 'factor');
      for (const link of demo.links) {
        addLink(writer, link);
        pause();
      }
      removeCard(writer, passing.id);
    },
  },
  { minutes: 10, write: (writer, pause) => typeAll(writer, pause, 'learning', 'action') },
  { minutes: 9, write: tell },
  {
    minutes: 3,
    write: (writer, pause) => {
      const learning = 'demo-learning-careful' as CardId;
      moveCard(writer, learning, snapshotOf(writer.board.doc).cards, 'first');
      editText(writer, learning, { index: 0, remove: 1, insert: 'Even a' });
      pause();
      removeCard(writer, 'demo-event-1508' as CardId);
    },
  },
];

/** @returns the review's id. */
export const holdMeeting = async (server: HearthServer, owner: HttpSession): Promise<ReviewId> => {
  const { id } = await owner.post<{ id: ReviewId }>(api.reviews, {
    ...demoIncident,
    title: `${demoIncident.title}, as it was told`,
  });
  const client = await openLiveClient(server.url, id, owner.cookie);
  const facilitation = await openRawFacilitation(server.url, id, owner.cookie);
  const writer = openWriter(client.doc);
  const ends: number[] = [];
  /** Numbers of the changes after which nobody wrote for a while. */
  const pauses = new Set<number>();
  let changes = 1;
  client.doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) changes += 1;
  });
  await facilitation.command({ command: { kind: 'start' }, expectedVersion: 0 });
  for (const [index, stage] of meeting.entries()) {
    stage.write(writer, () => pauses.add(changes));
    ends.push(await settled(server, id));
    const kind = index === meeting.length - 1 ? 'end' : 'next';
    await facilitation.command({ command: { kind }, expectedVersion: facilitation.version() });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  facilitation.close();
  client.destroy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  setTimes(server, id, ends, pauses);
  return id;
};

/** @returns the number of the last change, once no more come. */
const settled = async (server: HearthServer, id: ReviewId): Promise<number> => {
  const last = (): number =>
    inDatabase(server, (database) => {
      const row = database
        .prepare('select max("seq") as "seq" from "documentUpdate" where "document" = ?')
        .get(`board/${id}`);
      return Number(row?.['seq'] ?? 0);
    });
  for (let before = -1; ;) {
    const now = last();
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

/** Spreads each stage's changes over its minutes; the board was made the day before. */
const setTimes = (server: HearthServer, id: ReviewId, ends: readonly number[], pauses: ReadonlySet<number>): void => {
  const minutes = meeting.reduce((sum, stage) => sum + stage.minutes, 0);
  const beganMs = Math.floor(Date.now() / (5 * minuteMs)) * 5 * minuteMs - (minutes + 20) * minuteMs;
  inDatabase(server, (database) => {
    const setUpdate = database.prepare('update "documentUpdate" set "atMs" = ? where "document" = ? and "seq" = ?');
    const setSnapshot = database.prepare(
      'update "boardSnapshot" set "createdAtMs" = ? where "reviewId" = ? and "name" = ?',
    );
    const row = database.prepare('select "meeting" from "review" where "id" = ?').get(id);
    const state = JSON.parse(String(row?.['meeting'])) as FacilitationState;
    setUpdate.run(beganMs - 26 * 60 * minuteMs, `board/${id}`, 1);
    let fromMs = beganMs;
    let fromSeq = 1;
    const visits = meeting.map(({ minutes: length }, index) => {
      const toMs = fromMs + length * minuteMs;
      const last = ends[index] ?? fromSeq;
      const bursts = [...pauses].filter((seq) => seq > fromSeq && seq < last).length + 1;
      let burst = 0;
      let inBurst = 0;
      for (let seq = fromSeq + 1; seq <= last; seq += 1) {
        // Two or three people write at about the same time, then all of them think.
        const share = (burst + 0.4 + 0.3 * Math.sin(burst * 2.4)) / bursts;
        setUpdate.run(Math.round(fromMs + (toMs - fromMs) * share) + inBurst * 600, `board/${id}`, seq);
        inBurst += 1;
        if (!pauses.has(seq)) continue;
        burst += 1;
        inBurst = 0;
      }
      const visit = { stageId: state.stages[index]?.id ?? '', enteredMs: fromMs, leftMs: toMs };
      setSnapshot.run(toMs, id, `End of ${state.stages[index]?.name ?? ''}`);
      fromMs = toMs;
      fromSeq = last;
      return visit;
    });
    database.prepare('update "review" set "meeting" = ? where "id" = ?').run(JSON.stringify({ ...state, visits }), id);
  });
};
