// Incidents and their reviews.
import { detections, severities } from '@hearth/review/incident';
import { lifecycles } from '@hearth/review/lifecycle';
import * as z from 'zod/mini';
import { seat } from './access.ts';
import { httpUrl, instant, plainId, plainWords, reviewId } from './scalars.ts';

export const incidentBody = z.object({
  title: z
    .string()
    .check(
      plainWords,
      z.trim(),
      z.minLength(1, 'Give the incident a title.'),
      z.maxLength(200, 'A title may have 200 characters at most.'),
    ),
  severity: z.enum(severities),
  services: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))).check(z.maxLength(50)),
  impact: z.string().check(z.trim(), z.maxLength(4000)),
  reference: z.string().check(z.trim(), z.maxLength(80)),
  startedAt: z.nullable(instant),
  detectedAt: z.nullable(instant),
  mitigatedAt: z.nullable(instant),
  resolvedAt: z.nullable(instant),
  detection: z.enum(detections),
  zone: z.string().check(z.maxLength(64)),
  links: z
    .array(z.object({ label: z.string().check(z.trim(), z.maxLength(120)), url: httpUrl }))
    .check(z.maxLength(50)),
});

/** Without a template the review begins with the first of those that come with Hearth. */
export const newReviewBody = z.extend(incidentBody, { templateId: z.optional(plainId) });

const reviewSummary = z.object({
  id: reviewId,
  title: z.string(),
  severity: z.enum(severities),
  services: z.array(z.string()),
  startedAt: z.nullable(instant),
  zone: z.string(),
  createdAt: instant,
  state: z.enum(lifecycles),
  demo: z.boolean(),
  /** Where the meeting is: "Factors, stage 5 of 8". */
  stage: z.object({ name: z.string(), index: z.int(), count: z.int() }),
  /** Names of those in the room now. */
  inside: z.array(z.string()),
  learnings: z.int(),
  actions: z.object({ total: z.int(), open: z.int() }),
  publication: z.nullable(z.object({ slug: z.string(), publishedAt: instant })),
});
export type ReviewSummary = z.infer<typeof reviewSummary>;
export const reviewList = z.object({ reviews: z.array(reviewSummary) });

export const reviewDetail = z.object({
  id: reviewId,
  incident: incidentBody,
  state: z.enum(lifecycles),
  createdAt: instant,
  demo: z.boolean(),
  publication: z.nullable(z.object({ slug: z.string(), publishedAt: instant })),
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
  bytes: z.int(),
});
export type SnapshotBody = z.infer<typeof snapshotHead>;
export const snapshotList = z.object({ snapshots: z.array(snapshotHead) });
export const newSnapshot = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Name the snapshot.'), z.maxLength(120)),
});
