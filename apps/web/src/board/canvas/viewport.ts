// Culling: which part of an element is seen, and which of its cards are mounted. SPEC B25.
import { countKinds, type BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { useSession, useUi, type BoardUi } from '../session.tsx';
import type { Rect } from '../spatial.ts';
import { useCanvas, type CardBox, type Lens } from './lens.ts';

const cellPx = 512;
/** Drawn ahead on each side, so that a pan of the hand meets cards and no gaps. */
const overscanPx = 256;
/** A board of so many cards is mounted whole: find-in-page and screen readers see all of it. */
const wholeUpTo = 200;

/**
 * The part of an element that is seen, with some overscan, in its own unscaled px.
 * It changes only when the view crosses a line of a grid of 512 px.
 * @returns null before the first layout and outside a canvas; a rectangle without area while nothing of it is seen.
 */
export const useViewport = (ref: RefObject<HTMLElement | null>): Rect | null => {
  const lens = useCanvas()?.lens;
  const [rect, setRect] = useState<Rect | null>(null);
  useLayoutEffect(() => {
    if (!lens) return;
    const look = (): void => {
      const element = ref.current;
      if (!element || lens.fast()) return;
      const next = seenOf(lens.view(), lens.boxOf(element));
      setRect((before) => (before !== null && sameRect(before, next) ? before : next));
    };
    look();
    return lens.subscribe(look);
  }, [lens, ref]);
  return rect;
};

/** The cells of an element that a view touches, both in px of the world. Pure. */
export const seenOf = (view: Rect, element: Rect): Rect => {
  const along = (from: number, to: number, start: number, end: number): [number, number] => {
    const low = Math.floor((from - overscanPx - start) / cellPx) * cellPx;
    const high = Math.ceil((to + overscanPx - start) / cellPx) * cellPx;
    // What lies beyond the element is the same wherever the view is.
    const last = Math.ceil((end - start) / cellPx) * cellPx;
    return [Math.min(Math.max(low, 0), last), Math.min(Math.max(high, 0), last)];
  };
  const [left, right] = along(view.left, view.right, element.left, element.right);
  const [top, bottom] = along(view.top, view.bottom, element.top, element.bottom);
  return left === right || top === bottom ? nothing : { left, top, right, bottom };
};

const nothing: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

const sameRect = (a: Rect, b: Rect): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

const touches = (a: Rect, b: Rect): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/**
 * Which cards of an element are mounted: those near the view, at most a few more in each frame, and always those that are
 * selected, edited or gone to. Tells the canvas as well where all of them stand, so that it can draw, find and
 * select the others.
 * @param ref  what holds the cards; their boxes are in its unscaled px. Give the same array until one of them moves.
 * @param first  the card that the Tab key comes to first in the zone: it is mounted as well.
 */
export const useMounted = (
  ref: RefObject<HTMLElement | null>,
  boxes: readonly CardBox[],
  first: CardId | null = null,
): ReadonlySet<CardId> => {
  const canvas = useCanvas();
  const seen = useViewport(ref);
  const far = useFar(canvas?.lens);
  const kept = useKept(boxes, first);
  const whole = useWhole() || canvas === null;
  const [mounted, setMounted] = useState<ReadonlySet<CardId>>(none);
  const now = useRef<ReadonlySet<CardId>>(none);

  useLayoutEffect(() => {
    const element = ref.current;
    if (element) canvas?.places.put(element, boxes);
  }, [canvas, ref, boxes]);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element) canvas?.places.drop(element);
    };
  }, [canvas, ref]);

  const wanted = useMemo(
    () => (whole || far || seen === null ? [] : nearestFirst(boxes, seen).map(({ id }) => id)),
    [boxes, seen, far, whole],
  );
  useLayoutEffect(() => {
    if (!canvas) return;
    let forget = (): void => undefined;
    const step = (): void => {
      const missing = wanted.filter((id) => !now.current.has(id));
      const taken = canvas.turns.take(missing.length);
      const left = new Set(missing.slice(taken));
      const next = new Set(wanted.filter((id) => !left.has(id)));
      if (taken > 0 || next.size !== now.current.size) {
        now.current = next;
        setMounted(next);
      }
      if (left.size > 0) forget = canvas.turns.later(step);
    };
    step();
    return () => forget();
  }, [canvas, wanted]);

  return useMemo(() => {
    if (whole && !far) return new Set(boxes.map(({ id }) => id));
    return kept.length === 0 ? mounted : new Set([...mounted, ...kept]);
  }, [whole, far, boxes, mounted, kept]);
};

const none: ReadonlySet<CardId> = new Set();

const nearestFirst = (boxes: readonly CardBox[], seen: Rect): CardBox[] => {
  const away = (box: CardBox): number =>
    Math.abs(box.left + box.right - seen.left - seen.right) + Math.abs(box.top + box.bottom - seen.top - seen.bottom);
  return boxes.filter((box) => touches(box, seen)).toSorted((a, b) => away(a) - away(b));
};

const useFar = (lens: Lens | undefined): boolean =>
  useSyncExternalStore(lens?.subscribe ?? subscribeToNothing, () => lens?.far() ?? false);

const subscribeToNothing = (): (() => void) => () => undefined;

const useWhole = (): boolean => {
  const { view } = useSession();
  return useSyncExternalStore(view.subscribe, () => isSmall(view));
};

const isSmall = (view: BoardView): boolean =>
  Object.values(countKinds(view)).reduce((sum, count) => sum + count, 0) <= wholeUpTo;

/** Cards that stay mounted wherever the view is: where the keys are, and what is being written or moved. */
const keptOf = (ui: BoardUi): CardId[] =>
  [ui.selected, ui.editing, ui.wanted, ui.panel?.card ?? null, ...Object.values(ui.stops)].filter((id) => id !== null);

const useKept = (boxes: readonly CardBox[], first: CardId | null): readonly CardId[] => {
  const key = useUi((ui) => keptOf(ui).join(' '));
  return useMemo(() => {
    const ids = new Set(key.split(' ') as CardId[]);
    return boxes.filter(({ id }) => id === first || ids.has(id)).map(({ id }) => id);
  }, [key, boxes, first]);
};
