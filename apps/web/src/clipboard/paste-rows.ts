// Rows that were pasted, as cards of the group where they are to stand. Fetched when something is pasted: the parser is large.
import type { CardKind } from '@hearth/board/cards';
import { cardsOfClip, pasteLimits, type Pasted } from '@hearth/board/clip';
import { longestText } from '@hearth/board/read';
import type { BoardView } from '@hearth/board/view';
import { rowsOfPaste } from '@hearth/learning/timeline/paste';
import { cardsFromRows, type AcceptedRow } from '@hearth/learning/timeline/to-cards';
import { dayOf } from '@hearth/review/time/wall-time';
import type { Group } from '../board/groups.ts';
import { newCardId, newLinkId } from '../board/new-id.ts';
import type { Pasting } from './read-clip.ts';

export interface Frame {
  anchorMs: number;
  zone: string;
}

export const rowsFor = ({ text, cells }: Pasting, kind: CardKind, { anchorMs, zone }: Frame): AcceptedRow[] =>
  rowsOfPaste({ text, cells }, { date: dayOf(anchorMs, zone), zone, events: kind === 'event' });

/** All of it as one card, cut to what a card holds. */
export const asOneRow = ({ text }: Pasting): AcceptedRow => ({
  at: null,
  endAt: null,
  precision: 'unknown',
  text: text.trim().slice(0, longestText),
});

/** Rows within what one paste carries: as many as fit, from the first. */
export const withinLimits = (rows: readonly AcceptedRow[]): readonly AcceptedRow[] => {
  let letters = 0;
  const end = rows.findIndex((row, index) => {
    letters += Math.min(row.text.length, longestText);
    return index >= pasteLimits.cards || letters > pasteLimits.letters;
  });
  return end < 0 ? rows : rows.slice(0, end);
};

export const cardsFor = (rows: readonly AcceptedRow[], group: Group, view: Pick<BoardView, 'columns'>): Pasted => {
  if (group.kind !== 'event')
    return cardsOfClip(
      { hearth: 'cards', cards: rows.map(({ text }) => ({ kind: group.kind, text })), links: [] },
      group,
      view.columns(),
      { card: newCardId, link: newLinkId },
    );
  const lane = group.change.lane ?? '';
  const cards = cardsFromRows(rows, newCardId).map((card) => (card.kind === 'event' ? { ...card, lane } : card));
  return { cards, links: [], left: 0 };
};

/** Words about cards that were cut; empty where none was. */
export const cutWords = (rows: readonly AcceptedRow[]): string => {
  const cut = rows.filter((row) => row.text.length > longestText).length;
  return cut === 0 ? '' : `${cut === 1 ? 'One was' : `${cut} were`} longer than a card holds, and cut.`;
};
