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
  text: string;
  /** Headlines of the events and factors it is linked to, with the meaning of the link. */
  links: { meaning: string; text: string }[];
}

export interface Report {
  /** Version of this shape. */
  format: 1;
  incident: Incident;
  /** Minutes from start to resolution; null while either is unknown. */
  durationMinutes: number | null;
  /** From the narrative's own section headings, where people wrote them. */
  narrative: NarrativeNode;
  timeline: ReportEvent[];
  perspectives: ReportPerspective[];
  factors: ReportFactor[];
  learnings: { id: string; text: string }[];
  actions: Pick<ActionItem, 'id' | 'text' | 'owner' | 'due' | 'priority' | 'kind' | 'status' | 'ticket'>[];
  people: { name: string; role: string }[];
  facilitator: string | null;
  /** Days from the incident's start to the publication; null while the start is unknown. */
  daysAfterIncident: number | null;
  publishedAtMs: number;
}
