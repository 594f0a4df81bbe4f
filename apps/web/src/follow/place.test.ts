import type { ParticipantId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { leaderOf, placeOf, type Place } from './place.ts';
import { openPlaces } from './places.ts';

const id = (name: string): ParticipantId => `person-${name}` as ParticipantId;
const place: Place = {
  rendering: 'board',
  zone: 'factors',
  x: 0.5,
  y: 0.25,
  card: null,
  block: 0,
  zoom: 1,
  height: 800,
};

describe('where somebody looks', () => {
  it('[B22] is read as hostile input', () => {
    expect(placeOf(place)).toEqual(place);
    expect(placeOf({ ...place, zone: 'cellar' })).toBeNull();
    expect(placeOf({ ...place, rendering: 'x-ray' })).toBeNull();
    expect(placeOf({ ...place, x: Number.NaN, y: 1e9, zoom: 0, height: -1, card: '../', block: '7' })).toEqual({
      ...place,
      x: 0.5,
      y: 20,
      zoom: 0.1,
      height: 100,
    });
    fc.assert(fc.property(fc.anything(), (told) => void placeOf(told)));
  });

  it('[B23] whoever follows a follower sees what the first one sees; nobody goes round', () => {
    const follows = (pairs: Record<string, string>) => (person: ParticipantId) => {
      const next = pairs[person];
      return next === undefined ? null : (next as ParticipantId);
    };
    expect(leaderOf(id('b'), id('a'), follows({}))).toBe(id('b'));
    expect(leaderOf(id('b'), id('a'), follows({ [id('b')]: id('c') }))).toBe(id('c'));
    expect(leaderOf(id('b'), id('a'), follows({ [id('b')]: id('a') }))).toBeNull();
    expect(leaderOf(id('b'), id('a'), follows({ [id('b')]: id('c'), [id('c')]: id('b') }))).toBeNull();
  });

  it('[B22] comes by person, from the browser that moved last, and goes when they go', () => {
    const mine = new Awareness(new Y.Doc());
    const theirs = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())] as const;
    const places = openPlaces(mine);
    const carry = (from: Awareness): void =>
      applyAwarenessUpdate(mine, encodeAwarenessUpdate(from, [from.clientID]), 'wire');
    for (const [tab, awareness] of theirs.entries()) {
      awareness.setLocalStateField('user', { participantId: id('mara'), name: 'Mara' });
      awareness.setLocalStateField('place', { ...place, y: tab });
      carry(awareness);
    }
    expect(places.of(id('mara'))?.y).toBe(1);
    theirs[0].setLocalStateField('place', { ...place, y: 0.75 });
    carry(theirs[0]);
    expect(places.of(id('mara'))?.y).toBe(0.75);
    for (const awareness of theirs) {
      awareness.setLocalState(null);
      carry(awareness);
    }
    expect(places.of(id('mara'))).toBeNull();
    places.destroy();
    for (const awareness of [mine, ...theirs]) awareness.destroy();
  });
});
