// What can be done with factors beyond other cards: themes, links with a meaning, an order by links, asking why.
import { meaningNames, type FactorCategory, type Link, type LinkMeaning } from '@hearth/board/cards';
import { linkRefusal, type LinkRefusal } from '@hearth/board/links';
import { addLink, removeLink } from '@hearth/board/operations';
import { declineSimilar, groupCards, putInTheme, removeTheme, renameTheme, reorderCards } from '@hearth/board/themes';
import { tidyLists } from '@hearth/board/tidy';
import { answerWhy } from '@hearth/board/whys';
import type { CardId, LinkId, ThemeId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { focusCard } from '../focus.ts';
import { cardsIn, groupsOf, themeName, type GroupKey } from '../groups.ts';
import { newCardId, newLinkId, newThemeId } from '../new-id.ts';
import { headline } from '../relations.ts';
import type { BoardSession } from '../session.tsx';
import { meaningAround } from './meaning-items.ts';

export interface FactorCommands {
  /**
   * Makes a theme of the factors among these cards, in one step, and begins to name it.
   * @param name  empty: the one who groups is asked.
   */
  group(ids: readonly CardId[], name?: string): ThemeId | null;
  /** What `Shift+G` does: a theme of what is selected, or the panel to choose more. */
  groupPicked(id: CardId): void;
  /** Puts factors into a theme that is there, in one step. */
  putIn(theme: ThemeId, ids: readonly CardId[]): void;
  renameTheme(id: ThemeId, name: string): void;
  /** Takes the theme away; its cards stay. */
  ungroup(id: ThemeId): void;
  /** These do not belong together: nobody is asked again. */
  decline(ids: readonly CardId[]): void;
  /** Refuses, and says why, what would be a loop or is linked already. @returns whether there is a new link. */
  link(from: CardId, to: CardId, meaning: LinkMeaning): boolean;
  /** Says why two cards can't be linked. @returns whether they can. */
  mayLink(from: CardId, to: CardId): boolean;
  changeMeaning(id: LinkId, meaning: LinkMeaning): void;
  unlink(id: LinkId): void;
  /** Orders the factors of each list by what they explain. */
  tidy(): void;
  /**
   * Puts the cards of each list into this order, in one step.
   * @param words  what was done, from how many moved.
   * @param otherwise  said where all stand so already.
   */
  reorder(lists: readonly (readonly CardId[])[], words: (moved: number) => string, otherwise: string): void;
  /** Writes a factor that answers why. @returns its id, or null where there was nothing to write. */
  answer(to: CardId, text: string, category: FactorCategory, meaning: LinkMeaning): CardId | null;
}

interface FactorTools {
  say: (words: string) => void;
  toast: (words: string) => void;
  /** Says what was done, with the way back. */
  offerUndo: (words: string, after: () => void) => void;
}

export const factorCommands = (session: BoardSession, { say, toast, offerUndo }: FactorTools): FactorCommands => {
  const { view, writer, ui } = session;
  const themeOf = (id: ThemeId) => view.themes().find((theme) => theme.id === id);
  const linkOf = (id: LinkId): Link | undefined => view.links().find((link) => link.id === id);
  const factorsAmong = (ids: readonly CardId[]): CardId[] => ids.filter((id) => view.card(id)?.kind === 'factor');
  const quoted = (id: CardId): string => `“${headline(view.card(id), 48)}”`;

  const refusalWords = (refusal: LinkRefusal, from: CardId, to: CardId): string => {
    switch (refusal) {
      case 'gone':
        return 'One of the two cards is gone.';
      case 'same-card':
        return 'A card does not explain itself.';
      case 'no-condition':
        return 'A link begins at a factor: at a condition that explains something.';
      case 'explains-nothing':
        return 'A link ends at an event or at another factor.';
      case 'already': {
        const link = view.links().find((one) => one.from === from && one.to === to);
        return `They are linked already: ${quoted(from)} ${meaningNames[link?.meaning ?? 'contributed']} ${quoted(to)}. The words on the link change what it means.`;
      }
      case 'loop':
        return `That would go round in a circle: ${quoted(to)} leads to ${quoted(from)} already.`;
    }
  };
  const mayLink = (from: CardId, to: CardId): boolean => {
    const refusal = linkRefusal(view.links(), view.card(from), view.card(to));
    if (refusal !== null) toast(refusalWords(refusal, from, to));
    return refusal === null;
  };
  const light = (): void => {
    const { selected, also } = ui.get();
    if (selected !== null && also.length === 0) session.select(selected);
  };

  const group = (ids: readonly CardId[], name = ''): ThemeId | null => {
    const factors = factorsAmong(ids);
    if (!session.canWrite || factors.length === 0) return null;
    const id = newThemeId();
    const moved = groupCards(writer, { id, name: name.trim() }, factors);
    if (moved === null) return null;
    say(`${counted(moved, 'factor')} grouped${name.trim() === '' ? '. Name the theme' : ` as ${name.trim()}`}`);
    ui.set({ naming: id, panel: null });
    return id;
  };

  const reorder: FactorCommands['reorder'] = (lists, words, otherwise) => {
    if (!session.canWrite) return;
    const moved = reorderCards(writer, lists);
    if (moved === 0) toast(otherwise);
    else offerUndo(words(moved), () => undefined);
  };

  return {
    group,
    groupPicked: (id) => {
      const picked = session.picked().includes(id) ? factorsAmong(session.picked()) : factorsAmong([id]);
      if (!session.canWrite) return;
      if (picked.length === 0) toast('Factors are what is grouped into themes.');
      else if (picked.length === 1) ui.set({ panel: { kind: 'group', card: id } });
      else group(picked);
    },
    putIn: (id, ids) => {
      const theme = themeOf(id);
      if (!session.canWrite || !theme) return;
      const moved = putInTheme(writer, id, factorsAmong(ids));
      if (moved > 0) offerUndo(`${counted(moved, 'factor')} put into “${themeName(theme)}”.`, () => undefined);
    },
    renameTheme: (id, name) => {
      if (session.canWrite && renameTheme(writer, id, name.trim())) say(`Theme named ${name.trim() || 'nothing'}`);
    },
    ungroup: (id) => {
      const theme = themeOf(id);
      const first = view.list('factor').find((card) => card.theme === id);
      if (!session.canWrite || !theme || !removeTheme(writer, id)) return;
      offerUndo(`“${themeName(theme)}” is no theme any more. Its cards stay.`, () => undefined);
      if (first) focusCard(first.id);
    },
    decline: (ids) => {
      if (session.canWrite && declineSimilar(writer, ids)) offerUndo('Not asked again.', () => undefined);
    },
    mayLink,
    link: (from, to, meaning) => {
      if (!session.canWrite || !mayLink(from, to)) return false;
      if (!addLink(writer, { id: newLinkId(), from, to, meaning })) return false;
      light();
      say(`Linked: ${headline(view.card(from))} ${meaningNames[meaning]} ${headline(view.card(to))}`);
      return true;
    },
    changeMeaning: (id, meaning) => {
      const link = linkOf(id);
      if (!session.canWrite || !link || link.meaning === meaning || !addLink(writer, { ...link, meaning })) return;
      light();
      say(`${headline(view.card(link.from))} ${meaningNames[meaning]} ${headline(view.card(link.to))}`);
    },
    unlink: (id) => {
      if (!session.canWrite || !removeLink(writer, id)) return;
      light();
      offerUndo('Link removed.', light);
    },
    tidy: () => {
      const keys: GroupKey[] = groupsOf(view).flatMap((one) => (one.kind === 'factor' ? [one.key] : []));
      const lists = keys.map((key) => cardsIn(view, key).map((card) => card.id));
      reorder(
        tidyLists(lists, view.links(), view.list('event')),
        (moved) => `Tidied: ${counted(moved, 'factor')} moved, in the order of what they explain.`,
        'The factors are in the order of what they explain already.',
      );
    },
    reorder,
    answer: (to, text, category, meaning) => {
      const words = text.trim();
      if (!session.canWrite || words === '') return null;
      const card = newCardId();
      if (!answerWhy(writer, { card, link: newLinkId(), to, text: words, category, meaning }, session.by())) {
        toast('That card is gone. What you wrote is still in its field.');
        return null;
      }
      light();
      say(`Factor added: it ${meaningAround(meaning, quoted(to))}`);
      return card;
    },
  };
};
