// Incidents and their reviews.
import { detections, severities } from '@hearth/review/incident';
import { lifecycles } from '@hearth/review/lifecycle';
import { z } from 'zod';
import { seat } from './access.ts';
import { httpUrl, instant, plainId, reviewId } from './scalars.ts';

export const incidentBody = z.object({
  title: z.string().trim().min(1, 'Give the incident a title.').max(200, 'A title may have 200 characters at most.'),
  severity: z.enum(severities),
  services: z.array(z.string().trim().min(1).max(80)).max(50),
  impact: z.string().trim().max(4000),
  reference: z.string().trim().max(80),
  startedAt: instant.nullable(),
  detectedAt: instant.nullable(),
  mitigatedAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  detection: z.enum(detections),
  zone: z.string().max(64),
  links: z.array(z.object({ label: z.string().trim().max(120), url: httpUrl })).max(50),
});

const reviewSummary = z.object({
  id: reviewId,
  title: z.string(),
  severity: z.enum(severities),
  services: z.array(z.string()),
  startedAt: instant.nullable(),
  zone: z.string(),
  createdAt: instant,
  state: z.enum(lifecycles),
  demo: z.boolean(),
  /** Where the meeting is: "Factors, stage 5 of 8". */
  stage: z.object({ name: z.string(), index: z.number().int(), count: z.number().int() }),
  /** Names of those in the room now. */
  inside: z.array(z.string()),
  learnings: z.number().int(),
  actions: z.object({ total: z.number().int(), open: z.number().int() }),
  publication: z.object({ slug: z.string(), publishedAt: instant }).nullable(),
});
export type ReviewSummary = z.infer<typeof reviewSummary>;
export const reviewList = z.object({ reviews: z.array(reviewSummary) });

export const reviewDetail = z.object({
  id: reviewId,
  incident: incidentBody,
  state: z.enum(lifecycles),
  createdAt: instant,
  demo: z.boolean(),
  publication: z.object({ slug: z.string(), publishedAt: instant }).nullable(),
  /** The seat of whoever asks. */
  seat,
});
export type ReviewDetail = z.infer<typeof reviewDetail>;
export const createdReview = z.object({ id: reviewId });

export const snapshotHead = z.object({
  id: plainId,
  kind: z.enum(['stage-end', 'on-demand', 'publication']),
  name: z.string(),
  createdAt: instant,
  bytes: z.number().int(),
});
export type SnapshotBody = z.infer<typeof snapshotHead>;
export const snapshotList = z.object({ snapshots: z.array(snapshotHead) });
export const newSnapshot = z.object({ name: z.string().trim().min(1, 'Name the snapshot.').max(120) });
