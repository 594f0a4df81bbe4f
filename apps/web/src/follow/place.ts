// Where somebody looks, as their browser tells it through awareness: read as hostile input. Pure. SPEC B22, B23.
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { isId } from '@hearth/review/ids';
import { boardZones, type BoardZone } from '@hearth/board/zones';

const renderings = ['board', 'outline', 'narrative'] as const;
export type Rendering = (typeof renderings)[number];

export interface Place {
  rendering: Rendering;
  /** The zone that they are in, else the one in the middle; null in the narrative. */
  zone: BoardZone | null;
  /** The middle of the view, in shares of the zone's width and height; it may lie outside. */
  x: number;
  y: number;
  /** The card that they are at, for those who see the board in another rendering. */
  card: CardId | null;
  /** Block of the narrative in the middle, counted from 0. */
  block: number;
  /** How large the board is shown, and the height of their view in CSS pixels. */
  zoom: number;
  height: number;
}

/** @returns null where it makes no sense. */
export const placeOf = (told: unknown): Place | null => {
  if (typeof told !== 'object' || told === null) return null;
  const { rendering, zone, x, y, card, block, zoom, height } = told as Record<string, unknown>;
  const known = renderings.find((one) => one === rendering);
  if (known === undefined) return null;
  const at = boardZones.find((one) => one === zone) ?? null;
  if (known !== 'narrative' && at === null) return null;
  return {
    rendering: known,
    zone: at,
    x: within(x, -20, 20, 0.5),
    y: within(y, -20, 20, 0.5),
    card: isId(card) ? (card as CardId) : null,
    block: Math.floor(within(block, 0, 100_000, 0)),
    zoom: within(zoom, 0.1, 4, 1),
    height: within(height, 100, 10_000, 800),
  };
};

const within = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;

/**
 * Whose view is seen by following somebody who may follow others in turn.
 * @returns null where it comes back to me, or goes round: somebody has to look for themselves.
 */
export const leaderOf = (
  whom: ParticipantId,
  me: ParticipantId,
  follows: (person: ParticipantId) => ParticipantId | null,
): ParticipantId | null => {
  const seen = new Set<ParticipantId>([me]);
  let leader = whom;
  for (;;) {
    if (seen.has(leader)) return null;
    seen.add(leader);
    const next = follows(leader);
    if (next === null) return leader;
    leader = next;
  }
};
