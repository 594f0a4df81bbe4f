import { isPackedFrames, unpackFrames } from '@hearth/board/frames';
import { addCard, editText, openWriter, removeCard, type Writer } from '@hearth/board/operations';
import { emptyNarrative, seedUpdate } from '@hearth/board/seed';
import { snapshotOf, type BoardSnapshot } from '@hearth/board/snapshot';
import type { HistoryBody } from '@hearth/protocol/http/history';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { packRun, replay, updateAt, type NamedState, type ReplayInput } from './replay.ts';

const noon = Date.UTC(2026, 10, 17, 12);
const card = (name: string): CardId => `card-${name.padStart(4, '0')}` as CardId;

/** A board whose changes are logged at times that the test chooses. */
class Log {
  readonly doc = new Y.Doc();
  readonly writer: Writer = openWriter(this.doc);
  readonly updates: { seq: number; atMs: number; update: Uint8Array }[] = [];
  readonly snapshots: NamedState[] = [];
  nowMs = noon;

  constructor() {
    this.doc.on('update', (update: Uint8Array) => {
      this.updates.push({ seq: this.updates.length + 1, atMs: this.nowMs, update });
    });
    Y.applyUpdate(this.doc, seedUpdate({ narrative: emptyNarrative() }, 1));
  }

  after(seconds: number): this {
    this.nowMs += seconds * 1_000;
    return this;
  }

  add(name: string): void {
    addCard(this.writer, { kind: 'learning', id: card(name), text: name }, { author: null, nowMs: 0 });
  }

  name(name: string): void {
    const head = { id: `snapshot-${name}`, kind: 'on-demand', name, createdAt: this.nowMs } as const;
    this.snapshots.push({ head, state: Y.encodeStateAsUpdate(this.doc) });
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  replay(change: Partial<ReplayInput> = {}): HistoryBody & { boards: BoardSnapshot[] } {
    const body = replay({
      start: null,
      updates: packRun(this.updates),
      snapshots: this.snapshots,
      stages: [],
      ...change,
    });
    const sent = JSON.parse(JSON.stringify(body)) as HistoryBody;
    if (!isPackedFrames(sent.frames)) throw new Error('no frames');
    return { ...sent, boards: unpackFrames(sent.frames) };
  }
}

const textsOf = (boards: readonly BoardSnapshot[]): string[] =>
  boards.map(({ cards }) => cards.map(({ text }) => text).join(' '));
const landmarksOf = ({ landmarks }: HistoryBody): [string, number][] =>
  landmarks.map(({ name, moment }) => [name, moment]);

describe('replaying a board', () => {
  it('[J4] gives the board of every moment, as its readers saw it', () => {
    const log = new Log();
    const seen = [snapshotOf(log.doc)];
    for (const name of ['one', 'two', 'three']) {
      log.after(20).add(name);
      log.after(2);
      editText(log.writer, card(name), { index: 0, remove: 0, insert: 'the ' });
      seen.push(snapshotOf(log.doc));
    }
    log.after(60);
    removeCard(log.writer, card('two'));
    seen.push(snapshotOf(log.doc));
    const history = log.replay();
    expect(history.boards).toEqual(seen);
    expect(history.moments.map(({ seq, edits }) => [seq, edits])).toEqual([
      [1, 1],
      [3, 2],
      [5, 2],
      [7, 2],
      [8, 1],
    ]);
    expect(history).toMatchObject({ seq: 8, whole: true });
    expect(history.moments[1]).toMatchObject({ from: noon + 20_000, at: noon + 22_000 });
  });

  it('[J2] begins with the board as it was made, and stands still where it got a name', () => {
    const log = new Log();
    log.after(1).add('one');
    log.name('Of one');
    log.after(1).add('two');
    log.name('Of two');
    removeCard(log.writer, card('one'));
    log.after(1).add('three');
    const history = log.replay();
    expect(textsOf(history.boards)).toEqual(['', 'one', 'one two', 'two', 'two three']);
    // The removal is as old as the name to the millisecond: the later of the two moments has it.
    expect(landmarksOf(history)).toEqual([
      ['Of one', 1],
      ['Of two', 3],
    ]);
  });

  it('[J2] a name stands at its board, however wrong the clock was', () => {
    const log = new Log();
    log.after(1).add('one');
    log.name('Of one');
    log.after(-86_400).add('two');
    log.name('Of two');
    log.after(86_402).add('three');
    const history = log.replay();
    expect(landmarksOf(history).map(([name, moment]) => [name, textsOf(history.boards)[moment]])).toEqual([
      ['Of one', 'one'],
      ['Of two', 'one two'],
    ]);
    const times = history.moments.flatMap(({ from, at }) => [from, at]);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('[J5] shows what was named before the log begins by its own state', () => {
    const log = new Log();
    log.after(5).add('one');
    log.name('Long ago');
    log.after(5).add('two');
    log.name('At the start');
    const start = { seq: log.updates.length, atMs: log.nowMs, state: log.state() };
    log.updates.splice(0);
    log.after(60).add('three');
    log.updates.forEach((update, index) => Object.assign(update, { seq: start.seq + 1 + index }));
    const history = log.replay({ start });
    expect(textsOf(history.boards)).toEqual(['one', 'one two', 'one two three']);
    expect(history.moments.map(({ seq }) => seq)).toEqual([null, 3, 4]);
    expect(landmarksOf(history)).toEqual([
      ['Long ago', 0],
      ['At the start', 1],
    ]);
    expect(history.whole).toBe(false);
  });

  it('[J4] of a board that was never written on is empty', () => {
    const body = replay({ start: null, updates: packRun([]), snapshots: [], stages: [] });
    expect(body).toMatchObject({ seq: 0, moments: [], landmarks: [] });
  });

  it('[J9] carries updates in one piece and gives each back', () => {
    const { updates } = new Log();
    const run = packRun([...updates, { seq: 2, atMs: 5, update: Uint8Array.of(1, 2, 3) }]);
    expect([updateAt(run, 0), updateAt(run, 1)]).toEqual([updates[0]?.update, Uint8Array.of(1, 2, 3)]);
  });
});
