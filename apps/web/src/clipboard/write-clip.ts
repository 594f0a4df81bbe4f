// Cards for the clipboard: lines to read, a table for spreadsheets, and a clip for another board. Pure. SPEC B24.
import { categoryNames, eventKindNames, facetNames, type Card } from '@hearth/board/cards';
import { clipOf } from '@hearth/board/clip';
import { dated, undated } from '@hearth/board/timeline';
import type { BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { cardsIn, groupsOf } from '../board/groups.ts';
import { timeWords } from '../board/timeline/time-entry.ts';
import { kinds } from '../design/kinds.ts';

/** The type of a clip on the clipboard of one browser; beyond it, the table carries the clip. */
export const clipType = 'application/x-hearth-cards+json';
export const clipAttribute = 'data-hearth-cards';

export interface Telling {
  view: Pick<BoardView, 'card' | 'columns' | 'links' | 'list' | 'themes'>;
  anchorMs: number;
  zone: string;
}

/** The cards in the order in which the board shows them: events by time, the others group by group. */
const inBoardOrder = (view: Telling['view'], ids: readonly CardId[]): CardId[] => {
  const wanted = new Set(ids);
  const events = view.list('event');
  const others = groupsOf(view)
    .filter((group) => group.kind !== 'event')
    .flatMap((group) => cardsIn(view, group.key));
  return [...dated(events), ...undated(events), ...others].map((card) => card.id).filter((id) => wanted.has(id));
};

export const forClipboard = (
  ids: readonly CardId[],
  telling: Telling,
): { text: string; html: string; clip: string } => {
  const ordered = inBoardOrder(telling.view, ids);
  const cards = ordered.flatMap((id) => telling.view.card(id) ?? []);
  const clip = JSON.stringify(clipOf(telling.view, ordered));
  const rows = cards.map((card) => ({
    time: timeOf(card, telling),
    kind: kindOf(card, telling.view),
    text: card.text,
  }));
  return {
    // Lines after the first are indented: who reads it back knows where the next one begins.
    text: rows
      .map(({ time, kind, text }) => `${time === '' ? '' : `${time}  `}${kind}: ${text.replaceAll('\n', '\n  ')}`)
      .join('\n'),
    html: `<table ${clipAttribute}="${escaped(clip)}"><thead><tr><th>Time</th><th>Kind</th><th>Words</th></tr></thead><tbody>${rows
      .map(
        ({ time, kind, text }) => `<tr>${[time, kind, text].map((cell) => `<td>${inHtml(cell)}</td>`).join('')}</tr>`,
      )
      .join('')}</tbody></table>`,
    clip,
  };
};

const timeOf = (card: Card, { anchorMs, zone }: Telling): string =>
  card.kind === 'event' && card.at !== null ? timeWords(card, anchorMs, zone) : '';

const kindOf = (card: Card, view: Telling['view']): string => {
  switch (card.kind) {
    case 'event':
      return eventKindNames[card.eventKind] + (card.lane === '' ? '' : ` (${card.lane})`);
    case 'perspective':
      return `${view.columns().find((column) => column.id === card.columnId)?.name || 'Somebody'}, ${facetNames[card.facet].toLowerCase()}`;
    case 'factor':
      return `${categoryNames[card.category]} factor`;
    case 'action':
    case 'learning':
    case 'question':
      return kinds[card.kind].name;
  }
};

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
const inHtml = (text: string): string => escaped(text).replaceAll('\n', '<br>');
