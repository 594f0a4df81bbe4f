// A list of cards of which only those near the view are drawn. Heights are guessed until a card has been drawn once; what one
// looks at is held still by the camera when a guess was wrong. SPEC B25.
import type { CardId } from '@hearth/review/ids';
import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { useCanvas, type CardBox } from '../canvas/lens.ts';
import { useMounted } from '../canvas/viewport.ts';
import { useDensity, type Density } from '../../design/density.ts';
import { useSession } from '../session.tsx';
import { guessedHeight, rowsOf, runsOf, type Run } from './card-heights.ts';

export type Flow = 'column' | 'wrap';

const gapPx: Record<Density, Record<Flow, number>> = {
  comfortable: { column: 12, wrap: 10 },
  compact: { column: 7, wrap: 5 },
};
/** The least width of a card in a list that wraps. */
const wrapPx = 230;

const nothingMeasured: ReadonlyMap<CardId, number> = new Map();

interface CardList {
  runs: readonly Run<CardId>[];
  /** For each drawn card's item: it is measured. */
  measure: (item: HTMLLIElement) => (() => void) | undefined;
}

/** @param root  holds the list; the first card stands at its upper edge. */
export const useCardList = (
  root: RefObject<HTMLElement | null>,
  ids: readonly CardId[],
  flow: Flow,
  first: CardId | null,
): CardList => {
  const { view } = useSession();
  const sizes = useCanvas()?.sizes;
  const [width, setWidth] = useState(0);
  const [heights, setHeights] = useState<ReadonlyMap<CardId, number>>(nothingMeasured);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const look = (): void => setWidth(Math.round(element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);

  const measure = useCallback(
    (item: HTMLLIElement) =>
      sizes?.watch(item, (height) => {
        const id = item.dataset['item'] as CardId | undefined;
        if (id === undefined || height === 0) return;
        setHeights((before) => (before.get(id) === height ? before : new Map([...before, [id, height]])));
      }),
    [sizes],
  );

  const gap = gapPx[useDensity()][flow];
  const columns = flow === 'column' ? 1 : Math.max(1, Math.floor((width + gap) / (wrapPx + gap)));
  const cardWidth = (width - (columns - 1) * gap) / columns;
  const rows = useMemo(
    () =>
      rowsOf(ids, columns, gap, (id) => {
        const card = view.card(id);
        return heights.get(id) ?? (card ? guessedHeight(card, cardWidth) : 0);
      }),
    [ids, columns, gap, cardWidth, view, heights],
  );
  const boxes = useMemo(
    () =>
      rows.flatMap((row) =>
        row.ids.map((id, at): CardBox => {
          const left = at * (cardWidth + gap);
          const height = heights.get(id) ?? row.height;
          return { id, left, top: row.top, right: left + cardWidth, bottom: row.top + height };
        }),
      ),
    [rows, cardWidth, gap, heights],
  );
  const mounted = useMounted(root, boxes, first);
  const runs = useMemo(() => runsOf(rows, (id) => mounted.has(id), gap), [rows, mounted, gap]);
  return { runs, measure };
};
