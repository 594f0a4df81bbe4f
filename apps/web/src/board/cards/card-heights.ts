// How high cards are: guessed from their words until they have been drawn once. Pure.
import type { Card } from '@hearth/board/cards';

/** Width of a letter and height of a line, px, of the words of a card of a list. */
const letterPx = 6.6;
const linePx = 18;
const paddingPx: Record<Card['kind'], number> = {
  event: 24,
  perspective: 32,
  factor: 34,
  question: 34,
  learning: 36,
  action: 36,
};
const filePx = 96;

export const guessedHeight = (card: Card, width: number): number => {
  const perLine = Math.max(8, Math.floor((width - 24) / letterPx));
  const lines = card.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return paddingPx[card.kind] + lines * linePx + (card.files.length > 0 ? filePx : 0);
};

/** Rows of a list, and those of them that are drawn; what lies between is one gap each. */
export type Run<Id> = { kind: 'gap'; key: string; height: number } | { kind: 'cards'; ids: readonly Id[] };

export interface Row<Id> {
  ids: readonly Id[];
  top: number;
  height: number;
}

export const rowsOf = <Id>(
  ids: readonly Id[],
  columns: number,
  gap: number,
  heightOf: (id: Id) => number,
): Row<Id>[] => {
  const rows: Row<Id>[] = [];
  let top = 0;
  for (let from = 0; from < ids.length; from += columns) {
    const inRow = ids.slice(from, from + columns);
    const height = Math.max(...inRow.map((id) => heightOf(id)));
    rows.push({ ids: inRow, top, height });
    top += height + gap;
  }
  return rows;
};

export const runsOf = <Id extends string>(
  rows: readonly Row<Id>[],
  isMounted: (id: Id) => boolean,
  gap: number,
): Run<Id>[] => {
  const runs: Run<Id>[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (row.ids.some((id) => isMounted(id))) {
      if (last?.kind === 'cards') runs[runs.length - 1] = { kind: 'cards', ids: [...last.ids, ...row.ids] };
      else runs.push({ kind: 'cards', ids: row.ids });
    } else if (last?.kind === 'gap') runs[runs.length - 1] = { ...last, height: last.height + gap + row.height };
    else runs.push({ kind: 'gap', key: `gap ${row.ids[0] ?? ''}`, height: row.height });
  }
  return runs;
};
