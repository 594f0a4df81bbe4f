// Moments let go over the time axis: in which lane, and how much later or earlier. SPEC B27, B56.
import type { EventCard } from '@hearth/board/cards';
import { changeCard } from '@hearth/board/operations';
import { placeBehind } from '@hearth/board/place-undated';
import { dated } from '@hearth/board/timeline';
import type { Landing } from '../drop.ts';
import type { BoardSession } from '../session.tsx';
import { snapped, snapStepOf } from './axis.ts';

/** Sideways less than this a moment keeps its time and only changes its lane. */
const keepTimePx = 10;

/**
 * How much later a moment lands that a hand has moved along the axis.
 * @param byPx  how far, in px of the axis.
 * @returns milliseconds that bring it to a round time of the zone at this scale; 0 while the hand has hardly moved.
 */
export const shiftOf = (atMs: number | null, byPx: number, pxPerMs: number, zone: string): number =>
  atMs === null || pxPerMs <= 0 || Math.abs(byPx) < keepTimePx
    ? 0
    : snapped(atMs + byPx / pxPerMs, snapStepOf(pxPerMs), zone) - atMs;

/** The axis on the screen, as its sheet tells of itself. */
export const axisAt = (element: Element | null): { pxPerMs: number; timeAt: (clientX: number) => number } | null => {
  const sheet = element?.closest<HTMLElement>('[data-px-per-ms]');
  if (!sheet) return null;
  const { pxPerMs, fromMs, header } = sheet.dataset;
  const scale = Number(pxPerMs);
  return {
    pxPerMs: scale,
    timeAt: (clientX) => {
      const rect = sheet.getBoundingClientRect();
      const zoom = rect.width / sheet.offsetWidth || 1;
      return Number(fromMs) + ((clientX - rect.left) / zoom - Number(header)) / scale;
    },
  };
};

/**
 * Moments land in the lane under the hand, each later or earlier by as much; those of other lanes keep theirs. One whose time
 * nobody knows lands behind the moment on the left of the hand.
 */
export const dropEvents = (
  { view, writer }: Pick<BoardSession, 'view' | 'writer'>,
  cards: readonly EventCard[],
  { group, eventKind, shiftMs = 0, timeMs }: Landing,
): boolean => {
  const [lead] = cards;
  if (!lead) return false;
  const lane = group.slice('event/'.length);
  let changed = false;
  for (const card of cards) {
    const becomes =
      eventKind === undefined
        ? card.lane === lead.lane && card.lane !== lane
          ? { lane }
          : {}
        : card.eventKind === lead.eventKind
          ? { eventKind }
          : {};
    const time =
      card.at !== null && shiftMs !== 0
        ? { at: card.at + shiftMs, endAt: card.endAt === null ? null : card.endAt + shiftMs }
        : {};
    changed = changeCard(writer, card.id, { ...becomes, ...time }) || changed;
  }
  const after =
    lead.at === null && timeMs !== undefined ? dated(view.list('event')).findLast(({ at }) => at <= timeMs) : undefined;
  if (after) changed = placeBehind(writer, lead.id, view.list('event'), after.id) || changed;
  return changed;
};
