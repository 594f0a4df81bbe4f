// Lifting cards with the pointer: the whole selection follows the hand, others see it go, a slot shows where it would land, and
// the move is written on drop. By touch cards are not dragged (a finger pans); "Move to…" is there for everyone. SPEC B27.
import { eventKinds, type Card } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { autopan } from './canvas/autopan.ts';
import { dropCards, type Landing } from './drop.ts';
import { cardElement, cardIdOf } from './focus.ts';
import { groupKeyOf, type GroupKey } from './groups.ts';
import { headline } from './relations.ts';
import type { BoardSession } from './session.tsx';
import { axisAt, shiftOf } from './timeline/drop-events.ts';

/** A hand that trembles less than this clicks. */
const slopPx = 5;

export const beginDrag = (
  down: ReactPointerEvent<HTMLElement>,
  element: HTMLElement,
  card: Card,
  session: BoardSession,
  say: (words: string) => void,
): void => {
  const frame = element.closest<HTMLElement>('[data-frame]');
  if (down.button !== 0 || down.pointerType === 'touch' || !down.isPrimary || !frame) return;
  const { camera } = session.canvas;
  const from = camera.toWorld(down);
  const start = { x: down.clientX, y: down.clientY };
  let carried: readonly CardId[] = [];
  let landing: Landing | null = null;
  let dx = 0;

  const lift = (): void => {
    const picked = session.picked();
    // Cards of another kind cannot stand where this one lands: they stay.
    carried = picked.includes(card.id)
      ? [card.id, ...picked.filter((id) => id !== card.id && session.view.card(id)?.kind === card.kind)]
      : [card.id];
    session.ui.set({ lifted: new Set(carried), panel: null });
    session.presence.tell({ card: card.id, doing: 'moving', carries: carried });
  };
  const follow = (hand: { clientX: number; clientY: number }): void => {
    const at = camera.toWorld(hand);
    dx = at.x - from.x;
    for (const id of carried) {
      const one = id === card.id ? element : cardElement(id);
      if (one) one.style.translate = `${dx}px ${at.y - from.y}px`;
    }
    landing = landingAt(hand.clientX, hand.clientY, card, new Set(carried), session);
    if (landing && card.kind === 'event') {
      const pxPerMs = axisAt(element)?.pxPerMs ?? 0;
      landing = { ...landing, shiftMs: shiftOf(card.at, dx, pxPerMs, session.zone) };
    }
    if (!sameLanding(session.ui.get().drop, landing)) session.ui.set({ drop: landing });
  };
  const pan = autopan(frame, camera, follow);
  const stops = new AbortController();
  const { signal } = stops;

  const end = (commit: boolean): void => {
    stops.abort();
    stopWatching();
    pan.stop();
    if (carried.length === 0) return;
    for (const id of carried) {
      const one = id === card.id ? element : cardElement(id);
      if (one) one.style.translate = '';
    }
    // The click that follows a drop is not a click on the card.
    document.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener('click', swallow, true), 0);
    session.ui.set({ lifted: null, drop: null });
    session.presence.tell({ doing: 'looking', carries: [] });
    if (!commit || !landing) return;
    dropCards(session, carried, landing, say);
  };
  const stopWatching = session.view.subscribe(() => {
    if (session.view.card(card.id) === undefined) {
      if (carried.length > 0) say(`${headline(card)}: somebody has removed it meanwhile. Undo is theirs.`);
      end(false);
      return;
    }
    carried = carried.filter((id) => session.view.card(id) !== undefined);
  });
  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      if (carried.length === 0) {
        if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < slopPx) return;
        lift();
      }
      follow(event);
      pan.at(event);
    },
    { signal },
  );
  document.addEventListener('pointerup', () => end(true), { signal });
  document.addEventListener('pointercancel', () => end(false), { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      end(false);
    },
    { capture: true, signal },
  );
};

/** Where a slot or a lane shows it: the time under the hand itself shows nowhere. */
const sameLanding = (a: Landing | null, b: Landing | null): boolean =>
  a?.group === b?.group && a?.before === b?.before && a?.eventKind === b?.eventKind && a?.shiftMs === b?.shiftMs;

const swallow = (event: MouseEvent): void => {
  event.stopPropagation();
  event.preventDefault();
};

/** The group under the pointer that takes cards of this kind, and the card that it would stand in front of. */
const landingAt = (
  x: number,
  y: number,
  card: Card,
  carried: ReadonlySet<CardId>,
  session: BoardSession,
): Landing | null => {
  const target = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-group]'))
    .find((group) => group !== null && takes(group.dataset['group'] ?? '', card));
  const group = target?.dataset['group'];
  if (!target || group === undefined) return null;
  if (card.kind === 'event') {
    const eventKind = eventKinds.find((kind) => kind === target.dataset['eventKind']);
    const timeMs = axisAt(target)?.timeAt(x);
    return { group, before: null, eventKind, ...(timeMs === undefined ? {} : { timeMs }) };
  }
  const flows = target.dataset['flow'] === 'wrap';
  const mounted = [...target.querySelectorAll<HTMLElement>('[data-card-id]')];
  let last: CardId | null = null;
  for (const other of mounted) {
    const id = cardIdOf(other);
    if (id === null || carried.has(id)) continue;
    const rect = other.getBoundingClientRect();
    const inFront = flows
      ? y < rect.top || (y < rect.bottom && x < rect.left + rect.width / 2)
      : y < rect.top + rect.height / 2;
    if (inFront) return { group, before: id };
    last = id;
  }
  // Behind the last card that is drawn there may be more that are not.
  const all = [...session.canvas.places.holders()].find(([holder]) => holder === target)?.[1] ?? [];
  const next = last === null ? -1 : all.findIndex(({ id }) => id === last) + 1;
  return { group, before: next > 0 ? (all.slice(next).find(({ id }) => !carried.has(id))?.id ?? null) : null };
};

const takes = (group: GroupKey, card: Card): boolean => group.split('/', 1)[0] === groupKeyOf(card).split('/', 1)[0];
