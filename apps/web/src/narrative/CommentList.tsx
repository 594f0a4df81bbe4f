// The threads beside the text, or in a sheet where there is no room: those of the text in its order, those whose text is
// gone, and those that are resolved, folded away.
import type { CommentId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useStore } from '../board/store.ts';
import { CommentField } from '../comments/CommentField.tsx';
import { CommentThread } from '../comments/CommentThread.tsx';
import { useAnnounce } from '../design/announce.tsx';
import styles from './CommentList.module.css';
import { useSortedThreads, type Comments } from './use-comments.ts';

interface CommentListProps {
  comments: Comments;
  editor: Editor;
  /** After going to a thread's words: a sheet closes. */
  onGone?: () => void;
}

export const CommentList = ({ comments, editor, onGone }: CommentListProps) => {
  const { open, adrift, resolved } = useSortedThreads(comments);
  const active = useStore(comments.ui, (state) => state.active);
  const writing = useStore(comments.ui, (state) => state.writing);
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null)
      box.current?.querySelector(`[data-thread-id="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const goTo = (id: CommentId): void => {
    const range = comments.ui.get().ranges.get(id);
    comments.ui.set({ active: id });
    if (!range) return;
    onGone?.();
    const at = editor.view.domAtPos(range.from).node;
    (at instanceof Element ? at : at.parentElement)?.scrollIntoView({ block: 'center' });
    if (editor.isEditable)
      editor.chain().setTextSelection(range.from).focus(undefined, { scrollIntoView: false }).run();
  };
  const thread = (each: (typeof open)[number], adriftHere = false) => (
    <CommentThread
      key={each.id}
      thread={each}
      acts={comments}
      active={each.id === active}
      about={each.quote}
      onGoTo={adriftHere ? null : () => goTo(each.id)}
    />
  );

  return (
    <div ref={box} className={styles.list}>
      {writing !== null && (
        <section className={styles.new} aria-label="New comment">
          <p className={styles.quote}>{writing.quote}</p>
          <CommentField
            label="Comment"
            send="Comment"
            focused
            onSend={(text) => {
              if (!comments.begin(text)) {
                announce('The words that this is about have gone. Select others.');
                return false;
              }
              announce('Comment added.');
              return true;
            }}
            onCancel={() => {
              comments.cancel();
              onGone?.();
              if (editor.isEditable) editor.commands.focus();
            }}
          />
        </section>
      )}
      {open.length > 0 && <h3>{counted(open.length, 'comment')}</h3>}
      {open.map((each) => thread(each))}
      {adrift.length > 0 && (
        <section aria-label="About text that is no longer there" className={styles.list}>
          <h3>About text that is no longer there</h3>
          {adrift.map((each) => thread(each, true))}
        </section>
      )}
      {resolved.length > 0 && (
        <details className={styles.resolved}>
          <summary>{counted(resolved.length, 'resolved comment')}</summary>
          <div className={styles.list}>
            {resolved.map((each) => thread(each, !comments.ui.get().ranges.has(each.id)))}
          </div>
        </details>
      )}
    </div>
  );
};
