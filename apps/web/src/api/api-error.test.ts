import { describe, expect, it } from 'vitest';
import { errors } from '@hearth/protocol/errors';
import { adviceOf, ApiError, errorOfResponse, isRefusedWith, mayPass, unreachable } from './api-error.ts';

describe('errors of the API', () => {
  it('takes code, advice and fields from our own body', () => {
    const error = errorOfResponse(400, {
      code: 'HEARTH_BAD_REQUEST',
      advice: 'Check the marked fields.',
      fields: { 'links.0.url': 'A link begins with https:// or http://.' },
    });
    expect(error).toMatchObject({ code: 'HEARTH_BAD_REQUEST', status: 400, advice: 'Check the marked fields.' });
    expect(error.fields['links.0.url']).toBe('A link begins with https:// or http://.');
  });

  it.each([
    [502, 'HEARTH_UNAVAILABLE'],
    [413, 'HEARTH_TOO_LARGE'],
    [429, 'HEARTH_TOO_MANY_REQUESTS'],
    [418, 'unreadable'],
  ] as const)('tells a page of a proxy with status %i as %s', (status, code) => {
    expect(errorOfResponse(status, '<html>').code).toBe(code);
  });

  it('does not take a code that is not in the catalogue for one of ours', () => {
    expect(errorOfResponse(400, { code: 'HEARTH_MADE_UP', advice: 'x' }).code).toBe('unreadable');
  });

  it('tries again only where that may help', () => {
    expect(mayPass(unreachable())).toBe(true);
    expect(mayPass(errorOfResponse(503, null))).toBe(true);
    expect(mayPass(errorOfResponse(400, null))).toBe(false);
    expect(mayPass(new Error('a bug'))).toBe(false);
  });

  it('has words for everything that can be thrown', () => {
    expect(adviceOf(new Error('a bug'))).toBe(errors.HEARTH_INTERNAL.advice);
    expect(adviceOf(new ApiError('HEARTH_NOT_FOUND', 404, 'Nothing here.'))).toBe('Nothing here.');
    expect(isRefusedWith(unreachable(), 'HEARTH_NOT_FOUND', 'unreachable')).toBe(true);
  });
});
