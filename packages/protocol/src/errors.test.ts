import { describe, expect, test } from 'vitest';
import { errorCodes, errorOfClose, errors, isRetryable } from './errors.ts';

describe('the catalogue of errors', () => {
  test('[E1] a close code tells its error, and one that is not ours tells none', () => {
    for (const code of errorCodes) expect(errorOfClose(errors[code].close)).toBe(code);
    expect(errorOfClose(1006)).toBeNull();
  });

  test.each(errorCodes)('[E2] %s invites to try again only if it passes by itself', (code) => {
    const { status, close } = errors[code];
    expect(close).toBeGreaterThanOrEqual(4400);
    expect(close).toBeLessThan(4600);
    expect(isRetryable(close)).toBe(status === 429 || status >= 500);
  });

  test('[E2] a connection that broke is tried again', () => {
    expect(isRetryable(1006)).toBe(true);
  });

  test.each(errorCodes)('[E3] the advice of %s is whole sentences', (code) => {
    expect(errors[code].advice).toMatch(/^[A-Z].+\.$/);
  });
});
