// The report of a review (DOMAIN 3.1) as plain data: what is stored, rendered as a page and as Markdown. Shapes only.
import type { NarrativeNode } from '@hearth/board/narrative';
import type { EventKind, FactorCategory, PerspectiveFacet, Precision } from '@hearth/board/cards';
import type { ActionItem } from '../action-items/model.ts';
import type { Incident } from '@hearth/review/incident';

export interface ReportEvent {
  id: string;
  at: number | null;
  endAt: number | null;
  precision: Precision;
  kind: EventKind;
  lane: string;
  key: boolean;
  text: string;
  evidence: { label: string; url: string }[];
}

export interface ReportPerspective {
  name: string;
  role: string;
  cards: { id: string; facet: PerspectiveFacet; text: string }[];
}

export interface ReportFactor {
  id: string;
  category: FactorCategory;
  /** Name of the theme it stands in; left out where it stands in none, and by versions that knew no themes. */
  theme?: string;
  text: string;
  /** What it got in the last vote on factors; left out where that is nothing. */
  dots?: number;
  /** Headlines of the events and factors it is linked to, with the meaning of the link. */
  links: { meaning: string; text: string }[];
}

/** A picture on a card that the narrative cites. */
export interface ReportPicture {
  cardId: string;
  /** Of the attachment. */
  id: string;
  name: string;
  /** What can be seen; empty where nobody said it. */
  alt: string;
  width: number;
  height: number;
}

/** What the room decided, as it was noted in the meeting. */
export interface ReportDecision {
  id: string;
  text: string;
  /** Unix milliseconds. */
  at: number;
  /** Name of who noted it; null where nobody knows any more. */
  by: string | null;
  /** Names of those who were there, observers apart. */
  present: string[];
}

export type ReportAction = Pick<
  ActionItem,
  'id' | 'text' | 'owner' | 'due' | 'priority' | 'kind' | 'status' | 'ticket'
>;

export interface Report {
  /** Version of this shape. */
  format: 1;
  incident: Incident;
  /** Minutes from start to resolution; null while either is unknown. */
  durationMinutes: number | null;
  /** Who led the response, as the perspectives' columns tell; null when none of them says so. */
  leadResponder: string | null;
  /** The whole document; `narrativeParts` takes out the sections that have a place of their own. */
  narrative: NarrativeNode;
  /** Dated events by time, then those of which only the order is known. */
  timeline: ReportEvent[];
  perspectives: ReportPerspective[];
  factors: ReportFactor[];
  learnings: { id: string; text: string; dots?: number }[];
  /** In the order of their first citation; left out by versions that knew no pictures. */
  pictures?: ReportPicture[];
  /** Oldest first; left out by versions that knew no decisions. */
  decisions?: ReportDecision[];
  /** Most urgent first. */
  actions: ReportAction[];
  /** Everyone who took part, observers apart; `role` as a reader sees it. */
  people: { name: string; role: string }[];
  facilitator: string | null;
  /** Calendar days, in the incident's zone, from its start to the publication; null while the start is unknown. */
  daysAfterIncident: number | null;
  publishedAtMs: number;
}
