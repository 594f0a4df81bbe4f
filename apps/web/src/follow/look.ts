// What stands in the middle of the screen just now, and how to bring another's place there. Measures the page.
import type { BoardZone } from '@hearth/board/zones';
import { cardIdOf, reachCard } from '../board/focus.ts';
import { zoneId } from '../board/Zone.tsx';
import type { Place, Rendering } from './place.ts';

const share = (value: number): number => Math.round(value * 1000) / 1000;

const narrativeBlocks = (): Element[] => [...(document.querySelector('[data-board] .ProseMirror')?.children ?? [])];

/** What is seen of the board: its scroller, or on a phone the window. */
const viewport = (): DOMRect => {
  const main = document.querySelector('[data-board]');
  const scroller = document.querySelector('[data-scroller]') ?? main;
  const rect = scroller?.getBoundingClientRect() ?? new DOMRect();
  const top = Math.max(0, rect.top);
  return new DOMRect(rect.left, top, rect.width, Math.min(window.innerHeight, rect.bottom) - top);
};

/** @returns null while nothing of it is on the screen. */
export const lookNow = (rendering: Rendering, zoom: number): Place | null => {
  const seen = viewport();
  if (seen.height <= 0) return null;
  const middle = { x: seen.left + seen.width / 2, y: seen.top + seen.height / 2 };
  const nowhere = {
    zone: null,
    x: 0.5,
    y: 0.5,
    card: null,
    block: 0,
    zoom: share(zoom),
    height: Math.round(seen.height),
  };
  if (rendering === 'narrative') {
    const block = narrativeBlocks().findIndex((element) => element.getBoundingClientRect().bottom >= middle.y);
    return { ...nowhere, rendering, block: Math.max(0, block) };
  }
  const zones = [...document.querySelectorAll<HTMLElement>('[data-board] [data-zone]')].map((element) => ({
    element,
    rect: element.getBoundingClientRect(),
  }));
  const away = (rect: DOMRect): number =>
    Math.max(rect.top - middle.y, middle.y - rect.bottom, 0) + Math.max(rect.left - middle.x, middle.x - rect.right, 0);
  // Where the focus is tells more than the middle does, for as long as it can be seen.
  const focused = document.activeElement;
  const focusedZone = zones.find(({ element, rect }) => element.contains(focused) && overlaps(rect, seen));
  const nearest = focusedZone ?? zones.toSorted((a, b) => away(a.rect) - away(b.rect))[0];
  if (!nearest || nearest.rect.height === 0) return null;
  const { rect, element } = nearest;
  const focusedCard = focused && overlaps(focused.getBoundingClientRect(), seen) ? cardIdOf(focused) : null;
  return {
    ...nowhere,
    rendering,
    zone: element.dataset['zone'] as BoardZone,
    x: share((middle.x - rect.left) / rect.width),
    y: share((middle.y - rect.top) / rect.height),
    card: focusedCard ?? (focusedZone ? null : cardIdOf(document.elementFromPoint(middle.x, middle.y))),
  };
};

const overlaps = (rect: DOMRect, seen: DOMRect): boolean => rect.bottom > seen.top && rect.top < seen.bottom;

/** The place may be in a view that has just been opened: its parts are there a frame or two later. */
export const bringToMiddle = (
  place: Place,
  mine: Rendering,
  showOnBoard: (place: Place) => boolean,
  tries = 20,
): void => {
  requestAnimationFrame(() => {
    if (!bring(place, mine, showOnBoard) && tries > 0) bringToMiddle(place, mine, showOnBoard, tries - 1);
  });
};

const bring = (place: Place, mine: Rendering, showOnBoard: (place: Place) => boolean): boolean => {
  const behavior = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (place.rendering === 'narrative') {
    const blocks = narrativeBlocks();
    const block = blocks[Math.min(place.block, blocks.length - 1)];
    block?.scrollIntoView({ block: 'center', behavior });
    return block !== undefined;
  }
  const zone = place.zone === null ? null : document.getElementById(zoneId(place.zone));
  if (zone === null) return false;
  if (mine !== place.rendering) {
    const card = place.card === null ? null : reachCard(place.card);
    if (card) card.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
    else zone.scrollIntoView({ block: 'start', behavior });
    return true;
  }
  if (mine === 'board') return showOnBoard(place);
  const rect = zone.getBoundingClientRect();
  const seen = viewport();
  const by = {
    left: rect.left + place.x * rect.width - (seen.left + seen.width / 2),
    top: rect.top + place.y * rect.height - (seen.top + seen.height / 2),
  };
  (zone.closest('[data-scroller]') ?? document.scrollingElement)?.scrollBy({ ...by, behavior });
  return true;
};
