// Keeps something beside a card while the card moves, scrolls or grows.
import type { CardId } from '@hearth/review/ids';
import { useLayoutEffect, type RefObject } from 'react';
import { cardElement } from '../focus.ts';

const edge = 8;

/**
 * Places a fixed element beside a card on every frame in which the card is somewhere else.
 * @param side  above or below the card where there is room, or beside it.
 */
export const useFollow = (ref: RefObject<HTMLElement | null>, id: CardId | null, side: 'above' | 'below'): void => {
  useLayoutEffect(() => {
    if (id === null) return;
    let asked = 0;
    let last = '';
    const follow = (): void => {
      asked = requestAnimationFrame(follow);
      const element = ref.current;
      const card = cardElement(id);
      if (!element || !card) return;
      const at = card.getBoundingClientRect();
      const clip = card.closest('[data-scroller]')?.getBoundingClientRect();
      const board = document.querySelector('[data-board]')?.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = element;
      const top = board?.top ?? 0;
      const bottom = Math.min(board?.bottom ?? window.innerHeight, window.innerHeight);
      const hidden =
        at.bottom < top + 4 ||
        at.top > bottom - 4 ||
        (clip !== undefined && (at.right < clip.left || at.left > clip.right));
      const above = at.top - height - 6;
      const below = at.bottom + 6;
      const fitsAbove = above >= top + edge;
      const fitsBelow = below + height <= bottom - edge;
      const y = side === 'above' ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above;
      const x = Math.max(edge, Math.min(at.left, window.innerWidth - width - edge));
      const clampedY = Math.max(edge, Math.min(y, window.innerHeight - height - edge));
      const next = hidden ? 'hidden' : `${Math.round(x)}px ${Math.round(clampedY)}px`;
      if (next === last) return;
      last = next;
      element.style.visibility = hidden ? 'hidden' : 'visible';
      if (!hidden) element.style.translate = next;
    };
    follow();
    return () => cancelAnimationFrame(asked);
  }, [ref, id, side]);
};
