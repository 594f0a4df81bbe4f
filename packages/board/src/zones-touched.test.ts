import type { CardId, ColumnId, LinkId, ParticipantId, ThemeId } from '@hearth/review/ids';
import type { Zone } from '@hearth/review/templates/template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { cardKinds, type CardKind } from './cards.ts';
import { boardOf } from './document.ts';
import {
  addCard,
  addColumn,
  addLink,
  changeCard,
  editText,
  openWriter,
  removeCard,
  removeLink,
  type NewCard,
  type Writer,
} from './operations.ts';
import { toggleReaction } from './reactions.ts';
import { readKind, readLink } from './read.ts';
import { declineSimilar, groupCards, removeTheme, renameTheme } from './themes.ts';
import { agendaZoneOf, zoneOfKind } from './zones.ts';
import { zonesOfRanges, zonesTouched } from './zones-touched.ts';

const by = { author: null, nowMs: 1 };
const ids = ['card-0001', 'card-0002', 'card-0003', 'card-0004'] as CardId[];
const columnId = 'column-01' as ColumnId;

const cardOf = (kind: CardKind, id: CardId, text: string): NewCard => {
  const base = { id, text };
  switch (kind) {
    case 'event':
      return { ...base, kind, at: 1, endAt: null, precision: 'exact', eventKind: 'action', lane: '', key: false };
    case 'perspective':
      return { ...base, kind, columnId, facet: 'saw' };
    case 'factor':
      return { ...base, kind, category: 'human' };
    case 'action':
      return { ...base, kind, parked: false };
    case 'question':
    case 'learning':
      return { ...base, kind };
  }
};

