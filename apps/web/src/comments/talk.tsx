// What is said about cards, and how one answers to it, for every rendering of the board.
import type { Reaction, ReactionKind } from '@hearth/board/cards';
import type { CommentsView, Thread } from '@hearth/board/comments';
import type { Author } from '@hearth/board/operations';
import type { CardId, CommentId } from '@hearth/review/ids';
import { createContext, use, useMemo, useState, useSyncExternalStore, type ComponentType, type ReactNode } from 'react';
import { late } from '../shell/late.tsx';
import { countByCard, silence, unreadIn, type TalkCount } from './counts.ts';
import type { ThreadActs } from './thread-acts.ts';
import type { DeviceNotes, Kept } from './device-notes.ts';

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

/** What is said is here a moment after the cards. */
const TalkWork = late(async () => (await import('./TalkWork.tsx')).TalkWork);

export const TalkProvider = ({ children }: { children: ReactNode }) => {
  const [talk, setTalk] = useState<Talk | null>(null);
  return (
    <TalkContext value={talk}>
      {children}
      <TalkWork onReady={setTalk} />
    </TalkContext>
  );
};

/** For what can't be shown before what is said is here. */
export const withTalk = <Props extends object>(
  Part: ComponentType<Props>,
  fallback: ReactNode = null,
): ComponentType<Props> =>
  function WithTalk(props: Props) {
    return use(TalkContext) === null ? fallback : <Part {...props} />;
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
