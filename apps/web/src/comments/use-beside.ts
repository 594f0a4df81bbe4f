// Keeps a panel beside a card while the card moves, scrolls or grows: at its right, at its left, else under it.
import type { CardId } from '@hearth/review/ids';
import { useLayoutEffect, type RefObject } from 'react';
import { cardElement } from '../board/focus.ts';

const edge = 8;

export const useBeside = (ref: RefObject<HTMLElement | null>, id: CardId): void => {
  useLayoutEffect(() => {
    let asked = 0;
    let last = '';
    const follow = (): void => {
      asked = requestAnimationFrame(follow);
      const element = ref.current;
      const at = cardElement(id)?.getBoundingClientRect();
      if (!element) return;
      const next = at === undefined ? last || `${edge}px 64px` : placeOf(at, element);
      if (next === last) return;
      last = next;
      element.style.translate = next;
      element.style.visibility = 'visible';
    };
    follow();
    return () => cancelAnimationFrame(asked);
  }, [ref, id]);
};

const placeOf = (at: DOMRect, { offsetWidth: width, offsetHeight: height }: HTMLElement): string => {
  const right = at.right + edge;
  const left = at.left - width - edge;
  const fitsRight = right + width <= window.innerWidth - edge;
  const beside = fitsRight || left >= edge;
  const x = fitsRight ? right : left >= edge ? left : Math.min(at.left, window.innerWidth - width - edge);
  const y = beside ? at.top : at.bottom + edge;
  return `${Math.round(within(x, window.innerWidth - width - edge))}px ${Math.round(within(y, window.innerHeight - height - edge))}px`;
};

const within = (value: number, last: number): number => Math.max(edge, Math.min(value, last));
