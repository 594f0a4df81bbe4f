// What is said about cards, and how one answers to it, for every rendering of the board.
import type { Reaction, ReactionKind } from '@hearth/board/cards';
import {
  beginCardThread,
  removeComment,
  replyTo,
  resolveThread,
  viewComments,
  type CommentsView,
  type Thread,
} from '@hearth/board/comments';
import type { Author } from '@hearth/board/operations';
import { toggleReaction } from '@hearth/board/reactions';
import type { CardId, CommentId } from '@hearth/review/ids';
import { createContext, use, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { newsLevel } from '../board/news-level.ts';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { useToast } from '../design/toast.tsx';
import { useDrafts } from '../drafts/use-drafts.ts';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { randomId } from '../live/random-id.ts';
import { countByCard, remarksOf, silence, unreadIn, type TalkCount } from './counts.ts';
import { openDeviceNotes, type DeviceNotes, type Kept } from './device-notes.ts';
import { names } from './mentions.ts';
import { saidWords, watchTalk } from './talk-news.ts';
import type { ThreadActs } from './thread-acts.ts';

export interface Talk extends ThreadActs {
  view: CommentsView;
  notes: DeviceNotes;
  /** Author of what is said now; null in an anonymous stage. */
  by: () => Author;
  /** Notes on the device that a nameless comment is mine. */
  said: (id: CommentId) => void;
  begin: (card: CardId, text: string) => boolean;
  react: (card: CardId, kind: ReactionKind) => 'given' | 'taken-back' | null;
  isMyReaction: (card: CardId, reaction: Reaction) => boolean;
}

const TalkContext = createContext<Talk | null>(null);

/** null outside of a room, in the history for example: there nothing new is said. */
export const useTalk = (): Talk | null => use(TalkContext);

/** For what is only ever shown in a room. */
export const useRoomTalk = (): Talk => {
  const talk = use(TalkContext);
  if (talk === null) throw new Error('this needs a TalkProvider around it');
  return talk;
};

/** Whether nobody is stored with what is said now: the round of private writing is without names. */
export const useNameless = (): boolean => useDrafts().writing?.attribution === 'anonymous';

export const TalkProvider = ({ children }: { children: ReactNode }) => {
  const session = useSession();
  const { seat, view: meeting } = useFacilitation();
  const nameless = useNameless();
  const announce = useAnnounce();
  const toast = useToast();
  const { doc, writer, canWrite } = session;
  const { reviewId, participantId, name } = seat;
  // Read when something is said: who writes in the narrative just then is not to be interrupted by it.
  const namelessNow = useRef(nameless);
  useEffect(() => {
    namelessNow.current = nameless;
  }, [nameless]);
  const view = useMemo(() => viewComments(doc), [doc]);
  const notes = useMemo(
    () => openDeviceNotes(devicePlace(), `hearth-talk/${reviewId}/${participantId}`, randomId),
    [reviewId, participantId],
  );
  useEffect(
    () => notes.begin(view.threads().flatMap((thread) => remarksOf(thread).map(({ id }) => id))),
    [notes, view],
  );

  const people = meeting?.people;
  useEffect(() => {
    const all = (people ?? []).map((person) => person.name);
    return watchTalk(writer, (said) => {
      const words = saidWords(said);
      const named = said.some(({ remark }) => names(remark.text, name, all));
      if (words !== null && (named || newsLevel() !== 'quiet')) announce(words);
      if (named) toast('You are named in a comment.');
    });
  }, [writer, people, name, announce, toast]);

  const talk = useMemo((): Talk => {
    const by = (): Author => (namelessNow.current ? { ...session.by(), author: null } : session.by());
    const said = (id: CommentId): void => {
      if (namelessNow.current) notes.own(id);
    };
    const write = (act: (id: CommentId) => boolean): boolean => {
      const id = randomId() as CommentId;
      if (!canWrite || !act(id)) return false;
      said(id);
      return true;
    };
    return {
      view,
      notes,
      canWrite,
      by,
      said,
      begin: (card, text) => write((id) => beginCardThread(writer, { id, card, text }, by())),
      reply: (thread, text) => void write((id) => replyTo(writer, thread, { id, text }, by())),
      resolve: (thread, done) => {
        const { author, nowMs } = by();
        if (canWrite) resolveThread(writer, thread, done ? { name: author?.name ?? '', nowMs } : null);
      },
      remove: (id) => {
        if (canWrite) removeComment(writer, id);
      },
      isMine: ({ id, author }) => author?.id === participantId || notes.kept().mine.has(id),
      react: (card, kind) => {
        if (!canWrite) return null;
        const isNameless = namelessNow.current;
        const mark = isNameless ? notes.markFor(card, kind) : (notes.kept().marks.get(`${card}:${kind}`) ?? null);
        return toggleReaction(writer, card, kind, { id: participantId, name, mark, nameless: isNameless });
      },
      isMyReaction: (card, { by: who, kind }) =>
        who === participantId || who === notes.kept().marks.get(`${card}:${kind}`),
    };
  }, [session, view, notes, canWrite, writer, participantId, name]);

  return <TalkContext value={talk}>{children}</TalkContext>;
};

const devicePlace = (): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

const never = (): (() => void) => () => undefined;
const none: readonly Thread[] = [];
const nothingKept: Kept = { seen: null, mine: new Set(), marks: new Map() };

export const useThreads = (talk: Talk | null): readonly Thread[] =>
  useSyncExternalStore(talk?.view.subscribe ?? never, () => talk?.view.threads() ?? none);

export const useKept = (talk: Talk | null): Kept =>
  useSyncExternalStore(talk?.notes.subscribe ?? never, () => talk?.notes.kept() ?? nothingKept);

const counted = new WeakMap<readonly Thread[], { kept: Kept; counts: ReadonlyMap<CardId, TalkCount> }>();

/** Counted once for each change, whatever the number of cards that ask. */
const countsOf = ({ view, notes, isMine }: Talk): ReadonlyMap<CardId, TalkCount> => {
  const threads = view.threads();
  const kept = notes.kept();
  const known = counted.get(threads);
  if (known?.kept === kept) return known.counts;
  const counts = countByCard(threads, kept, isMine);
  counted.set(threads, { kept, counts });
  return counts;
};

/** Renders again only when what is said about this card becomes another number. */
export const useTalkCount = (card: CardId): TalkCount => {
  const talk = useTalk();
  const subscribe = useMemo(
    () =>
      talk === null
        ? never
        : (listener: () => void) => {
            const stops = [talk.view.subscribe(listener), talk.notes.subscribe(listener)];
            return () => {
              for (const stop of stops) stop();
            };
          },
    [talk],
  );
  const told = useSyncExternalStore(subscribe, () => {
    const count = talk === null ? undefined : countsOf(talk).get(card);
    return count === undefined ? '' : `${count.open} ${count.resolved} ${count.unread}`;
  });
  return useMemo(() => {
    if (told === '') return silence;
    const [open = 0, resolved = 0, unread = 0] = told.split(' ').map(Number);
    return { open, resolved, unread };
  }, [told]);
};

/** Threads that wait for an answer, on cards and in the narrative, and what of all of them I have not seen. */
export const useCommentCount = (): Pick<TalkCount, 'open' | 'unread'> => {
  const talk = useTalk();
  const threads = useThreads(talk);
  const kept = useKept(talk);
  return useMemo(
    () => ({
      open: threads.filter(({ resolved }) => resolved === null).length,
      unread: talk === null ? 0 : threads.reduce((sum, thread) => sum + unreadIn(thread, kept, talk.isMine).length, 0),
    }),
    [talk, threads, kept],
  );
};
