// Where everybody looks and whom they follow: told and heard through awareness, kept nowhere.
import { isId, type ParticipantId } from '@hearth/review/ids';
import type { Awareness } from 'y-protocols/awareness';
import { placeOf, type Place } from './place.ts';

export interface Places {
  /** From the browser of theirs that moved last; null while none tells. */
  of(person: ParticipantId): Place | null;
  follows(person: ParticipantId): ParticipantId | null;
  subscribe(listener: () => void): () => void;
  tell(place: Place): void;
  tellFollowing(person: ParticipantId | null): void;
  destroy(): void;
}

interface Told {
  user?: { participantId?: unknown; id?: unknown } | null;
  place?: unknown;
  following?: unknown;
}

interface Known {
  person: ParticipantId;
  place: Place | null;
  following: ParticipantId | null;
  /** What was told, to see a change; and when it came, in order. */
  told: string;
  turn: number;
}

export const openPlaces = (awareness: Awareness): Places => {
  const known = new Map<number, Known>();
  const listeners = new Set<() => void>();
  let turn = 0;

  const read = (): void => {
    const states = awareness.getStates() as Map<number, Told>;
    let changed = false;
    for (const client of known.keys())
      if (!states.has(client)) {
        known.delete(client);
        changed = true;
      }
    for (const [client, state] of states) {
      const person = state.user?.participantId ?? state.user?.id;
      if (client === awareness.clientID || !isId(person)) continue;
      const place = placeOf(state.place);
      const following = isId(state.following) ? (state.following as ParticipantId) : null;
      const told = JSON.stringify([person, place, following]);
      if (known.get(client)?.told === told) continue;
      known.set(client, { person: person as ParticipantId, place, following, told, turn: turn++ });
      changed = true;
    }
    if (changed) for (const listener of listeners) listener();
  };
  awareness.on('change', read);
  read();

  const latest = (person: ParticipantId): Known | undefined =>
    [...known.values()].filter((one) => one.person === person).toSorted((a, b) => b.turn - a.turn)[0];
  let last = '';
  return {
    of: (person) => latest(person)?.place ?? null,
    follows: (person) => latest(person)?.following ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (place) => {
      const told = JSON.stringify(place);
      if (told === last) return;
      last = told;
      awareness.setLocalStateField('place', place);
    },
    tellFollowing: (person) => awareness.setLocalStateField('following', person),
    destroy: () => {
      awareness.off('change', read);
      listeners.clear();
    },
  };
};
