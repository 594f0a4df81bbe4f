// The form of a new incident: what is typed, and the incident that it makes or the sentences about what is wrong. Pure.
import { incidentBody } from '@hearth/protocol/http/reviews';
import {
  incidentProblems,
  incidentTimes,
  type Detection,
  type Incident,
  type IncidentProblem,
  type Severity,
} from '@hearth/review/incident';
import { instantOf, wallTimeOf, type WallTime } from '@hearth/review/time/wall-time';

export type IncidentTime = (typeof incidentTimes)[number];

export interface LinkDraft {
  /** Tells rows apart while they are edited. */
  key: number;
  label: string;
  url: string;
}

export interface IncidentDraft {
  title: string;
  severity: Severity;
  services: readonly string[];
  impact: string;
  reference: string;
  /** Wall times in `zone`; empty while not known. */
  times: Readonly<Record<IncidentTime, WallTime>>;
  detection: Detection;
  zone: string;
  links: readonly LinkDraft[];
}

/** Sentences by field: `title`, `startedAt`, `link-3` for the link whose key is 3. */
export type DraftProblems = Readonly<Record<string, string>>;

export const emptyDraft = (zone: string): IncidentDraft => ({
  title: '',
  severity: 'high',
  services: [],
  impact: '',
  reference: '',
  times: { startedAt: '', detectedAt: '', mitigatedAt: '', resolvedAt: '' },
  detection: 'unknown',
  zone,
  links: [],
});

/** What is recorded, as the form shows it. */
export const draftOf = (incident: Incident): IncidentDraft => ({
  ...incident,
  times: Object.fromEntries(
    incidentTimes.map((field) => {
      const at = incident[field];
      return [field, at === null ? '' : wallTimeOf(at, incident.zone)];
    }),
  ) as Record<IncidentTime, WallTime>,
  links: incident.links.map((link, index) => ({ ...link, key: index + 1 })),
});

const sentences: Record<IncidentProblem['reason'], string> = {
  'absurd-date': 'This is in the future, or before 1990. Check the day and the year.',
  'before-start': 'This is before the start. Check the day and the hour.',
  'zone-unknown': 'This zone is not known here. Choose one from the list.',
};

/** Reads the draft. Links that are left blank are left out; a link without a name takes its host as one. */
export const readDraft = (
  draft: IncidentDraft,
  nowMs: number,
): { ok: true; incident: Incident } | { ok: false; problems: DraftProblems } => {
  const links = draft.links.filter((link) => link.url.trim() !== '' || link.label.trim() !== '');
  const problems: Record<string, string> = {};
  const at = Object.fromEntries(
    incidentTimes.map((field) => {
      const typed = draft.times[field];
      const instant = typed === '' ? null : instantOf(typed, draft.zone);
      if (typed !== '' && instant === null) problems[field] = 'This is not a day and a time. Choose them again.';
      return [field, instant];
    }),
  ) as Record<IncidentTime, number | null>;

  const parsed = incidentBody.safeParse({
    ...draft,
    ...at,
    links: links.map(({ label, url }) => ({ label: label.trim() || hostOf(url), url: url.trim() })),
  });
  if (!parsed.success) Object.assign(problems, problemsByField(parsed.error.issues, links));
  const incident: Incident | null = parsed.success ? parsed.data : null;
  if (incident !== null)
    for (const { field, reason } of incidentProblems(incident, nowMs)) problems[field] ??= sentences[reason];
  return incident === null || Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, incident };
};

/** The server names fields by their path in what was sent; this finds them in the draft again. */
export const problemsFromServer = (fields: Readonly<Record<string, string>>, draft: IncidentDraft): DraftProblems =>
  problemsByField(
    Object.entries(fields).map(([path, message]) => ({ path: path.split('.'), message })),
    draft.links.filter((link) => link.url.trim() !== '' || link.label.trim() !== ''),
  );

const problemsByField = (
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
  links: readonly LinkDraft[],
): Record<string, string> => {
  const problems: Record<string, string> = {};
  for (const { path, message } of issues) {
    const [field, index] = path.map(String);
    const link = field === 'links' ? links[Number(index)] : undefined;
    problems[link === undefined ? (field ?? '') : `link-${link.key}`] ??= message;
  }
  return problems;
};

const hostOf = (url: string): string => {
  try {
    return new URL(url.trim()).host;
  } catch {
    return '';
  }
};

/** The services with another one: trimmed, split at commas, none twice. */
export const withService = (services: readonly string[], typed: string): readonly string[] => {
  const added = typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !services.includes(name));
  return [...new Set([...services, ...added])];
};
