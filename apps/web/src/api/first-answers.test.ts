import { joinPreview, seat, sessionBody } from '@hearth/protocol/http/access';
import { reviewDetail } from '@hearth/protocol/http/reviews';
import { detections } from '@hearth/review/incident';
import { describe, expect, it } from 'vitest';
import { joinPreviewAnswer, reviewAnswer, seatAnswer, sessionAnswer } from './first-answers.ts';
import type { Reader } from './shape.ts';

const reviewId = '01JCM5Z8QK3T9V7W2X4Y6A8B0C';
const aSeat = { reviewId, participantId: reviewId, name: 'Priya', role: 'participant' };
const samples: [string, Reader<unknown>, Reader<unknown>, Record<string, unknown>][] = [
  ['seat', seatAnswer, seat, aSeat],
  ['session', sessionAnswer, sessionBody, { account: { id: reviewId, name: 'Ines' }, seats: [aSeat] }],
  [
    'join preview',
    joinPreviewAnswer,
    joinPreview,
    {
      reviewId,
      title: 'T',
      state: 'preparing',
      role: 'observer',
      startedAt: 1,
      zone: 'UTC',
      facilitator: null,
      inside: ['Ines'],
      seated: null,
      attributed: true,
      soFar: ['One event.'],
    },
  ],
  [
    'review',
    reviewAnswer,
    reviewDetail,
    {
      id: reviewId,
      incident: {
        title: 'T',
        severity: 'high',
        services: ['Search'],
        impact: '',
        reference: '',
        startedAt: 1,
        detectedAt: null,
        mitigatedAt: null,
        resolvedAt: null,
        detection: detections[0],
        zone: 'UTC',
        links: [{ label: 'L', url: 'https://example.org/' }],
      },
      state: 'preparing',
      createdAt: 1,
      demo: false,
      publication: { slug: 's', publishedAt: 2 },
      seat: aSeat,
    },
  ],
];

/** The same with something wrong or more in each place, nested ones too. */
function* altered(value: unknown): Generator {
  for (const wrong of [undefined, 7.5, { not: 'this' }, 'something else', true]) yield wrong;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const other of altered(value[0])) yield [other];
    return;
  }
  yield { ...value, more: 1 };
  for (const [name, field] of Object.entries(value))
    for (const other of altered(field)) yield { ...value, [name]: other };
}

describe.each(samples)('the %s', (_, shape, schema, sample) => {
  it('reads as the protocol has it', () => {
    expect(schema.safeParse(sample)).toMatchObject({ success: true, data: sample });
    expect(shape.safeParse(sample)).toEqual({ success: true, data: sample });
  });

  it('takes nothing of a shape that the protocol does not know', () => {
    const differently = [...altered(sample)].filter((other) => {
      const read = shape.safeParse(other);
      const known = schema.safeParse(other);
      // The protocol looks closer: at the signs of ids and links.
      if (!known.success) return read.success && !JSON.stringify(other).includes('something else');
      return JSON.stringify(read) !== JSON.stringify({ success: true, data: known.data });
    });
    expect(differently).toEqual([]);
  });
});
