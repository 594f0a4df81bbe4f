// How much is said about each card, and how much of it is new to me. Pure. SPEC N1.
import type { Reply, Thread } from '@hearth/board/comments';
import type { CardId, CommentId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import type { Kept } from './device-notes.ts';

export interface TalkCount {
  /** Threads that are not resolved. */
  open: number;
  resolved: number;
  /** Comments and answers that I have not seen. */
  unread: number;
}

export const silence: TalkCount = { open: 0, resolved: 0, unread: 0 };

export const remarksOf = (thread: Thread): Reply[] => [thread, ...thread.replies];

export const unreadIn = (thread: Thread, { seen }: Kept, isMine: (remark: Reply) => boolean): CommentId[] =>
  seen === null
    ? []
    : remarksOf(thread).flatMap((remark) => (seen.has(remark.id) || isMine(remark) ? [] : [remark.id]));

export const countByCard = (
  threads: readonly Thread[],
  kept: Kept,
  isMine: (remark: Reply) => boolean,
): ReadonlyMap<CardId, TalkCount> => {
  const counts = new Map<CardId, TalkCount>();
  for (const thread of threads) {
    if (thread.card === null) continue;
    const { open, resolved, unread } = counts.get(thread.card) ?? silence;
    counts.set(thread.card, {
      open: open + (thread.resolved === null ? 1 : 0),
      resolved: resolved + (thread.resolved === null ? 0 : 1),
      unread: unread + unreadIn(thread, kept, isMine).length,
    });
  }
  return counts;
};

/** "2 comments, 1 unread"; empty where nothing is open and nothing is new. */
export const countWords = ({ open, unread }: TalkCount): string =>
  [...(open > 0 ? [counted(open, 'comment')] : []), ...(unread > 0 ? [`${unread} unread`] : [])].join(', ');
