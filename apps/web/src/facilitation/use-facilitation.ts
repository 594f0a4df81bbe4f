// Hooks over the facilitation connection.
import type { ChangedTopic } from '@hearth/protocol/facilitation';
import type { Seat } from '@hearth/protocol/http/access';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import type { Role } from '@hearth/review/roles';
import { createContext, use, useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useToast } from '../design/toast.tsx';
import type { Facilitation, FacilitationConnection, SendResult } from './connection.ts';
import { runsTheRoom, takesPart } from './people.ts';
import { remainingOf, untilNextSecond, type Remaining } from './remaining.ts';

interface FacilitationScope {
  connection: FacilitationConnection;
  seat: Seat;
}

export const FacilitationContext = createContext<FacilitationScope | null>(null);

const useScope = (): FacilitationScope => {
  const scope = use(FacilitationContext);
  if (scope === null) throw new Error('facilitation hooks need a FacilitationProvider around them');
  return scope;
};

interface UseFacilitation extends Facilitation {
  seat: Seat;
  /** My role as the server tells it, the seat's until then. */
  role: Role;
  /** Whether I may run the meeting: start, pause, next… */
  facilitates: boolean;
  /** Whether I may say "ready" and raise my hand. */
  takesPart: boolean;
  /** Never rejects: a refusal is a value with words for the person. */
  send: (command: FacilitationCommand) => Promise<SendResult>;
  tellDrafting: FacilitationConnection['tellDrafting'];
  react: FacilitationConnection['react'];
}

/** The room's state, the connection's, my part in it, and how to command. */
export const useFacilitation = (): UseFacilitation => {
  const { connection, seat } = useScope();
  const current = useSyncExternalStore(connection.subscribe, connection.current);
  const role = current.view?.people.find((person) => person.participantId === seat.participantId)?.role ?? seat.role;
  return {
    ...current,
    seat,
    role,
    facilitates: runsTheRoom(role),
    takesPart: takesPart(role),
    send: connection.send,
    tellDrafting: connection.tellDrafting,
    react: connection.react,
  };
};

/** Sends a command and shows the words of a refusal as a toast. */
export const useCommand = (): ((command: FacilitationCommand) => Promise<boolean>) => {
  const { send } = useFacilitation();
  const show = useToast();
  return useCallback(
    async (command) => {
      const result = await send(command);
      if (!result.ok) show(result.message);
      return result.ok;
    },
    [send, show],
  );
};

/** My own "ready" and hand, with what the keys R and H do. */
export const useMyTurn = () => {
  const { view, seat, takesPart: may } = useFacilitation();
  const command = useCommand();
  const running = view?.state.status === 'running';
  const ready = view?.state.ready.includes(seat.participantId) ?? false;
  const handPlace = (view?.state.hands.indexOf(seat.participantId) ?? -1) + 1;
  const handRaised = handPlace > 0;
  return {
    /** False in the lobby, after the end, and for observers. */
    possible: may && running,
    ready,
    handRaised,
    /** My place in the queue, from 1; 0 while my hand is down. */
    handPlace,
    handWords: handRaised ? `Hand up${handPlace > 1 ? `, number ${handPlace}` : ''}` : 'Hand',
    toggleReady: () => void command({ kind: 'ready', ready: !ready }),
    toggleHand: () => void command({ kind: 'hand', raised: !handRaised }),
  };
};

/**
 * Calls `listener` when the server says that something changed elsewhere; with `all` after a reconnect, when anything may
 * have been missed.
 */
export const useChanged = (listener: (topic: ChangedTopic | 'all') => void): void => {
  const { connection } = useScope();
  const onChanged = useEffectEvent(listener);
  useEffect(() => connection.onChanged((topic) => onChanged(topic)), [connection]);
};

/** Calls `listener` with what anybody shows the room for a moment, oneself included. */
export const useReactions = (listener: Parameters<FacilitationConnection['onReaction']>[0]): void => {
  const { connection } = useScope();
  const onReaction = useEffectEvent(listener);
  useEffect(() => connection.onReaction((given) => onReaction(given)), [connection]);
};

/** The stage's clock, ticking each second by the server's time; null before the first view. */
export const useRemaining = (): Remaining | null => {
  const clock = useScope().connection.clock;
  const { view } = useFacilitation();
  const timer = view?.state.timer ?? null;
  useTick(timer?.kind === 'running' ? timer.deadlineMs : null);
  return timer === null ? null : remainingOf(timer, clock.nowMs());
};

/** The server's clock, Unix milliseconds, as it stands at this render. */
export const useServerNow = (): number => useScope().connection.clock.nowMs();

/** Whole seconds until a moment of the server's clock; 0 once it has passed, or without one. */
export const useSecondsUntil = (momentMs: number | null): number => {
  const clock = useScope().connection.clock;
  useTick(momentMs);
  return momentMs === null ? 0 : Math.max(0, Math.ceil((momentMs - clock.nowMs()) / 1000));
};

/** Renders again whenever the whole seconds to or from a moment change. */
const useTick = (momentMs: number | null): void => {
  const clock = useScope().connection.clock;
  const [, setTick] = useState(0);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      clearTimeout(waiting);
      setTick((count) => count + 1);
      if (momentMs !== null) waiting = setTimeout(tick, untilNextSecond(momentMs - clock.nowMs()));
    };
    tick();
    // A sleeping tab's timeouts come late: look again as soon as somebody looks.
    document.addEventListener('visibilitychange', tick);
    const stop = clock.subscribe(tick);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('visibilitychange', tick);
      stop();
    };
  }, [clock, momentMs]);
};
