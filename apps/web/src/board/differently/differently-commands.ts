// What one can do about accounts that differ, for every rendering of the board.
import type { PerspectiveFacet } from '@hearth/board/cards';
import { markDiscussed, tellDifferently } from '@hearth/board/differently';
import type { CardId, LinkId } from '@hearth/review/ids';
import { focusCard } from '../focus.ts';
import { newCardId, newLinkId } from '../new-id.ts';
import { headline } from '../relations.ts';
import type { BoardSession } from '../session.tsx';

export interface DifferentlyCommands {
  /**
   * Puts my own account beside a card.
   * @param nameless  in an anonymous round: then no author is stored.
   * @returns its id; null where there was nothing to put, or nothing to put it beside.
   */
  tellDifferently(about: CardId, text: string, facet: PerspectiveFacet, nameless: boolean): CardId | null;
  /** Notes that the room has talked about two accounts, or has still to. */
  markDiscussed(tie: LinkId, discussed: boolean): void;
}

export const differentlyCommands = (session: BoardSession, say: (words: string) => void): DifferentlyCommands => ({
  tellDifferently: (about, text, facet, nameless) => {
    const id = newCardId();
    const by = nameless ? { ...session.by(), author: null } : session.by();
    if (!session.canWrite || !tellDifferently(session.writer, { id, link: newLinkId(), about, text, facet }, by))
      return null;
    say(`Your account stands beside “${headline(session.view.card(about), 60)}”`);
    focusCard(id);
    return id;
  },
  markDiscussed: (tie, discussed) => {
    if (session.canWrite && markDiscussed(session.writer, tie, discussed))
      say(discussed ? 'Talked about. Both accounts stay.' : 'To be talked about again.');
  },
});
