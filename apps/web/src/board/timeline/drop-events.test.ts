import type { EventCard } from '@hearth/board/cards';
import { addCard, openWriter, type NewCard } from '@hearth/board/operations';
import { standsBehind } from '@hearth/board/timeline';
import { openView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { dropEvents, shiftOf } from './drop-events.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 12, 13);
const id = (name: string): CardId => `card-${name}` as CardId;
const moment = (name: string, minutes: number | null, lane: string, more: Partial<NewCard> = {}): NewCard =>
  ({
    kind: 'event',
    id: id(name),
    text: name,
    at: minutes === null ? null : start + minutes * minute,
    endAt: null,
    precision: minutes === null ? 'unknown' : 'exact',
    eventKind: 'action',
    lane,
    key: false,
    ...more,
  }) as NewCard;

const board = () => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  for (const card of [
    moment('calls', 0, 'Support'),
    moment('paged', 30, 'On-call', { endAt: start + 40 * minute }),
    moment('rumour', null, ''),
  ])
    addCard(writer, card, { author: null, nowMs: 1 });
  const view = openView(doc);
  const card = (name: string): EventCard => {
    const found = view.card(id(name));
    if (found?.kind !== 'event') throw new Error(`${name} is an event`);
    return found;
  };
  return { writer, view, card };
};
const landing = { group: 'event/Support', before: null };

describe('[B56] a moment let go over the axis', () => {
  it('lands on a round time of the zone, at the step of the scale', () => {
    const odd = start + 7 * minute + 12_000;
    expect(shiftOf(odd, 100, 4 / minute, 'Europe/London') + odd).toBe(start + 32 * minute);
    expect((shiftOf(odd, 40, 90 / 1000, 'Asia/Kathmandu') + odd) % 1000).toBe(0);
  });

  it('keeps its time while the hand has hardly gone sideways, and where it has none', () => {
    expect(shiftOf(start, 9, 4 / minute, 'UTC')).toBe(0);
    expect(shiftOf(null, 90, 4 / minute, 'UTC')).toBe(0);
    expect(shiftOf(start, 90, 0, 'UTC')).toBe(0);
  });

  it('moves both ends of a range, and those that are carried by as much, each in its lane', () => {
    const { writer, view, card } = board();
    expect(dropEvents({ writer, view }, [card('calls'), card('paged')], { ...landing, shiftMs: 5 * minute })).toBe(
      true,
    );
    expect(card('calls').at).toBe(start + 5 * minute);
    expect([card('paged').at, card('paged').endAt]).toEqual([start + 35 * minute, start + 45 * minute]);
    expect(card('paged').lane).toBe('On-call');
  });

  it('becomes of the kind whose lane it lands in, and keeps its own lane', () => {
    const { writer, view, card } = board();
    dropEvents({ writer, view }, [card('paged')], { group: 'event/', before: null, eventKind: 'detection' });
    expect([card('paged').eventKind, card('paged').lane]).toEqual(['detection', 'On-call']);
  });

  it('without a time stands behind the moment on the left of the hand', () => {
    const { writer, view, card } = board();
    dropEvents({ writer, view }, [card('rumour')], { ...landing, timeMs: start + 12 * minute });
    expect(standsBehind(view.list('event')).get(id('rumour'))).toMatchObject({
      after: id('calls'),
      before: id('paged'),
    });
    expect(card('rumour').lane).toBe('Support');
  });

  it('changes nothing where it came from', () => {
    const { writer, view, card } = board();
    expect(dropEvents({ writer, view }, [card('calls')], landing)).toBe(false);
  });
});
