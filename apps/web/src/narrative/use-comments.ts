// The comments of the narrative for its screen: what there is, where it stands, and what can be done.
import { anchorAt, placesOf, rangeOf, wordsAt, type TextRange } from '@hearth/board/anchors';
import { beginThread, moveThread, viewComments, type CommentsView, type Thread } from '@hearth/board/comments';
import { boardOf } from '@hearth/board/document';
import type { CommentId } from '@hearth/review/ids';
import type { Editor } from '@tiptap/react';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { useSession } from '../board/session.tsx';
import { createStore, useStore, type Store } from '../board/store.ts';
import { useRoomTalk } from '../comments/talk.tsx';
import type { ThreadActs } from '../comments/thread-acts.ts';
import { randomId } from '../live/random-id.ts';
import type { CommentsUi } from './comment-spots.ts';

export interface Comments extends ThreadActs {
  view: CommentsView;
  ui: Store<CommentsUi>;
  /** Takes what is selected, or the paragraph that the caret is in. @returns false where there are no words. */
  start: (editor: Editor) => boolean;
  /** Writes the comment that was started. @returns false when its words have gone meanwhile. */
  begin: (text: string) => boolean;
  cancel: () => void;
  move: (thread: CommentId, range: TextRange) => void;
}

export const useComments = (doc: Y.Doc): Comments => {
  const { writer, canWrite } = useSession();
  const { by, said, reply, resolve, remove, isMine } = useRoomTalk();
  return useMemo(() => {
    const view = viewComments(doc);
    const ui = createStore<CommentsUi>({ ranges: new Map(), active: null, writing: null });
    const narrative = () => placesOf(boardOf(doc).narrative);
    return {
      view,
      ui,
      canWrite,
      start: (editor) => {
        const { selection } = editor.state;
        const { $from } = selection;
        const range = selection.empty ? { from: $from.start(), to: $from.end() } : selection;
        const places = narrative();
        const anchor = anchorAt(places, range);
        const quote = wordsAt(places, range).trim();
        if (anchor === null || quote === '') return false;
        ui.set({ writing: { anchor, quote }, active: null });
        return true;
      },
      begin: (text) => {
        const { writing } = ui.get();
        const range = writing && rangeOf(doc, narrative(), writing.anchor, writing.quote);
        if (!range) return false;
        const id = randomId() as CommentId;
        if (!beginThread(writer, { id, range, text }, by())) return false;
        said(id);
        ui.set({ writing: null, active: id });
        return true;
      },
      cancel: () => ui.set({ writing: null }),
      reply,
      resolve,
      remove,
      isMine,
      move: (thread, range) => void moveThread(writer, thread, range),
    };
  }, [doc, writer, canWrite, by, said, reply, resolve, remove, isMine]);
};

export const useThreads = ({ view }: Comments): readonly Thread[] => {
  const read = useSyncExternalStore(view.subscribe, view.all);
  return useMemo(() => read.map(({ thread }) => thread), [read]);
};

export interface Threads {
  /** In the order of the text. */
  open: Thread[];
  /** About text that is no longer there. */
  adrift: Thread[];
  resolved: Thread[];
}

export const useSortedThreads = (comments: Comments): Threads => {
  const threads = useThreads(comments);
  const ranges = useStore(comments.ui, (state) => state.ranges);
  return useMemo(() => {
    const place = ({ id }: Thread): number => ranges.get(id)?.from ?? 0;
    const unresolved = threads.filter(({ resolved }) => resolved === null);
    return {
      open: unresolved.filter(({ id }) => ranges.has(id)).toSorted((a, b) => place(a) - place(b)),
      adrift: unresolved.filter(({ id }) => !ranges.has(id)),
      resolved: threads.filter(({ resolved }) => resolved !== null),
    };
  }, [threads, ranges]);
};
