// The next good question for whoever runs the meeting: worked out here, when the board has been quiet for a moment.
import type { Passage } from '@hearth/learning/prompts/passages';
import { nextQuestions } from '@hearth/learning/prompts/next-question';
import type { Suggestion } from '@hearth/learning/prompts/suggestion';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSession, type BoardSession } from '../board/session.tsx';
import { useTalk, useThreads } from '../comments/talk.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { placeOf, readBoard, readPassages, voicesOf, type OnBoard } from './facts.ts';
import { openPutAside, type PutAside } from './put-aside.ts';

/** While others type, nothing is suggested anew. */
const quietMs = 500;

const kept = new Map<string, PutAside>();

/** The same for every part of the page that shows it. */
const putAsideOf = (name: string): PutAside => {
  const known = kept.get(name) ?? openPutAside(storage(), name);
  kept.set(name, known);
  return known;
};

const storage = (): Storage | null => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

export interface NextQuestion {
  /** null where nothing stands out. */
  current: Suggestion | null;
  /** How many there are besides it. */
  others: number;
  /** How many of mine are put aside that would be suggested. */
  aside: number;
  another: () => void;
  putAside: () => void;
  bringBack: () => void;
}

export const useNextQuestion = (): NextQuestion => {
  const { view: meeting, seat } = useFacilitation();
  const session = useSession();
  const threads = useThreads(useTalk());
  const onBoard = useQuietBoard(session);
  const busy = useBusy(session);
  const { zone, writing } = placeOf(meeting);
  const voices = useMemo(() => voicesOf(meeting, busy), [meeting, busy]);
  const all = useMemo(
    () => nextQuestions({ ...onBoard, threads, voices, zone, writing }),
    [onBoard, threads, voices, zone, writing],
  );

  const mine = putAsideOf(`hearth.prompts.${seat.reviewId}.${seat.participantId}`);
  const { aside, at, zone: shownIn } = useSyncExternalStore(mine.subscribe, mine.get);
  const open = useMemo(() => {
    const away = new Set(aside);
    return all.filter(({ key }) => !away.has(key));
  }, [all, aside]);
  // Whoever reads one is not given another under their eyes: only when it no longer holds, or the room has gone on.
  const place = shownIn === zone ? open.findIndex(({ key }) => key === at) : 0;
  const current = open[Math.max(0, place)] ?? null;
  const shown = current?.key ?? null;
  useEffect(() => mine.set({ at: shown, zone }), [mine, shown, zone]);

  return {
    current,
    others: Math.max(0, open.length - 1),
    aside: all.length - open.length,
    another: () => mine.set({ at: open[(Math.max(0, place) + 1) % open.length]?.key ?? null }),
    putAside: () => {
      if (current) mine.putAside(current.key);
    },
    bringBack: mine.bringBack,
  };
};

/** Cards, links and passages as they were when nobody changed anything for a moment. */
const useQuietBoard = (session: BoardSession): OnBoard => {
  const [onBoard, setOnBoard] = useState<OnBoard>(() => readBoard(session, readPassages(session)));
  useEffect(() => {
    const { narrative } = session.writer.board;
    let passages: readonly Passage[] | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      passages ??= readPassages(session);
      setOnBoard(readBoard(session, passages));
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, quietMs);
    };
    const rewritten = (): void => {
      passages = null;
      later();
    };
    look();
    const stop = session.view.subscribe(later);
    narrative.observeDeep(rewritten);
    return () => {
      clearTimeout(timer);
      stop();
      narrative.unobserveDeep(rewritten);
    };
  }, [session]);
  return onBoard;
};

const useBusy = ({ presence }: BoardSession) => useSyncExternalStore(presence.subscribe, presence.busy);
