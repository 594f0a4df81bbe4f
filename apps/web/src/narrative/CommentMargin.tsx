// Where comments are shown: beside the text where there is room for a margin, else in a sheet behind a button.
import { counted } from '@hearth/review/time/words';
import type { Editor } from '@tiptap/react';
import { MessageSquareText } from 'lucide-react';
import { useStore } from '../board/store.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { CommentList } from './CommentList.tsx';
import styles from './CommentMargin.module.css';
import { useThreads, type Comments } from './use-comments.ts';

interface CommentMarginProps {
  /** null shows nothing: it is shown elsewhere. */
  where: 'margin' | 'sheet' | null;
  comments: Comments;
  editor: Editor;
  open: boolean;
  onOpen: (open: boolean) => void;
}

export const CommentMargin = ({ where, comments, editor, open, onOpen }: CommentMarginProps) => {
  const threads = useThreads(comments);
  const writing = useStore(comments.ui, (state) => state.writing !== null);
  const close = (): void => {
    comments.cancel();
    onOpen(false);
  };
  if (where === null) return null;
  if (where === 'margin')
    return threads.length === 0 && !writing ? null : (
      <section aria-label="Comments">
        <CommentList comments={comments} editor={editor} />
      </section>
    );
  const waiting = threads.filter(({ resolved }) => resolved === null).length;
  return (
    <>
      {threads.length > 0 && (
        <Button icon={MessageSquareText} className={styles.opener} onClick={() => onOpen(true)}>
          {waiting === 0 ? 'Comments' : counted(waiting, 'comment')}
        </Button>
      )}
      {open && (
        <Dialog title="Comments" panel onClose={close}>
          <CommentList comments={comments} editor={editor} onGone={close} />
        </Dialog>
      )}
    </>
  );
};
