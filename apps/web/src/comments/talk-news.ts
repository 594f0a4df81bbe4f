// What others said about cards and the narrative, gathered and told in one sentence now and then. SPEC N3.
import { readThreads, type Reply, type Thread } from '@hearth/board/comments';
import type { Writer } from '@hearth/board/operations';
import type * as Y from 'yjs';
import { remarksOf } from './counts.ts';

export interface Said {
  remark: Reply;
  thread: Thread;
}

/** "Priya commented on “Every panel was green”."; null when nothing was said. */
export const saidWords = (said: readonly Said[]): string | null => {
  const [first, ...more] = said;
  if (!first) return null;
  if (more.length > 0) return `${said.length} new comments.`;
  const { remark, thread } = first;
  const about = thread.quote.length > 60 ? `${thread.quote.slice(0, 59).trimEnd()}…`.toWellFormed() : thread.quote;
  const doing = remark.id === thread.id ? 'commented on' : 'answered on';
  const what = about === '' ? 'a card' : `“${about}”`;
  return remark.author === null
    ? `New ${remark.id === thread.id ? 'comment' : 'answer'} on ${what}.`
    : `${remark.author.name} ${doing} ${what}.`;
};

/** Tells what others have said, at most every `everyMs`. @returns how to stop. */
export const watchTalk = (
  { board, undo }: Writer,
  tell: (said: readonly Said[]) => void,
  everyMs = 4_000,
): (() => void) => {
  const fresh = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = (): void => {
    timer = null;
    const said = readThreads(board.comments).flatMap((thread) =>
      remarksOf(thread).flatMap((remark) => (fresh.has(remark.id) ? [{ remark, thread }] : [])),
    );
    fresh.clear();
    if (said.length > 0) tell(said);
  };
  const onChange = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction): void => {
    if (transaction.local || transaction.origin === undo) return;
    for (const [id, { action }] of event.changes.keys) if (action === 'add') fresh.add(id);
    if (fresh.size > 0) timer ??= setTimeout(flush, everyMs);
  };
  board.comments.observe(onChange);
  return () => {
    board.comments.unobserve(onChange);
    if (timer !== null) clearTimeout(timer);
  };
};
