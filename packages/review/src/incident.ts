// What happened, as recorded before the review (DOMAIN, Words).
import { isZone } from './time/wall-time.ts';

export const severities = ['critical', 'high', 'medium', 'low', 'near-miss'] as const;
export type Severity = (typeof severities)[number];

export const severityNames: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  'near-miss': 'Near miss',
};

export const detections = ['person', 'monitoring', 'customer', 'unknown'] as const;
/** Who or what noticed first. */
export type Detection = (typeof detections)[number];

export const detectionNames: Record<Detection, string> = {
  person: 'A colleague noticed',
  monitoring: 'Monitoring alerted',
  customer: 'A customer told us',
  unknown: 'Not known yet',
};

/** The four times of an incident, in the order in which they happen. */
export const incidentTimes = ['startedAt', 'detectedAt', 'mitigatedAt', 'resolvedAt'] as const;

export interface IncidentLink {
  label: string;
  /** http or https only. */
  url: string;
}

export interface Incident {
  title: string;
  severity: Severity;
  services: string[];
  impact: string;
  /** Reference in the tracker of incidents, such as INC-2207; empty when there is none. */
  reference: string;
  /** Unix milliseconds, or null while not known. */
  startedAt: number | null;
  detectedAt: number | null;
  mitigatedAt: number | null;
  resolvedAt: number | null;
  detection: Detection;
  /** IANA zone in which the incident is told, such as Europe/London. */
  zone: string;
  links: IncidentLink[];
}

export type IncidentProblem = { field: keyof Incident; reason: 'before-start' | 'absurd-date' | 'zone-unknown' };

const earliest = Date.UTC(1990, 0, 1);

/**
 * Finds times that cannot be: before the start, before 1990, more than a day ahead of `nowMs`, or a zone nobody knows.
 * @returns one problem a field; none when the incident is sound.
 */
export const incidentProblems = (incident: Incident, nowMs: number): IncidentProblem[] => {
  const problems: IncidentProblem[] = [];
  for (const field of incidentTimes) {
    const at = incident[field];
    if (at === null) continue;
    if (!Number.isFinite(at) || at < earliest || at > nowMs + 86_400_000)
      problems.push({ field, reason: 'absurd-date' });
    else if (incident.startedAt !== null && at < incident.startedAt) problems.push({ field, reason: 'before-start' });
  }
  if (!isZone(incident.zone)) problems.push({ field: 'zone', reason: 'zone-unknown' });
  return problems;
};
