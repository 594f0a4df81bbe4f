// Accounts that differ, for the screen: read once for each change of the links.
import type { Card, Link } from '@hearth/board/cards';
import { disagreements, type Disagreement } from '@hearth/board/differently';
import type { BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { columnName } from '../groups.ts';

/** Only what the view lists: events and perspectives. */
export const disagreementsIn = (view: Pick<BoardView, 'list' | 'links'>): Disagreement[] => {
  const links = view.links();
  if (!links.some(({ meaning }) => meaning === 'saw-differently')) return [];
  return disagreements({ cards: [...view.list('event'), ...view.list('perspective')], links });
};

/** Links that tie a card to other accounts. */
export const tiesOf = (links: readonly Link[], id: CardId): Link[] =>
  links.filter(({ from, to, meaning }) => meaning === 'saw-differently' && (from === id || to === id));

/** Whose account it is: "Ada", or "Somebody" where nobody is named. */
export const tellerOf = (card: Card | undefined, view: Pick<BoardView, 'columns'>): string => {
  if (card === undefined) return 'Somebody';
  if (card.author) return card.author.name;
  const column = card.kind === 'perspective' && view.columns().find(({ id }) => id === card.columnId);
  return column && column.name !== '' && column.id !== 'without-names' ? columnName(column) : 'Somebody';
};
