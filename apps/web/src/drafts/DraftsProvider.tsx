// Keeps one's own draft open for as long as its round is private, tells the others how much is in it, and keeps in sight
// what a reveal has left behind. Rules: SPEC.
import { wasEverOn, type Thought } from '@hearth/board/drafts';
import { api } from '@hearth/protocol/http/api';
import type { LateThoughts } from '@hearth/protocol/http/drafts';
import type { Attribution } from '@hearth/review/templates/template';
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { command } from '../api/client.ts';
import { newCardId } from '../board/new-id.ts';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { useToast } from '../design/toast.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { readLeftBehind, type LeftBehind } from './left-behind.ts';
import { openOwnDraft, type OwnDraft } from './own-draft.ts';
import { DraftsContext, nothingUnfinished, type Drafts, type Unfinished } from './use-drafts.ts';

/** The board hears of a reveal on another connection than the stage does. */
const boardFollowsMs = 3_000;
const revealShownMs = 1_200;

const never = (): (() => void) => () => undefined;
const none: readonly Thought[] = [];

export const DraftsProvider = ({ children }: { children: ReactNode }) => {
  const { view, seat, takesPart, connection, tellDrafting } = useFacilitation();
  const { doc, view: board } = useSession();
  const announce = useAnnounce();
  const toast = useToast();
  const { reviewId, participantId } = seat;
  const writing = view?.state.writing ?? null;
  const phase = writing?.phase ?? 'open';
  const round = writing?.round ?? 0;

  const [own, setOwn] = useState<OwnDraft | null>(null);
  const [unfinished, setUnfinished] = useState<Unfinished>(nothingUnfinished);
  const [kept, setKept] = useState<readonly Thought[]>(none);
  const [left, setLeft] = useState<LeftBehind | null>(null);
  const [justRevealed, setJustRevealed] = useState(false);
  const [boardIsHere, setBoardIsHere] = useState(false);

  /** What stood beside the field last: by now the round may be over. */
  const promised = useRef<Attribution>('attributed');
  const attribution = writing && writing.phase !== 'open' ? writing.attribution : null;
  useEffect(() => {
    if (attribution) promised.current = attribution;
  }, [attribution]);

  /** Takes along what stands in the field and in the draft: the reveal may not have had it. */
  const keepWhatIsHere = useEffectEvent((draft: OwnDraft) => {
    const text = unfinished.text.trim();
    const field =
      text === ''
        ? []
        : [{ id: newCardId(), text, facet: unfinished.facet, anonymous: promised.current === 'anonymous' }];
    setKept([...draft.thoughts(), ...field]);
    setUnfinished(nothingUnfinished);
  });

  const writes = phase === 'private' && takesPart;
  const underWay = phase !== 'open' && takesPart;
  useEffect(() => {
    if (!underWay) return;
    const opened = openOwnDraft(reviewId, participantId, round);
    setOwn(opened);
    setKept(none);
    return () => {
      keepWhatIsHere(opened);
      setOwn(null);
      opened.close();
    };
  }, [underWay, reviewId, participantId, round]);

  // What other tabs, and other days, have left on this device.
  useEffect(() => {
    if (phase !== 'open' || round === 0 || !takesPart) return;
    let opened: LeftBehind | null = null;
    let ended = false;
    const timer = setTimeout(() => {
      void readLeftBehind(reviewId, participantId, round).then((found) => {
        if (ended) found.close();
        else {
          opened = found;
          setLeft(found);
        }
      });
      setBoardIsHere(true);
    }, boardFollowsMs);
    return () => {
      ended = true;
      clearTimeout(timer);
      opened?.close();
      setLeft(null);
      setBoardIsHere(false);
    };
  }, [phase, round, takesPart, reviewId, participantId]);

  const thoughts = useSyncExternalStore(own?.subscribe ?? never, () => own?.list().length ?? 0);
  const inProgress = unfinished.text.trim() === '' ? 0 : 1;
  useEffect(() => {
    if (writes && own && connection === 'open') tellDrafting({ round, thoughts, inProgress });
  }, [writes, own, connection, round, thoughts, inProgress, tellDrafting]);

  const sayPhase = useEffectEvent((now: typeof phase) => {
    if (now === 'private') announce('Everybody writes privately now. Only you see what you write.');
    if (now === 'revealing') announce('All thoughts are revealed in three seconds.');
  });
  useEffect(() => sayPhase(phase), [phase]);
  useEffect(() => {
    if (phase !== 'revealing') return;
    return () => setJustRevealed(true);
  }, [phase]);
  useEffect(() => {
    if (!justRevealed) return;
    announce('Revealed: all thoughts are on the board.');
    const timer = setTimeout(() => setJustRevealed(false), revealShownMs);
    return () => clearTimeout(timer);
  }, [justRevealed, announce]);

  const missing = useSyncExternalStore(board.subscribe, () =>
    boardIsHere
      ? [...kept, ...(left?.thoughts ?? none)]
          .filter(({ id }, index, all) => !wasEverOn(doc, id) && all.findIndex((other) => other.id === id) === index)
          .map(({ id }) => id)
          .join(' ')
      : '',
  );

  const drafts = useMemo((): Drafts => {
    const wanted = new Set(missing.split(' '));
    const here = new Map([...kept, ...(left?.thoughts ?? none)].map((thought) => [thought.id as string, thought]));
    const notRevealed = [...here.values()].filter(({ id }) => wanted.has(id));
    const forget = (): void => {
      setKept(none);
      void left?.forget();
      setLeft(null);
    };
    return {
      writing: writing?.phase === 'open' ? null : writing,
      counts: view?.drafts ?? null,
      own,
      unfinished,
      setUnfinished,
      left: notRevealed,
      addLeft: async () => {
        const body: LateThoughts = { thoughts: notRevealed };
        try {
          await command({ path: api.thoughts, parameters: { reviewId }, method: 'POST', body });
          forget();
          announce('Added to the board.');
        } catch {
          toast('Not added yet. They are still here; try again in a moment.');
        }
      },
      putLeftAside: forget,
      justRevealed,
    };
  }, [missing, kept, left, writing, view?.drafts, own, unfinished, reviewId, announce, toast, justRevealed]);

  return <DraftsContext value={drafts}>{children}</DraftsContext>;
};
