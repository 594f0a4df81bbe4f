// What others said about cards and the narrative, gathered and told in one sentence now and then. SPEC N3.
import { readThreads, type Reply, type Thread } from '@hearth/board/comments';
import type { Writer } from '@hearth/board/operations';
import { counted } from '@hearth/review/time/words';
import type * as Y from 'yjs';
import type { NewsLevel } from '../board/news-level.ts';
import { remarksOf } from './counts.ts';

export interface Said {
  remark: Reply;
  thread: Thread;
}

const mostTold = 5;

/**
 * @param level  `all`: each by its words, a few at once; else several are a number.
 * @returns "Priya commented on “Every panel was green”."; null where news are quiet, or nothing was said.
 */
export const saidWords = (said: readonly Said[], level: NewsLevel): string | null => {
  const [first, ...more] = said;
  if (!first || level === 'quiet') return null;
  if (more.length === 0) return oneSaid(first, level);
  if (level !== 'all') return `${said.length} new comments.`;
  const left = said.length - mostTold;
  const told = said.slice(0, mostTold).map((one) => oneSaid(one, level));
  return [...told, ...(left > 0 ? [`${counted(left, 'more comment')}.`] : [])].join(' ');
};

const oneSaid = ({ remark, thread }: Said, level: NewsLevel): string => {
  const about = shortened(thread.quote, 60);
  const doing = remark.id === thread.id ? 'commented on' : 'answered on';
  const what = about === '' ? 'a card' : `“${about}”`;
  const end = level === 'all' ? `: ${shortened(remark.text, 120)}` : '.';
  return remark.author === null
    ? `New ${remark.id === thread.id ? 'comment' : 'answer'} on ${what}${end}`
    : `${remark.author.name} ${doing} ${what}${end}`;
};

const shortened = (words: string, most: number): string => {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…`.toWellFormed() : line;
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
