// A request that is refused for a reason of the catalogue. Routes and hooks throw it; services return values instead.
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import type { ErrorBody } from '@hearth/protocol/http/error';

export class Refused extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;

  constructor(code: ErrorCode, fields?: Record<string, string>) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.fields = fields;
  }
}

/** @throws Refused  when there is no such thing. */
export const found = <T>(thing: T | null): T => {
  if (thing === null) throw new Refused('HEARTH_NOT_FOUND');
  return thing;
};

/** What a client is told: the code, what to do about it, and which fields are at fault. */
export const refusalBody = (code: ErrorCode, fields?: Record<string, string>): ErrorBody => ({
  code,
  advice: errors[code].advice,
  ...(fields && Object.keys(fields).length > 0 ? { fields } : {}),
});
