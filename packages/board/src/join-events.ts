// Writers for tellings of one moment: join two cards, take one out again, or say that they stay apart. SPEC J1–J5.
import type { CardId } from '@hearth/review/ids';
import * as Y from 'yjs';
import type { ApartHow } from './cards.ts';
import { act, type Writer } from './operations.ts';
import { apartField, readCard } from './read.ts';

/** Shows `other` at `keep`, with its own words, time, author and evidence. */
export const joinEvents = (writer: Writer, keep: CardId, other: CardId): boolean =>
  act(writer, () => {
    const [one, two] = [eventMap(writer, keep), eventMap(writer, other)];
    if (!one || !two || one === two) return false;
    // The other way round: what was shown there shows it from now on.
    if (one.get('into') === other) one.delete('into');
    two.set('into', keep);
    return true;
  });

/** A telling becomes a card of its own again. */
export const partEvent = (writer: Writer, telling: CardId): boolean =>
  act(writer, () => {
    const map = eventMap(writer, telling);
    if (!map?.has('into')) return false;
    map.delete('into');
    return true;
  });

/** Says why two events stay two; null takes it back. Kept at both. */
export const setApart = (writer: Writer, one: CardId, other: CardId, how: ApartHow | null): boolean =>
  act(writer, () => {
    const [a, b] = [eventMap(writer, one), eventMap(writer, other)];
    if (!a || !b || a === b) return false;
    for (const [map, id] of [
      [a, other],
      [b, one],
    ] as const)
      if (how === null) map.delete(apartField + id);
      else map.set(apartField + id, how);
    return true;
  });

const eventMap = (writer: Writer, id: CardId): Y.Map<unknown> | null => {
  const map = writer.board.cards.get(id);
  return map instanceof Y.Map && readCard(id, map)?.kind === 'event' ? (map as Y.Map<unknown>) : null;
};
