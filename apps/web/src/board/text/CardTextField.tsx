// The words of a card while they are edited: a textarea bound to the shared text, letter by letter, with others writing too.
import { cardText, editText, endEdit } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { isInHint } from '../../language/hint-mark.ts';
import { LanguageHint } from '../../language/late-hint.ts';
import { useCommands } from '../commands.tsx';
import { useLinks, useSession } from '../session.tsx';
import { diffText, mapIndex, rebaseEdit, type DeltaRun } from './text-edit.ts';
import styles from './CardTextField.module.css';

interface CardTextFieldProps {
  id: CardId;
  label: string;
  /** Escape, Enter, or the focus went elsewhere. @param how  by which of them. */
  onLeave: (how: 'keys' | 'blur') => void;
  /** Asked first about each key. @returns whether it meant something. */
  onKey?: ((event: KeyboardEvent, field: HTMLTextAreaElement) => boolean) | undefined;
}

export const CardTextField = ({ id, label, onLeave, onKey }: CardTextFieldProps) => {
  const { writer, presence, view, ui } = useSession();
  const links = useLinks();
  const { undo, redo } = useCommands();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What the field and the shared text last agreed on. */
  const agreed = useRef('');
  /** An input method is composing: the field is left alone, what others write waits here. */
  const waiting = useRef<DeltaRun[][] | null>(null);

  const show = (value: string, start: number, end: number): void => {
    const element = field.current;
    if (!element) return;
    agreed.current = value;
    element.value = value;
    if (document.activeElement === element) element.setSelectionRange(start, end);
    grow(element);
  };

  const send = (): void => {
    const element = field.current;
    if (!element || waiting.current) return;
    const edit = diffText(agreed.current, element.value, element.selectionEnd);
    agreed.current = element.value;
    if (edit) editText(writer, id, edit);
    grow(element);
  };

  const endComposition = (): void => {
    const element = field.current;
    const missed = waiting.current;
    waiting.current = null;
    if (!element || !missed) return;
    const edit = diffText(agreed.current, element.value, element.selectionEnd);
    const rebased = edit && rebaseEdit(edit, missed);
    if (rebased) editText(writer, id, rebased);
    if (missed.length === 0) agreed.current = element.value;
    else {
      const caret = rebased
        ? rebased.index + rebased.insert.length
        : missed.reduce((at, delta) => mapIndex(delta, at), element.selectionEnd);
      show(cardText(writer.board, id)?.toString() ?? '', caret, caret);
    }
  };

  const receive = useEffectEvent((event: Y.YTextEvent, transaction: Y.Transaction) => {
    const element = field.current;
    if (!element || transaction.origin === writer.origin) return;
    const delta = event.delta as DeltaRun[];
    if (waiting.current) {
      waiting.current.push(delta);
      return;
    }
    show(event.target.toString(), mapIndex(delta, element.selectionStart), mapIndex(delta, element.selectionEnd));
  });

  const taken = useEffectEvent((event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
    const element = field.current;
    // The view has not heard of it yet: it still knows the card.
    const card = view.card(id);
    if (!element || !card || !event.keysChanged.has(id) || writer.board.cards.has(id)) return;
    if (transaction.origin === writer.origin || transaction.origin === writer.undo) return;
    const caret = document.activeElement === element ? element.selectionStart : null;
    const ends = links.filter(({ from, to }) => from === id || to === id);
    const others = ui.get().taken.filter((one) => one.card.id !== id);
    ui.set({ taken: [...others, { card: { ...card, text: element.value }, links: ends, caret }] });
  });

  useLayoutEffect(() => {
    const text = cardText(writer.board, id);
    const element = field.current;
    if (!text || !element) return;
    const value = text.toString();
    agreed.current = value;
    element.value = value;
    grow(element);
    element.focus({ preventScroll: true });
    element.setSelectionRange(value.length, value.length);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { cards } = writer.board;
    text.observe(receive);
    cards.observe(taken);
    return () => {
      text.unobserve(receive);
      cards.unobserve(taken);
    };
  }, [writer, id]);

  useEffect(() => {
    presence.tell({ card: id, doing: 'editing' });
    return () => {
      endEdit(writer);
      presence.tell({ doing: 'looking' });
    };
  }, [presence, writer, id]);

  return (
    <>
      <textarea
        ref={field}
        className={styles.field}
        dir="auto"
        aria-label={label}
        rows={1}
        maxLength={20_000}
        onInput={send}
        onCompositionStart={() => {
          waiting.current = [];
        }}
        onCompositionEnd={endComposition}
        onBlur={(event) => {
          if (!isInHint(event.relatedTarget)) onLeave('blur');
        }}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (onKey?.(event.nativeEvent, event.currentTarget)) {
            event.preventDefault();
            return;
          }
          const mod = event.metaKey || event.ctrlKey;
          if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
            event.preventDefault();
            onLeave('keys');
          } else if (mod && event.key.toLowerCase() === 'z') {
            // The browser's own undo knows nothing of what others wrote in between.
            event.preventDefault();
            if (event.shiftKey) redo();
            else undo();
          } else if (mod && event.key.toLowerCase() === 'y') {
            event.preventDefault();
            redo();
          }
        }}
      />
      <LanguageHint field={field} onStep={() => endEdit(writer)} onLeave={() => onLeave('blur')} />
    </>
  );
};

const grow = (element: HTMLTextAreaElement): void => {
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
};
