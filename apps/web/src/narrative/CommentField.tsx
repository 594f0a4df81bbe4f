// Where a comment is written: Enter sends, Shift+Enter is a new line, Escape leaves.
import { longestComment } from '@hearth/board/comments';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { TextArea } from '../design/Field.tsx';
import styles from './CommentThread.module.css';

interface CommentFieldProps {
  label: string;
  /** What the button says. */
  send: string;
  focused: boolean;
  /** @returns whether it was taken: the words stay where it was not. */
  onSend: (text: string) => boolean;
  onCancel: () => void;
}

export const CommentField = ({ label, send, focused, onSend, onCancel }: CommentFieldProps) => {
  const [text, setText] = useState('');
  const submit = (): void => {
    if (text.trim() !== '' && onSend(text)) setText('');
  };
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        ref={(field) => {
          if (focused) field?.focus({ preventScroll: false });
        }}
        aria-label={label}
        dir="auto"
        rows={3}
        maxLength={longestComment}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onCancel();
          } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            submit();
          }
        }}
      />
      <div className={styles.acts}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="line" submit aria-disabled={text.trim() === '' ? true : undefined}>
          {send}
        </Button>
      </div>
    </form>
  );
};
