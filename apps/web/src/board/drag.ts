// Lifting a card with the pointer: it follows the hand, a slot shows where it would land, and the move is written on drop.
// By touch cards are not dragged (a finger scrolls); "Move to…" is there for everyone.
import type { Card } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { BoardCommands } from './commands.tsx';
import { cardIdOf } from './focus.ts';
import { groupKeyOf, type GroupKey } from './groups.ts';
import type { BoardSession } from './session.tsx';

/** A hand that trembles less than this clicks. */
const slopPx = 5;
/** Sideways less than this an event keeps its minute and only changes its lane. */
const keepTimePx = 10;
const edgePx = 36;

interface Landing {
  group: GroupKey;
  before: CardId | null;
}

export const beginDrag = (
  down: ReactPointerEvent<HTMLElement>,
  element: HTMLElement,
  card: Card,
  session: BoardSession,
  commands: BoardCommands,
): void => {
  if (down.button !== 0 || down.pointerType === 'touch' || !down.isPrimary) return;
  const startX = down.clientX;
  const startY = down.clientY;
  const scroller = element.closest<HTMLElement>('[data-scroller]');
  const scrolled = { x: scroller?.scrollLeft ?? 0, y: scroller?.scrollTop ?? 0 };
  let lifted = false;
  let landing: Landing | null = null;
  let dx = 0;

  const move = (event: PointerEvent): void => {
    const byHand = { x: event.clientX - startX, y: event.clientY - startY };
    if (!lifted) {
      if (Math.hypot(byHand.x, byHand.y) < slopPx) return;
      lifted = true;
      session.ui.set({ lifted: card.id, panel: null });
      session.presence.tell({ card: card.id, doing: 'moving' });
    }
    scrollNearEdges(scroller, event);
    const scale = scaleOf(element);
    dx = (byHand.x + (scroller?.scrollLeft ?? 0) - scrolled.x) / scale;
    const dy = (byHand.y + (scroller?.scrollTop ?? 0) - scrolled.y) / scale;
    element.style.translate = `${dx}px ${dy}px`;
    landing = landingAt(event.clientX, event.clientY, card);
    const { drop } = session.ui.get();
    if (drop?.group !== landing?.group || drop?.before !== landing?.before) session.ui.set({ drop: landing });
  };

  const end = (commit: boolean): void => {
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', up);
    document.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', escape, true);
    element.style.translate = '';
    if (!lifted) return;
    // The click that follows a drop is not a click on the card.
    document.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener('click', swallow, true), 0);
    session.ui.set({ lifted: null, drop: null });
    session.presence.tell({ doing: 'looking' });
    if (!commit || !landing) return;
    if (card.kind === 'event') dropEvent(card, element, dx, landing, commands);
    else if (landing.before !== card.id)
      commands.moveTo(card.id, landing.group, landing.before ? { before: landing.before } : 'last');
  };
  const up = (): void => end(true);
  const cancel = (): void => end(false);
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(false);
  };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', escape, true);
};

const swallow = (event: MouseEvent): void => {
  event.stopPropagation();
  event.preventDefault();
};

/** An event lands in a lane, at the minute under its left edge. */
const dropEvent = (
  card: Card & { kind: 'event' },
  element: HTMLElement,
  dx: number,
  landing: Landing,
  commands: BoardCommands,
): void => {
  const pxPerMs = Number(element.closest<HTMLElement>('[data-px-per-ms]')?.dataset['pxPerMs'] ?? 0);
  const shiftMs = pxPerMs > 0 && Math.abs(dx) >= keepTimePx ? Math.round(dx / pxPerMs / 60_000) * 60_000 : 0;
  const lane = landing.group.slice('event/'.length);
  if (shiftMs === 0 || card.at === null) {
    if (lane !== card.lane) commands.moveTo(card.id, landing.group);
    return;
  }
  const endAt = card.endAt === null ? null : card.endAt + shiftMs;
  commands.setTime(card.id, { at: card.at + shiftMs, endAt, precision: card.precision }, lane);
};

/** The group under the pointer that takes cards of this kind, and the card that it would stand in front of. */
const landingAt = (x: number, y: number, card: Card): Landing | null => {
  const target = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-group]'))
    .find((group) => group !== null && takes(group.dataset['group'] ?? '', card));
  const group = target?.dataset['group'];
  if (!target || group === undefined) return null;
  if (card.kind === 'event') return { group, before: null };
  const flows = target.dataset['flow'] === 'wrap';
  for (const other of target.querySelectorAll<HTMLElement>('[data-card-id]')) {
    const id = cardIdOf(other);
    if (id === null || id === card.id) continue;
    const rect = other.getBoundingClientRect();
    const inFront = flows
      ? y < rect.top || (y < rect.bottom && x < rect.left + rect.width / 2)
      : y < rect.top + rect.height / 2;
    if (inFront) return { group, before: id };
  }
  return { group, before: null };
};

const takes = (group: GroupKey, card: Card): boolean => group.split('/', 1)[0] === groupKeyOf(card).split('/', 1)[0];

/** How much larger the element is on the screen than in its own pixels, because of the zoom of the canvas. */
const scaleOf = (element: HTMLElement): number =>
  Number(element.closest<HTMLElement>('[data-zoom]')?.dataset['zoom'] ?? 1);

const scrollNearEdges = (scroller: HTMLElement | null, event: PointerEvent): void => {
  if (!scroller) return;
  const rect = scroller.getBoundingClientRect();
  const push = (at: number, low: number, high: number): number =>
    at < low + edgePx ? -12 : at > high - edgePx ? 12 : 0;
  scroller.scrollBy(push(event.clientX, rect.left, rect.right), push(event.clientY, rect.top, rect.bottom));
};
