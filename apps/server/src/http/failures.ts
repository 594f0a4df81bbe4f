// Turns everything that can go wrong in a request into a body of the catalogue. Nothing of our insides leaves here.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { StoreError } from '@hearth/store/store-error';
import { refusalBody, Refused } from './refused.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a body beyond the route's limit is answered with; HEARTH_TOO_LARGE unless told. */
    tooLarge?: ErrorCode;
  }
}

export const answerFailures = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const { code, fields } = refusalOf(error, request);
    if (errors[code].status >= 500) request.log.error({ code, cause: causeOf(error) }, 'request failed');
    return refuse(reply, code, fields);
  });
};

export const refuse = (reply: FastifyReply, code: ErrorCode, fields?: Record<string, string>): FastifyReply =>
  reply
    .status(errors[code].status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(refusalBody(code, fields));

/** Answers what is no HTTP: a head that is too long, a body without a length, something else entirely. */
export const refuseBrokenRequest = (error: Error & { code?: string }, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const code: ErrorCode = error.code === 'HPE_HEADER_OVERFLOW' ? 'HEARTH_TOO_LARGE' : 'HEARTH_BAD_REQUEST';
  const body = JSON.stringify(refusalBody(code));
  const { status } = errors[code];
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
};

/** The catalogue's code for something that a store threw. */
export const codeOfFailure = (error: unknown): ErrorCode => {
  if (!(error instanceof StoreError)) return 'HEARTH_INTERNAL';
  return error.reason === 'full' ? 'HEARTH_STORE_FULL' : 'HEARTH_UNAVAILABLE';
};

const refusalOf = (
  error: FastifyError | Error,
  request: FastifyRequest,
): { code: ErrorCode; fields?: Record<string, string> } => {
  if (error instanceof Refused) return { code: error.code, ...(error.fields ? { fields: error.fields } : {}) };
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An id or a slug that can't exist is simply not there.
    if (error.validationContext === 'params') return { code: 'HEARTH_NOT_FOUND' };
    return { code: 'HEARTH_BAD_REQUEST', fields: fieldsOf(error.validation) };
  }
  if ('code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { code: request.routeOptions.config.tooLarge ?? 'HEARTH_TOO_LARGE' };
  if ('statusCode' in error && error.statusCode !== undefined && error.statusCode < 500)
    return { code: error.statusCode === 413 ? 'HEARTH_TOO_LARGE' : 'HEARTH_BAD_REQUEST' };
  return { code: codeOfFailure(error) };
};

/** Path of each field in the body → the first sentence about it. */
const fieldsOf = (
  problems: readonly { instancePath: string; message?: string | undefined }[],
): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const { instancePath, message } of problems) {
    const field = instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body';
    fields[field] ??= message ?? 'This is not as it should be.';
  }
  return fields;
};

/** For the log: what failed and where, without the values that zod or a parser may quote in a message. */
export const causeOf = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    ...(error instanceof StoreError ? { reason: error.reason, message: error.message } : {}),
    at: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
  };
};
