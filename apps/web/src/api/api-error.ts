// What a call to the API can end in, other than its answer. The advice is written for people and shown as it stands.
import { errorCodes, errors, type ErrorCode } from '@hearth/protocol/errors';
import { object, oneOf, text } from './shape.ts';

/** `unreachable`: no answer at all. `unreadable`: an answer that is not one of ours. */
export type ApiErrorCode = ErrorCode | 'unreachable' | 'unreadable';

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly advice: string;
  /** Sentences about fields, by their path in the body, such as `links.0.url`. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: ApiErrorCode, status: number, advice: string, fields: Readonly<Record<string, string>> = {}) {
    super(`${code} (${status})`);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.advice = advice;
    this.fields = fields;
  }
}

export const unreachable = (): ApiError =>
  new ApiError('unreachable', 0, 'Hearth can not be reached just now. Check your connection and try again.');

export const unreadable = (status: number): ApiError =>
  new ApiError('unreadable', status, 'The answer could not be read. Reload the page: there may be a newer version.');

const refusal = object({ code: oneOf(errorCodes), advice: text });

/** Sentences by field, as far as they are any. */
const fieldsOf = (body: unknown): Record<string, string> => {
  const fields = typeof body === 'object' && body !== null && 'fields' in body ? body.fields : null;
  return Object.fromEntries(
    Object.entries(fields ?? {}).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
};

/** The error in a refused response. Proxies answer with pages of their own: those are told by their status. */
export const errorOfResponse = (status: number, body: unknown): ApiError => {
  const parsed = refusal.safeParse(body);
  if (parsed.success) return new ApiError(parsed.data.code, status, parsed.data.advice, fieldsOf(body));
  if (status === 502 || status === 503 || status === 504)
    return new ApiError('HEARTH_UNAVAILABLE', status, errors.HEARTH_UNAVAILABLE.advice);
  if (status === 413) return new ApiError('HEARTH_TOO_LARGE', status, errors.HEARTH_TOO_LARGE.advice);
  if (status === 429) return new ApiError('HEARTH_TOO_MANY_REQUESTS', status, errors.HEARTH_TOO_MANY_REQUESTS.advice);
  return unreadable(status);
};

/** Words for whatever was thrown while asking the API. */
export const adviceOf = (error: unknown): string =>
  error instanceof ApiError ? error.advice : errors.HEARTH_INTERNAL.advice;

/** Whether the error is an answer with one of these codes. */
export const isRefusedWith = (error: unknown, ...codes: ApiErrorCode[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);

/** Whether asking once more may help. */
export const mayPass = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'unreachable' || error.status === 503 || error.status === 502);
