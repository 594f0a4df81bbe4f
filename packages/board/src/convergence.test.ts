import type { CardId, ColumnId, LinkId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addCard,
  addColumn,
  addLink,
  changeCard,
  editText,
  moveCard,
  openWriter,
  removeCard,
  type Writer,
} from './operations.ts';
import { snapshotOf } from './snapshot.ts';
import { openView, type BoardView } from './view.ts';

const ids = ['card-0001', 'card-0002', 'card-0003', 'card-0004', 'card-0005', 'card-0006'] as CardId[];
const someCard = fc.constantFrom(...ids);
const step = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    card: someCard,
    text: fc.string({ maxLength: 8 }),
    first: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('edit' as const),
    card: someCard,
    index: fc.nat(10),
    remove: fc.nat(4),
    insert: fc.string({ maxLength: 5 }),
  }),
  fc.record({
    do: fc.constant('change' as const),
    card: someCard,
    category: fc.constantFrom('human' as const, 'technical' as const),
  }),
  fc.record({ do: fc.constant('move' as const), card: someCard, before: someCard }),
  fc.record({ do: fc.constant('remove' as const), card: someCard }),
  fc.record({ do: fc.constant('link' as const), from: someCard, to: someCard, n: fc.nat(3) }),
  fc.record({ do: fc.constant('column' as const), n: fc.nat(3) }),
  fc.record({ do: fc.constant('undo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const perform = (writer: Writer, action: Step): void => {
  const by = { author: null, nowMs: 1 };
  switch (action.do) {
    case 'add':
      addCard(
        writer,
        { kind: 'factor', id: action.card, category: 'human', text: action.text },
        by,
        action.first ? 'first' : 'last',
      );
      return;
    case 'edit':
      editText(writer, action.card, action);
      return;
    case 'change':
      changeCard(writer, action.card, { category: action.category });
      return;
    case 'move':
      moveCard(writer, action.card, snapshotOf(writer.board.doc).cards, { before: action.before });
      return;
    case 'remove':
      removeCard(writer, action.card);
      return;
    case 'link':
      addLink(writer, { id: `link-000${action.n}` as LinkId, from: action.from, to: action.to, meaning: 'led-to' });
      return;
    case 'column':
      addColumn(writer, { id: `column-0${action.n}` as ColumnId, name: `Person ${action.n}`, role: '' });
      return;
    case 'undo':
      writer.undo.undo();
  }
};

interface Replica {
  writer: Writer;
  view: BoardView;
  inbox: Uint8Array[];
}

const shown = (view: BoardView): unknown => ({
  cards: view.list('factor'),
  links: view.links(),
  columns: view.columns(),
});
const fresh = (writer: Writer): unknown => {
  const { cards, links, columns } = snapshotOf(writer.board.doc);
  return { cards, links, columns };
};

describe('convergence', () => {
  it('[W9] [V2] [D4] ends in equal snapshots on every replica, through delay, reordering and duplication', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.array(fc.record({ who: fc.nat(4), action: step, deliver: fc.nat(9), duplicate: fc.boolean() }), {
          maxLength: 60,
        }),
        (count, schedule) => {
          const replicas: Replica[] = Array.from({ length: count }, (_, n) => {
            const doc = new Y.Doc();
            doc.clientID = n + 1;
            return { writer: openWriter(doc), view: openView(doc), inbox: [] };
          });
          replicas.forEach((replica, n) => {
            replica.writer.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
              if (origin === 'remote') return;
              replicas.forEach((other, m) => m !== n && other.inbox.push(update));
            });
          });
          const receive = (replica: Replica, at: number, keep: boolean): void => {
            const update = replica.inbox[at];
            if (!update) return;
            if (!keep) replica.inbox.splice(at, 1);
            Y.applyUpdate(replica.writer.board.doc, update, 'remote');
          };
          for (const { who, action, deliver, duplicate } of schedule) {
            const replica = replicas[who % count];
            if (!replica) continue;
            perform(replica.writer, action);
            for (const other of replicas)
              if (other.inbox.length > 0) receive(other, deliver % other.inbox.length, duplicate);
          }
          for (const replica of replicas)
            while (replica.inbox.length > 0) receive(replica, replica.inbox.length - 1, false);
          const first = replicas[0];
          for (const replica of replicas) {
            expect(fresh(replica.writer)).toEqual(first && fresh(first.writer));
            expect(shown(replica.view)).toEqual(fresh(replica.writer));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[V1] keeps objects and lists that did not change', () => {
    const writer = openWriter(new Y.Doc());
    const view = openView(writer.board.doc);
    const by = { author: null, nowMs: 1 };
    addCard(writer, { kind: 'factor', id: 'card-0001' as CardId, category: 'human', text: 'a' }, by);
    addCard(writer, { kind: 'learning', id: 'card-0002' as CardId, text: 'b' }, by);
    const before = {
      card: view.card('card-0001' as CardId),
      factors: view.list('factor'),
      learnings: view.list('learning'),
    };
    editText(writer, 'card-0002' as CardId, { index: 1, remove: 0, insert: '!' });
    expect(view.card('card-0001' as CardId)).toBe(before.card);
    expect(view.list('factor')).toBe(before.factors);
    expect(view.list('learning')).not.toBe(before.learnings);
    expect(view.list('learning')[0]?.text).toBe('b!');
  });
});
