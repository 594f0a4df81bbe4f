// Which cards something is being said about that is not settled yet.
import { viewComments, type Thread } from '@hearth/board/comments';
import type { CardId } from '@hearth/review/ids';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { useSession, type BoardSession } from '../session.tsx';

const counts = new WeakMap<readonly Thread[], ReadonlyMap<CardId, number>>();

/** Open threads by card, counted once for each set of them. */
const openThreads = (threads: readonly Thread[]): ReadonlyMap<CardId, number> => {
  const known = counts.get(threads);
  if (known) return known;
  const found = new Map<CardId, number>();
  for (const { card, resolved } of threads)
    if (card !== null && resolved === null) found.set(card, (found.get(card) ?? 0) + 1);
  counts.set(threads, found);
  return found;
};

const views = new WeakMap<Y.Doc, ReturnType<typeof viewComments>>();

const commentsOf = ({ doc, view }: BoardSession): ReturnType<typeof viewComments> => {
  const known = views.get(doc) ?? viewComments(doc, view);
  views.set(doc, known);
  return known;
};

export const useTalked = (): ReadonlyMap<CardId, number> => {
  const session = useSession();
  const comments = useMemo(() => commentsOf(session), [session]);
  return openThreads(useSyncExternalStore(comments.subscribe, comments.threads));
};
