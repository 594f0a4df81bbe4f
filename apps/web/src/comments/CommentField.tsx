// Where a comment is written: Enter sends, Shift+Enter is a new line, Escape leaves. `@` offers the people of the review.
import { longestComment } from '@hearth/board/comments';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../design/Button.tsx';
import { TextArea } from '../design/Field.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { mentionBefore, namesFor, type MentionStart } from './mentions.ts';
import styles from './CommentThread.module.css';

interface CommentFieldProps {
  label: string;
  /** What the button says. */
  send: string;
  focused: boolean;
  rows?: number;
  /** @returns whether it was taken: the words stay where it was not. */
  onSend: (text: string) => boolean;
  onCancel: () => void;
}

export const CommentField = ({ label, send, focused, rows = 3, onSend, onCancel }: CommentFieldProps) => {
  const [text, setText] = useState('');
  const [mention, setMention] = useState<MentionStart | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { view } = useFacilitation();
  // At once: the letters that follow the key are the comment's.
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const offers =
    mention === null
      ? []
      : namesFor(
          mention.typed,
          (view?.people ?? []).map(({ name }) => name),
        );
  const submit = (): void => {
    if (text.trim() !== '' && onSend(text)) {
      setText('');
      setMention(null);
    }
  };
  const insert = (name: string): void => {
    if (mention === null) return;
    const before = `${text.slice(0, mention.at)}@${name} `;
    setText(before + text.slice(mention.at + 1 + mention.typed.length).trimStart());
    setMention(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  const pressed = (event: KeyboardEvent): void => {
    const [first] = offers;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (first !== undefined) setMention(null);
      else onCancel();
    } else if (event.key === 'Tab' && !event.shiftKey && first !== undefined) {
      event.preventDefault();
      insert(first);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
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
        ref={field}
        aria-label={label}
        dir="auto"
        rows={rows}
        maxLength={longestComment}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMention(mentionBefore(event.target.value, event.target.selectionStart));
        }}
        onKeyDown={pressed}
      />
      {offers.length > 0 && (
        <div className={styles.offers} role="group" aria-label="Name somebody: Tab takes the first">
          {offers.map((name, index) => (
            <Button key={name} data-first={index === 0 ? '' : undefined} onClick={() => insert(name)}>
              @{name}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.acts}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="line" submit aria-disabled={text.trim() === '' ? true : undefined}>
          {send}
        </Button>
      </div>
    </form>
  );
};
