// Which cards something is being said about that is not settled yet.
import { viewComments, type Thread } from '@hearth/board/comments';
import type { CardId } from '@hearth/review/ids';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { useSession } from '../session.tsx';

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

const commentsOf = (doc: Y.Doc): ReturnType<typeof viewComments> => {
  const known = views.get(doc) ?? viewComments(doc);
  views.set(doc, known);
  return known;
};

export const useTalked = (): ReadonlyMap<CardId, number> => {
  const { doc } = useSession();
  const comments = useMemo(() => commentsOf(doc), [doc]);
  return openThreads(useSyncExternalStore(comments.subscribe, comments.threads));
};
