// The handle at a factor's right side: dragged onto an event or another factor it makes a link, whose meaning is asked where
// it was dropped. For the mouse; the key L and "Link to…" do the same for everyone.
import type { CardId } from '@hearth/review/ids';
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { MenuList } from '../../design/Menu.tsx';
import { useCommands } from '../commands.tsx';
import { cardElement, focusCard } from '../focus.ts';
import { useSession } from '../session.tsx';
import { meaningItems } from './meaning-items.ts';
import styles from './LinkHandle.module.css';

interface Point {
  x: number;
  y: number;
}

interface Drag {
  from: Point;
  at: Point;
  /** The card under the pointer. */
  over: { id: CardId; box: DOMRect } | null;
}

export const LinkHandle = ({ id }: { id: CardId }) => {
  const { canWrite, view } = useSession();
  const commands = useCommands();
  const [drag, setDrag] = useState<Drag | null>(null);
  const [asking, setAsking] = useState<{ to: CardId; at: Point } | null>(null);
  const stop = useRef(() => undefined as void);
  useEffect(() => () => stop.current(), []);
  if (!canWrite) return null;

  const begin = (down: ReactPointerEvent): void => {
    if (down.button !== 0 || down.pointerType === 'touch') return;
    // The card under the handle stays where it is.
    down.stopPropagation();
    down.preventDefault();
    const rect = down.currentTarget.getBoundingClientRect();
    const from = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    const targetAt = (event: PointerEvent): Drag['over'] => {
      for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
        const box = element.closest<HTMLElement>('[data-card-id], [data-echo-id]');
        const other = (box?.dataset['cardId'] ?? box?.dataset['echoId']) as CardId | undefined;
        const kind = other === undefined ? undefined : view.card(other)?.kind;
        if (box && other !== undefined && other !== id && (kind === 'factor' || kind === 'event'))
          return { id: other, box: box.getBoundingClientRect() };
      }
      return null;
    };
    const move = (event: PointerEvent): void =>
      setDrag({ from, at: { x: event.clientX, y: event.clientY }, over: targetAt(event) });
    const up = (event: PointerEvent): void => {
      const over = targetAt(event);
      stop.current();
      if (over && commands.mayLink(id, over.id)) setAsking({ to: over.id, at: { x: event.clientX, y: event.clientY } });
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      stop.current();
    };
    const cancel = (): void => stop.current();
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('keydown', escape, true);
    stop.current = () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('keydown', escape, true);
      setDrag(null);
    };
    setDrag({ from, at: from, over: null });
  };

  return (
    <>
      <span
        role="presentation"
        className={styles.handle}
        data-link-handle
        title="Drag to what it explains"
        onPointerDown={begin}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      {drag && createPortal(<Thread {...drag} />, document.body)}
      {asking &&
        createPortal(
          // What is pressed in the menu is not pressed on the card.
          <div
            role="presentation"
            onPointerDown={(event) => event.stopPropagation()}
            onClick={(event) => event.stopPropagation()}
          >
            <MenuList
              label="What the link means"
              heading="This card…"
              items={meaningItems(undefined, (meaning) => commands.link(id, asking.to, meaning))}
              anchor={() => asking.at}
              onClose={(giveBack) => {
                setAsking(null);
                if (giveBack && cardElement(id)) focusCard(id);
              }}
            />
          </div>,
          document.body,
        )}
    </>
  );
};

const Thread = ({ from, at, over }: Drag) => (
  <svg className={styles.thread} aria-hidden="true">
    {over && (
      <rect
        className={styles.target}
        x={over.box.x - 2}
        y={over.box.y - 2}
        width={over.box.width + 4}
        height={over.box.height + 4}
        rx="5"
      />
    )}
    <path d={`M${from.x} ${from.y}C${(from.x + at.x) / 2} ${from.y} ${(from.x + at.x) / 2} ${at.y} ${at.x} ${at.y}`} />
    <circle cx={at.x} cy={at.y} r="4" />
  </svg>
);
