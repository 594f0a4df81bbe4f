// Files on cards over HTTP: one raw body each way, and every id asked for within its review. Rules: SPEC U1-U5, G1-G4, D1.
import type { Readable } from 'node:stream';
import type { ErrorCode } from '@hearth/protocol/errors';
import { api } from '@hearth/protocol/http/api';
import { attachmentLimits, fileNameHeader } from '@hearth/protocol/http/attachment-limits';
import { attachmentBody, attachmentId, type AttachmentBody } from '@hearth/protocol/http/attachments';
import { slug } from '@hearth/protocol/http/publishing';
import { reviewId } from '@hearth/protocol/http/scalars';
import { permission } from '@hearth/review/permission';
import { isPicture } from '@hearth/board/cards';
import { filesIn } from '@hearth/board/narrative';
import type { Report } from '@hearth/learning/publishing/report';
import type { AttachmentId } from '@hearth/review/ids';
import type { Attachment } from '@hearth/store/ports/attachments';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { seatOf, type Guard } from '../access/guard.ts';
import { nothing, refusals, type ApiApp } from '../http/api-app.ts';
import { found, Refused } from '../http/refused.ts';
import type { PublishingService } from '../publishing/service.ts';
import { dispositionOf, fileNameIn } from './file-name.ts';
import type { AttachmentService, UploadOutcome, UploadRefusal } from './service.ts';

interface Parts {
  attachments: AttachmentService;
  publishing: PublishingService;
  guard: Guard;
}

const ofReview = z.object({ reviewId, attachmentId });
const ofPublication = z.object({ slug, attachmentId });
const content = { 200: { content: { 'application/octet-stream': { schema: z.any() } } }, 304: nothing, ...refusals };
const uploads = { rateLimit: { max: 240, timeWindow: '1 minute' } };

/** Refuses by the length that was told, before anything is read. */
const atMost = (bytes: number, code: ErrorCode) => async (request: FastifyRequest) => {
  if (Number(request.headers['content-length'] ?? 0) > bytes) throw new Refused(code);
};

