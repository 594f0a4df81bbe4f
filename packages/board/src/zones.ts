// Which part of the board each kind of card stands in. One truth for the screens and for the server. Pure.
import type { Zone } from '@hearth/review/templates/template';
import type { CardKind } from './cards.ts';

export const boardZones = ['timeline', 'perspectives', 'factors', 'learnings', 'actions'] as const;
/** A part of the board with fixed edges. The narrative is a page of its own. */
export type BoardZone = (typeof boardZones)[number];

export const zoneOfKind: Record<CardKind, BoardZone> = {
  event: 'timeline',
  perspective: 'perspectives',
  factor: 'factors',
  question: 'factors',
  learning: 'learnings',
  action: 'actions',
};

/** Learnings and actions are one zone of the agenda. */
export const agendaZoneOf = (zone: BoardZone | 'narrative'): Zone => (zone === 'actions' ? 'learnings' : zone);
