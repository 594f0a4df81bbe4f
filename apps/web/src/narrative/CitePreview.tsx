// The card behind a citation, shown while the pointer or the focus is on it.
import type { Card } from '@hearth/board/cards';
import { wallTimeOf } from '@hearth/review/time/wall-time';
import { counted } from '@hearth/review/time/words';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { classes } from '../design/classes.ts';
import { kinds } from '../design/kinds.ts';
import { KindTag } from '../design/KindChip.tsx';
import styles from './CitePreview.module.css';
import { floatingHome, placeBeside } from './floating.ts';

interface CitePreviewProps {
  id: string;
  card: Card;
  zone: string;
  anchor: () => Element | null;
  /** The pointer may go onto it, to read or to copy. */
  onEnter: () => void;
  onLeave: () => void;
}

const longest = 600;

export const CitePreview = ({ id, card, zone, anchor, onEnter, onLeave }: CitePreviewProps) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const at = anchor()?.getBoundingClientRect();
    if (box.current && at) placeBeside(box.current, at);
  });
  const text = card.text.trim();
  return createPortal(
    <div
      ref={box}
      id={id}
      role="tooltip"
      className={classes(styles.preview, kinds[card.kind].className)}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <KindTag kind={card.kind} />
      {card.kind === 'event' && card.at !== null && (
        <span className={styles.time}>
          {card.precision === 'about' && 'about '}
          {wallTimeOf(card.at, zone).slice(11, 16)}
        </span>
      )}
      <p dir="auto">{text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text}</p>
      <p className="meta">
        {[
          card.author?.name,
          card.evidence.length > 0 ? counted(card.evidence.length, 'link') : '',
          'a click or Enter goes there',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>,
    floatingHome(),
  );
};
