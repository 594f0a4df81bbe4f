// What can be done with a thread, wherever it is shown.
import type { Reply } from '@hearth/board/comments';
import type { CommentId } from '@hearth/review/ids';

export interface ThreadActs {
  canWrite: boolean;
  reply(thread: CommentId, text: string): void;
  resolve(thread: CommentId, done: boolean): void;
  remove(id: CommentId): void;
  /** Written by me, on this device where nobody is named. */
  isMine(remark: Reply): boolean;
}
