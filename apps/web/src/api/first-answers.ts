// The answers that a guest's way into a room needs, read by their shape; first-answers.test.ts holds them to the protocol.
import type { JoinPreview, Seat, SessionBody } from '@hearth/protocol/http/access';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { detections, severities } from '@hearth/review/incident';
import { lifecycles } from '@hearth/review/lifecycle';
import { joinableRoles, roles } from '@hearth/review/roles';
import { list, nullable, object, oneOf, text, truth, whole, type Reader } from './shape.ts';

const id = <Id extends string>(): Reader<Id> => text as Reader<Id>;

export const seatAnswer: Reader<Seat> = object({
  reviewId: id<ReviewId>(),
  participantId: id<ParticipantId>(),
  name: text,
  role: oneOf(roles),
});

export const sessionAnswer: Reader<SessionBody> = object({
  account: nullable(object({ id: text, name: text })),
  seats: list(seatAnswer),
});

export const joinPreviewAnswer: Reader<JoinPreview> = object({
  reviewId: id<ReviewId>(),
  title: text,
  state: oneOf(lifecycles),
  role: oneOf(joinableRoles),
  startedAt: nullable(whole),
  zone: text,
  facilitator: nullable(text),
  inside: list(text),
  seated: nullable(text),
  attributed: truth,
  soFar: list(text),
});

export const reviewAnswer: Reader<ReviewDetail> = object({
  id: id<ReviewId>(),
  incident: object({
    title: text,
    severity: oneOf(severities),
    services: list(text),
    impact: text,
    reference: text,
    startedAt: nullable(whole),
    detectedAt: nullable(whole),
    mitigatedAt: nullable(whole),
    resolvedAt: nullable(whole),
    detection: oneOf(detections),
    zone: text,
    links: list(object({ label: text, url: text })),
  }),
  state: oneOf(lifecycles),
  createdAt: whole,
  demo: truth,
  publication: nullable(object({ slug: text, publishedAt: whole })),
  seat: seatAnswer,
});