export const attachmentRoutes = async (app: ApiApp, { attachments, publishing, guard }: Parts): Promise<void> => {
  await app.register(async (scope: ApiApp) => {
    scope.addContentTypeParser('application/octet-stream', (_, body, done) => done(null, body));

    scope.put(
      api.attachment,
      {
        onRequest: [guard.seated('board.write'), atMost(attachmentLimits.file, 'HEARTH_ATTACHMENT_TOO_LARGE')],
        config: uploads,
        schema: {
          summary: `Adds a file, as application/octet-stream, its name in ${fileNameHeader}; again: gives what is there`,
          tags: ['attachments'],
          params: ofReview,
          response: { 200: attachmentBody, ...refusals },
        },
      },
      async (request) => {
        const seat = seatOf(request);
        const { attachmentId: id } = request.params;
        const name = fileNameIn(request.headers[fileNameHeader]);
        if (name === null) throw new Refused('HEARTH_BAD_REQUEST', { [fileNameHeader]: 'Encode it by percent signs.' });
        const known = await attachments.known(seat, id);
        return bodyOf(accepted(known ?? (await attachments.add({ seat, id, name, body: bytesOf(request) }))));
      },
    );

    scope.put(
      api.attachmentThumbnail,
      {
        onRequest: [guard.seated('board.write'), atMost(attachmentLimits.thumbnail, 'HEARTH_THUMBNAIL_REFUSED')],
        config: uploads,
        schema: {
          summary: 'Adds the small version of a picture that one has added',
          tags: ['attachments'],
          params: ofReview,
          response: { 200: attachmentBody, ...refusals },
        },
      },
      async (request) => {
        const outcome = await attachments.addThumbnail(seatOf(request), request.params.attachmentId, bytesOf(request));
        if (!outcome.ok && outcome.reason === 'too-large') throw new Refused('HEARTH_THUMBNAIL_REFUSED');
        return bodyOf(accepted(outcome));
      },
    );
  });

  app.get(
    api.attachment,
    {
      onRequest: guard.seated('board.read'),
      compress: false,
      schema: { summary: 'A file', tags: ['attachments'], params: ofReview, response: content },
    },
    async (request, reply) => {
      const { reviewId: review, attachmentId: id } = request.params;
      return send(request, reply, wholeOf(found(await attachments.find(review, id))));
    },
  );

  app.get(
    api.attachmentThumbnail,
    {
      onRequest: guard.seated('board.read'),
      compress: false,
      schema: { summary: 'A picture, small', tags: ['attachments'], params: ofReview, response: content },
    },
    async (request, reply) => {
      const { reviewId: review, attachmentId: id } = request.params;
      return send(request, reply, found(thumbnailOf(found(await attachments.find(review, id)))));
    },
  );

  app.delete(
    api.attachment,
    {
      onRequest: guard.seated('board.write'),
      schema: {
        summary: 'Deletes a file for good: one’s own, or any for those who run the review',
        tags: ['attachments'],
        params: ofReview,
        response: { 204: nothing, ...refusals },
      },
    },
    async (request, reply) => {
      const seat = seatOf(request);
      const attachment = found(await attachments.find(seat.reviewId, request.params.attachmentId));
      if (attachment.participantId !== seat.id && !permission(seat.role, 'facilitation.run').allowed)
        throw new Refused('HEARTH_NOT_ALLOWED');
      await attachments.remove(seat.reviewId, attachment.id);
      return reply.status(204).send(null);
    },
  );

  app.get(
    api.publicationAttachment,
    {
      compress: false,
      schema: {
        summary: 'A picture of a published narrative, for whoever has its address',
        tags: ['publishing'],
        params: ofPublication,
        response: content,
      },
    },
    async (request, reply) => {
      const { slug: name, attachmentId: id } = request.params;
      const publication = found(await publishing.find(name));
      const attachment = isPublished(publication.report, id) ? await attachments.find(publication.reviewId, id) : null;
      if (!attachment || !isPicture(attachment)) throw new Refused('HEARTH_NOT_FOUND');
      reply.header('x-robots-tag', 'noindex');
      return send(request, reply, wholeOf(attachment));
    },
  );

  /** Kept by the browser, but asked for each time: whoever may read no more gets nothing. */
  const send = async (request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<FastifyReply> => {
    reply
      .header('etag', asked.etag)
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin');
    if (request.headers['if-none-match'] === asked.etag) return reply.status(304).send();
    const stream = found(await attachments.open(asked.key));
    return reply
      .header('content-disposition', dispositionOf(isPicture(asked) ? 'inline' : 'attachment', asked.name))
      .type(asked.type.startsWith('text/') ? `${asked.type}; charset=utf-8` : asked.type)
      .serializer((payload: unknown) => payload as string)
      .send(stream);
  };
};

/** Whether the narrative shows it, or cites a card that does. */
const isPublished = ({ pictures = [], narrative }: Report, id: AttachmentId): boolean =>
  pictures.some((picture) => picture.id === id) || filesIn(narrative).includes(id);

interface Asked {
  key: string;
  type: string;
  name: string;
  etag: string;
}

const wholeOf = ({ contentKey: key, type, name, sha256 }: Attachment): Asked => ({
  key,
  type,
  name,
  etag: `"${sha256}"`,
});

const thumbnailOf = ({ thumbnail, name, sha256 }: Attachment): Asked | null =>
  thumbnail && { ...thumbnail, name, etag: `"${sha256}-small"` };

/** @throws Refused  where the body came as something else. */
const bytesOf = (request: FastifyRequest): Readable => {
  const body = request.body as Readable | null | undefined;
  if (!body || typeof body.pipe !== 'function') throw new Refused('HEARTH_ATTACHMENT_EMPTY');
  return body;
};

const codes: Record<UploadRefusal, ErrorCode> = {
  'too-large': 'HEARTH_ATTACHMENT_TOO_LARGE',
  empty: 'HEARTH_ATTACHMENT_EMPTY',
  'cut-off': 'HEARTH_BAD_REQUEST',
  'review-full': 'HEARTH_ATTACHMENTS_FULL',
  'not-found': 'HEARTH_NOT_FOUND',
  taken: 'HEARTH_CONFLICT',
  'no-thumbnail': 'HEARTH_THUMBNAIL_REFUSED',
};

const accepted = (outcome: UploadOutcome): Attachment => {
  if (!outcome.ok) throw new Refused(codes[outcome.reason]);
  return outcome.attachment;
};

const bodyOf = ({ id, name, type, bytes, width, height, thumbnail }: Attachment): AttachmentBody => ({
  id,
  name,
  type,
  bytes,
  width,
  height,
  thumbnail: thumbnail !== null,
});
