// Finding cards on the screen: for the keyboard, for pickers that give the focus back, and for moves between columns.
import type { CardId } from '@hearth/review/ids';
import { useLayoutEffect, type RefObject } from 'react';
import { nearest, type Direction } from './spatial.ts';

/** Elements that show a card carry `data-card-id`; a card's echo elsewhere does not. */
const cardSelector = '[data-card-id]';

export const cardElement = (id: CardId): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(id)}"]`);

export const cardIdOf = (element: Element | null): CardId | null => {
  const id = element?.closest<HTMLElement>(cardSelector)?.dataset['cardId'];
  return id === undefined ? null : (id as CardId);
};

const revealers = new Set<(id: CardId) => void>();

/** A view that does not show every card is told which one is looked for. @returns how to stop. */
export const onWantedCard = (reveal: (id: CardId) => void): (() => void) => {
  revealers.add(reveal);
  return () => revealers.delete(reveal);
};

/** Has a card that is folded away or filtered out come back to where it can be gone to. */
export const wantCard = (id: CardId): void => {
  for (const reveal of revealers) reveal(id);
};

/** The card's element, drawn now if it was not: cards far from the view are not mounted. */
export const reachCard = (id: CardId): HTMLElement | null => {
  const element = cardElement(id);
  if (element) return element;
  wantCard(id);
  return cardElement(id);
};

/** A view that was just opened has its cards some frames later, and a while later where its part is still fetched. */
const patienceFrames = 180;

/** After the next paint, when a card that changed its place has its new element, or as soon as it is drawn. */
export const focusCard = (id: CardId): void => {
  requestAnimationFrame(() => {
    reachCard(id);
    lookFor(id, document.activeElement, patienceFrames);
  });
};

const lookFor = (id: CardId, before: Element | null, frames: number): void => {
  const element = cardElement(id);
  if (element) focusElement(element);
  // Whoever went elsewhere meanwhile stays there.
  else if (frames > 0 && [before, document.body].includes(document.activeElement))
    requestAnimationFrame(() => lookFor(id, before, frames - 1));
};

/**
 * A card that moves to another list, by whoever's hand, is drawn anew there. If it had the focus it gets it back: else
 * the focus would fall to the page, and the next key into nothing.
 */
export const useFocusThatMoves = (element: RefObject<HTMLElement | null>, id: CardId): void => {
  useLayoutEffect(() => {
    const drawn = element.current;
    return () => {
      if (drawn !== null && document.activeElement === drawn) giveBack(id, patienceFrames);
    };
  }, [element, id]);
};

/** A field that opened meanwhile, such as one that names a theme, keeps what is typed. */
const giveBack = (id: CardId, frames: number): void => {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const element = reachCard(id);
    if (element) focusElement(element);
    else if (frames > 0) giveBack(id, frames - 1);
  });
};

/** @returns the card in that direction, or null. */
export const neighbourOf = (from: HTMLElement, direction: Direction): HTMLElement | null => {
  const scope = from.closest('[data-cards]') ?? document;
  const items = [...scope.querySelectorAll<HTMLElement>(cardSelector)]
    .filter((element) => element !== from)
    .map((element) => ({ element, rect: element.getBoundingClientRect() }));
  return nearest(items, from.getBoundingClientRect(), direction)?.element ?? null;
};

export const focusElement = (element: HTMLElement): void => {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** Back to the card that one came from, else to the button that opens the composer again, else to the zone it stood in. */
export const focusAfterComposer = (group: string, selected: CardId | null): void => {
  const zone = document.activeElement?.closest<HTMLElement>('[data-zone]') ?? null;
  requestAnimationFrame(() => {
    const card = selected === null ? null : cardElement(selected);
    const button = document.querySelector<HTMLElement>(`[data-add="${CSS.escape(group)}"]`);
    // One button serves all lanes.
    const shared = group.startsWith('event/') ? document.querySelector<HTMLElement>('[data-add="event/"]') : null;
    (card ?? button ?? shared ?? zone)?.focus({ preventScroll: true });
  });
};
