import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addCard, openWriter, type NewCard } from './operations.ts';
import { placeBehind, steppedBehind } from './place-undated.ts';
import { standsBehind } from './timeline.ts';
import { openView } from './view.ts';

const minute = 60_000;
const id = (name: string): CardId => `card-${name}` as CardId;
const moment = (name: string, at: number | null): NewCard => ({
  kind: 'event',
  id: id(name),
  text: name,
  at: at === null ? null : at * minute,
  endAt: null,
  precision: at === null ? 'unknown' : 'exact',
  eventKind: 'action',
  lane: '',
  key: false,
});

const board = () => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  // Noted in another order than it happened.
  const told: [string, number | null][] = [
    ['paged', 30],
    ['labels', 10],
    ['calls', 20],
    ['rumour', null],
  ];
  for (const [name, at] of told) addCard(writer, moment(name, at), { author: null, nowMs: 1 });
  const view = openView(doc);
  return { writer, events: () => view.list('event') };
};

describe('[T5] placing an event of which only the order is known', () => {
  it.each([
    ['labels', 'calls'],
    ['calls', 'paged'],
  ])('puts it behind %s and before %s, in one step of undo', (after, before) => {
    const { writer, events } = board();
    const start = JSON.stringify(events());
    expect(placeBehind(writer, id('rumour'), events(), id(after))).toBe(true);
    expect(standsBehind(events()).get(id('rumour'))).toMatchObject({ after: id(after), before: id(before) });
    writer.undo.undo();
    expect(JSON.stringify(events())).toBe(start);
  });

  it('changes nothing behind the last moment, where its order would not show', () => {
    const { writer, events } = board();
    const start = events();
    expect(placeBehind(writer, id('rumour'), start, id('paged'))).toBe(false);
    expect(events()).toBe(start);
  });

  it('steps from gap to gap, and in from either side', () => {
    const { writer, events } = board();
    expect(steppedBehind(events(), id('rumour'), 1)).toBe(id('labels'));
    expect(steppedBehind(events(), id('rumour'), -1)).toBe(id('calls'));
    placeBehind(writer, id('rumour'), events(), id('labels'));
    expect(steppedBehind(events(), id('rumour'), 1)).toBe(id('calls'));
    expect(steppedBehind(events(), id('rumour'), -1)).toBeNull();
    placeBehind(writer, id('rumour'), events(), id('calls'));
    expect(steppedBehind(events(), id('rumour'), 1)).toBeNull();
  });
});
