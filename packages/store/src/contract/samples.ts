// Things to store, as small as the shapes allow.
import type { Proposal } from '@hearth/learning/action-items/model';
import type { Report } from '@hearth/learning/publishing/report';
import type { StoredMeeting } from '@hearth/review/facilitation/state';
import type { ParticipantId, ReviewId, StageId } from '@hearth/review/ids';
import type { Incident } from '@hearth/review/incident';
import type { Participant } from '../ports/access.ts';
import type { AppendEntry } from '@hearth/sync/update-log';
import type { NewReview } from '../ports/reviews.ts';
import type { Store } from '../ports/store.ts';

/** Noon of 2 June 2025, UTC. */
export const noonMs = Date.UTC(2025, 5, 2, 12);
export const hourMs = 3_600_000;

export const reviewId = (name: string): ReviewId => `review-${name}` as ReviewId;
export const hash = (name: string): string => Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);

export const sampleIncident = (title: string, startedAt: number | null = null): Incident => ({
  title,
  severity: 'high',
  services: ['checkout'],
  impact: 'Orders failed – “all of them”',
  reference: 'INC-1',
  startedAt,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  detection: 'monitoring',
  zone: 'Europe/London',
  links: [],
});

export const sampleMeeting = (version: number): StoredMeeting => ({
  version,
  status: 'lobby',
  stages: [{ id: 'opening1' as StageId, name: 'Opening', minutes: 5, zone: null, question: 'Who is here?' }],
  stageIndex: 0,
  timer: { kind: 'paused', remainingMs: 300_000, plannedMs: 300_000 },
  visits: [],
  ready: [],
  hands: [],
  lastMove: null,
});

export const sampleReview = (name: string, overrides: Partial<NewReview> = {}): NewReview => ({
  id: reviewId(name),
  incident: sampleIncident(name),
  meeting: sampleMeeting(0),
  createdAtMs: noonMs,
  demo: false,
  board: { document: `board/${reviewId(name)}`, update: Uint8Array.of(0, 0) },
  ...overrides,
});

export const sampleEntry = (
  document: string,
  update: Uint8Array,
  overrides: Partial<AppendEntry> = {},
): AppendEntry => ({ document, update, atMs: noonMs, writers: [], ...overrides });

export const sampleProposal = (review: ReviewId, id: string, text = `Do ${id}`): Proposal => ({
  id,
  reviewId: review,
  text,
  owner: null,
  due: '2025-07-01',
  priority: 'P1',
  kind: 'technical',
  ticket: null,
  source: { kind: 'narrative', sentence: text },
  state: 'proposed',
  actionItemId: null,
});

export const sampleReport = (incident: Incident): Report => ({
  format: 1,
  incident,
  durationMinutes: null,
  leadResponder: null,
  narrative: { type: 'doc' },
  timeline: [],
  perspectives: [],
  factors: [],
  learnings: [{ id: 'learning-1', text: 'Größe ≠ load — 学び 🔥' }],
  actions: [],
  people: [],
  facilitator: null,
  daysAfterIncident: null,
  publishedAtMs: noonMs,
});

type Seat = Participant & { sessionId: string; accountId: string | null };

export const sampleSeat = (review: ReviewId, id: string, overrides: Partial<Seat> = {}): Seat => ({
  id: id as ParticipantId,
  reviewId: review,
  name: `Person ${id}`,
  role: 'participant',
  joinLinkId: null,
  joinedAtMs: noonMs,
  sessionId: 'session-1',
  accountId: null,
  ...overrides,
});

export const addSession = (store: Store, id: string, accountId: string | null = null): Promise<void> =>
  store.access.createSession({
    id,
    tokenHash: hash(id),
    accountId,
    nowMs: noonMs,
    expiresAtMs: noonMs + 24 * hourMs,
  });

export const addLink = (store: Store, review: ReviewId, id: string, expiresAtMs = noonMs + hourMs): Promise<void> =>
  store.access.createJoinLink({
    id,
    reviewId: review,
    role: 'participant',
    secretHash: hash(id),
    createdAtMs: noonMs,
    expiresAtMs,
  });
