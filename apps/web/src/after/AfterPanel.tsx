// After the meeting, beside the board: opens by itself where the end was seen, takes no focus, and covers nothing that
// somebody writes in.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button, IconButton } from '../design/Button.tsx';
import { useRootMark } from '../design/root-mark.ts';
import { isTyping } from '../facilitation/typing.ts';
import { AfterMeeting } from './AfterMeeting.tsx';
import styles from './AfterPanel.module.css';
import { useAfter } from './queries.ts';

/** Whoever comes in later than this comes for something else. */
const freshMs = 5 * 60_000;
/** Ends for which the panel was closed in this page. */
const closed = new Set<string>();

/** The button in the bar of a meeting that has ended, and the panel above it. */
export const AfterPanel = ({ view: { reviewId, state, serverNowMs } }: { view: FacilitationView }) => {
  const endedMs = state.visits.at(-1)?.leftMs ?? 0;
  const end = `${reviewId} ${endedMs}`;
  const [open, setOpen] = useState(() => serverNowMs - endedMs < freshMs && !closed.has(end) && !isTyping());
  useRootMark('data-sheet', open ? '' : null);
  const byHand = useRef(false);
  const after = useAfter(reviewId);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    closed.add(end);
    setOpen(false);
  };
  return (
    <>
      <Button
        ref={trigger}
        look={after.data?.feedback === 'open' && !open ? 'ink' : 'line'}
        aria-expanded={open}
        onClick={() => {
          byHand.current = true;
          if (open) close();
          else setOpen(true);
        }}
      >
        After the meeting
      </Button>
      {open &&
        createPortal(
          <aside
            className={styles.panel}
            aria-label="After the meeting"
            // Keys pressed in here are not commands of the room behind.
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key !== 'Escape') return;
              close();
              trigger.current?.focus();
            }}
          >
            <header className={styles.head}>
              <p
                tabIndex={-1}
                className={styles.title}
                ref={(title) => {
                  // Whoever asked for it wants to be in it; opened by itself, it takes nobody's focus.
                  if (byHand.current) title?.focus();
                  byHand.current = false;
                }}
              >
                After the meeting
              </p>
              <IconButton
                icon={X}
                label="Close"
                onClick={() => {
                  close();
                  trigger.current?.focus();
                }}
              />
            </header>
            <AfterMeeting reviewId={reviewId} inRoom />
          </aside>,
          document.body,
        )}
    </>
  );
};
