// Following a person: my view goes where theirs goes, until I move by myself.
import type { Person } from '@hearth/protocol/facilitation';
import type { ParticipantId } from '@hearth/review/ids';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { firstName } from '../board/presence.ts';
import { commandOfPress, pressOf, type CommandId } from '../commands/specs.ts';
import { useAnnounce } from '../design/announce.tsx';
import { isTyping } from '../facilitation/typing.ts';
import { bringToMiddle, lookNow } from './look.ts';
import { leaderOf, type Place, type Rendering } from './place.ts';
import { openPlaces } from './places.ts';
import { overlayOpen } from '../design/overlay.ts';

export interface Following {
  /** null while I look for myself. */
  whom: ParticipantId | null;
  name: string;
  possible(person: ParticipantId): boolean;
  /** Begins, or stops where it is them already. */
  toggle(person: ParticipantId): void;
  /** Goes where somebody looks, once. */
  visit(person: ParticipantId): void;
  stop(): void;
}

interface FollowingOptions {
  awareness: Awareness;
  people: readonly Person[];
  me: ParticipantId;
  rendering: Rendering;
  zoom: () => number;
  /** Brings a place of the canvas to the middle, as large as it fits. @returns whether it is there. */
  showOnBoard: (place: Place) => boolean;
  /** Calls back whenever the canvas moves, which is no scrolling. */
  onMove: (listener: () => void) => () => void;
  /** Opens a rendering in which a place can be shown, as large as it fits. @returns which. */
  onShow: (place: Place) => Rendering;
}

const tellEveryMs = 200;
/** While nobody follows me. Finding what stands in the middle costs a frame some of its time. */
const tellSeldomMs = 700;
/** These say or look something up, and leave the view where it is. */
const still = new Set<CommandId>(['find', 'commands', 'help', 'follow', 'ready', 'hand', 'undo', 'redo']);

export const useFollowing = ({
  awareness,
  people,
  me,
  rendering,
  zoom,
  showOnBoard,
  onMove,
  onShow,
}: FollowingOptions): Following => {
  const announce = useAnnounce();
  const [whom, setWhom] = useState<ParticipantId | null>(null);
  const places = useMemo(() => openPlaces(awareness), [awareness]);
  useEffect(() => () => places.destroy(), [places]);
  const nameOf = (id: ParticipantId): string =>
    people.find((person) => person.participantId === id)?.name ?? 'Somebody';
  const name = whom === null ? '' : firstName(nameOf(whom));

  const tell = useEffectEvent(() => {
    const place = lookNow(rendering, zoom());
    if (place) places.tell(place);
  });
  const waitMs = useEffectEvent(() =>
    people.some(({ participantId }) => places.follows(participantId) === me) ? tellEveryMs : tellSeldomMs,
  );
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        tell();
      }, waitMs());
    };
    moved();
    const stop = onMove(moved);
    document.addEventListener('scroll', moved, { capture: true, passive: true });
    document.addEventListener('focusin', moved);
    window.addEventListener('resize', moved);
    return () => {
      clearTimeout(waiting);
      stop();
      document.removeEventListener('scroll', moved, { capture: true });
      document.removeEventListener('focusin', moved);
      window.removeEventListener('resize', moved);
    };
  }, [places, rendering, onMove]);

  const show = useEffectEvent((place: Place) => {
    bringToMiddle(place, onShow(place), showOnBoard);
  });
  const leader = useCallback((id: ParticipantId) => leaderOf(id, me, places.follows), [me, places]);
  useEffect(() => {
    if (whom === null) return;
    let last: Place | null = null;
    const look = (): void => {
      const from = leader(whom);
      const place = from && places.of(from);
      if (!place || place === last) return;
      last = place;
      show(place);
    };
    look();
    places.tellFollowing(whom);
    const stop = places.subscribe(look);
    return () => {
      stop();
      places.tellFollowing(null);
    };
  }, [whom, places, leader]);

  const end = useEffectEvent((words: string) => {
    setWhom(null);
    announce(words);
  });
  const here = whom === null || people.some((person) => person.participantId === whom && person.here);
  useEffect(() => {
    if (!here) end('They have left. You stay where you are.');
  }, [here]);

  const stopped = useEffectEvent(() => end(`No longer following ${name}.`));
  useEffect(() => {
    if (whom === null) return;
    const byHand = (event: Event): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('[data-board]') && !target.closest('[data-follow]')) stopped();
    };
    const byKey = (event: KeyboardEvent): void => {
      if (overlayOpen()) return;
      if (event.key === 'Escape' && !isTyping()) {
        event.preventDefault();
        event.stopPropagation();
        stopped();
        return;
      }
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      const press = pressOf(event);
      const command = commandOfPress(press);
      if (command ? still.has(command) : press.startsWith('mod+')) return;
      if (event.target instanceof Element && event.target.closest('header, footer, nav')) return;
      stopped();
    };
    window.addEventListener('wheel', byHand, { passive: true });
    window.addEventListener('pointerdown', byHand);
    window.addEventListener('keydown', byKey, { capture: true });
    return () => {
      window.removeEventListener('wheel', byHand);
      window.removeEventListener('pointerdown', byHand);
      window.removeEventListener('keydown', byKey, { capture: true });
    };
  }, [whom]);

  const toggle = (person: ParticipantId): void => {
    if (person === whom) {
      setWhom(null);
      announce(`No longer following ${name}.`);
    } else if (leader(person) === null) announce(`${nameOf(person)} is following you.`);
    else {
      setWhom(person);
      announce(`Following ${nameOf(person)}. Escape stops it.`);
    }
  };
  return {
    whom,
    name,
    possible: (id) => id !== me && people.some((person) => person.participantId === id && person.here),
    toggle,
    visit: (person) => {
      const from = leader(person);
      const place = from && places.of(from);
      if (place) bringToMiddle(place, onShow(place), showOnBoard);
      else announce(`${nameOf(person)} is not looking at the board just now.`);
    },
    stop: () => {
      setWhom(null);
      announce(`No longer following ${name}.`);
    },
  };
};