const someCard = fc.constantFrom(...ids);
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), card: someCard, kind: fc.constantFrom(...cardKinds) }),
  fc.record({ do: fc.constant('edit' as const), card: someCard, at: fc.nat(9), cut: fc.nat(3), text: fc.string() }),
  fc.record({ do: fc.constant('change' as const), card: someCard, parked: fc.boolean() }),
  fc.record({ do: fc.constant('remove' as const), card: someCard }),
  fc.record({ do: fc.constant('react' as const), card: someCard }),
  fc.record({ do: fc.constant('link' as const), from: someCard, to: someCard, n: fc.nat(2) }),
  fc.record({ do: fc.constant('unlink' as const), n: fc.nat(2) }),
  fc.record({ do: fc.constant('column' as const), n: fc.nat(2) }),
  fc.record({ do: fc.constant('group' as const), card: someCard, n: fc.nat(1) }),
  fc.record({ do: fc.constant('ungroup' as const), n: fc.nat(1) }),
  fc.record({ do: fc.constant('decline' as const), one: someCard, other: someCard }),
  fc.record({ do: fc.constant('narrate' as const), at: fc.nat(9), text: fc.string({ minLength: 1 }) }),
  fc.record({ do: fc.constant('comment' as const), n: fc.nat(2) }),
  fc.record({ do: fc.constant('become' as const), card: someCard, kind: fc.constantFrom(...cardKinds, 'poem', 7) }),
  fc.record({ do: fc.constant('undo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const perform = (writer: Writer, action: Step): void => {
  const { board } = writer;
  switch (action.do) {
    case 'add':
      addCard(writer, cardOf(action.kind, action.card, 'words'), by);
      return;
    case 'edit':
      editText(writer, action.card, { index: action.at, remove: action.cut, insert: action.text });
      return;
    case 'change':
      changeCard(writer, action.card, { parked: action.parked, lane: 'Ops', evidence: [] });
      return;
    case 'remove':
      removeCard(writer, action.card);
      return;
    case 'react':
      toggleReaction(writer, action.card, 'more', {
        id: 'person-0001' as ParticipantId,
        name: 'Priya',
        mark: null,
        nameless: false,
      });
      return;
    case 'link':
      addLink(writer, { id: `link-000${action.n}` as LinkId, from: action.from, to: action.to, meaning: 'led-to' });
      return;
    case 'unlink':
      removeLink(writer, `link-000${action.n}` as LinkId);
      return;
    case 'column':
      addColumn(writer, { id: `column-0${action.n}` as ColumnId, name: 'Somebody', role: '' });
      return;
    case 'group': {
      const id = `theme-000${action.n}` as ThemeId;
      if (groupCards(writer, { id, name: 'Alarms' }, [action.card]) === null) renameTheme(writer, id, 'Pages');
      return;
    }
    case 'ungroup':
      removeTheme(writer, `theme-000${action.n}` as ThemeId);
      return;
    case 'decline':
      declineSimilar(writer, [action.one, action.other]);
      return;
    case 'narrate':
      if (board.narrative.length === 0) board.narrative.insert(0, [new Y.XmlElement('paragraph')]);
      else {
        const block = board.narrative.get(0) as Y.XmlElement;
        if (block.length === 0) block.insert(0, [new Y.XmlText(action.text)]);
        else (block.get(0) as Y.XmlText).insert(0, action.text);
      }
      return;
    case 'comment':
      board.comments.set(`comment-${action.n}`, new Y.Map([['text', 'Why?']]));
      return;
    case 'become':
      (board.cards.get(action.card) as Y.Map<unknown> | undefined)?.set('kind', action.kind);
      return;
    case 'undo':
      writer.undo.undo();
  }
};

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

/** What is seen to change where an update is applied. */
const zonesSeen = (doc: Y.Doc, update: Uint8Array): Set<Zone> => {
  const copy = copyOf(doc);
  const board = boardOf(copy);
  const before = boardOf(doc);
  const zones = new Set<Zone>();
  const cards = new Set<string>();
  const ends = (id: string, value: unknown): void => {
    const link = readLink(id, value);
    if (link) for (const end of [link.from, link.to]) cards.add(end);
  };
  board.cards.observeDeep((events) => {
    for (const event of events) {
      const id = event.path[0];
      if (id === undefined) for (const key of event.changes.keys.keys()) cards.add(key);
      else if (event.path.length > 1 || [...event.changes.keys.keys()].some((key) => !key.startsWith('react:')))
        cards.add(String(id));
    }
  });
  board.links.observe((event) => {
    for (const id of event.keysChanged) {
      ends(id, before.links.get(id));
      ends(id, board.links.get(id));
    }
  });
  board.columns.observeDeep(() => zones.add('perspectives'));
  board.themes.observeDeep(() => zones.add('factors'));
  board.declined.observeDeep(() => zones.add('factors'));
  board.narrative.observeDeep(() => zones.add('narrative'));
  Y.applyUpdate(copy, update);
  for (const id of cards)
    for (const { cards: at } of [before, board]) {
      const card = at.get(id);
      const kind = card instanceof Y.Map ? readKind(card.get('kind')) : null;
      if (kind) zones.add(agendaZoneOf(zoneOfKind[kind]));
    }
  return zones;
};

const sorted = (zones: ReadonlySet<Zone>): Zone[] => [...zones].toSorted();

/** The updates of what is done to a document, one a transaction. */
const updatesOf = (doc: Y.Doc, act: () => void): Uint8Array[] => {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', note);
  act();
  doc.off('update', note);
  return updates;
};

/** A board with a card of each kind, `event-0001` and so on, and a writer of somebody else on a copy. */
const laidOut = () => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  for (const kind of cardKinds) addCard(writer, cardOf(kind, `${kind}-0001` as CardId, 'abc'), by);
  const other = copyOf(doc);
  /** The zones that something touches which is done elsewhere. */
  const touchedBy = (act: (writer: Writer) => void): Zone[] => {
    const known = Y.encodeStateVector(other);
    act(openWriter(other));
    const update = Y.encodeStateAsUpdate(other, known);
    return sorted(zonesTouched(doc, update));
  };
  return { doc, writer, other, board: boardOf(other), touchedBy };
};

describe('the zones that an update touches', () => {
  it('[Z1] are those in which something is seen to change, of whatever people do', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const doc = new Y.Doc();
        const writer = openWriter(doc);
        const behind = new Y.Doc();
        for (const action of steps)
          for (const update of updatesOf(doc, () => perform(writer, action))) {
            expect(sorted(zonesTouched(behind, update))).toEqual(sorted(zonesSeen(behind, update)));
            Y.applyUpdate(behind, update);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('[Z2] miss nothing where two write at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), step), { maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        (steps, meetings) => {
          const writers = [openWriter(new Y.Doc()), openWriter(new Y.Doc())] as const;
          const [one, other] = [writers[0].board.doc, writers[1].board.doc];
          const meet = (): void => {
            for (const [from, to] of [
              [one, other],
              [other, one],
            ] as const) {
              const update = Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));
              const touched = zonesTouched(to, update);
              for (const zone of zonesSeen(to, update)) expect(touched).toContain(zone);
              Y.applyUpdate(to, update);
            }
          };
          const at = new Set(meetings.map((n) => n % (steps.length + 1)));
          for (const [index, [first, action]] of steps.entries()) {
            if (at.has(index)) meet();
            perform(writers[first ? 0 : 1], action);
          }
          meet();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[Z3] what is said about a card is of no zone, and what is forgotten neither', () => {
    const { doc, board, touchedBy, writer } = laidOut();
    expect(touchedBy((who) => toggleReaction(who, 'event-0001' as CardId, 'more', reactor))).toEqual([]);
    expect(touchedBy(() => board.comments.set('c', new Y.Map([['text', 'Why?']])))).toEqual([]);
    expect(touchedBy(() => board.diagnostics.set('a:answer', 'yes'))).toEqual([]);
    removeCard(writer, 'learning-0001' as CardId);
    const update = updatesOf(board.doc, () => editText(openWriter(board.doc), 'learning-0001' as CardId, edit))[0];
    expect(sorted(zonesTouched(doc, update ?? new Uint8Array()))).toEqual([]);
  });

  it('[Z4] a card is of the zones of each kind that it had, has and gets', () => {
    expect(laidOut().touchedBy(({ board: on }) => mapAt(on, 'question-0001').set('kind', 'event'))).toEqual([
      'factors',
      'timeline',
    ]);
    const { doc, board } = laidOut();
    const thereAndBack = updatesOf(board.doc, () => {
      for (const kind of ['event', 'question']) mapAt(board, 'question-0001').set('kind', kind);
    });
    expect(sorted(zonesTouched(doc, Y.mergeUpdates(thereAndBack)))).toEqual(['factors', 'timeline']);
    expect(
      laidOut().touchedBy(({ board: on }) => {
        on.cards.set('card-late', new Y.Map([['text', 'no kind yet']]));
      }),
    ).toEqual([]);
    expect(
      laidOut().touchedBy(({ board: on }) => on.cards.set('event-0001', new Y.Map([['kind', 'learning']]))),
    ).toEqual(['learnings', 'timeline']);
    expect(laidOut().touchedBy(({ board: on }) => on.cards.delete('perspective-0001'))).toEqual(['perspectives']);
    expect(laidOut().touchedBy(({ board: on }) => on.cards.set('poem-0001', new Y.Map([['kind', 'sonnet']])))).toEqual([
      'factors',
    ]);
  });

  it('[Z4] a kind that comes after its card is the card’s', () => {
    const { doc, board } = laidOut();
    const [first, second] = updatesOf(board.doc, () => {
      board.cards.set('card-late', new Y.Map([['text', 'what']]));
      mapAt(board, 'card-late').set('kind', 'action');
    });
    expect(sorted(zonesTouched(doc, first ?? new Uint8Array()))).toEqual([]);
    Y.applyUpdate(doc, first ?? new Uint8Array());
    expect(sorted(zonesTouched(doc, second ?? new Uint8Array()))).toEqual(['learnings']);
  });

  it('[Z5] a letter is found by its neighbours alone, one of the same update among them', () => {
    const { doc, board } = laidOut();
    const text = mapAt(board, 'event-0001').get('text') as Y.Text;
    const updates = updatesOf(board.doc, () => {
      text.insert(1, 'x');
      text.insert(2, 'y');
      text.insert(0, 'z');
    });
    for (const update of updates) {
      expect(sorted(zonesTouched(doc, update))).toEqual(['timeline']);
      Y.applyUpdate(doc, update);
    }
    expect(sorted(zonesTouched(new Y.Doc(), Y.mergeUpdates(updates)))).toEqual([]);
  });

  it('[Z5] so is a long row of letters, one after the other, and one that several have written', () => {
    const { doc, other } = laidOut();
    const updates: Uint8Array[] = [];
    let from = other;
    for (let person = 0; person < 6; person += 1) {
      from = copyOf(from);
      const text = mapAt(boardOf(from), 'factor-0001').get('text') as Y.Text;
      updates.push(
        ...updatesOf(from, () =>
          from.transact(() => {
            // At the front, so that no two of them are joined.
            for (let turn = 0; turn < 2_500; turn += 1) text.insert(0, 'x');
          }),
        ),
      );
    }
    expect(sorted(zonesTouched(doc, Y.mergeUpdates(updates)))).toEqual(['factors']);
  });

  it('[Z5] the whole board deleted 20,000 times over, or out of 5,000 depths, is looked at once', () => {
    const { doc, board } = laidOut();
    const text = mapAt(board, 'factor-0001').get('text') as Y.Text;
    board.doc.transact(() => {
      for (let turn = 0; turn < 20_000; turn += 1) text.insert(0, 'x');
    });
    let inner = mapAt(board, 'learning-0001');
    board.doc.transact(() => {
      for (let depth = 0; depth < 5_000; depth += 1) inner = inner.set('in', new Y.Map<unknown>());
    });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc));
    const clients = new Map(
      [...doc.store.clients].map(([client, structs]) => {
        const last = structs.at(-1);
        const range = { clock: 0, len: last ? last.id.clock + last.length : 0 };
        return [client, Array.from({ length: 20_000 }, () => range)] as const;
      }),
    );
    expect(sorted(zonesOfRanges(doc, [{ clients }]))).toEqual(['factors', 'learnings', 'perspectives', 'timeline']);
    // Each time over, it would be a billion steps, and out of time.
  }, 10_000);

  it('[Z5] whatever lies below a field is its card’s', () => {
    const { doc, board } = laidOut();
    const nested = new Y.Map<unknown>([['deep', new Y.Map([['kind', 'event']])]]);
    expect(
      sorted(zonesTouched(doc, updatesOf(board.doc, () => mapAt(board, 'action-0001').set('more', nested))[0]!)),
    ).toEqual(['learnings']);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc));
    const below = updatesOf(board.doc, () => (nested.get('deep') as Y.Map<unknown>).set('kind', 'question'))[0];
    expect(sorted(zonesTouched(doc, below ?? new Uint8Array()))).toEqual(['learnings']);
  });

  it('[Z6] a link is of the zones at both its ends, before and after', () => {
    const { doc, board, touchedBy } = laidOut();
    const [factor, event, learning] = ['factor-0001', 'event-0001', 'learning-0001'] as CardId[];
    const link = { id: 'link-0001' as LinkId, from: factor!, to: event!, meaning: 'led-to' as const };
    expect(touchedBy((who) => addLink(who, link))).toEqual(['factors', 'timeline']);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc));
    expect(touchedBy(() => board.links.set('link-0001', { from: learning, to: event, meaning: 'led-to' }))).toEqual([
      'factors',
      'learnings',
      'timeline',
    ]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc));
    expect(touchedBy(() => board.links.delete('link-0001'))).toEqual(['learnings', 'timeline']);
  });

  it('[Z4] an action is of the learnings, as in the agenda', () => {
    expect(agendaZoneOf('actions')).toBe('learnings');
    expect(agendaZoneOf('factors')).toBe('factors');
    expect(laidOut().touchedBy(({ board }) => mapAt(board, 'action-0001').set('parked', true))).toEqual(['learnings']);
  });

  it('[Z7] a step of undo is of the zones that doing it touched', () => {
    const { writer, doc } = laidOut();
    for (const [act, zones] of [
      [() => removeCard(writer, 'event-0001' as CardId), ['timeline']],
      [() => editText(writer, 'factor-0001' as CardId, edit), ['factors']],
      [() => addColumn(writer, { id: columnId, name: 'Ops', role: '' }), ['perspectives']],
    ] as const) {
      act();
      writer.undo.stopCapturing();
      const done = writer.undo.undoStack.at(-1)!;
      expect(sorted(zonesOfRanges(doc, [done.insertions, done.deletions]))).toEqual(zones);
      writer.undo.undo();
      const back = writer.undo.redoStack.at(-1)!;
      expect(sorted(zonesOfRanges(doc, [back.insertions, back.deletions]))).toEqual(zones);
      writer.undo.redo();
    }
  });
});

const reactor = { id: 'person-0001' as ParticipantId, name: 'Priya', mark: null, nameless: false };
const edit = { index: 0, remove: 0, insert: 'x' };
const mapAt = ({ cards }: { cards: Y.Map<unknown> }, id: string): Y.Map<unknown> => cards.get(id) as Y.Map<unknown>;
